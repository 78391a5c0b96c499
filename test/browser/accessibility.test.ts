import type { Page } from "playwright-core";
import { AxeBuilder } from "@axe-core/playwright";
import { describe, expect, it } from "vitest";
import {
  ALL_COMPILERS,
  DESKTOP,
  FLAT,
  futuresStopped,
  mapDrawn,
  NO_GRAPHICS,
  PHONE,
  viewShown,
  withBrowser,
} from "./visit.ts";

const visit = withBrowser(NO_GRAPHICS, ALL_COMPILERS); // all but one test look at the flat map
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
      await viewShown(page);
      found.push(...(await violationsOfView(page, where)));
    };
    await page.locator(".measure summary").first().click();
    await futuresStopped(page, lang);
    found.push(...(await violations(page, "the page")));
    for (const tab of await page.getByRole("tab").all()) {
      await tab.click();
      await settled(await tab.innerText());
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

  it("with the map in 3D", async () => {
    const { page } = await visit3d({ futures: false });
    await mapDrawn(page);
    expect(await violations(page, "3D")).toEqual([]);
  });

  it("with a refused value and a refused file on the page", async () => {
    const { page } = await visit({ query: FLAT, futures: false });
    await page.getByTestId("measure-advice").getByRole("spinbutton").first().fill("1000");
    await page
      .getByTestId("plan-file")
      .setInputFiles({ name: "x.json", mimeType: "application/json", buffer: Buffer.from("{") });
    await page.locator(".refused-file").waitFor();
    expect(await violations(page, "refused")).toEqual([]);
  });
});

type Finding = { readonly id: string; readonly nodes: readonly { target: unknown; failureSummary?: string }[] };

const OPTIONS = { resultTypes: ["violations" as const], runOnly: [...RULES] };

/** What is wrong on the page. The page has no frames; the legacy mode looks at it alone and opens no other page for that. */
async function violations(page: Page, where: string): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page: page as never })
    .options(OPTIONS)
    .setLegacyMode()
    .analyze();
  return worded(found, where);
}

/** What is wrong in the open view alone: the rest of the page has been looked at, and axe is still in the page. */
async function violationsOfView(page: Page, where: string): Promise<string[]> {
  const found = await page.evaluate(
    async ({ view, options }) => {
      const { axe } = window as unknown as {
        axe: { run: (part: Element, options: unknown) => Promise<{ violations: Finding[] }> };
      };
      const { violations: ofView } = await axe.run(document.querySelector(view)!, options);
      return ofView.map(({ id, nodes }) => ({
        id,
        nodes: nodes.map(({ target, failureSummary }) => ({ target, failureSummary })),
      }));
    },
    { view: VIEW, options: OPTIONS },
  );
  return worded(found, where);
}

function worded(found: readonly Finding[], where: string): string[] {
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${where}: ${id} ${String(target)}: ${failureSummary}`),
  );
}
