import type { BrowserContext, Page } from "playwright-core";
import { execFile } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { readScenario } from "#cli/scenarioArgument.ts";
import { LEVERS } from "#domain/levers.ts";
import { withoutMeasures } from "#domain/noPlan.ts";
import { formatsOf } from "#ui/formats.ts";
import { compareWords } from "#ui/words/compare/en.ts";
import { kk } from "#ui/words/kk.ts";
import { study } from "../fixtures/simulate.ts";
import { answerText, expectRunAgain, FLAT, NO_GRAPHICS, USUAL_COMPILERS, withBrowser } from "./visit.ts";

const visit = withBrowser(NO_GRAPHICS, USUAL_COMPILERS);
const { number, signed } = formatsOf("en");

describe("many futures", () => {
  it("whose workers are killed in their midst give every number that the command gives", async () => {
    const { page, faults } = await visit({ query: `${FLAT}&plan=cyber-shock&part=compare` });
    await futuresDone(page, 5);
    let started = 0;
    page.on("worker", (worker) => FUTURES.test(worker.url()) && started++);
    const workers = page.workers().filter((worker) => FUTURES.test(worker.url()));
    expect(workers.length).toBeGreaterThan(0);
    await Promise.all(workers.map((worker) => worker.evaluate(() => self.close()).catch(() => {})));
    await futuresDone(page, 10);
    expect(started).toBe(workers.length);
    await page.locator(".compare-progress").getByRole("button", { name: compareWords.futures.stop }).click();
    const [, done] = (await page.locator(".compare-progress span").innerText()).match(/^(\d+) of 40/)!;

    const { differences, effects, plans } = await compareInNode("cyber-shock", done);
    const band = (of: Spread, format: (value: number) => string) =>
      `${format(of.p50)} ${compareWords.interval.replace("{{low}}", format(of.p10)).replace("{{high}}", format(of.p90))}`;
    const effect = effects.find(
      ({ plan, region, year }) => plan === "cyber-shock" && region === null && year === 2035,
    )!;
    const shown = await rowsOf(page, startOf(compareWords.table.title.replace("{{year}}", "2035")));
    expect(shown[0]).toContain(band(effect.spent, (value) => number(value, 1)));
    const { p10, p50, p90 } = effect.spent;
    const spent = `median ${number(p50, 1)}, ${number(p10, 1)} to ${number(p90, 1)}`;
    expect(await page.getByTestId("plan-money").textContent()).toContain(spent); // beneath the view
    expect(shown[0]).toContain(band(effect.firmsPerBillion, (value) => signed(value, 2)));

    const [three] = await rowsOf(page, startOf(compareWords.three.title.apart.replace("{{year}}", "2035")));
    const gains = ["digital_output", "output_of_adopters", "manuf_output"].map(
      (id) => differences.find(({ indicator, region, year }) => indicator === id && region === null && year === 2035)!,
    );
    expect(effect.causedGain.p50).toBe(gains[2].p50);
    for (const gain of gains) expect(three).toContain(band(gain, (value) => signed(value, 1)));

    await page.locator(".compare .target-field input").fill("1"); // less than there was in 2023
    const [target] = await rowsOf(page, startOf(compareWords.target.title));
    expect(target).toContain(`${done} of ${done} ${done} of ${done} 2023`);

    const money = await rowsOf(page, startOf(compareWords.money.title.replace("{{year}}", "2035")));
    const lines = plans.find(({ id }) => id === "cyber-shock")!.money;
    const paid = new Set(lines.filter(({ value }) => value > 0).map(({ line, payer }) => `${line}/${payer}`));
    expect(money).toHaveLength(paid.size + 1); // and their total
    for (const { id, name } of LEVERS.filter(({ id }) => [...paid].some((key) => key.startsWith(`${id}/`)))) {
      const values = Array.from({ length: 12 }, (_, t) =>
        lines.filter(({ line, year }) => line === id && year === 2024 + t).reduce((sum, { value }) => sum + value, 0),
      );
      const row = money.find((text) => text.includes(name.en))!;
      expect(row, id).toContain(values.map((value) => number(value, 2)).join(" "));
    }
    expect(faults).toEqual([]);
  });

  it("and a run, whose workers throw, say so in the language of the page, keep the answer, and go on when asked", async () => {
    let context: BrowserContext;
    const { page } = await visit({
      query: `${FLAT}&lang=kk`,
      prepare: async (opened) => {
        context = opened;
        await throwAfter(context, FUTURES, 1);
        await throwAfter(context, RUNS, 3); // it takes the data, no plan and the plan
      },
    });
    const before = await answerText(page);
    const alert = page.getByRole("alert");
    await alert.filter({ hasText: kk.futures.failed }).waitFor();
    expect(await alert.innerText()).toContain("out of luck");
    expect(await answerText(page)).toBe(before);
    await context!.unroute(FUTURES);
    await page.getByRole("button", { name: kk.futures.again }).click();
    await page.getByTestId("futures").getByText("(80 %)").waitFor();
    expect(await alert.count()).toBe(0);

    await page.getByTestId("measure-advice").getByRole("spinbutton").first().fill("300");
    await alert.filter({ hasText: kk.status.failed }).waitFor();
    expect(await alert.innerText()).toContain(kk.status.stillShown);
    await expectRunAgain(alert, before, kk.status.runAgain);
  });
});

