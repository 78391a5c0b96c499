import type { Browser, CDPSession, Page } from "playwright-core";
import { cpus, loadavg } from "node:os";
import { fileURLToPath } from "node:url";
import { en } from "#ui/words/en.ts";
import react from "@vitejs/plugin-react";
import { build, type InlineConfig, preview } from "vite";
import { findChromium, startBrowser } from "../../test/browser/chromium.ts";
import { serveBuild } from "../../test/browser/site.ts";
import { spreadOf } from "../benchCase.ts";

/**
 * The bars of the page that depend on the machine, measured in Chromium with software WebGL: frames of the map at 2,272 and
 * 20,448 marks, and for how long the built page does not answer while it opens and works. Medians and the least, since other programs only ever add time.
 * `npm run study:frames`; a number after it is how often the page is opened.
 */
const LOADS = Number(process.argv[2] ?? 5);
const SCALES = [1, 9];
const VIEWPORT = { width: 1440, height: 900 };
const LONG_TASK_MS = 50;

const top = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);
const ms = (value: number) => `${Math.round(value)} ms`;

const chromium = await findChromium();
const browser = await startBrowser(chromium);
say(`Chromium ${chromium.version}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, software WebGL`);
const site = await serveBuild();
for (const map of ["2d", "3d"] as const) {
  await measureOpening(browser, `${site.address}?map=${map}`, map);
  await measureWork(browser, `${site.address}?map=${map}`, map);
}
await site.close();
const scene = await serveScene();
for (const scale of SCALES) await measureFrames(browser, `${scene}?agents=${scale}`);
await browser.close();
process.exit(0);

/** Long tasks of the main thread until the map is drawn and the plan answered, and when the map showed values. */
async function measureOpening(from: Browser, address: string, map: "2d" | "3d") {
  const openings = [];
  for (let load = 0; load < LOADS; load++) {
    const context = await from.newContext({ viewport: VIEWPORT, serviceWorkers: "block", locale: "en" });
    await context.addInitScript(watchOpening);
    const page = await context.newPage();
    await page.goto(address);
    await page.waitForFunction(() => (window as unknown as Watched).picture !== null);
    await page.locator('[data-testid="answer"][data-busy="false"]').waitFor();
    await page.waitForTimeout(2500); // what comes after the first picture: the sharp one, the first futures
    openings.push(
      await page.evaluate(() => {
        const { picture, tasks } = window as unknown as Watched;
        return { picture: picture!, tasks };
      }),
    );
    await context.close();
  }
  const picture = spreadOf(openings.map((opening) => opening.picture));
  say(`Opening in ${map}, ${LOADS} loads: median (least)`);
  say(`  first picture of the map with values ${ms(picture.median)} (${ms(picture.min)})`);
  sayTasks(openings.map(({ tasks }) => tasks));
}

/** Long tasks of the main thread while the page does what it does all day, LOADS times each. */
async function measureWork(from: Browser, address: string, map: "2d" | "3d") {
  const context = await from.newContext({ viewport: VIEWPORT, serviceWorkers: "block", locale: "en" });
  await context.addInitScript(watchOpening);
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForFunction(() => (window as unknown as Watched).picture !== null);
  const answered = page.locator('[data-testid="answer"][data-busy="false"]');
  await answered.waitFor();
  const slider = page.getByTestId("measure-advice").getByRole("slider");
  let key = "ArrowLeft";
  const during = async (work: () => Promise<unknown>) => {
    await page.evaluate(() => (window as unknown as Watched).tasks.splice(0));
    await work();
    return page.evaluate(() => (window as unknown as Watched).tasks.splice(0));
  };
  const works: [name: string, work: () => Promise<unknown>][] = [
    [
      "a slider is dragged through ten steps",
      async () => {
        key = key === "ArrowLeft" ? "ArrowRight" : "ArrowLeft"; // a slider at its end asks for nothing
        for (let step = 0; step < 10; step++) await slider.press(key);
        await answered.waitFor();
      },
    ],
    [
      "40 futures arrive",
      async () => {
        await page.locator("progress").first().waitFor();
        await page.locator("progress").first().waitFor({ state: "detached", timeout: 120_000 });
      },
    ],
    [
      "three years are played",
      async () => {
        await page.getByRole("button", { name: en.year.play }).click();
        await page.waitForTimeout(3000);
        await page.getByRole("button", { name: en.year.pause }).click();
      },
    ],
    [
      "views of the drawer are opened",
      async () => {
        for (const tab of await page.locator(".drawer-head [role=tab]").all()) {
          await tab.click();
          await page.waitForTimeout(1000);
        }
        await page.locator(".drawer-head [role=tab]").first().click();
      },
    ],
  ];
  const tasks = works.map((): number[][] => []);
  for (let round = 0; round < LOADS; round++)
    for (const [k, [, work]] of works.entries()) tasks[k].push(await during(work));
  for (const [k, [name]] of works.entries()) {
    say(`While ${name}, map in ${map}, ${LOADS} times: median (least)`);
    sayTasks(tasks[k]);
  }
  await context.close();
}

