import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { backtestWords } from "#ui/words/backtest/en.ts";
import { en } from "#ui/words/en.ts";
import { answered, answerText, FLAT, withBrowser } from "./visit.ts";

const visit = withBrowser([]);

describe("the simulation worker", () => {
  it.each(["baseline", "core-ecosystem"])(
    "gives the same output digest in this browser as in Node, to the last digit: %s",
    async (plan) => {
      const { page } = await visit({ query: `${FLAT}&plan=${plan}&part=trust` });
      const shown = await page.getByTestId("output-digest").innerText();
      expect(shown).toMatch(/^[0-9a-f]{64}$/);
      expect(shown).toBe(twin("run", plan, "--seed", "1").receipt.outputDigest);
    },
  );

  it("that is killed leaves a message and the last answer, and runs again when asked", async () => {
    const { page } = await visit({ query: FLAT });
    const before = await answerText(page);
    await Promise.all(page.workers().map((worker) => worker.evaluate(() => self.close()).catch(() => {})));
    const size = page.getByTestId("measure-advice").getByRole("spinbutton").first();
    await size.fill("300");
    const failure = page.getByRole("alert").filter({ hasText: en.status.failed });
    await failure.waitFor({ timeout: 30_000 });
    expect(await failure.innerText()).toMatch(/worker/);
    expect(await answerText(page)).toBe(before);
    await failure.getByRole("button", { name: en.status.runAgain }).click();
    await failure.waitFor({ state: "detached" });
    await answered(page);
    expect(await answerText(page)).not.toBe(before);
  });
});

describe("the replication worker", () => {
  it("recomputes as many published cells in this browser as Node does", async () => {
    const { page } = await visit({ query: `${FLAT}&part=published` });
    const title = await page.getByRole("heading", { name: /cells agree/ }).innerText();
    const tables: { agrees: boolean }[] = twin("replicate").tables;
    const agree = tables.filter(({ agrees }) => agrees).length;
    expect(title.replaceAll(",", "")).toContain(`${agree} of ${tables.length} cells agree`);
  });
});

describe("the back-test worker", () => {
  it("scores every method in this browser as Node does, and stops when its view is left", async () => {
    const { page } = await visit({ query: `${FLAT}&part=backtest` });
    const table = page.getByRole("region", { name: backtestWords.methods.title }).getByRole("table");
    await table.waitFor();
    const rows = await table.locator("tbody tr").allInnerTexts();
    const methods: { name: keyof typeof backtestWords.methods.names; mae: number; rmse: number; crps: number }[] = twin(
      "backtest",
      "--replicates",
      "50",
    ).methods;
    expect(rows).toHaveLength(methods.length);
    for (const [i, { name, ...scores }] of methods.entries()) {
      expect(rows[i]).toContain(backtestWords.methods.names[name]);
      for (const score of [scores.mae, scores.rmse, scores.crps]) expect(rows[i]).toContain(score.toFixed(2));
    }
    await page.getByRole("button", { name: backtestWords.again }).click();
    await page.getByText(backtestWords.running).waitFor();
    const running = page.workers().length;
    await page.getByRole("tab", { name: en.drawer.groups.trust }).click();
    await expect.poll(() => page.workers().length, { timeout: 10_000 }).toBeLessThan(running);
  });
});

/** What the command line prints in Node. */
function twin(...parts: string[]) {
  const printed = execFileSync(process.execPath, ["--import", "tsx", "src/cli/main.ts", ...parts, "--json"], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(printed);
}