const FUTURES = /\/replicates-[^/]*\.js/;
const RUNS = /\/simulation-[^/]*\.js/;

/** Every worker of this program throws when it hears more than so many messages. */
function throwAfter(context: BrowserContext, program: RegExp, messages: number) {
  const trap = `let heard = 0; addEventListener("message", () => { if (++heard > ${messages}) throw new Error("out of luck"); });`;
  return context.route(program, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${trap}\n${await response.text()}` });
  });
}

function futuresDone(page: Page, count: number) {
  return page.waitForFunction(
    (least) => (document.querySelector<HTMLProgressElement>(".compare-progress progress")?.value ?? 0) >= least,
    count,
  );
}

/** What a heading begins with, before its first number of the run. */
function startOf(title: string): RegExp {
  return new RegExp(`^${title.split("{{")[0]}`);
}

/** Texts of the rows of the table with this heading, with plain spaces between cells. */
async function rowsOf(page: Page, title: RegExp): Promise<string[]> {
  const rows = page.getByRole("region", { name: title }).first().locator("tbody tr");
  return (await rows.allInnerTexts()).map((text) => text.replace(/\s+/g, " "));
}

type Spread = { readonly p10: number; readonly p50: number; readonly p90: number };
type Compared = {
  readonly differences: readonly (Spread & { indicator: string; region: string | null; year: number })[];
  readonly effects: readonly {
    readonly plan: string;
    readonly region: string | null;
    readonly year: number;
    readonly spent: Spread;
    readonly causedGain: Spread;
    readonly firmsPerBillion: Spread;
  }[];
  readonly plans: readonly {
    readonly id: string;
    readonly money: readonly { line: string; payer: string | null; year: number; value: number }[];
  }[];
};

/** What `twin compare` says of a preset against its own assumptions without its measures. */
async function compareInNode(preset: string, replicates: string): Promise<Compared> {
  const plan = readScenario(
    preset,
    study.regions.map(({ id }) => id),
  );
  const reference = join(mkdtempSync(join(tmpdir(), "plan-")), "reference.json");
  writeFileSync(reference, JSON.stringify({ ...withoutMeasures(plan), version: 1, id: "reference" }));
  const command = ["src/cli/start.mjs", "compare", reference, preset];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...command, "--seed", "1", "--replicates", replicates, "--json"],
    { cwd: fileURLToPath(new URL("../..", import.meta.url)), maxBuffer: 2 ** 26 },
  );
  return JSON.parse(stdout);
}
