import type { Page } from "playwright-core";
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, inject, it } from "vitest";
import { en } from "#ui/words/en.ts";
import { answered, answerText, FLAT, withBrowser } from "./visit.ts";

const visit = withBrowser([]);

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

  it("that is cut short, padded or newer is told, and the page opens as usual", async () => {
    const { page, faults } = await visit({ query: FLAT, untilAnswered: false, futures: false });
    for (const [hash, text] of [
      ["#p=1.0123abcd.AAAA", en.saving.notices.linkCut],
      [`#p=1.0123abcd.${"A".repeat(1_000_000)}`, en.saving.notices.linkLong],
      ["#p=7.0123abcd.AAAA", en.saving.notices.linkNewer],
    ]) {
      await page.goto("about:blank"); // an address that differs in its hash alone is not loaded again
      await page.goto(`${inject("site")}${FLAT}${hash}`);
      await answered(page);
      expect(await page.getByTestId("notice-linkRefused").innerText()).toContain(text);
      expect(await answerText(page)).toContain("2035");
    }
    expect(faults.filter((fault) => !fault.includes("ERR_ABORTED"))).toEqual([]); // leaving a page ends what it was loading
  });
});

describe("the storage of the browser", () => {
  it("gives the plans back after a reload, and holds those that a link replaces", async () => {
    const { page } = await visit({ query: FLAT, futures: false });
    await page.getByRole("button", { name: en.saving.share, exact: true }).click();
    const link = await page.getByTestId("page-link").inputValue();
    await page.keyboard.press("Escape");
    await advice(page).fill("300");
    await answered(page);
    const answer = await answerText(page);
    await page.waitForTimeout(1000); // saved a moment after the change
    await page.reload();
    await answered(page);
    expect(await answerText(page)).toBe(answer);
    expect(await advice(page).inputValue()).toBe("300");

    await page.goto("about:blank");
    await page.goto(link);
    await answered(page);
    expect(await advice(page).inputValue()).toBe("60");
    expect(await page.getByTestId("notice-workKept").count()).toBe(1);
    await page.getByRole("button", { name: en.saving.myPlans, exact: true }).click();
    await page.getByRole("button", { name: en.saving.open, exact: true }).click();
    await answered(page);
    expect(await advice(page).inputValue()).toBe("300");
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
    await answered(other);
    expect(await advice(other).inputValue()).toBe("300");
  });

  it("may be blocked: the page says so and works", async () => {
    const { page } = await visit({
      query: FLAT,
      futures: false,
      beforeStart: () => {
        IDBFactory.prototype.open = () => {
          throw new DOMException("denied", "SecurityError");
        };
      },
    });
    expect(await page.getByTestId("notice-storageBlocked").innerText()).toContain(en.saving.notices.storageBlocked);
    const before = await answerText(page);
    await advice(page).fill("300");
    await answered(page);
    expect(await answerText(page)).not.toBe(before);
  });
});

function advice(page: Page) {
  return page.getByTestId("measure-advice").getByRole("spinbutton").first();
}
