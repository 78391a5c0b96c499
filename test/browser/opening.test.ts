import { describe, expect, inject, it } from "vitest";
import { colourfulPart } from "./pixels.ts";
import { answered, answerText, DESKTOP, mapDrawn, PHONE, useBrowser } from "./visit.ts";

/** A task that keeps the page from answering for longer is one the reader feels. */
const LONGEST_TASK_MS = 50;

describe("the page opens", () => {
  const visit = useBrowser();

  it("without an error, a failed request or a request that leaves the site", async () => {
    const { page, faults, requests } = await visit();
    await mapDrawn(page);
    expect(faults).toEqual([]);
    expect(requests.length).toBeGreaterThan(5);
    expect(requests.filter((url) => !url.startsWith(inject("site")) && !/^(blob|data):/.test(url))).toEqual([]);
  });

  it("with the baseline and a plan simulated to 2035, the answer with share and count", async () => {
    const { page } = await visit();
    const text = await answerText(page);
    expect(text).toMatch(/2035/);
    const [, k, n] = /(\d+) of ([\d,]+) firms/.exec(text)!.map(Number);
    const [, percent] = /([\d.]+) ?%/.exec(text)!.map(Number);
    expect(Math.abs(percent! - (100 * k!) / n!)).toBeLessThanOrEqual(0.5);
    expect(text).toMatch(/no plan/);
  });

  it("with a map in 3D whose regions differ in colour", async () => {
    const { page } = await visit();
    await mapDrawn(page);
    expect(await page.getByTestId("map").getAttribute("data-mode")).toBe("3d");
    expect(await page.locator("[data-testid=map] canvas").count()).toBe(1);
    expect(await colourfulPart(await page.getByTestId("map").screenshot())).toBeGreaterThan(0.1);
  });

  it("with the credit of the boundaries on the map", async () => {
    const { page } = await visit();
    const credit = await page.locator(".credit").innerText();
    expect(credit).toMatch(/geokz.*CC BY 4\.0/);
    expect(credit).toMatch(/OpenStreetMap/);
  });

  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ])("without scrolling sideways: %s", async (_, viewport) => {
    const { page } = await visit({ viewport });
    const { inner, needed } = await page.evaluate(() => ({
      inner: document.documentElement.clientWidth,
      needed: document.documentElement.scrollWidth,
    }));
    expect(needed).toBeLessThanOrEqual(inner);
  });

  it("and answers again while it plays, without keeping the main thread busy for long", async () => {
    const { page } = await visit({
      beforeStart: () => {
        const tasks: number[] = [];
        Object.assign(window, { longTasks: tasks });
        new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
          type: "longtask",
        });
      },
    });
    await mapDrawn(page);
    const read = () => page.evaluate(() => (window as unknown as { longTasks: number[] }).longTasks.splice(0));
    const atStart = await read();
    await page.getByRole("button", { name: "Play the years" }).click();
    await page.waitForTimeout(3000);
    const whilePlaying = await read();
    const slider = page.locator(".measure input[type=range]").first();
    for (let step = 0; step < 10; step++) await slider.press("ArrowRight");
    await answered(page);
    const whileDragging = await read();
    const say = (tasks: number[]) => `${tasks.length} over ${LONGEST_TASK_MS} ms, longest ${Math.max(0, ...tasks)} ms`;
    process.stdout.write(
      `Main thread, software graphics: at start ${say(atStart)}; playing ${say(whilePlaying)}; dragging ${say(whileDragging)}\n`,
    );
    // Drawing without a graphics card takes most of these tasks, so the bound is one that only blocking code reaches.
    expect(Math.max(0, ...whilePlaying, ...whileDragging)).toBeLessThan(1000);
  });
});
