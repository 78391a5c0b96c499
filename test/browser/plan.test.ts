import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { assumptionsWords } from "#ui/words/assumptions/en.ts";
import { en } from "#ui/words/en.ts";
import { barriers } from "./barriers.ts";
import { answered, answerText, FLAT, NO_GRAPHICS, withBrowser } from "./visit.ts";

const visit = withBrowser(NO_GRAPHICS);

describe("the plan", () => {
  it("is answered while a slider is dragged, before the button is released", async () => {
    const { page } = await visit({ query: FLAT, futures: false });
    const slider = advice(page).getByRole("slider");
    const { x, y, width, height } = (await slider.boundingBox())!;
    const answers = new Set<string>([await answerText(page)]);
    await page.mouse.move(x + width * 0.2, y + height / 2);
    await page.mouse.down();
    for (let part = 0.2; part <= 1; part += 0.1) {
      await page.mouse.move(x + width * part, y + height / 2);
      await answered(page);
      answers.add(await answerText(page));
    }
    const heldDown = answers.size;
    await page.mouse.up();
    expect(heldDown).toBeGreaterThan(3);
    expect(Number(await slider.inputValue())).toBeGreaterThan(250);
  });

  it("opens from a preset, each answers differently, and one that does nothing has no difference to no plan", async () => {
    const { page } = await visit({ query: FLAT, futures: false });
    const answers = new Set<string>();
    for (const preset of ["core-ecosystem", "subsidy-only", "baseline"]) {
      await planMenu(page).selectOption(preset);
      await answered(page);
      answers.add(await answerText(page));
    }
    expect(answers.size).toBe(3);
    expect(await answerText(page)).toMatch(/with no plan, [\d.]+\s%/);
    expect(await page.getByTestId("region-panel").innerText()).toContain(en.region.same);
  });

  it("stays when a wrong value is typed, the reason stands beside the field, and Reset plan goes back to the preset", async () => {
    const { page } = await visit({ query: FLAT, futures: false });
    const before = await answerText(page);
    const reset = page.getByRole("button", { name: en.plan.reset });
    expect(await reset.isDisabled()).toBe(true);
    await exactSize(page).fill("1000");
    const problem = advice(page).getByRole("alert");
    await problem.getByText("Expected a number from 0 to 300, got 1000").waitFor();
    expect(await exactSize(page).inputValue()).toBe("1000");
    expect(await exactSize(page).getAttribute("aria-invalid")).toBe("true");
    await answered(page);
    expect(await answerText(page)).toBe(before);
    await exactSize(page).fill("100");
    await problem.waitFor({ state: "detached" });
    await answered(page);
    expect(await answerText(page)).not.toBe(before);
    await reset.click();
    await answered(page);
    expect(await answerText(page)).toBe(before);
    expect(await exactSize(page).inputValue()).toBe("60");
  });

  it("takes measures that are added and aimed at regions and years", async () => {
    const { page } = await visit({ query: `${FLAT}&plan=baseline`, futures: false });
    const before = await answerText(page);
    await page.getByLabel(en.plan.add).selectOption("subsidy");
    await answered(page);
    const measure = page.getByTestId("measure-subsidy");
    await measure.locator("summary").click();
    await measure.getByLabel(en.plan.from, { exact: true }).fill("2030");
    await answered(page);
    const late = await answerText(page);
    expect(late).not.toBe(before);
    expect(await measure.locator("summary").innerText()).toContain("2030");

    await measure.locator(".region-chooser select").selectOption({ label: en.plan.chosenRegions });
    await measure.getByRole("button", { name: en.plan.untickAll }).click();
    await measure.getByText(en.plan.tickOne).waitFor();
    const kostanay = measure.getByLabel("Kostanay", { exact: true });
    await kostanay.check();
    await answered(page);
    expect(await measure.locator("summary").innerText()).toContain("Kostanay · 2030");
    await kostanay.uncheck();
    await measure.getByText(en.plan.tickOne).waitFor();
    expect(await measure.locator("summary").innerText()).toContain("Kostanay · 2030");
  });

  it("has its parameters under subjects, folded until they are opened or looked for", async () => {
    const { page, faults } = await visit({ query: `${FLAT}&part=assumptions`, futures: false });
    const list = page.locator(".parameters");
    const rows = list.getByRole("spinbutton");
    const subject = (text: string) => list.getByRole("heading", { name: text, exact: true });
    await subject("Cost of measures 12").waitFor();
    expect(await rows.count()).toBe(0);
    await subject("Readiness 6").click();
    await expect.poll(() => rows.count()).toBe(6);
    await rows.first().fill("0.5");
    await rows.first().press("Enter");
    await subject("Readiness 6 · 1 changed").waitFor();
    await page.getByRole("searchbox", { name: assumptionsWords.find }).fill("cost of one");
    await expect.poll(() => list.getByRole("heading").allInnerTexts()).toEqual(["Cost of measures\u00A02 of 12"]);
    expect(await rows.count()).toBe(2);
    await page.getByRole("searchbox", { name: assumptionsWords.find }).fill("life cycle");
    await subject("Life cycle of the ecosystem 11 of 11").waitFor();
    expect(await rows.count()).toBe(11);
    expect(faults).toEqual([]);
  });

  it("comes from a file, and a wrong file lists all its problems, as a refused value does, while the plan stays", async () => {
    const { page } = await visit({ query: FLAT, futures: false });
    const before = await answerText(page);
    const file = (content: unknown) => ({
      name: "mine.json",
      mimeType: "application/json",
      buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
    });
    const plan = { version: 1, id: "mine", name: { en: "Mine", ru: "Мой", kk: "Менікі" } };

    const wrong = [
      { lever: "magic", size: 1 },
      { lever: "subsidy", size: 140, from: 2020, regions: ["semey"], budget: -1 },
    ];
    await page.getByTestId("plan-file").setInputFiles(file({ ...plan, measures: wrong }));
    const note = page.locator(".refused-file");
    await note.getByRole("listitem").first().waitFor();
    const said = await note.innerText();
    for (const place of ["[0].lever", "[1].size", "[1].from", "[1].regions[0]", "[1].budget"]) {
      expect(said).toContain(`mine.json measures${place}: expected`);
    }
    expect(await answerText(page)).toBe(before);
    const field = advice(page).getByRole("spinbutton").first();
    const value = await field.inputValue();
    await field.fill("1000");
    expect(await barriers(page, "refused")).toEqual([]);
    await field.fill(value);

    await page.getByTestId("plan-file").setInputFiles(file('{"version": 1,\n "id": }'));
    await note.getByText('mine.json:2:8: expected a value, got "}"').waitFor();

    await page.getByTestId("plan-file").setInputFiles(file({ ...plan, measures: [{ lever: "advice", size: 300 }] }));
    await note.waitFor({ state: "detached" });
    await answered(page);
    expect(await planMenu(page).locator("option:checked").innerText()).toBe("Mine");
    const told = page.getByTestId("notice-fileOpened");
    await told.getByText("Plan A is now “Mine” from the file mine.json: 1 measure.").waitFor();
    expect(await answerText(page)).not.toBe(before);

    const twoFiles = await page.evaluateHandle((text) => {
      const transfer = new DataTransfer();
      for (const name of ["first.json", "second.json"]) transfer.items.add(new File([text], name));
      return transfer;
    }, JSON.stringify(plan));
    await page.locator(".page").dispatchEvent("drop", { dataTransfer: twoFiles });
    await told.getByText("from the file first.json").waitFor();
    const onlyFirst = page.getByTestId("notice-oneFile");
    await onlyFirst.getByText("only the first, first.json, was read").waitFor();
    await page.getByTestId("plan-file").setInputFiles(file(plan));
    await onlyFirst.waitFor({ state: "detached" });
  });
});

function advice(page: Page) {
  return page.getByTestId("measure-advice");
}

function exactSize(page: Page) {
  return advice(page).getByRole("spinbutton").first();
}

function planMenu(page: Page) {
  return page.locator(".plan-menu select");
}
