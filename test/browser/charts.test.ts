import type { Locator } from "playwright-core";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { en } from "#ui/words/en.ts";
import { drawerWords } from "#ui/words/drawer/en.ts";
import { FLAT, futuresStopped, NO_GRAPHICS, PHONE, withBrowser } from "./visit.ts";

const visit = withBrowser(NO_GRAPHICS);

/** Charts of each view, and how many of them show years beyond the evidence as lines; places are marked by the region. */
const VIEWS = {
  charts: { charts: 2, beyondEvidence: 2, marksRegion: false },
  funnel: { charts: 2, beyondEvidence: 0, marksRegion: true },
  readiness: { charts: 1, beyondEvidence: 0, marksRegion: false },
  hazard: { charts: 2, beyondEvidence: 1, marksRegion: false },
  path: { charts: 2, beyondEvidence: 0, marksRegion: false },
  timeline: { charts: 1, beyondEvidence: 0, marksRegion: true },
  draw: { charts: 1, beyondEvidence: 0, marksRegion: false },
  efficiency: { charts: 2, beyondEvidence: 0, marksRegion: true },
  equity: { charts: 1, beyondEvidence: 0, marksRegion: false },
  clusters: { charts: 3, beyondEvidence: 0, marksRegion: true },
} as const;
const REGION = "Ulytau"; // the region of a core, so that the states by year mark it too

it("every chart has a finding, a source, a table, a text for screen readers, and marks the selected region", async () => {
  const { page, faults } = await visit({ query: `${FLAT}&plan=core-ecosystem&region=ulytau&part=charts` });
  await futuresStopped(page);
  const missing: string[] = [];
  for (const [part, expected] of Object.entries(VIEWS)) {
    const name = drawerWords.parts[part as keyof typeof VIEWS];
    const isListed = page.locator(".part-list").getByRole("button", { name, exact: true });
    if ((await isListed.count()) === 0) await page.getByRole("tab", { name: drawerWords.groups.regions }).click();
    await isListed.click();
    const view = page.getByRole("region", { name, exact: true });
    await view
      .locator("figure.chart .chart-room > *")
      .nth(expected.charts - 1)
      .waitFor();
    if ((await view.locator(".assumptions-text").count()) !== expected.beyondEvidence)
      missing.push(`${part}: where assumptions dominate`);
    const charts = await view.locator("figure.chart").evaluateAll((figures) =>
      figures.map((figure) => ({
        title: figure.querySelector("h3")?.textContent ?? "",
        subtitle: figure.querySelector(".guidance")?.textContent ?? "",
        isCut: figure.querySelector(".guidance")!.scrollHeight > figure.querySelector(".guidance")!.clientHeight + 1,
        said: figure.querySelector("svg > title")?.textContent ?? "",
        rows: figure.querySelectorAll(".chart-room li").length,
        tools: [...figure.querySelectorAll(".chart-tools button")].map((button) => button.textContent),
      })),
    );
    if (charts.length !== expected.charts) missing.push(`${part}: ${charts.length} charts`);
    if (part === "efficiency") {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        view.getByRole("button", { name: "SVG" }).first().click(),
      ]);
      const drawing = readFileSync(await file.path(), "utf8").replaceAll("\u00a0", " ");
      for (const text of ["North Kazakhstan</text>", "100 %</text>", "MIT licence"])
        if (!drawing.includes(text)) missing.push(`the list as a figure: ${text}`);
    }
    const isMarked = await marksRegion(view);
    for (const button of await view.getByRole("button", { name: en.chart.method }).all()) await button.click();
    const methods = view.locator(".chart-room .chart-method");
    await methods.nth(expected.charts - 1).waitFor();
    for (const method of await methods.all())
      if ((await method.locator("dt").count()) < 2 || (await method.innerText()).length < 100)
        missing.push(`${part}: a method`);
    for (const button of await view.getByRole("button", { name: en.chart.table }).all()) await button.click();
    const tables = await view.locator("figure.chart").evaluateAll((figures) =>
      figures.map((figure) => ({
        caption: figure.querySelector("caption")?.textContent,
        cells: figure.querySelectorAll("tbody td").length,
      })),
    );
    for (const [k, { title, subtitle, isCut, said, rows, tools }] of charts.entries()) {
      if (isCut) missing.push(`${title}: the end of its subtitle`);
      if (!/[\d“:]/.test(title) && part !== "draw") missing.push(`${title}: a finding`);
      if (!/\b(T\d+|(EQ|SM)[-\u2011]\d+)\b/.test(subtitle)) missing.push(`${title}: a source`);
      if (!(rows > 5 || said.length > 30)) missing.push(`${title}: a text`);
      for (const format of ["CSV", "PNG", "SVG"]) if (!tools.includes(format)) missing.push(`${title}: ${format}`);
      if (tables[k].caption !== title || tables[k].cells < 4) missing.push(`${title}: a table`);
    }
    if (expected.marksRegion && !isMarked) missing.push(`${part}: marks ${REGION}`);
  }
  expect(missing).toEqual([]);
  expect(faults).toEqual([]);
});

