import type { Browser, Page } from "playwright-core";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { build, type InlineConfig } from "vite";
import { en } from "#ui/words/en.ts";
import { silenceFutures } from "../../test/browser/silenceFutures.ts";
import { serve, type Site } from "../../test/browser/site.ts";
import { spreadOf } from "../benchCase.ts";
import { allocationDuring } from "./allocation.ts";
import { type DrawnFrames, framesDuring, watchFrames } from "./watchFrames.ts";

/** The scene alone: as it opens at both sizes, with all that it can show, and beside another. */
const SCENES = ["agents=1", "agents=9", "links=supply", "links=platform", "panes=2", "panes=2&links=supply"];
/** The page with a region chosen and every layer of the map on. */
const PAGE_LINKS = ["none", "selection", "supply", "platform"];
const ROUNDS = 3;
const MOTIONS = ["years", "camera"] as const;

const top = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
type Say = (line: string) => void;
type Scene = {
  readonly counts: Readonly<Record<string, number>>;
  readonly motions: Readonly<Record<(typeof MOTIONS)[number], () => Promise<void>>>;
};

export async function measureFrames(from: Browser, page: Site, say: Say) {
  const scene = await serveScene();
  for (const query of SCENES) await measureScene(from, `${scene.address}?${query}`, query, say);
  await scene.close();
  for (const links of PAGE_LINKS) await measurePage(from, page.address, links, say);
}

async function measureScene(from: Browser, address: string, query: string, say: Say) {
  const page = await openWatched(from, address, { width: 850, height: 520 });
  await page.locator("canvas[data-draw-calls]").first().waitFor({ timeout: 60_000 });
  await page.waitForTimeout(2000);
  const counts = await page.evaluate(() => (window as unknown as Scene).counts);
  const shown = Object.entries(counts).map(([what, count]) => `${count.toLocaleString("en")} ${what}`);
  say(`Scene ${query}, 850 x 520: ${shown.join(", ")}`);
  const client = await page.context().newCDPSession(page);
  for (const motion of MOTIONS) {
    const move = () => page.evaluate((kind) => (window as unknown as Scene).motions[kind](), motion);
    await framesDuring(page, move); // the first time compiles and slows down; the frame budget settles
    const rounds = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push(await framesDuring(page, move));
    say(`  ${motion}: ${describeFrames(rounds)}`);
    let frames = 0;
    const { inFrames, besides, functions } = await allocationDuring(client, async () => {
      frames = (await framesDuring(page, move)).gaps.length;
    });
    const each = (bytes: number) => Math.round(bytes / frames);
    const owners = [...inFrames].map(([owner, bytes]) => `${each(bytes)} ${owner}`);
    say(`    bytes a frame: ${owners.join(", ")}; besides the frames ${each(besides)}`);
    for (const owner of inFrames.keys()) {
      const most = functions.filter((one) => one.owner === owner && each(one.bytes) >= 8).slice(0, 6);
      if (most.length > 0) say(`      ${owner}: ${most.map(({ name, bytes }) => `${each(bytes)} ${name}`).join(", ")}`);
    }
  }
  await page.context().close();
}

async function measurePage(from: Browser, address: string, links: string, say: Say) {
  const view = `?lang=en&map=3d&plan=core-ecosystem&year=2023&region=karaganda&height=digital_output&links=${links}`;
  const page = await openWatched(from, `${address}${view}`, { width: 1440, height: 900 });
  await page.locator('[data-testid="answer"][data-busy="false"]').waitFor();
  const layers = page.locator(".map-layers");
  await layers.locator("summary").click();
  for (const box of await layers.getByRole("checkbox").all()) await box.check();
  await layers.locator("summary").click();
  await page.waitForTimeout(2000);
  const play = () => page.getByRole("button", { name: en.year.play }).click();
  const playAll = async () => {
    await play();
    await page.locator('[data-testid="answer"]', { hasText: "2035" }).waitFor();
    await page.waitForTimeout(700);
  };
  const rounds = [];
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push(await framesDuring(page, playAll));
    const pause = page.getByRole("button", { name: en.year.pause });
    if (await pause.isVisible()) await pause.click();
  }
  const calls = await page.locator("canvas[data-draw-calls]").first().getAttribute("data-draw-calls");
  say(`Page 1440 x 900, every layer on, links ${links}, years: ${describeFrames(rounds)}; ${calls} draw calls`);
  await page.context().close();
}

async function openWatched(from: Browser, address: string, viewport: { width: number; height: number }): Promise<Page> {
  const context = await from.newContext({ viewport, serviceWorkers: "block", locale: "en" });
  await context.addInitScript(silenceFutures);
  await context.addInitScript(watchFrames);
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

/** Medians over the rounds, and the least of them in brackets. */
function describeFrames(rounds: readonly DrawnFrames[]): string {
  const medians = spreadOf(rounds.map(({ gaps }) => spreadOf(gaps).median));
  const slow = spreadOf(rounds.map(({ gaps }) => gaps.toSorted((a, b) => a - b)[Math.floor(0.95 * gaps.length)]));
  const frames = spreadOf(rounds.map(({ gaps }) => gaps.length));
  const draws = Math.max(...rounds.map((round) => round.draws));
  const commits = spreadOf(rounds.map((round) => round.commits));
  const time = ({ median, min }: typeof medians) => `${median.toFixed(1)} ms (${min.toFixed(1)})`;
  return `a frame every ${time(medians)}, 95 % within ${time(slow)}; at most ${draws} draw calls with the light's; ${commits.median} commits of React in ${frames.median} frames`;
}

/** Built beside the page, one file an owner of code: it is no part of what is shipped. */
async function serveScene(): Promise<Site> {
  const owner = (name: string, test: RegExp) => ({ name, test });
  const groups = [
    owner("three", /node_modules\/three\//),
    owner("fiber", /node_modules\/@react-three\//),
    owner("packages", /node_modules\//),
    owner("ours", /\/src\//),
  ];
  const built: InlineConfig = {
    configFile: false,
    root: top("bench/frames"),
    base: "./",
    publicDir: top("public"),
    plugins: [react()],
    build: {
      outDir: top("test/output/frames"),
      emptyOutDir: true,
      target: "es2022",
      minify: false,
      chunkSizeWarningLimit: 5000,
      rolldownOptions: { output: { codeSplitting: { groups } } },
    },
    logLevel: "error",
  };
  await build(built);
  return serve(built);
}
