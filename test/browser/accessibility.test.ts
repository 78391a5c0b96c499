import { describe, expect, it } from "vitest";
import { barriers, barriersOfView } from "./barriers.ts";
import { DESKTOP, FLAT, futuresStopped, NO_GRAPHICS, PHONE, viewShown, withBrowser } from "./visit.ts";

const visit = withBrowser(NO_GRAPHICS);

// The map in 3D, a refused file and the comparison are looked at where they are tested.

describe("axe finds nothing against WCAG 2.2 AA", () => {
  it.each([
    ["desktop, dark, in every view", DESKTOP, "dark", "ru", true],
    ["phone, light, in the first view of every tab", PHONE, "light", "kk", false], // a view is the same markup everywhere
  ] as const)("%s, with a region and the details of a measure open", async (_, viewport, theme, lang, everyView) => {
    const { page } = await visit({ viewport, query: `${FLAT}&theme=${theme}&lang=${lang}&region=kostanay` });
    const found: string[] = [];
    const settled = async (where: string) => {
      await viewShown(page);
      for (const summary of await page.locator(".parameters summary").all()) await summary.click();
      found.push(...(await barriersOfView(page, where)));
    };
    await page.locator(".measure summary").first().click();
    await futuresStopped(page, lang);
    found.push(...(await barriers(page, "the page")));
    for (const tab of await page.getByRole("tab").all()) {
      await tab.click();
      await settled(await tab.innerText());
      const method = page.locator(".chart-tools [aria-expanded]").first();
      if (await method.isVisible()) {
        await method.click();
        await settled(`${await tab.innerText()}, method`);
        await method.click();
      }
      if (!everyView) continue;
      const menu = page.locator(".part-menu"); // on a phone; elsewhere a list of buttons
      const views = (await menu.count()) > 0 ? await menu.locator("option").allInnerTexts() : [];
      for (const view of views.slice(1)) {
        await menu.selectOption(view);
        await settled(view);
      }
      // The first view of the group is open already.
      for (const button of (await page.locator(".part-list button").all()).slice(1)) {
        await button.click();
        await settled(await button.innerText());
      }
    }
    expect(found).toEqual([]);
  });
});