it("on a phone every state of an actor is named, however short, and a name beside the components finds its point", async () => {
  const { page } = await visit({ viewport: PHONE, query: `${FLAT}&part=timeline`, futures: false });
  const bands = page.locator(".bands > g");
  await bands.first().waitFor();
  const counts = await bands.evaluateAll((rows) =>
    rows.map((row) => [row.querySelectorAll(".span").length, row.querySelectorAll("text:not(.band-name)").length]),
  );
  expect(counts.some(([spans]) => spans > 3)).toBe(true);
  expect(counts.filter(([spans, names]) => spans !== names)).toEqual([]);

  await page.locator(".part-menu").selectOption("clusters");
  const name = page.locator(".components-legend").getByRole("button", { name: "Akmola" });
  await name.click();
  expect(await name.getAttribute("aria-pressed")).toBe("true");
  expect(await page.locator(".region-mark[data-selected=true]").textContent()).toContain("Akmola");
});

it("a saved picture can be read alone: it names what it numbers, and the first one of a page has its letters too", async () => {
  const { page } = await visit({ query: `${FLAT}&part=clusters`, futures: false });
  const components = page.locator("figure.chart").last();
  await components.locator(".components-legend").waitFor();
  const saved = async (format: string) => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      components.getByRole("button", { name: format }).click(),
    ]);
    return readFileSync(await file.path());
  };
  const [first, second] = [await saved("PNG"), await saved("PNG")];
  expect(first.equals(second)).toBe(true); // by the second one the browser has its fonts
  const drawing = (await saved("SVG")).toString();
  const names = await components.locator(".components-legend button").allTextContents();
  expect(names).toHaveLength(20);
  expect(names.filter((name) => !drawing.includes(`>${name}</text>`))).toEqual([]);
});

/** By its name; states by year mark the core that sits in the region. */
async function marksRegion(view: Locator): Promise<boolean> {
  const marked = view.locator('[data-selected="true"]');
  return (
    (await marked.filter({ hasText: REGION }).count()) + (await marked.and(view.locator(".band-name")).count()) > 0
  );
}

it("beside the year's estimated efficiencies the region panel says that chance alone gives as much, as the test of the view", async () => {
  const { page, faults } = await visit({ query: `${FLAT}&plan=baseline&year=2024` });
  const panel = page.getByTestId("region-panel");
  await panel.getByText(en.region.testComing.replace("{{models}}", "M1, M2")).waitFor();
  const height = () => panel.locator(".efficiencies").evaluate(({ clientHeight }) => clientHeight);
  const before = await height();
  await futuresStopped(page);
  await panel.getByText(en.region.notDistinguishable.replace("{{models}}", "M1, M2")).waitFor();
  expect(await height()).toBe(before);
  await panel.getByRole("button", { name: drawerWords.parts.efficiency }).click();
  const test = page.locator(".chart-note li", { hasText: "Not distinguishable from no inefficiency" });
  await test.nth(1).waitFor();
  expect(faults).toEqual([]);
});
