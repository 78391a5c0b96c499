import { describe, expect, it } from "vitest";
import { readScenario } from "#cli/scenarioArgument.ts";
import { runBacktest } from "#engine/backtest.ts";
import { replicateStudy } from "#estimators/replication.ts";
import { fitStudyFrontier } from "#estimators/replication/frontierRows.ts";
import { backtestWords } from "#ui/words/backtest/en.ts";
import { en } from "#ui/words/en.ts";
import { replicationWords } from "#ui/words/replication/en.ts";
import { simulate, study } from "../fixtures/simulate.ts";
import { answerText, expectRunAgain, FLAT, NO_GRAPHICS, USUAL_COMPILERS, withBrowser } from "./visit.ts";

const visit = withBrowser(NO_GRAPHICS, USUAL_COMPILERS);
const regions = study.regions.map(({ id }) => id);

describe("the simulation worker", () => {
  it("gives the same output digest in this browser as in Node, to the last digit, for both plans of the page", async () => {
    const { page } = await visit({ query: `${FLAT}&plan=core-ecosystem&part=trust`, futures: false });
    const shown = page.getByTestId("output-digest");
    expect(await shown.innerText()).toBe(simulate(readScenario("core-ecosystem", regions)).digest);
    await page.getByRole("button", { name: en.drawer.smaller }).click();
    await page.locator(".plan-menu select").selectOption("baseline");
    await expect.poll(() => shown.innerText()).toBe(simulate(readScenario("baseline", regions)).digest);
  });

  it("that is killed leaves a message and the last answer, and runs again when asked", async () => {
    const { page } = await visit({ query: FLAT, futures: false, prepare: (context) => context.clock.install() });
    const before = await answerText(page);
    await Promise.all(page.workers().map((worker) => worker.evaluate(() => self.close()).catch(() => {})));
    const size = page.getByTestId("measure-advice").getByRole("spinbutton").first();
    await size.fill("300");
    await page.clock.runFor(4500); // it is given up after four silent seconds
    const failure = page.getByRole("alert").filter({ hasText: en.status.failed });
    await failure.waitFor();
    expect(await failure.innerText()).toContain(en.status.silent);
    await expectRunAgain(failure, before, en.status.runAgain);
  });
});

describe("the workers of the evidence", () => {
  it("recompute as many published cells and score every method as Node does, and stop when their view is left", async () => {
    const { page } = await visit({ query: `${FLAT}&part=published`, futures: false });
    const { tables } = replicateStudy(study); // while the browser does the same
    const title = await page.getByRole("heading", { name: /^Published results recomputed/ }).innerText();
    const agree = tables.filter(({ agrees }) => agrees).length;
    expect(title.replaceAll(",", "").replaceAll("\u00A0", " ")).toContain(`${agree} of ${tables.length} cells agree`);

    const broken = page.locator(".break-frontier");
    const fits = broken.locator("tbody").first().locator("td");
    await expect.poll(() => fits.allInnerTexts()).toEqual(["1.000", "1.000"]);
    await page.route(/\/replication-[^/]*\.js/, (route) => route.abort());
    await broken.getByRole("checkbox", { name: "Mangystau" }).check();
    await broken.getByRole("alert").getByText(replicationWords.fitFailed).waitFor();
    await page.unroute(/\/replication-[^/]*\.js/);
    await broken.getByRole("button", { name: replicationWords.again }).click();
    const { gamma } = fitStudyFrontier(study, "M1", [regions.indexOf("mangystau")]) as { gamma: number };
    await expect.poll(() => fits.last().innerText()).toBe(gamma.toFixed(3));

    const view = page.locator(".part-list button", { hasText: "Back-test" });
    await view.click();
    await page.getByRole("combobox", { name: backtestWords.futures, exact: true }).selectOption("50"); // a quarter of the work
    const { methods } = runBacktest(study, 2023, "1", 50);
    const table = page.getByRole("region", { name: backtestWords.methods.title }).getByRole("table");
    await table.waitFor();
    const rows = await table.locator("tbody tr").allInnerTexts();
    expect(rows).toHaveLength(methods.length);
    for (const [i, { name, mae, rmse, crps }] of methods.entries()) {
      expect(rows[i]).toContain(backtestWords.methods.names[name as keyof typeof backtestWords.methods.names]);
      for (const score of [mae, rmse, crps]) if (score !== null) expect(rows[i]).toContain(score.toFixed(2));
    }
    const again = page.getByRole("button", { name: backtestWords.again });
    await again.click();
    await page.getByRole("status").filter({ hasText: "every number is the same" }).waitFor();
    const [worker] = await Promise.all([page.waitForEvent("worker"), again.click()]);
    await page.getByText(backtestWords.running).waitFor();
    const ended = worker.waitForEvent("close");
    await page.getByRole("tab", { name: en.drawer.groups.trust }).click();
    await ended;
  });
});
