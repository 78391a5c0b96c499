import type { Page } from "playwright-core";
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, inject, it } from "vitest";
import { readScenario } from "#cli/scenarioArgument.ts";
import { pageLink } from "#session/pageLink.ts";
import { newEntry } from "#session/plans.ts";
import { asSaved } from "#session/savedPage.ts";
import { en } from "#ui/words/en.ts";
import { study } from "../fixtures/simulate.ts";
import { answered, answerText, FLAT, NO_GRAPHICS, withBrowser } from "./visit.ts";

const visit = withBrowser(NO_GRAPHICS);
const MARKUP = '<img src="x" onerror="document.title=&quot;marked&quot;">{{count}} <b>bold</b>';

describe("a link", () => {
  it("brings plans and view to another browser, which reproduces the numbers; so does the command in Node", async () => {
    const { page } = await visit({ query: `${FLAT}&region=kostanay&year=2031`, futures: false });
    await advice(page).fill("300");
    await page.getByRole("button", { name: en.plans.another }).click();
    await page.getByRole("button", { name: "Subsidy only" }).click();
    await answered(page);
    await page.getByTestId("plan-A").getByRole("radio").check({ force: true });
    await answered(page);
    const answer = await answerText(page);
    await page.getByRole("button", { name: en.saving.share, exact: true }).click();
    const link = await page.getByTestId("page-link").inputValue();
    const command = await page.getByTestId("run-command").inputValue();

    const sent = await visit({ query: link.slice(inject("site").length), futures: false });
    await sent.page.locator('[data-testid="reproduction"][data-kind="reproduced"]').waitFor();
    expect(await answerText(sent.page)).toBe(answer);
    expect(await sent.page.getByTestId("plan-B").innerText()).toContain("Subsidy only");
    expect(await sent.page.getByTestId("region-panel").innerText()).toContain("Kostanay");
    expect(sent.faults).toEqual([]);

    const download = sent.page.waitForEvent("download");
    await sent.page.getByRole("button", { name: en.saving.myPlans, exact: true }).click();
    await sent.page.getByRole("button", { name: en.header.saveFile }).click();
    const file = join(mkdtempSync(join(tmpdir(), "plan-")), (await download).suggestedFilename());
    await (await download).saveAs(file);
    const called = command.replace(/\S+\.json/, file).split(" ");
    expect(called.slice(0, 5)).toEqual(["npm", "run", "-s", "twin", "--"]);
    const said = execFileSync("npm", called.slice(1), {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      encoding: "utf8",
    });
    const shown = await sent.page.locator('[data-testid="reproduction"] code').innerText();
    expect(said).toContain(`output digest   ${shown}`);
  });

  it("that is cut short is told and the page opens as usual; in an open page one that is padded or newer changes nothing, and one that names a plan in markup shows it as text", async () => {
    const { page, faults } = await visit({ query: `${FLAT}#p=1.0123abcd.AAAA`, futures: false });
    const refusal = () => page.getByTestId("notice-linkRefused").innerText();
    expect(await refusal()).toContain(en.saving.notices.linkCut);
    expect(await answerText(page)).toContain("2035");
    for (const [hash, text] of [
      [`#p=1.0123abcd.${"A".repeat(1_000_000)}`, en.saving.notices.linkLong],
      ["#p=7.0123abcd.AAAA", en.saving.notices.linkNewer],
    ]) {
      await followLink(page, hash!);
      await expect.poll(refusal).toContain(text);
      await answered(page);
      expect(await answerText(page)).toContain("2035");
    }

    const plan = readScenario(
      "subsidy-only",
      study.regions.map(({ id }) => id),
    );
    const name = { en: MARKUP, ru: MARKUP, kk: MARKUP };
    const entry = newEntry("A", { ...plan, card: null, id: "marked", name });
    const marked = { plans: [entry], active: "A", seed: "1", futures: 40, view: "", receipt: null } as const;
    await followLink(page, pageLink(asSaved(marked)));
    await page.getByTestId("plan-A").getByText(MARKUP).waitFor();
    await answered(page);
    expect(await page.locator(".answer-plan").innerText()).toContain(MARKUP);
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.title()).not.toBe("marked");
    expect(faults).toEqual([]);
  });
});

