import type { Command } from "commander";
import type { Scenario } from "#domain/scenario.ts";
import type { PlanFutures } from "#engine/comparison.ts";
import type { ContestRow, DifferenceRow, EffectRow } from "./comparisonTables.ts";
import { checkTogether } from "#domain/checkTogether.ts";
import { InputRefused } from "#domain/inputProblem.ts";
import { withoutMeasures } from "#domain/noPlan.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { parseStudyData, type StudyData } from "#domain/studyData.ts";
import { combineDigests, digestData, digestScenario } from "#engine/digest.ts";
import { describeParameters, type ParameterChoice } from "#engine/parametersOfFuture.ts";
import { ENGINE_VERSION } from "#engine/simulationService.ts";
import { yearsOf } from "#engine/summaries.ts";
import {
  contestsOf,
  differencesCsv,
  differencesOf,
  effectsCsv,
  effectsOf,
  meanMoney,
  spreadsOf,
} from "./comparisonTables.ts";
import { readStudyFiles } from "./loadStudyData.ts";
import { examples, parameterChoice, wholeNumber, workersOption } from "./options.ts";
import { checkOutputFolder, writeOutputFolder } from "./outputFolder.ts";
import { createProgress } from "./progress.ts";
import { runReplicates } from "./runReplicates.ts";
import { csv, summaries } from "./runTables.ts";
import { readScenario } from "./scenarioArgument.ts";

type CompareOptions = {
  readonly seed: string;
  readonly replicates: number;
  readonly workers: number;
  readonly parameters: ParameterChoice;
  readonly out?: string;
  readonly json?: boolean;
};

export function addCompare(program: Command): void {
  program
    .command("compare")
    .description("simulate plans on the same futures and summarise their differences against the first one")
    .argument("<scenarios...>", "two or more preset ids or JSON files of scenarios")
    .option("--seed <text>", "any text; the same seed gives the same bytes", "1")
    .option("--replicates <number>", "futures to simulate", wholeNumber(1, 100_000), 50)
    .option(
      "--parameters <choice>",
      "those of the futures after the first: ensemble or default",
      parameterChoice,
      "ensemble",
    )
    .addOption(workersOption())
    .option("--out <folder>", "write differences.csv, effects.csv, money.csv, receipt.json")
    .option("--json", "print one JSON document with receipt, plans, differences, effects and contests")
    .addHelpText("after", examples("compare baseline core-ecosystem subsidy-only --replicates 100"))
    .action(compare);
}

async function compare(given: readonly string[], options: CompareOptions): Promise<void> {
  const files = readStudyFiles();
  const data = parseStudyData(files);
  const scenarios = readScenarios(given, data);
  if (options.out !== undefined) checkOutputFolder(options.out);
  const until = Math.min(...scenarios.map((scenario) => scenario.until));

  const runs = withReferences(scenarios.map((scenario) => ({ ...scenario, until })));
  const tasks = runs.flatMap((scenario) =>
    Array.from({ length: options.replicates }, (_, replicate) => ({
      scenario,
      seed: options.seed,
      replicate,
      isRecorded: false,
      parameters: options.parameters,
    })),
  );
  const progress = createProgress("compare", tasks.length);
  const all = await runReplicates(data, tasks, options.workers, progress.step);
  progress.end();
  const resultsOf = (run: number) => all.slice(run * options.replicates, (run + 1) * options.replicates);
  const compared: PlanFutures[] = scenarios.map((scenario, p) => ({
    scenario,
    results: resultsOf(p),
    without: resultsOf(runs.findIndex((run) => isReferenceOf(run, runs[p]))),
  }));

  const years = yearsOf({ ...scenarios[0], until });
  const receipt = {
    engineVersion: ENGINE_VERSION,
    dataDigest: digestData(files),
    scenarioDigest: combineDigests(scenarios.map(digestScenario)),
    seed: options.seed,
    replicates: options.replicates,
    parameters: describeParameters(options.parameters, options.replicates, data.ensemble),
    years: [START_YEAR, until],
    outputDigest: combineDigests(compared.flatMap(({ results }) => results.map(({ digest }) => digest))),
  };
  const plans = compared.map((plan) => ({
    id: plan.scenario.id,
    ...summaries(plan.results, years, data),
    money: meanMoney(plan.results),
    spread: spreadsOf(plan, years),
  }));
  const differences = compared.slice(1).flatMap((plan) => differencesOf(plan, compared[0], years, data));
  const effects = effectsOf(compared, years, data);
  const contests = contestsOf(compared, years);
  if (options.out !== undefined) {
    writeOutputFolder(options.out, {
      "differences.csv": differencesCsv(differences),
      "effects.csv": effectsCsv(effects),
      "money.csv": csv(
        ["plan", "year", "line", "billion_kzt"],
        plans.flatMap(({ id, money }) => money.map(({ year, line, value }) => [id, year, line, value])),
      ),
      "receipt.json": `${JSON.stringify(receipt, null, 2)}\n`,
    });
  }
  if (options.json) process.stdout.write(`${JSON.stringify({ receipt, plans, differences, effects, contests })}\n`);
  else process.stdout.write(describeComparison(scenarios, differences, contests, effects, until, options));
}

