import type { Page } from "playwright-core";
import { AxeBuilder } from "@axe-core/playwright";

/** Where a view is shown, below the map or on a phone in its tab. */
const VIEW = "#drawer-part, #narrow-part";
const OPTIONS = {
  resultTypes: ["violations" as const],
  runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
};

type Finding = { readonly id: string; readonly nodes: readonly { target: unknown; failureSummary?: string }[] };

/** What axe finds on the page against WCAG 2.2 AA. The page has no frames; the legacy mode looks at it alone and opens no other page for that. */
export async function barriers(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page: page as never }).options(OPTIONS).setLegacyMode().analyze();
  return worded(violations, where);
}

/** What it finds in the open view alone, once `barriers` has looked at the page: the rest is the same, and axe is still there. */
export async function barriersOfView(page: Page, where: string): Promise<string[]> {
  const found = await page.evaluate(
    async ({ view, options }) => {
      const { axe } = window as unknown as {
        axe: { run: (part: Element, options: unknown) => Promise<{ violations: Finding[] }> };
      };
      const { violations } = await axe.run(document.querySelector(view)!, options);
      return violations.map(({ id, nodes }) => ({
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
