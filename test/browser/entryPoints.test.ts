import { describe, expect, it } from "vitest";
import { en } from "#ui/words/en.ts";
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

  it("questions open the views that answer them, at the place of the answer", async () => {
    const { page, faults } = await visit({ query: `${FLAT}&part=questions`, futures: false });
    for (const id of ["falsify", "fewerStaff", "atyrau", "whichFirms", "partnersNeeded", "persistence"] as const) {
      await page.getByRole("button", { name: questionWords.questions[id] }).click();
      await page.locator(".questions").waitFor({ state: "detached" });
      await answered(page);
      await page.getByRole("region", { name: drawerWords.parts[QUESTIONS[id].part], exact: true }).waitFor();
      await page.locator(".drawer-part h3").first().waitFor();
      if (id === "atyrau") await page.getByTestId("region-panel").getByText("published for 2024: 30.8 %").waitFor();
      if (id === "falsify") {
        const focused = page.locator(".drawer-part :focus", { hasText: en.about.card.disprovedBy });
        await expect.poll(() => focused.evaluate(isWhollyInView)).toBe(true);
      }
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

  it("back and forward of the browser go from view to view and leave year, region and a larger drawer as they are", async () => {
    const { page, faults } = await visit({ query: `${FLAT}&region=kostanay`, futures: false });
    const view = (part: keyof typeof drawerWords.parts) =>
      page.getByRole("region", { name: drawerWords.parts[part], exact: true });
    const sizeOfDrawer = () => page.locator(":root").getAttribute("data-drawer");
    const addressOf = (part: string) => page.waitForURL(new RegExp(`[?&]part=${part}(&|$)`));
    await page.getByRole("tab", { name: drawerWords.groups.regions, exact: true }).click();
    await addressOf("regions");
    await page.getByRole("button", { name: en.drawer.larger }).click();
    await page.getByRole("tab", { name: drawerWords.groups.plan, exact: true }).click();
    await addressOf("guide");
    expect(await sizeOfDrawer()).toBe("whole");
    await page.getByRole("button", { name: en.drawer.smaller }).click();
    await page.goBack();
    await view("regions").waitFor();
    expect(await sizeOfDrawer()).toBe("third");
    await page.getByRole("tab", { name: drawerWords.groups.trust }).click();
    await addressOf("trust");
    expect(await sizeOfDrawer()).toBe("whole");
    await page.goBack();
    await view("regions").waitFor();
    await page.getByRole("slider", { name: en.year.label }).fill("2030");
    await page.waitForURL(/year=2030/);
    await page.goForward();
    await view("trust").waitFor();
    await page.waitForURL(/year=2030.*region=kostanay/);
    await page.goBack();
    await page.goBack();
    await page.locator(".drawer-part").waitFor({ state: "detached" });
    expect(faults).toEqual([]);
  });
});

/** Runs in the page. */
function isWhollyInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const view = element.closest(".drawer-part")!.getBoundingClientRect();
  return top >= view.top && bottom <= Math.min(view.bottom, innerHeight);
}