function readScenarios(given: readonly string[], data: StudyData): Scenario[] {
  if (given.length < 2)
    throw new InputRefused([{ place: "compare", expected: "two or more scenarios", found: `${given.length}` }]);
  const regionIds = data.regions.map(({ id }) => id);
  const scenarios = checkTogether(given.map((argument) => () => readScenario(argument, regionIds)));
  const repeated = scenarios.filter(({ id }, p) => scenarios.findIndex((other) => other.id === id) < p);
  if (repeated.length > 0)
    throw new InputRefused(repeated.map(({ id }) => ({ place: "compare", expected: "each id once", found: id })));
  return scenarios;
}

function describeComparison(
  scenarios: readonly Scenario[],
  differences: readonly DifferenceRow[],
  contests: readonly ContestRow[],
  effects: readonly EffectRow[],
  until: number,
  { replicates, seed }: CompareOptions,
): string {
  const lines = scenarios.slice(1).map((scenario) => {
    const { id, name } = scenario;
    const users = differences.find(
      (d) => d.plan === id && d.indicator === "digital_users" && d.region === null && d.year === until,
    )!;
    const { higher, futures } = contests.find(
      (c) => c.plan === id && c.against === users.against && c.indicator === "digital_users" && c.year === until,
    )!;
    return `  ${name.en}: ${signed(users.p50)} digital users (80 %: ${signed(users.p10)} to ${signed(users.p90)}), more in ${higher} of ${futures} futures${describeEffect(effects.find((effect) => effect.plan === id && effect.region === null && effect.year === until)!, hasOwnAssumptions(scenario))}`;
  });
  return [`Against ${scenarios[0].name.en} in ${until}, ${replicates} shared futures, seed ${seed}`, ...lines, ""].join(
    "\n",
  );
}

function signed(value: number): string {
  return `${value > 0 ? "+" : ""}${Math.round(value)}`;
}

function hasOwnAssumptions({ parameters, off, shocks, measures }: Scenario): boolean {
  return measures.length > 0 && Object.keys(parameters).length + off.length + shocks.length > 0;
}

/** Additional firms are those beyond the plan's own assumptions without its measures, whatever it is compared with. */
function describeEffect({ additionalUsers, spent, firmsPerBillion }: EffectRow, isUnderOthers: boolean): string {
  const own = isUnderOthers
    ? `; ${signed(additionalUsers.p50)} (80 %: ${signed(additionalUsers.p10)} to ${signed(additionalUsers.p90)}) beyond no plan under its own assumptions`
    : "";
  if (firmsPerBillion === null) return `${own}; spends no money in some futures, so no firms per billion`;
  const { p10, p50, p90 } = firmsPerBillion;
  return `${own}; ${p50.toFixed(1)} more firms than without it per billion KZT (80 %: ${p10.toFixed(1)} to ${p90.toFixed(1)}), ${spent.p50.toFixed(1)} billion KZT spent`;
}

/** The scenarios, then what the effect of each is taken against, unless it is among them. */
function withReferences(scenarios: readonly Scenario[]): Scenario[] {
  const runs = [...scenarios];
  for (const scenario of scenarios) {
    if (!runs.some((run) => isReferenceOf(run, scenario))) runs.push(referenceOf(scenario));
  }
  return runs;
}

function isReferenceOf(run: Scenario, scenario: Scenario): boolean {
  return digestScenario(run) === digestScenario(referenceOf(scenario));
}

function referenceOf(scenario: Scenario): Scenario {
  return { ...withoutMeasures(scenario), until: scenario.until };
}
