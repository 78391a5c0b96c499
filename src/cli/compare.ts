import type { Command } from "commander";
import type { MoneyLine } from "#domain/runResult.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { ReplicateResult } from "#engine/replicate.ts";
import type { Difference } from "#engine/summaries.ts";
import { mean } from "simple-statistics";
import { InputRefused } from "#domain/inputProblem.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { parseStudyData, type StudyData } from "#domain/studyData.ts";
import { combineDigests, digestData, digestScenario } from "#engine/digest.ts";
import { ENGINE_VERSION } from "#engine/simulationService.ts";
import { COLUMNS, summariseDifference, yearsOf } from "#engine/summaries.ts";
import { readStudyFiles } from "./loadStudyData.ts";
import { wholeNumber } from "./options.ts";
import { checkOutputFolder, writeOutputFolder } from "./outputFolder.ts";
import { createProgress } from "./progress.ts";
import { runReplicates } from "./runReplicates.ts";
import { csv, summaries } from "./runTables.ts";
import { readScenario } from "./scenarioArgument.ts";

type CompareOptions = {
  readonly seed: string;
  readonly replicates: number;
  readonly workers: number;
  readonly out?: string;
  readonly json?: boolean;
};

type DifferenceRow = Difference & {
  readonly plan: string;
  readonly against: string;
  readonly indicator: string;
  /** Null: the country. */
  readonly region: string | null;
  readonly year: number;
};

export function addCompare(program: Command): void {
  program
    .command("compare")
    .description("simulate plans on the same futures and summarise their differences against the first one")
    .argument("<scenarios...>", "two or more preset ids or JSON files of scenarios")
    .option("--seed <text>", "any text; the same seed gives the same bytes", "1")
    .option("--replicates <number>", "futures to simulate", wholeNumber(1, 100_000), 50)
    .option("--workers <number>", "threads; the result does not depend on it", wholeNumber(1, 256), 1)
    .option("--out <folder>", "write differences.csv, money.csv, receipt.json")
    .option("--json", "print one JSON document with receipt, plans and differences")
    .action(compare);
}

async function compare(given: readonly string[], options: CompareOptions): Promise<void> {
  const files = readStudyFiles();
  const data = parseStudyData(files);
  const scenarios = readScenarios(given, data);
  if (options.out !== undefined) checkOutputFolder(options.out);
  const until = Math.min(...scenarios.map((scenario) => scenario.until));

  const tasks = scenarios.flatMap((scenario) =>
    Array.from({ length: options.replicates }, (_, replicate) => ({
      scenario: { ...scenario, until },
      seed: options.seed,
      replicate,
      isRecorded: false,
    })),
  );
  const progress = createProgress("compare", tasks.length);
  const all = await runReplicates(data, tasks, options.workers, progress.step);
  progress.end();
  const byPlan = scenarios.map((_, p) => all.slice(p * options.replicates, (p + 1) * options.replicates));

  const years = yearsOf({ ...scenarios[0], until });
  const receipt = {
    engineVersion: ENGINE_VERSION,
    dataDigest: digestData(files),
    scenarioDigest: combineDigests(scenarios.map(digestScenario)),
    seed: options.seed,
    replicates: options.replicates,
    years: [START_YEAR, until],
    outputDigest: combineDigests(all.map(({ digest }) => digest)),
  };
  const plans = scenarios.map(({ id }, p) => ({
    id,
    ...summaries(byPlan[p], years, data),
    money: meanMoney(byPlan[p]),
  }));
  const differences = scenarios
    .slice(1)
    .flatMap((scenario, p) => differencesOf(scenario, scenarios[0], byPlan[p + 1], byPlan[0], years, data));
  if (options.out !== undefined) {
    writeOutputFolder(options.out, {
      "differences.csv": differencesCsv(differences),
      "money.csv": csv(
        ["plan", "year", "line", "billion_kzt"],
        plans.flatMap(({ id, money }) => money.map(({ year, line, value }) => [id, year, line, value])),
      ),
      "receipt.json": `${JSON.stringify(receipt, null, 2)}\n`,
    });
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ receipt, plans, differences })}\n`);
  else process.stdout.write(describeComparison(scenarios, differences, until, options));
}

function readScenarios(given: readonly string[], data: StudyData): Scenario[] {
  if (given.length < 2)
    throw new InputRefused([{ place: "compare", expected: "two or more scenarios", found: `${given.length}` }]);
  const regionIds = data.regions.map(({ id }) => id);
  const scenarios = given.map((argument) => readScenario(argument, regionIds));
  const repeated = scenarios.filter(({ id }, p) => scenarios.findIndex((other) => other.id === id) < p);
  if (repeated.length > 0)
    throw new InputRefused(repeated.map(({ id }) => ({ place: "compare", expected: "each id once", found: id })));
  return scenarios;
}

function differencesOf(
  scenario: Scenario,
  against: Scenario,
  plan: readonly ReplicateResult[],
  reference: readonly ReplicateResult[],
  years: readonly number[],
  data: StudyData,
): DifferenceRow[] {
  const places = [null, ...data.regions.map((_, r) => r)];
  return years.flatMap((year, t) =>
    places.flatMap((place) =>
      COLUMNS.flatMap((indicator) => {
        const difference = summariseDifference(plan, reference, indicator, t, place);
        const region = place === null ? null : data.regions[place].id;
        return difference ? [{ plan: scenario.id, against: against.id, indicator, region, year, ...difference }] : [];
      }),
    ),
  );
}

/** Money by year and line, mean over the futures. */
function meanMoney(results: readonly ReplicateResult[]): MoneyLine[] {
  return results[0].money.map(({ year, line }, k) => ({
    year,
    line,
    value: mean(results.map(({ money }) => money[k].value)),
  }));
}

function differencesCsv(differences: readonly DifferenceRow[]): string {
  const fields = ["plan", "against", "indicator", "region", "year", "p10", "p50", "p90", "mean"] as const;
  return csv(
    [...fields, "probability_higher", "standard_error"],
    differences.map((difference) => [
      ...fields.map((field) => difference[field]),
      difference.probabilityHigher,
      difference.standardError,
    ]),
  );
}

function describeComparison(
  scenarios: readonly Scenario[],
  differences: readonly DifferenceRow[],
  until: number,
  { replicates, seed }: CompareOptions,
): string {
  const lines = scenarios.slice(1).map(({ id, name }) => {
    const users = differences.find(
      (d) => d.plan === id && d.indicator === "digital_users" && d.region === null && d.year === until,
    )!;
    const signed = (value: number) => `${value > 0 ? "+" : ""}${Math.round(value)}`;
    const wins = Math.round(users.probabilityHigher * replicates);
    return `  ${name.en}: ${signed(users.p50)} digital users (80 %: ${signed(users.p10)} to ${signed(users.p90)}), more in ${wins} of ${replicates} futures`;
  });
  return [`Against ${scenarios[0].name.en} in ${until}, ${replicates} shared futures, seed ${seed}`, ...lines, ""].join(
    "\n",
  );
}
