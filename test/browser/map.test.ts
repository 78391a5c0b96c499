import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { FULL } from "#scene/labelBoxes.ts";
import { en } from "#ui/words/en.ts";
import { differentPart } from "./pixels.ts";
import { answerText, DESKTOP, FLAT, mapDrawn, NO_GRAPHICS, withBrowser } from "./visit.ts";

describe("the map in 3D", () => {
  const visit = withBrowser();

  it("selects the region that is clicked, shows its users as k of n firms, and changes with year and height", async () => {
    const { page } = await visit({ futures: false, reducedMotion: "reduce", beforeStart: countPrograms });
    await page.getByRole("button", { name: en.drawer.fold }).click(); // a map with room for names
    await mapDrawn(page);
    const label = page.getByTestId("map").getByText("Karaganda", { exact: true }).first();
    const { x, y, width, height } = (await label.boundingBox())!;
    await page.mouse.click(x + width / 2, y + height / 2); // the label lies on its region, off its firms
    const panel = page.getByTestId("region-panel");
    await panel.getByRole("heading", { name: "Karaganda Region" }).waitFor();
    expect(await panel.innerText()).toMatch(/\d+ of 79 firms/);
    const clip = (await page.getByTestId("map").boundingBox())!; // the answer above may take a line more
    const picture = () => page.screenshot({ clip });
    const at2035 = await picture();
    const programs = await programsMade(page);
    await page.getByRole("slider", { name: en.year.label }).fill("2023");
    await mapDrawn(page);
    const at2023 = await picture();
    expect(differentPart(at2035, at2023)).toBeGreaterThan(0.03);
    await page.getByLabel(en.map.height).selectOption("readiness");
    await mapDrawn(page);
    expect(differentPart(at2023, await picture())).toBeGreaterThan(0.01);
    // Making a program keeps the page waiting for the driver: all are made before the first frame.
    expect(programs).toBeGreaterThan(4);
    expect(await programsMade(page)).toBe(programs);
  });

  it("names every region with its value beside an open drawer of whole charts, flat and in 3D, once the futures are done", async () => {
    const { page } = await visit({ query: "?map=3d&part=charts" });
    await page.locator("[data-testid=futures] progress").waitFor({ state: "detached" });
    for (const map of ["3D", "2D"])
      for (const language of ["en", "ru", "kk"]) {
        await page.locator(`.top label:has(input[value=${language}])`).click();
        await page.locator(".map-tools label", { hasText: map }).click();
        await mapDrawn(page);
        const asked = { message: `${map} ${language}` };
        await expect.poll(() => labelsWithValues(page), asked).toBe(20); // once their places are planned
        for (const lines of await page.locator(".drawer .line-chart").all()) {
          const { y, height } = (await lines.boundingBox())!;
          expect(height, asked.message).toBeGreaterThan(140);
          expect(y + height, asked.message).toBeLessThan(DESKTOP.height);
        }
      }
  });
});

/** Labels of the map that show name and value. */
function labelsWithValues(page: Page): Promise<number> {
  return page.getByTestId("map").evaluate((map, full) => {
    const inRelief = map.querySelectorAll(`.map-label[data-shown="${full}"]`).length;
    const flat = [...map.querySelectorAll(".map-flat-labels > g")];
    const isShown = (text: Element) => getComputedStyle(text).visibility === "visible";
    return inRelief + flat.filter((label) => [...label.querySelectorAll("text")].every(isShown)).length;
  }, FULL);
}

