import type { Page } from "playwright-core";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { en } from "#ui/words/en.ts";
import { kk } from "#ui/words/kk.ts";
import { answered, answerText, DESKTOP, FLAT, mapDrawn, NO_GRAPHICS, PHONE, withBrowser } from "./visit.ts";

const visit = withBrowser(NO_GRAPHICS);
const TURNED = { width: PHONE.height, height: PHONE.width };
/** As long as a plan's file may give it, with a word that no line holds. */
const LONG_NAME = `${"Цифрландырылатындықтарыңыздағылардыкінде".repeat(2)} ${"Индустриялық цифрлық экожүйе ".repeat(12)}`;

describe("bad conditions", () => {
  it("without its fonts, with a very long name of a plan, the page fits a desktop, a phone and a phone that is turned, and the kind of map can be chosen", async () => {
    const { page } = await visit({
      query: FLAT,
      futures: false,
      prepare: (context) => context.route("**/*.woff2", (route) => route.abort()),
    });
    const plan = JSON.parse(readFileSync(new URL("../../scenarios/core-ecosystem.json", import.meta.url), "utf8"));
    const name = LONG_NAME.slice(0, 400);
    const long = { ...plan, id: "long", name: { en: name, ru: name, kk: name } };
    await page.getByTestId("plan-file").setInputFiles({
      name: "long.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(long)),
    });
    await page.getByTestId("plan-A").getByText(name.slice(0, 20)).first().waitFor();
    await answered(page);
    expect(await page.evaluate(() => [...document.fonts].filter(({ status }) => status === "loaded").length)).toBe(0);
    for (const viewport of [DESKTOP, PHONE, TURNED]) {
      await page.setViewportSize(viewport);
      await mapDrawn(page);
      expect(await sidewaysScroll(page), `${viewport.width} px`).toBeLessThanOrEqual(0);
      const map = (await page.getByTestId("map").boundingBox())!;
      expect(map.width, `${viewport.width} px`).toBeGreaterThan(viewport.width / 3);
      expect(map.height, `${viewport.width} px`).toBeGreaterThan(100);
      if (viewport === TURNED) {
        const year = (await page.locator(".year-bar").boundingBox())!;
        expect(year.y + year.height, "map, answer and year in one window").toBeLessThanOrEqual(viewport.height);
      }
      for (const choice of await page.locator(".map-tools .choice label").all()) await choice.click({ trial: true });
    }
  });

  it("a low window shows the map or a view, never both with too little room", async () => {
    const low = { width: 1366, height: 657 };
    const laptop = { width: 1440, height: 760 };
    const { page } = await visit({ query: `${FLAT}&part=hazard`, viewport: low, futures: false });
    const sizeOfDrawer = () => page.locator(":root").getAttribute("data-drawer");
    const heightOfMap = async () => (await page.getByTestId("map").boundingBox())!.height;
    expect(await sizeOfDrawer()).toBe("whole");
    expect(await page.getByRole("button", { name: en.drawer.smaller }).count()).toBe(0);
    await page.getByRole("button", { name: en.drawer.fold }).click();
    await expect.poll(heightOfMap).toBeGreaterThan(200);
    await page.getByRole("button", { name: en.drawer.unfold }).click();
    for (const roomy of [laptop, DESKTOP]) {
      await page.setViewportSize(roomy);
      await expect.poll(sizeOfDrawer).toBe("third");
      await expect.poll(heightOfMap).toBeGreaterThan(200);
    }
  });

  it("a part of the program or a language that cannot be had is told, and comes when it is asked for again", async () => {
    const { page } = await visit({ query: FLAT, futures: false });
    const late = /\/(ShareContent|QuestionsPage|MapPicture|kk)-[^/]*\.js/;
    await page.route(late, (route) => route.abort());
    await page.getByRole("radio", { name: "Қазақша" }).check({ force: true });
    await page.getByTestId("notice-languageMissing").waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.getByRole("radio", { name: "English" }).isChecked()).toBe(true);
    const share = page.locator(".saving");
    const view = page.locator(".drawer-part");
    await page.getByRole("button", { name: en.downloads.menu, exact: true }).click();
    await page.locator(".menu-item", { hasText: "PNG" }).click();
    await page.locator(".download-menu").getByRole("alert").getByText(en.downloads.failed).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: en.drawer.groups.trust }).click();
    await page.locator(".part-list").getByRole("button", { name: en.drawer.parts.questions }).click();
    await view.getByRole("alert").getByText(en.status.notReached).waitFor();
    await page.unroute(late);
    await view.getByRole("button", { name: en.drawer.again }).click();
    await view.locator(".questions").waitFor();
    await page.route(late, (route) => route.abort());
    await page.getByRole("button", { name: en.drawer.fold }).click();
    await page.getByRole("button", { name: en.saving.share, exact: true }).click();
    await share.getByRole("alert").getByText(en.status.notReached).waitFor();
    await page.unroute(late);
    await share.getByRole("button", { name: en.drawer.again }).click();
    await page.getByTestId("page-link").waitFor();
    await page.getByRole("radio", { name: "Қазақша" }).check({ force: true });
    await page.getByRole("button", { name: kk.saving.share, exact: true }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("kk");
  });

  it("a part that fails takes no other with it, says so, and comes back when it is asked to", async () => {
    const { page } = await visit({ query: `${FLAT}&part=charts`, futures: false, beforeStart: makeNumbersFail });
    const failed = page.getByRole("alert").filter({ hasText: en.drawer.failed });
    await page.evaluate(() => Object.assign(window, { numbersFail: true }));
    await page.getByRole("slider", { name: en.year.label }).fill("2030");
    await failed.nth(4).waitFor(); // answer, map, plan, region and view
    await page.getByRole("button", { name: en.saving.share, exact: true }).waitFor();
    await page.evaluate(() => Object.assign(window, { numbersFail: false }));
    while ((await failed.count()) > 0) await failed.first().getByRole("button").click();
    expect(await answerText(page)).toContain("2030");
    await mapDrawn(page);
    await page.locator(".drawer-part figure").first().waitFor();
  });

  it("a region without a firm is a region without a number, in the panel, the tables and the chooser of actors", async () => {
    const { page, faults } = await visit({
      query: `${FLAT}&region=kostanay&part=regions`,
      futures: false,
      prepare: (context) =>
        context.route("**/data/start-values-2023.csv", async (route) => {
          const response = await route.fetch();
          const text = await response.text();
          await route.fulfill({ response, body: text.replace(/^kostanay,46,11,A,46,46/m, "kostanay,0,0,A,0,0") });
        }),
    });
    const panel = page.getByTestId("region-panel");
    await panel.getByRole("heading", { name: "Kostanay Region" }).waitFor();
    expect(await panel.innerText()).toMatch(/0 of 0 firms/);
    for (const view of await page.locator(".part-list button").all()) {
      await view.click();
      await page.waitForLoadState("networkidle");
      expect(await page.locator("body").innerText(), await view.innerText()).not.toMatch(/NaN|Infinity|undefined/);
    }
    expect(faults).toEqual([]);
  });

  it("an hour in the background, in the midst of a run and of the playing years, is followed by the answer", async () => {
    const { page, faults } = await visit({
      query: `${FLAT}&year=2033`,
      futures: false,
      reducedMotion: "no-preference",
      prepare: (context) => context.clock.install(),
    });
    const before = await answerText(page);
    await page.getByRole("button", { name: en.year.play }).click();
    await show(page, "hidden");
    await page.getByTestId("measure-advice").getByRole("spinbutton").first().fill("300");
    await page.clock.fastForward("01:00:00");
    await show(page, "visible");
    await answered(page);
    await page.locator(".year-now strong", { hasText: "2035" }).waitFor();
    expect(await answerText(page)).not.toBe(before);
    expect(await page.getByRole("alert").count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it("in the colours of the reader's system the page still tells which tab and language are chosen, and draws its bars", async () => {
    const { page } = await visit({ query: `${FLAT}&part=charts`, futures: false, forcedColors: "active" });
    for (const [chosen, others, side] of [
      ['[role=tab][aria-selected="true"]', '[role=tab][aria-selected="false"]', "borderBottomColor"],
      ['.choice [data-on="true"]', '.choice [data-on="false"]', "backgroundColor"],
      [".stage-bar span", "body", "backgroundColor"],
    ] as const) {
      await page.locator(chosen).first().waitFor({ state: "attached" }); // the views come after the answer
      const colours = (selector: string) =>
        page
          .locator(selector)
          .evaluateAll(
            (found, name) => found.map((one) => getComputedStyle(one)[name].match(/\d+/g)!.slice(0, 3)),
            side,
          );
      const [ofChosen] = await colours(chosen);
      expect(ofChosen, chosen).toHaveLength(3);
      expect(await colours(others), chosen).not.toContainEqual(ofChosen);
    }
  });
});

/** Runs in the page: on request whatever writes a number fails, as by a fault of the program. */
function makeNumbersFail() {
  const { prototype } = Intl.NumberFormat;
  const { get } = Object.getOwnPropertyDescriptor(prototype, "format")!;
  Object.defineProperty(prototype, "format", {
    get() {
      if ("numbersFail" in window && window.numbersFail) throw new RangeError("out of luck");
      return get!.call(this);
    },
  });
}

function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

function show(page: Page, state: DocumentVisibilityState) {
  return page.evaluate((visibilityState) => {
    Object.defineProperty(document, "visibilityState", { value: visibilityState, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, state);
}
