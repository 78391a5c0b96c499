import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { DESKTOP, FLAT, NO_GRAPHICS, PHONE, viewShown, withBrowser } from "./visit.ts";

const visit = withBrowser(NO_GRAPHICS);
const SIZES = [PHONE, { width: 320, height: 800 }, DESKTOP];
const VIEWS = ["charts", "regions", "actor", "compare", "money"];

it("with every word half as long again nothing scrolls sideways, is cut off or lies on something else", async () => {
  const { page, faults } = await visit({
    viewport: PHONE,
    query: `${FLAT}&year=2030&region=karaganda&part=charts`,
    futures: false,
    beforeStart: lengthenWords,
  });
  const wrong: string[] = [];
  const look = async (view: string) => {
    for (const size of SIZES) {
      await page.setViewportSize(size);
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
      for (const fault of await faultsOfLayout(page)) wrong.push(`${view} on ${size.width} px: ${fault}`);
    }
    await page.setViewportSize(PHONE);
  };
  for (const view of VIEWS) {
    await page.locator(".part-menu").selectOption(view);
    await viewShown(page);
    await look(view);
  }
  for (const tab of ["Trust", "Plan"]) {
    await page.getByRole("tab", { name: new RegExp(`^${tab}`) }).click();
    await viewShown(page);
    await look(tab);
  }
  expect(await page.getByTestId("answer").innerText()).toContain("manufacturersmanufac");
  expect(wrong).toEqual([]);
  expect(faults).toEqual([]);
});

/** Runs in the page: whatever words it writes grow by half of their letters, as those of many a language are longer. */
function lengthenWords() {
  const grown = new WeakMap<Node, string>();
  const lengthen = (node: Node) => {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.nodeValue!;
      if (grown.get(node) === text || node.parentElement?.closest("script, style, code, textarea, title")) return;
      const longer = text.replace(
        /\p{L}{2,}/gu,
        (word) => word + word.slice(0, Math.round(word.length / 2)).toLowerCase(),
      );
      grown.set(node, longer);
      node.nodeValue = longer;
    } else node.childNodes.forEach(lengthen);
  };
  new MutationObserver((changes) => {
    for (const { type, target, addedNodes } of changes) {
      if (type === "characterData") lengthen(target);
      else addedNodes.forEach(lengthen);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Sideways scrolling of the page, text that its own box cuts off, controls of the top that overlap. */
function faultsOfLayout(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`the page is ${root.scrollWidth} px wide`);

    const nameOf = (element: Element) =>
      `${element.tagName.toLowerCase()}.${element.className} "${element.ariaLabel ?? element.textContent!.trim().slice(0, 40)}"`;
    const isShown = (element: Element) =>
      element.checkVisibility() && !element.closest(".hidden, [data-folded] thead, svg, [inert]");
    for (const element of document.body.querySelectorAll<HTMLElement>("*")) {
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue!.trim(),
      );
      if (!hasText || !isShown(element) || element.scrollWidth <= element.clientWidth + 1) continue;
      const { overflowX, textOverflow, display } = getComputedStyle(element);
      // What ends in an ellipsis says the whole in its title.
      if (textOverflow === "ellipsis" && element.closest("[title]")) continue;
      const isBox = element.matches("button, th, td, a.button, summary") && display !== "inline";
      if (overflowX === "hidden" || overflowX === "clip" || isBox)
        found.push(`${nameOf(element)} is ${element.scrollWidth} px in ${element.clientWidth} px`);
    }

    for (const part of document.querySelectorAll(".top, .answer, .year-bar")) {
      const controls = [...part.querySelectorAll("button, select, a, label, h1, input[type=range]")].filter(isShown);
      controls.forEach((one, k) => {
        for (const other of controls.slice(k + 1)) {
          if (
            one.contains(other) ||
            other.contains(one) ||
            (one.closest("label") === other.closest("label") && one.closest("label"))
          )
            continue;
          const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
          const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
          const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
          if (wide > 1 && high > 1) found.push(`${nameOf(one)} lies on ${nameOf(other)}`);
        }
      });
    }
    return found;
  });
}
