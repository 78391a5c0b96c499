import { describe, expect, it } from "vitest";
import { en } from "#ui/words/en.ts";
import { kk } from "#ui/words/kk.ts";
import { ru } from "#ui/words/ru.ts";
import { answerText, FLAT, PHONE, withBrowser } from "./visit.ts";

const visit = withBrowser([]);

describe("languages", () => {
  it("switch the words, the language of the document and its title, and keep region and year", async () => {
    const { page, faults } = await visit({ query: `${FLAT}&region=kostanay&year=2030` });
    for (const [button, code, words, region] of [
      ["Русский", "ru", ru, "Костанайская область"],
      ["Қазақша", "kk", kk, "Қостанай облысы"],
      ["English", "en", en, "Kostanay Region"],
    ] as const) {
      await page.getByRole("radio", { name: button }).check({ force: true });
      await page.getByTestId("region-panel").getByRole("heading", { name: region }).waitFor();
      expect(await page.locator("html").getAttribute("lang")).toBe(code);
      await page.waitForFunction((title) => document.title === title, words.product.title);
      expect(await page.getByRole("button", { name: words.plan.reset }).count()).toBe(1);
      expect(await answerText(page)).toContain("2030");
      expect(await page.locator("body").innerText()).not.toMatch(/\b[a-z]+\.[a-z]+[A-Za-z.]*\b(?=\s|$)(?<!json|csv)/m);
    }
    expect(faults).toEqual([]);
  });

  it.each(["ru", "kk"])("is the browser's own at the first visit, and fits the phone: %s", async (locale) => {
    const { page } = await visit({ query: FLAT, locale, viewport: PHONE });
    expect(await page.locator("html").getAttribute("lang")).toBe(locale);
    const surplus = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(surplus).toBeLessThanOrEqual(0);
  });
});