function sayTasks(rounds: readonly (readonly number[])[]) {
  const longest = spreadOf(rounds.map((tasks) => Math.max(0, ...tasks)));
  const total = spreadOf(rounds.map((tasks) => tasks.reduce((sum, task) => sum + task, 0)));
  const count = spreadOf(rounds.map((tasks) => tasks.length));
  say(
    `  tasks over ${LONG_TASK_MS} ms: ${count.median} (${count.min}), together ${ms(total.median)} (${ms(total.min)}), the longest ${ms(longest.median)} (${ms(longest.min)})`,
  );
  for (const tasks of rounds) say(`    ${tasks.map(Math.round).join(", ") || "none"}`);
}

type Watched = { picture: number | null; readonly tasks: number[] };

/** Runs in the page before its own scripts. */
function watchOpening() {
  const watched: Watched = { picture: null, tasks: [] };
  Object.assign(window, watched);
  const { tasks } = watched;
  new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
    type: "longtask",
    buffered: true,
  });
  const drawn = "[data-testid=map] canvas[data-draw-calls], [data-testid=map] svg path";
  const watch = new MutationObserver(() => {
    if (!document.querySelector(drawn)) return;
    watch.disconnect();
    requestAnimationFrame((now) => Object.assign(window, { picture: now }));
  });
  watch.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-draw-calls"] });
}

async function measureFrames(from: Browser, address: string) {
  const page = await (await from.newContext({ viewport: { width: 850, height: 520 } })).newPage();
  await page.goto(address);
  const canvas = page.locator("canvas[data-draw-calls]");
  await canvas.waitFor({ timeout: 60_000 });
  const marks = await page.evaluate(() => (window as unknown as { marks: number }).marks);
  await page.waitForTimeout(2000);
  const client = await page.context().newCDPSession(page);
  say(
    `${marks.toLocaleString("en")} marks, canvas 850 x 520, ${await canvas.getAttribute("data-draw-calls")} draw calls`,
  );
  for (const motion of ["years", "camera"] as const) {
    await measure(page, motion); // the first time compiles and slows down; the frame budget settles
    const rounds = [];
    for (let round = 0; round < 3; round++) rounds.push(await measure(page, motion));
    const medians = spreadOf(rounds.map((gaps) => spreadOf(gaps).median));
    const slow = spreadOf(rounds.map((gaps) => gaps.toSorted((a, b) => a - b)[Math.floor(0.95 * gaps.length)]));
    say(
      `  ${motion}: a frame every ${medians.median.toFixed(1)} ms (${medians.min.toFixed(1)}), 95 % within ${slow.median.toFixed(1)} ms (${slow.min.toFixed(1)})`,
    );
    await reportAllocation(client, page, motion);
  }
  await page.context().close();
}

function measure(page: Page, motion: "years" | "camera"): Promise<number[]> {
  return page.evaluate(
    (kind) => (window as unknown as { measure: Record<string, () => Promise<number[]>> }).measure[kind](),
    motion,
  );
}

type SampledNode = {
  readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  readonly selfSize: number;
  readonly children: readonly SampledNode[];
};

/** Bytes allocated a frame, garbage included, and the functions that allocate most. */
async function reportAllocation(client: CDPSession, page: Page, motion: "years" | "camera") {
  await client.send("HeapProfiler.startSampling", {
    samplingInterval: 512,
    includeObjectsCollectedByMajorGC: true,
    includeObjectsCollectedByMinorGC: true,
  });
  const frames = (await measure(page, motion)).length;
  const { profile } = await client.send("HeapProfiler.stopSampling");
  const bytes = new Map<string, number>();
  const visit = ({ callFrame, selfSize, children }: SampledNode) => {
    const name = `${callFrame.functionName || "(anonymous)"} ${callFrame.url.split("/").at(-1)}:${callFrame.lineNumber}`;
    bytes.set(name, (bytes.get(name) ?? 0) + selfSize);
    children.forEach(visit);
  };
  visit(profile.head);
  const total = [...bytes.values()].reduce((sum, size) => sum + size, 0);
  const largest = [...bytes].sort(([, a], [, b]) => b - a).slice(0, 12);
  say(`    ${Math.round(total / frames)} bytes allocated a frame, most by`);
  for (const [name, size] of largest) say(`      ${Math.round(size / frames)} ${name}`);
}

/** The scene alone, built beside the page: it is no part of what is shipped. */
async function serveScene(): Promise<string> {
  const config: InlineConfig = {
    configFile: false,
    root: top("bench/frames"),
    base: "./",
    publicDir: top("public"),
    plugins: [react()],
    build: { outDir: top("test/output/frames"), emptyOutDir: true, target: "es2022", minify: false },
    logLevel: "error",
  };
  await build(config);
  const server = await preview({ ...config, preview: { port: 0, host: "127.0.0.1", open: false } });
  const bound = server.httpServer.address();
  if (bound === null || typeof bound === "string") throw new Error("the scene could not be served");
  return `http://127.0.0.1:${bound.port}/`;
}
