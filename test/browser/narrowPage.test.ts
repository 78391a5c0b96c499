import type { Page } from "playwright-core";
import { DRAWER_PARTS, groupOf } from "#session/drawerParts.ts";
import { expect, it } from "vitest";
import { FLAT, NO_GRAPHICS, PHONE, viewShown, withBrowser } from "./visit.ts";

const visit = withBrowser(NO_GRAPHICS);

/** A phone, a small one, a tablet, and a desktop of 1440 px at twice the size; English words are the shortest. */
const LOOKS = [
  ["Русский", "ru", 390],
  ["Русский", "ru", 720],
  ["Қазақша", "kk", 820],
  ["Қазақша", "kk", 320],
] as const;

it("on a narrow page no view and no table scrolls sideways, every cell says its column, words can be read and buttons be hit", {
  timeout: 300_000,
}, async () => {
  const { page, faults } = await visit({
    viewport: PHONE,
    query: `${FLAT}&plan=equalisation&region=east-kazakhstan&part=charts`,
    futures: false,
  });
  page.setDefaultTimeout(150_000); // the back-test computes long on a busy machine
  const wrong: string[] = [];
  const tablesOf: Record<string, number> = {};
  const looks = [...LOOKS];
  for (const part of DRAWER_PARTS) {
    await page
      .getByRole("tab")
      .nth(groupOf(part).id === "trust" ? 3 : 2)
      .click();
    await page.locator(".part-menu").selectOption(part);
    await viewShown(page);
    await page.setViewportSize({ ...PHONE, width: 320 });
    await drawn(page);
    for (const fault of await faultsOfWidth(page)) wrong.push(`${part} as drawn, 320 px: ${fault}`);
    await page.locator(".drawer-part").evaluate((view) => {
      for (const details of view.querySelectorAll("details")) details.open = true;
      for (const asTable of view.querySelectorAll<HTMLElement>(".chart-tools [aria-pressed=false]")) asTable.click();
    });
    looks.reverse(); // every view begins in the language that the one before ended in
    for (const [name, language, width] of looks) {
      await page.getByRole("radio", { name }).check({ force: true });
      await page.locator(`html[lang=${language}]`).waitFor();
      await page.setViewportSize({ ...PHONE, width });
      await viewShown(page);
      await drawn(page);
      const found = [...(await faultsOfWidth(page)), ...(await faultsOfTables(page)), ...(await faultsOfSize(page))];
      for (const fault of found) wrong.push(`${part}, ${language}, ${width} px: ${fault}`);
    }
    tablesOf[part] = await page.locator(".drawer-part table").count();
  }
  expect(wrong).toEqual([]);
  expect(tablesOf).toMatchObject({ regions: 1, estimates: 1, money: 1, clusters: 3, compare: 7, backtest: 4 });
  expect(faults).toEqual([]);
});

/** Waits until the page is drawn in its letters and its new width; a browser that stops giving frames is not waited for. */
function drawn(page: Page): Promise<void> {
  return page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve, reject) => {
      requestAnimationFrame(() => requestAnimationFrame(resolve));
      setTimeout(() => reject(new Error("the browser gave no frame for 30 seconds")), 30_000);
    });
  });
}

function faultsOfWidth(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth ? [`the page is ${scrollWidth} px wide`] : [];
  });
}

function faultsOfTables(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const width = document.documentElement.clientWidth;
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

/** Words under 12 px but for indices and the signs of a heatmap, which its table says; targets under 44 px but for links in text. */
function faultsOfSize(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true }) &&
      !element.closest(".hidden, [data-folded] thead, sub, .cell-sign");
    for (const element of document.body.querySelectorAll("*")) {
      const words = [...element.childNodes].find((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim());
      if (!words || !isShown(element)) continue;
      const svg = element.closest("svg");
      const scale = svg?.viewBox.baseVal?.width ? svg.clientWidth / svg.viewBox.baseVal.width : 1;
      const size = Number.parseFloat(getComputedStyle(element).fontSize) * scale;
      if (size < 11.9) found.push(`"${words.nodeValue}" has ${size.toFixed(1)} px`);
    }
    for (const target of document.querySelectorAll<HTMLElement>(
      "button:not(.map-news, .link), select, input, summary",
    )) {
      const { width, height } = (
        target.closest("label:has(:is([type=radio], [type=checkbox]))") ?? target
      ).getBoundingClientRect();
      if (isShown(target) && (width < 43.5 || height < 43.5))
        found.push(
          `${target.tagName} "${target.ariaLabel ?? target.textContent.slice(0, 30)}" is ${width} by ${height} px`,
        );
    }
    return [...new Set(found)].slice(0, 12);
  });
}
