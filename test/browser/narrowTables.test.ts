import type { Page } from "playwright-core";
import { DRAWER_PARTS, groupOf } from "#session/drawerParts.ts";
import { expect, it } from "vitest";
import { FLAT, PHONE, viewShown, withBrowser } from "./visit.ts";

const visit = withBrowser([]);

const WIDTHS = [390, 320];
const LANGUAGES = [
  ["Русский", "ru"],
  ["Қазақша", "kk"],
  ["English", "en"],
] as const;

it("on a phone no table of any view scrolls sideways, and every cell says its column", async () => {
  const { page, faults } = await visit({
    viewport: PHONE,
    query: `${FLAT}&plan=equalisation&region=east-kazakhstan&part=charts`,
    futures: false,
  });
  page.setDefaultTimeout(90_000); // the back-test computes long on a busy machine
  const wrong: string[] = [];
  const tablesOf: Record<string, number> = {};
  for (const part of DRAWER_PARTS) {
    await page
      .getByRole("tab")
      .nth(groupOf(part).id === "trust" ? 3 : 2)
      .click();
    await page.locator(".part-menu").selectOption(part);
    await viewShown(page);
    await page.locator(".drawer-part").evaluate((view) => {
      for (const details of view.querySelectorAll("details")) details.open = true;
      for (const asTable of view.querySelectorAll<HTMLElement>(".chart-tools [aria-pressed=false]")) asTable.click();
    });
    for (const [name, language] of LANGUAGES) {
      await page.getByRole("radio", { name }).check({ force: true });
      await page.locator(`html[lang=${language}]`).waitFor();
      for (const width of WIDTHS) {
        await page.setViewportSize({ ...PHONE, width });
        await viewShown(page);
        await page.evaluate(async () => {
          await document.fonts.ready;
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        });
        for (const fault of await faultsOfTables(page)) wrong.push(`${part}, ${language}, ${width} px: ${fault}`);
      }
    }
    tablesOf[part] = await page.locator(".drawer-part table").count();
  }
  expect(wrong).toEqual([]);
  expect(tablesOf).toMatchObject({ regions: 1, estimates: 1, money: 1, clusters: 3, compare: 7, backtest: 4 });
  expect(faults).toEqual([]);
});

function faultsOfTables(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width)
      found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    for (const table of document.querySelectorAll<HTMLTableElement>(".drawer-part table")) {
      const name = `table "${table.textContent.slice(0, 40)}"`;
      const area = table.closest(".table-scroll");
      if (area && area.scrollWidth > area.clientWidth)
        found.push(`${name} is ${area.scrollWidth} px in ${area.clientWidth} px`);
      const isFolded = area?.hasAttribute("data-folded") ?? false;
      for (const cell of table.querySelectorAll<HTMLTableCellElement>("th, td")) {
        const box = cell.getBoundingClientRect();
        const text = cell.textContent.trim();
        if (box.width === 0 || text === "" || (isFolded && cell.closest("thead"))) continue;
        if (box.left < 0 || box.right > width + 1 || cell.scrollWidth > cell.clientWidth + 1)
          found.push(`${name}: "${text}" is cut off`);
        if (Number.parseFloat(getComputedStyle(cell).fontSize) < 12)
          found.push(`${name}: "${text}" is smaller than 12 px`);
        if (isFolded && cell.tagName === "TD" && table.tHead && !cell.dataset.column)
          found.push(`${name}: "${text}" has no column`);
      }
    }
    return [...new Set(found)].slice(0, 20);
  });
}
