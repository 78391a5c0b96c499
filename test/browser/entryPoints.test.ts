import { describe, expect, it } from "vitest";
import { drawerWords } from "#ui/words/drawer/en.ts";
import { questionWords } from "#ui/words/questions/en.ts";
import { tourWords } from "#ui/words/tour/en.ts";
import { QUESTIONS } from "#ui/trust/questions.ts";
import { answered, FLAT, NO_GRAPHICS, withBrowser } from "./visit.ts";

const visit = withBrowser(NO_GRAPHICS);

describe("the first five minutes", () => {
  it("offer a tour once, that keys lead through and leave, without a fault", async () => {
    const { page, faults } = await visit({ query: FLAT, futures: false });
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

  it("questions open the views that answer them", async () => {
    const { page, faults } = await visit({ query: `${FLAT}&part=questions`, futures: false });
    for (const id of ["fewerStaff", "atyrau", "whichFirms", "partnersNeeded", "persistence"] as const) {
      await page.getByRole("button", { name: questionWords.questions[id] }).click();
      await page.locator(".questions").waitFor({ state: "detached" });
      await answered(page);
      await page.getByRole("region", { name: drawerWords.parts[QUESTIONS[id].part], exact: true }).waitFor();
      await page.locator(".drawer-part h3").first().waitFor();
      if (id === "atyrau") expect(await page.getByTestId("region-panel").innerText()).toMatch(/4 of 13|2024/);
      if (id === "fewerStaff") await page.locator(".compare-finding h3", { hasText: "Brain drain" }).waitFor();
      await page.getByRole("tab", { name: drawerWords.groups.trust }).click();
      await page.locator(".part-list").getByRole("button", { name: drawerWords.parts.questions }).click();
    }
    expect(faults).toEqual([]);
  });

  it("office or subsidy stands as two plans side by side, compared with each other, once however often it is asked", async () => {
    const { page, faults } = await visit({ query: `${FLAT}&part=questions`, futures: false });
    for (let time = 0; time < 2; time++) {
      await page.getByRole("button", { name: questionWords.questions.officeOrSubsidy }).click();
      await page.locator(".questions").waitFor({ state: "detached" });
      await answered(page);
      const finding = page.locator(".compare-finding h3", { hasText: "“A Office, 1 bn KZT a year”" });
      await finding.filter({ hasText: "“B Subsidy, 1 bn KZT a year”" }).waitFor();
      expect(await page.locator(".compare-table").first().locator("tbody tr").count()).toBe(2);
      await page.getByRole("tab", { name: drawerWords.groups.trust }).click();
      await page.locator(".part-list").getByRole("button", { name: drawerWords.parts.questions }).click();
    }
    expect(faults).toEqual([]);
  });
});
