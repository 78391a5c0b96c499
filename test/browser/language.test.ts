import { describe, expect, it } from "vitest";
import { en } from "#ui/words/en.ts";
import { kk } from "#ui/words/kk.ts";
import { ru } from "#ui/words/ru.ts";
import { answerText, FLAT, NO_GRAPHICS, PHONE, withBrowser } from "./visit.ts";

const visit = withBrowser(NO_GRAPHICS);

describe("languages", () => {
  it("switch the words, the language of the document and its title, and keep region and year", async () => {
    const { page, faults } = await visit({ query: `${FLAT}&region=kostanay&year=2030`, futures: false });
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

  it("is the browser's own at the first visit, and fits the phone", async () => {
    const { page } = await visit({ query: FLAT, locale: "kk", viewport: PHONE, futures: false });
    expect(await page.locator("html").getAttribute("lang")).toBe("kk");
    const surplus = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(surplus).toBeLessThanOrEqual(0);
  });

  it("have their own decimal sign in fields, whatever the browser's, and reasons of their own", async () => {
    const { page, faults } = await visit({ query: `${FLAT}&part=assumptions`, locale: "de", futures: false });
    const field = page.getByRole("spinbutton", { name: /^M: /, includeHidden: true });
    await page.locator(".parameters details").filter({ has: field }).locator("summary").click();
    for (const [button, half, reason] of [
      ["English", "0.5", /^Not accepted.*Expected a number from 0\.\d+ to [\d.]+, got 99$/s],
      ["Русский", "0,5", /^Не принято.*Нужно — число от 0,\d+ до [\d,]+; получено — 99$/s],
      ["Қазақша", "0,5", /^Қабылданбады.*Керегі — 0,\d+ … [\d,]+ аралығындағы сан; алынғаны — 99$/s],
    ] as const) {
      await page.getByRole("radio", { name: button }).check({ force: true });
      expect(await field.isVisible()).toBe(true);
      const [least, most, before] = await Promise.all(
        ["aria-valuemin", "aria-valuemax", "aria-valuenow"].map(async (name) => Number(await field.getAttribute(name))),
      );
      await expect.poll(() => field.inputValue()).toBe(String(before).replace(".", half[1]));
      await field.fill("99");
      await expect.poll(() => page.locator(".parameters").getByRole("alert").innerText()).toMatch(reason);
      expect(Number(await field.getAttribute("aria-valuenow"))).toBe(before);
      await field.fill(half);
      await page.locator(".parameters").getByRole("alert").waitFor({ state: "detached" });
      expect(Number(await field.getAttribute("aria-valuenow"))).toBe(0.5);
      await field.press("ArrowUp");
      const now = Number(await field.getAttribute("aria-valuenow"));
      expect(now).toBeGreaterThan(0.5);
      expect(now).toBeLessThanOrEqual(0.5 + (most - least) / 100);
    }
    expect(faults).toEqual([]);
  });
});
