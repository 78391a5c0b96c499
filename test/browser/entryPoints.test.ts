import { describe, expect, it } from "vitest";
import { drawerWords } from "#ui/words/drawer/en.ts";
import { questionWords } from "#ui/words/questions/en.ts";
import { tourWords } from "#ui/words/tour/en.ts";
import { answered, answerText, FLAT, PHONE, withBrowser } from "./visit.ts";

const visit = withBrowser([]);

describe("the first five minutes", () => {
  it("offer a tour once, that keys lead through and leave, without a fault", async () => {
    const { page, faults } = await visit({ query: FLAT, reducedMotion: "reduce" });
    await page.getByRole("button", { name: drawerWords.tour.start }).first().click();
    const stop = page.getByRole("dialog", { name: tourWords.stops.answer.title });
    await stop.waitFor();
    await page.waitForTimeout(500); // the first stop settles before it listens to keys
    await page.keyboard.press("ArrowRight");
    await page.getByRole("dialog", { name: tourWords.stops.plan.title }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.reload();
    await answered(page);
    expect(await page.locator(".tour-offer").count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it.each(["atyrau", "whichFirms", "fewerStaff", "persistence"] as const)(
    "a question opens the view that answers it: %s",
    async (id) => {
      const { page, faults } = await visit({ query: `${FLAT}&part=questions` });
      const before = await answerText(page);
      await page.getByRole("button", { name: questionWords.questions[id] }).click();
      await page.locator(".questions").waitFor({ state: "detached" });
      await answered(page);
      await page.locator(".drawer-part h3").first().waitFor();
      if (id === "atyrau") expect(await page.getByTestId("region-panel").innerText()).toMatch(/4 of 13|2024/);
      if (id === "fewerStaff") expect(await answerText(page)).not.toBe(before);
      expect(faults).toEqual([]);
    },
  );
});

describe("bad conditions", () => {
  it("with storage blocked the page opens and answers", async () => {
    const { page, faults } = await visit({
      query: `${FLAT}&part=trust`,
      beforeStart: () => {
        const blocked = () => {
          throw new DOMException("denied", "SecurityError");
        };
        Object.defineProperty(window, "localStorage", { get: blocked });
        Object.defineProperty(window, "indexedDB", { get: blocked });
      },
    });
    await page.getByTestId("output-digest").waitFor();
    expect(faults).toEqual([]);
  });

  it.each<[string, { width: number; height: number }]>([
    ["320 px", { width: 320, height: 800 }],
    ["a phone", PHONE],
    ["a tablet", { width: 820, height: 1180 }],
  ])("nothing scrolls sideways on %s, in Kazakh, in any view of the charts", async (_, viewport) => {
    const { page } = await visit({ viewport, query: `${FLAT}&lang=kk&part=charts` });
    const menu = page.locator(".part-menu");
    const wide: string[] = [];
    for (const view of await menu.locator("option").allInnerTexts()) {
      await menu.selectOption({ label: view });
      await page.waitForLoadState("networkidle");
      await page.waitForTimeout(150);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0) wide.push(`${view}: ${over}`);
    }
    expect(wide).toEqual([]);
  });
});
