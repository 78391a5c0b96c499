import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { en } from "#ui/words/en.ts";
import { answered, answerText, FLAT, withBrowser } from "./visit.ts";

const visit = withBrowser();

describe("the simulation worker", () => {
  it.each(["baseline", "core-ecosystem"])(
    "gives the same output digest in this browser as in Node, to the last digit: %s",
    async (plan) => {
      const { page } = await visit({ query: `${FLAT}&plan=${plan}` });
      await page.getByRole("tab", { name: en.drawer.about }).click();
      const shown = await page.getByTestId("output-digest").innerText();
      const printed = execFileSync(
        process.execPath,
        ["--import", "tsx", "src/cli/main.ts", "run", plan, "--seed", "1", "--json"],
        { cwd: fileURLToPath(new URL("../..", import.meta.url)), encoding: "utf8", maxBuffer: 2 ** 26 },
      );
      const { receipt } = JSON.parse(printed);
      expect(shown).toMatch(/^[0-9a-f]{64}$/);
      expect(shown).toBe(receipt.outputDigest);
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