describe("the incidents of a year", () => {
  const visit = withBrowser(NO_GRAPHICS);

  it("are counted at the foot of the map where not all of their triangles found room; the keyboard passes over flags without room", async () => {
    const { page } = await visit({ query: `${FLAT}&part=charts`, futures: false });
    const foot = page.locator(".map-foot");
    const told = async () =>
      /marks of (\d+) of (\d+) regions/
        .exec(await foot.innerText())
        ?.slice(1)
        .map(Number) ?? null;
    const triangles = async () => {
      const marks = page.locator(".map-news[data-kind=incidents]");
      const inView = await marks.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right > 0));
      return [inView.filter(Boolean).length, inView.length];
    };
    const toBeTold = async () => {
      const [shown, regions] = await triangles();
      return shown! > 0 && shown! < regions! ? [shown, regions] : null;
    };
    await expect.poll(async () => (await triangles())[1]).toBeGreaterThan(0);
    const [, regions] = await triangles();
    await expect.poll(told).toEqual(await toBeTold());
    expect((await foot.textContent())!.includes(en.map.newsRest)).toBe((await toBeTold()) !== null);
    await page.getByRole("slider", { name: en.year.label }).fill("2026");
    await expect.poll(async () => (await triangles())[1]).not.toBe(regions);
    await expect.poll(told).toEqual(await toBeTold());

    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByRole("slider", { name: en.year.label }).fill("2030");
    const flags = page.locator("button.map-news");
    const isPassedOver = () =>
      flags.evaluateAll((all) =>
        all.map((one) => [one.getBoundingClientRect().right < 0, (one as HTMLElement).tabIndex === -1].join()),
      );
    await expect.poll(async () => [...new Set(await isPassedOver())].sort()).toEqual(["false,false", "true,true"]);
  });
});

describe("the years", () => {
  const visit = withBrowser(NO_GRAPHICS);

  it("are scrubbed by slider, buttons and keys, play to the last and stop there, and the answer follows", async () => {
    const { page } = await visit({ query: FLAT, futures: false, reducedMotion: "no-preference" });
    const year = page.getByRole("slider", { name: en.year.label });
    await year.fill("2030");
    expect(await answerText(page)).toContain("2030");
    await page.getByRole("button", { name: en.year.back }).click();
    expect(await answerText(page)).toContain("2029");
    await page.evaluate(() => (document.activeElement as HTMLElement).blur()); // a focused button keeps its keys
    await page.keyboard.press("ArrowRight");
    expect(await answerText(page)).toContain("2030");
    await page.keyboard.press("Home");
    expect(await answerText(page)).toMatch(/2023.*161 of 984 firms/s);
    await year.fill("2033");
    await page.getByRole("button", { name: en.year.play }).click();
    await page.getByRole("button", { name: en.year.pause }).waitFor();
    await yearShown(page, "2034");
    await yearShown(page, "2035");
    await page.getByRole("button", { name: en.year.play }).waitFor();
  });
});

describe("without WebGL", () => {
  const visit = withBrowser(["--disable-3d-apis"]);

  it("the page draws the flat map, says so, and its regions are selected by click and by key", async () => {
    const { page, faults } = await visit({ futures: false });
    await mapDrawn(page);
    expect(await page.getByTestId("map").getAttribute("data-mode")).toBe("2d");
    await page.getByText(en.map.no3d).waitFor();
    const regions = page.getByTestId("map").getByRole("toolbar").getByRole("button");
    expect(await regions.count()).toBe(20);
    const kostanay = page.getByTestId("map").getByRole("button", { name: /^Kostanay/ });
    await kostanay.click({ position: await insideOf(page) });
    const panel = page.getByTestId("region-panel");
    await panel.getByRole("heading", { name: "Kostanay Region" }).waitFor();
    expect(await panel.innerText()).toMatch(/\d+ of 46 firms/);
    await kostanay.focus();
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await panel.getByRole("heading", { name: "Kostanay Region" }).waitFor({ state: "detached" });
    expect(faults.filter((fault) => !fault.includes("WebGL"))).toEqual([]); // three says that it could not start
  });
});

function countPrograms() {
  const made = { programs: 0 };
  Object.assign(window, { made });
  const { linkProgram } = WebGL2RenderingContext.prototype;
  WebGL2RenderingContext.prototype.linkProgram = function (program) {
    made.programs += 1;
    linkProgram.call(this, program);
  };
}

function programsMade(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as { made: { programs: number } }).made.programs);
}

function yearShown(page: Page, year: string) {
  return page.locator(".year-now strong", { hasText: year }).waitFor();
}

/** A point inside Kostanay's outline, from the corner of its box: the middle of a box may lie outside. */
async function insideOf(page: Page) {
  return page
    .getByTestId("map")
    .getByRole("button", { name: /^Kostanay/ })
    .evaluate((element) => {
      const path = element as unknown as SVGGeometryElement;
      const box = path.getBoundingClientRect();
      for (let part = 0.5; part < 1; part += 0.05) {
        const at = { x: box.width * part, y: box.height * part };
        if (document.elementFromPoint(box.x + at.x, box.y + at.y)?.closest("[role=button]") === element) return at;
      }
      throw new Error("no point of the region can be clicked");
    });
}
