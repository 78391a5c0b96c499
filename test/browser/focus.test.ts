import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { drawerWords } from "#ui/words/drawer/en.ts";
import { en } from "#ui/words/en.ts";
import { DESKTOP, FLAT, NO_GRAPHICS, PHONE, viewShown, withBrowser } from "./visit.ts";

const visit = withBrowser(NO_GRAPHICS);

it.each([
  ["a phone, in the plan", PHONE, "lang=kk", ".measure", 30],
  ["a phone, in a table", PHONE, "part=regions&region=kostanay", ".regions-table tbody", 30],
  ["a desktop, in a table", DESKTOP, "part=regions&region=kostanay", ".regions-table tbody", 30],
  [
    "a desktop, in a view of the whole page",
    DESKTOP,
    "part=compare",
    ".compare:has(.compare-map svg) .compare-progress button",
    24,
  ],
] as const)(
  "nothing covers what the keyboard reaches, forth and back: on %s",
  async (_, viewport, query, comesLast, fewest) => {
    const { page, faults } = await visit({ viewport, query: `${FLAT}&${query}`, futures: false });
    await page.locator(".narrow-parts, .drawer").waitFor(); // what stands around the map comes after the answer
    await page.locator(comesLast).first().waitFor();
    // Views lie above the plan only where they have the whole page.
    if (await page.locator(".measure summary").first().isVisible())
      await page.locator(".measure summary").first().click();
    await page.evaluate(() => {
      document.body.tabIndex = -1; // the start: a click left the focus in the midst
      document.body.focus();
      document.body.removeAttribute("tabindex");
    });
    for (const key of ["Tab", "Shift+Tab"] as const) {
      const { steps, covered } = await walk(page, key);
      expect(covered).toEqual([]);
      expect(steps).toBeGreaterThan(fewest);
    }
    expect(faults).toEqual([]);
  },
);

it("a view over the whole page takes the focus of the button beneath it that opened it", async () => {
  const { page } = await visit({ query: FLAT, futures: false });
  await page.getByRole("button", { name: en.header.help }).press("Enter");
  await page.getByRole("dialog").getByRole("button", { name: drawerWords.parts.questions }).press("Enter");
  await viewShown(page);
  expect(await page.locator(":root").getAttribute("data-drawer")).toBe("whole");
  expect(await page.locator(".drawer :focus").count()).toBe(1);
});

/** Presses a key until the focus leaves the page; gives what was focused while all of it lay beneath something else. */
async function walk(page: Page, key: "Tab" | "Shift+Tab"): Promise<{ steps: number; covered: string[] }> {
  const covered: string[] = [];
  for (let steps = 0; steps < 400; steps++) {
    await page.keyboard.press(key);
    const seen = await page.evaluate(whatCoversTheFocus);
    if (seen === null) return { steps, covered };
    if (seen !== "") covered.push(`${key}: ${seen}`);
  }
  throw new Error("the focus never leaves the page");
}

/** Nothing: ""; null: there is no focus. Runs in the page. */
function whatCoversTheFocus(): string | null {
  const focused = document.activeElement as HTMLElement;
  if (focused === document.body) return null;
  const { top, bottom, left, right } = focused.getBoundingClientRect();
  const found = [0.1, 0.5, 0.9].flatMap((across) =>
    [0.1, 0.5, 0.9].map((down) =>
      document.elementFromPoint(left + across * (right - left), top + down * (bottom - top)),
    ),
  );
  const own = [focused, focused.closest("label")];
  if (found.some((at) => at !== null && (at.contains(focused) || own.some((one) => one?.contains(at))))) return "";
  return `${focused.outerHTML.slice(0, 120)} at ${top} beneath ${found[4]?.outerHTML.slice(0, 120)}`;
}
