import type { Browser } from "playwright-core";
import { cpus, loadavg } from "node:os";
import { en } from "#ui/words/en.ts";
import { findChromium, startBrowser } from "../../test/browser/chromium.ts";
import { serveBuild } from "../../test/browser/site.ts";
import { spreadOf } from "../benchCase.ts";
import { measureFrames } from "./measureFrames.ts";

/**
 * The bars of the page that depend on the machine, measured in Chromium with software WebGL: frames of the map at 2,272 and
 * 20,446 marks and with all that it can show, and for how long the built page does not answer while it opens and works.
 * Medians and the least, since other programs only ever add time. `npm run study:frames`; a number after it is how often the
 * page is opened (0: frames alone).
 */
const LOADS = Number(process.argv[2] ?? 5);
const VIEWPORT = { width: 1440, height: 900 };
const LONG_TASK_MS = 50;

const say = (line: string) => process.stdout.write(`${line}\n`);
const ms = (value: number) => `${Math.round(value)} ms`;

const chromium = await findChromium();
const browser = await startBrowser(chromium);
say(`Chromium ${chromium.version}, ${cpus().length} cores, load ${loadavg()[0].toFixed(1)}, software WebGL`);
const site = await serveBuild();
for (const map of LOADS > 0 ? (["2d", "3d"] as const) : []) {
  await measureOpening(browser, `${site.address}?map=${map}`, map);
  await measureWork(browser, `${site.address}?map=${map}`, map);
}
await measureFrames(browser, site, say);
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
        await page.getByRole("slider", { name: en.year.label }).press("Home"); // the last year would end the playing
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
  const map = ".map-sketch, .map-region path"; // in 3D the sketch has heights and colours, too
  const watch = new MutationObserver(() => {
    if (!document.querySelector(map)) return;
    watch.disconnect();
    requestAnimationFrame((now) => Object.assign(window, { picture: now }));
  });
  watch.observe(document, { subtree: true, childList: true });
}
