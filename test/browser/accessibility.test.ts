import type { Page } from "playwright-core";
import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect, it } from "vitest";
import { DESKTOP, FLAT, mapDrawn, PHONE, withBrowser } from "./visit.ts";

const visit = withBrowser([]); // all but one test look at the flat map
const visit3d = withBrowser();
/** Where a view is shown, below the map or on a phone in its tab. */
const VIEW = "#drawer-part, #narrow-part";
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

describe("axe finds nothing against WCAG 2.2 AA", () => {
  it.each([
    ["desktop, dark, in every view", DESKTOP, "dark", "ru", true],
    ["phone, light, in the first view of every tab", PHONE, "light", "kk", false], // a view is the same markup everywhere
  ] as const)("%s, with a region and the details of a measure open", async (_, viewport, theme, lang, everyView) => {
    const { page } = await visit({ viewport, query: `${FLAT}&theme=${theme}&lang=${lang}&region=kostanay` });
    const found: string[] = [];
    const settled = async (where: string) => {
      await page.waitForLoadState("networkidle"); // a view may be loaded and computed when it is opened
      await page.locator(".drawer-part [role=status]:not(.hidden)").waitFor({ state: "detached" });
      found.push(...(await violations(page, where, VIEW)));
    };
    await page.locator(".measure summary").first().click();
    found.push(...(await violations(page, "the page")));
    for (const tab of await page.getByRole("tab").all()) {
      await tab.click();
      await settled(await tab.innerText());
      if (!everyView) continue;
      const menu = page.locator(".part-menu"); // on a phone; elsewhere a list of buttons
      const views = (await menu.count()) > 0 ? await menu.locator("option").allInnerTexts() : [];
      for (const view of views) {
        await menu.selectOption(view);
        await settled(view);
      }
      for (const button of await page.locator(".part-list button").all()) {
        await button.click();
        await settled(await button.innerText());
      }
    }
    expect(found).toEqual([]);
  });

  it("with the map in 3D", async () => {
    const { page } = await visit3d();
    await mapDrawn(page);
    expect(await violations(page, "3D")).toEqual([]);
  });

  it("with a refused value and a refused file on the page", async () => {
    const { page } = await visit({ query: FLAT });
    await page.getByTestId("measure-advice").getByRole("spinbutton").first().fill("1000");
    await page
      .getByTestId("plan-file")
      .setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{") });
    await page.locator(".refused-file").waitFor();
    expect(await violations(page, "refused")).toEqual([]);
  });
});

/** What is wrong on the page, or in one part of it: the rest of the page stays the same from view to view. */
async function violations(page: Page, where: string, part?: string): Promise<string[]> {
  const builder = new AxeBuilder({ page: page as never }).withTags(RULES);
  const { violations } = await (part === undefined ? builder : builder.include(part)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${where}: ${id} ${target.join(" ")}: ${failureSummary}`),
  );
}
