import { describe, expect, inject, it } from "vitest";
import { en } from "#ui/words/en.ts";
import { barriers } from "./barriers.ts";
import { type MainThreadTime, watchMainThread } from "./mainThread.ts";
import { colourfulPart } from "./pixels.ts";
import {
  answered,
  answerText,
  DESKTOP,
  FLAT,
  mapDrawn,
  NO_GRAPHICS,
  PHONE,
  USUAL_COMPILERS,
  withBrowser,
} from "./visit.ts";

/** Part of the main thread's work that one task may be: work in small pieces is work between which the page answers. */
const LARGEST_PIECE = 0.12;

describe("the page opens", () => {
  const visit = withBrowser(NO_GRAPHICS, USUAL_COMPILERS);
  const visit3d = withBrowser();

  it("with a map in 3D whose regions differ in colour and with the credit of its boundaries, without an error, a barrier, a failed request or one that leaves the site", async () => {
    const { page, faults, requests } = await visit3d();
    await mapDrawn(page);
    expect(await page.getByTestId("map").getAttribute("data-mode")).toBe("3d");
    expect(await page.locator("[data-testid=map] canvas").count()).toBe(1);
    expect(await colourfulPart(await page.getByTestId("map").screenshot())).toBeGreaterThan(0.1);
    const map = page.getByRole("region", { name: en.map.label });
    await map.getByText(en.map.credit).click();
    await map.getByText(/geokz.*CC BY 4\.0.*OpenStreetMap/s).waitFor();
    expect(await barriers(page, "3D")).toEqual([]);
    expect(faults).toEqual([]);
    expect(requests.length).toBeGreaterThan(5);
    expect(requests.filter((url) => !url.startsWith(inject("site")) && !/^(blob|data):/.test(url))).toEqual([]);
  });

  it("with the baseline and a plan simulated to 2035, the answer with share and count, without scrolling sideways on a desktop or a phone", async () => {
    const { page } = await visit({ query: FLAT });
    const text = await answerText(page);
    expect(text).toMatch(/2035/);
    const [, percent, k, n] = /([\d.]+)\s%.* (\d+) of (\d+) firms/s.exec(text)!.map(Number);
    expect(n).toBe(984);
    expect(Math.abs(percent - (100 * k) / n)).toBeLessThanOrEqual(0.05 + 1e-9); // [ID-16]
    expect(text).toMatch(/than with no plan|as many as with no plan/);
    expect(text).not.toMatch(/<|NaN|undefined|{/);
    for (const viewport of [DESKTOP, PHONE]) {
      await page.setViewportSize(viewport);
      const surplus = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      await expect.poll(surplus, { message: `${viewport.width} px` }).toBeLessThanOrEqual(0); // the layout follows its window
    }
  });

  it("and keeps its main thread free while it opens, the years play and a slider is dragged", async () => {
    const times: MainThreadTime[] = [];
    const isInPieces = () => times.some(({ longest, all }) => longest / all < LARGEST_PIECE);
    for (let attempt = 0; attempt < 3 && !isInPieces(); attempt++) {
      let watched = (): Promise<MainThreadTime> => Promise.reject(new Error("not watched yet"));
      const { page } = await visit({
        query: FLAT,
        reducedMotion: "no-preference",
        prepare: async (context) => {
          watched = await watchMainThread(context.browser()!, inject("site"));
        },
      });
      await mapDrawn(page);
      await page.getByRole("button", { name: en.year.play }).click();
      await page.waitForTimeout(1500);
      await page.getByRole("button", { name: en.year.pause }).click();
      const slider = page.getByTestId("measure-advice").getByRole("slider");
      for (let step = 0; step < 10; step++) await slider.press("ArrowRight");
      await answered(page);
      times.push(await watched());
      await page.close();
    }
    const shown = times.map(({ longest, all }) => `${Math.round(longest)} of ${Math.round(all)}`);
    process.stdout.write(`Longest task of the main thread and all of them: ${shown.join(", ")} ms\n`);
    expect(Math.min(...times.map(({ longest }) => longest))).toBeGreaterThan(1); // it was watched
    expect(isInPieces(), shown.join(", ")).toBe(true);
  });
});