describe("the storage of the browser", () => {
  it("gives the plans back after a reload, and holds those that a link replaces", async () => {
    const { page } = await visit({ query: FLAT, futures: false });
    await page.getByRole("button", { name: en.saving.share, exact: true }).click();
    const link = await page.getByTestId("page-link").inputValue();
    await page.getByTestId("page-link").focus();
    await page.keyboard.press("Escape");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(en.saving.share);
    await advice(page).fill("300");
    await answered(page);
    const answer = await answerText(page);
    await page.waitForTimeout(1000); // saved a moment after the change
    await page.reload();
    await answered(page);
    expect(await answerText(page)).toBe(answer);
    expect(await advice(page).inputValue()).toBe("300");
    await page.getByRole("button", { name: en.plans.undo }).click();
    expect(await advice(page).inputValue()).toBe("60");
    await page.getByRole("button", { name: en.plans.redo }).click();
    expect(await advice(page).inputValue()).toBe("300");
    await page.waitForTimeout(1000);

    await followLink(page, new URL(link).hash);
    await page.getByTestId("notice-workKept").waitFor();
    await answered(page);
    expect(await advice(page).inputValue()).toBe("60");
    await page.getByRole("button", { name: en.saving.myPlans, exact: true }).click();
    await page.getByRole("button", { name: en.saving.open, exact: true }).click();
    await expect.poll(() => advice(page).inputValue()).toBe("300");
  });

  it("is never overwritten by a second tab unseen", async () => {
    const { page } = await visit({ query: FLAT, futures: false });
    const other = await page.context().newPage();
    await other.goto(`${inject("site")}${FLAT}`);
    await answered(other);
    await advice(page).fill("300");
    await answered(page);
    await page.waitForTimeout(1500); // saved a moment after the change
    await other.getByTestId("notice-otherTab").waitFor();
    await other.getByRole("button", { name: en.saving.notices.takeOther }).click();
    await expect.poll(() => advice(other).inputValue()).toBe("300"); // what the other tab saved is read first
    await answered(other);
  });

  it("may be full, or of a newer version of the page: the page says so and works", async () => {
    const { page } = await visit({ query: FLAT, futures: false });
    const devTools = await page.context().newCDPSession(page);
    const quota = (size?: number) =>
      devTools.send("Storage.overrideQuotaForOrigin", { origin: new URL(inject("site")).origin, quotaSize: size });
    await quota(1);
    await advice(page).fill("300");
    await page.getByTestId("notice-storageFull").waitFor();
    await answered(page);
    await quota();
    await advice(page).fill("200");
    await page.getByTestId("notice-storageFull").waitFor({ state: "detached" }); // and is saved
    await page.evaluate(
      () =>
        new Promise<void>((resolve) => {
          const opened = indexedDB.open("ecosystem-twin", 99);
          opened.onsuccess = () => resolve(opened.result.close());
        }),
    );
    await page.reload();
    await page.getByTestId("notice-storageNewer").waitFor();
    await answered(page);
  });

  it("may be blocked: the page says so and works", async () => {
    const { page, faults } = await visit({
      query: FLAT,
      futures: false,
      beforeStart: () => {
        const blocked = () => {
          throw new DOMException("denied", "SecurityError");
        };
        for (const name of ["indexedDB", "localStorage"]) Object.defineProperty(window, name, { get: blocked });
        window.BroadcastChannel = class {
          constructor() {
            blocked();
          }
        } as never;
      },
    });
    expect(await page.getByTestId("notice-storageBlocked").innerText()).toContain(en.saving.notices.storageBlocked);
    const before = await answerText(page);
    await advice(page).fill("300");
    await answered(page);
    expect(await answerText(page)).not.toBe(before);
    expect(faults).toEqual([]);
  });
});

/** As a reader who puts a link into the address of an open page: it is not loaded again. */
function followLink(page: Page, hash: string) {
  return page.evaluate((to) => location.assign(to), hash);
}

function advice(page: Page) {
  return page.getByTestId("measure-advice").getByRole("spinbutton").first();
}
