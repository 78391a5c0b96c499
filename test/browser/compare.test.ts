import type { Page } from "playwright-core";
import { readFileSync } from "node:fs";
import readExcelFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { downloadWords } from "#ui/words/downloads/kk.ts";
import { en } from "#ui/words/en.ts";
import { kk } from "#ui/words/kk.ts";
import { ru } from "#ui/words/ru.ts";
import { barriers } from "./barriers.ts";
import { DESKTOP, NO_GRAPHICS, PHONE, withBrowser } from "./visit.ts";

const visit = withBrowser(NO_GRAPHICS);
const COMPARE = "?map=2d&part=compare";

async function saved(page: Page, click: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent("download"), click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

describe("the comparison of plans", () => {
  it("says what one future shows at once, and axe finds no barrier on a desktop or a phone", async () => {
    const { page, faults } = await visit({ query: COMPARE, futures: false });
    for (const viewport of [DESKTOP, PHONE]) {
      await page.setViewportSize(viewport);
      await page.locator(".compare-finding h3").waitFor();
      await page.locator(".compare-map svg").waitFor();
      expect(await page.locator(".compare-table").count()).toBeGreaterThan(2);
      expect(await barriers(page, `${viewport.width} px`)).toEqual([]);
    }
    expect(faults).toEqual([]);
  });

  it("finds where the plan parts from no plan, and who took another step", async () => {
    const { page, faults } = await visit({ query: "?map=2d&part=why", futures: false });
    const text = await page.getByTestId("divergence").innerText();
    expect(text).toMatch(/differ in 20\d\d/);
    expect(text).toContain("Project office");
    expect(faults).toEqual([]);
  });

  it("shares the effect out among the measures on request, and can be stopped", async () => {
    const { page } = await visit({ query: "?map=2d&part=why&plan=robots" }); // two measures: four subsets
    await page.getByRole("button", { name: "Split the effect by measure" }).click();
    await page.getByRole("button", { name: "Stop" }).last().click();
    await page.getByRole("button", { name: "Split the effect by measure" }).click();
    await page.locator(".attribution svg title").waitFor({ timeout: 120_000, state: "attached" });
    expect(await page.locator(".attribution svg title").textContent()).toContain("All together");
    await page.getByText(/^Split over 10 futures; the comparison has \d+/).waitFor();
    await page.getByRole("button", { name: /^Split over the \d+ futures of the comparison$/ }).click();
    await page.getByRole("button", { name: "Stop" }).last().click();
    expect(await page.locator(".attribution svg title").textContent()).toContain("All together"); // that of ten stays

    const view = (name: string) => page.locator(".part-list").getByRole("button", { name, exact: true });
    await view(en.drawer.parts.compare).click();
    await page.locator(".attribution").waitFor({ state: "detached" });
    await view(en.drawer.parts.why).click();
    expect(await page.locator(".attribution svg title").textContent()).toContain("All together");
    await page.getByText(/^Split over 10 futures; the comparison has \d+/).waitFor(); // and is known as this plan's
  });
});

describe("downloads", () => {
  it("give a workbook with sheets in the language of the page, and figures with their origin", async () => {
    const { page, faults } = await visit({ query: `${COMPARE}&lang=kk`, futures: false });
    await page.getByRole("button", { name: kk.drawer.smaller }).click(); // the header is beneath a view of the whole page
    await page.getByRole("button", { name: "Жүктеу" }).click();
    // Text of the very colour of its ground is what axe leaves undecided.
    const colourOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((node) => getComputedStyle(node).color);
    expect(await colourOf(".menu-item")).toBe(await colourOf(".download-menu"));
    const book = await saved(page, () => page.locator(".menu-item", { hasText: "XLSX" }).click());
    expect(book.name).toMatch(/^ecosystem-twin_core-ecosystem_\d{4}-\d\d-\d\d\.xlsx$/);
    const sheets = await readExcelFile(book.bytes);
    expect(sheets.map(({ sheet }) => sheet)).toContain(downloadWords.sheets.differences);

    const chart = page.locator(".compare-chart").first();
    const svg = await saved(page, () => chart.getByRole("button", { name: "SVG" }).click());
    const drawing = svg.bytes.toString("utf8");
    expect(drawing).toContain("@font-face");
    expect(drawing).not.toMatch(/var\(--|<script|href="http/);
    const texts = [...drawing.matchAll(/<text[^>]*>([^<]*)/g)].map(([, text]) => text).join(" ");
    expect(texts).toContain("MIT лицензиясы"); // the credit, in lines
    const png = await saved(page, () => chart.getByRole("button", { name: "PNG" }).click());
    expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
    expect(png.bytes.length).toBeGreaterThan(20_000);

    await page.getByRole("button", { name: "Жүктеу" }).click();
    const map = await saved(page, () => page.locator(".menu-item", { hasText: "PNG" }).click());
    expect(map.name).toBe("map-digital-share-2035_core-ecosystem.png");
    expect(map.bytes.length).toBeGreaterThan(50_000);
    expect(faults).toEqual([]);
  });
});

describe("the report", () => {
  it("of one future gives values and differences alone, of the year that is chosen, in every language", async () => {
    const { page } = await visit({ query: "?map=2d&year=2030&lang=en", futures: false });
    await page.getByRole("button", { name: en.plans.another, exact: true }).click();
    await page.locator(".add-plan .menu button").last().click();
    const report = page.getByRole("dialog");
    for (const [language, words, ofYear, ofMany] of [
      ["ENG", en, "2030 where no other year", /median|\b80\s%|of 1 futures/i],
      ["РУС", ru, "к 2030 году, если", /медиан|80\s%|из 1 вариант/i],
      ["ҚАЗ", kk, "сандар 2030 жылға", /медиана|80\s%|1 нұсқасының/i],
    ] as const) {
      await page.getByText(language, { exact: true }).click();
      await page.getByRole("button", { name: words.downloads.menu, exact: true }).click();
      await page.locator(".menu-item", { hasText: "A4" }).click();
      await report.locator(".report-map svg").first().waitFor();
      const text = await report.innerText();
      expect(text).toContain(ofYear);
      expect(text.match(/^B\s/gm)?.length).toBeGreaterThan(3); // both plans stand in the tables
      expect(text).not.toMatch(ofMany);
      await page.setViewportSize(PHONE);
      await page.locator(".page[data-layout=narrow]").waitFor();
      expect(await report.innerText()).toContain(ofYear); // it stays open while the page beneath is rebuilt
      await page.setViewportSize(DESKTOP);
      await page.locator(".page[data-layout=wide]").waitFor();
      await page.keyboard.press("Escape");
      await report.waitFor({ state: "detached" });
    }
  });

  it("prints to whole A4 pages with summary, plans, map, method and caveats, in every language", async () => {
    const { page, faults } = await visit({ query: "?map=2d&lang=en&region=kostanay", colorScheme: "dark" });
    const report = page.getByRole("dialog");
    for (const [language, menu, byYear, ...words] of [
      ["ENG", "Download", "Kostanay Region, year by year", "Summary", "Not for exact forecasts"],
      ["РУС", "Скачать", "Костанайская область, по годам", "Главное", "Не для точных прогнозов"],
      ["ҚАЗ", "Жүктеу", "Қостанай облысы, жылдар бойынша", "Негізгі қорытындылар", "Өңір бойынша дәл болжамға"],
    ]) {
      await page.getByText(language, { exact: true }).click();
      await page.getByRole("button", { name: menu, exact: true }).click();
      await page.locator(".menu-item", { hasText: "A4" }).click();
      await report.locator(".report-map svg").first().waitFor();
      const unnamed = report.locator(".report-map .map-flat-labels [visibility=hidden]");
      await expect.poll(() => unnamed.count()).toBe(0); // one plan has room for every name
      const text = await report.innerText();
      for (const word of [...words, "ODbL", "compare baseline core-ecosystem --seed 1"]) expect(text).toContain(word);
      expect(text).toContain(byYear); // the region that is chosen, from its counts of 2023 on
      expect(text).toMatch(/^2023\s+(11\D+46|46\D+11)\D/m);
      expect(text).not.toMatch(/\{\{|NaN|undefined/);
      expect(await report.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);

      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
      const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)!.length;
      expect(pages).toBeGreaterThanOrEqual(4);
      expect(pages).toBeLessThanOrEqual(9);
      expect(pdf.toString("latin1")).toMatch(/\/MediaBox\s*\[0 0 59[45][.\d]* 84[12][.\d]*\]/); // A4 in points
      expect(await report.count()).toBe(1); // a sheet narrower than the window must not rebuild the page around it
      await page.keyboard.press("Escape");
      expect(await report.count()).toBe(0);
    }
    const efficiencies = page.getByTestId("region-panel").locator(".efficiencies");
    await efficiencies.getByText(/\d+ нұсқасында: 20\sөңір ішінде \d+(–\S?\d+)?.орын/).waitFor(); // over futures
    expect(faults).toEqual([]);
  });
});
