import type { Command } from "commander";
import type { IdentityCheck, Receipt } from "#domain/runResult.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { ReplicateResult } from "#engine/replicate.ts";
import { parseStudyData } from "#domain/studyData.ts";
import { FIRST_PLAN_YEAR, LAST_YEAR, START_YEAR } from "#domain/scenario.ts";
import { combineDigests, digestData, digestScenario } from "#engine/digest.ts";
import { describeParameters, type ParameterChoice } from "#engine/parametersOfFuture.ts";
import { ENGINE_VERSION } from "#engine/simulationService.ts";
import { yearsOf } from "#engine/summaries.ts";
import { readStudyFiles } from "./loadStudyData.ts";
import { checkOutputFolder, readEarlier, writeOutputFolder } from "./outputFolder.ts";
import { examples, parameterChoice, wholeNumber, workersOption } from "./options.ts";
import { createProgress } from "./progress.ts";
import { runReplicates } from "./runReplicates.ts";
import { estimatesCsv, eventsCsv, moneyCsv, nationalCsv, regionsCsv, summaries } from "./runTables.ts";
import { presetIds, readScenario } from "./scenarioArgument.ts";

type RunOptions = {
  readonly seed: string;
  readonly replicates: number;
  readonly until?: number;
  readonly workers: number;
  readonly parameters: ParameterChoice;
  readonly out?: string;
  readonly json?: boolean;
};

export function addRun(program: Command): void {
  program
    .command("run")
    .description("simulate a scenario over many futures")
    .argument("<scenario>", "preset id or JSON file of a scenario")
    .option("--seed <text>", "any text; the same seed gives the same bytes", "1")
    .option("--replicates <number>", "futures to simulate", wholeNumber(1, 100_000), 1)
    .option("--until <year>", "last simulated year", wholeNumber(FIRST_PLAN_YEAR, LAST_YEAR))
    .option(
      "--parameters <choice>",
      "those of the futures after the first: ensemble or default",
      parameterChoice,
      "ensemble",
    )
    .addOption(workersOption())
    .option("--out <folder>", "write regions.csv, national.csv, estimates.csv, events.csv, money.csv, receipt.json")
    .option("--json", "print one JSON document with receipt, national and regions")
    .addHelpText(
      "after",
      `
Money is billion KZT in prices of 2023; shares lie in [0, 1], also in the files.
Presets: ${presetIds().join(", ")}
${examples("run core-ecosystem --replicates 100 --until 2030 --out result", "run my-plan.json --seed 7 --json")}`,
    )
    .action(run);
}

async function run(argument: string, options: RunOptions): Promise<void> {
  const files = readStudyFiles();
  const data = parseStudyData(files);
  const given = readScenario(
    argument,
    data.regions.map(({ id }) => id),
  );
  const scenario: Scenario = { ...given, until: options.until ?? given.until };
  if (options.out !== undefined) checkOutputFolder(options.out);

  const tasks = Array.from({ length: options.replicates }, (_, replicate) => ({
    scenario,
    seed: options.seed,
    replicate,
    isRecorded: replicate === 0 && options.out !== undefined,
    parameters: options.parameters,
  }));
  const progress = createProgress(`${scenario.id}`, tasks.length);
  const results = await runReplicates(data, tasks, options.workers, progress.step);
  progress.end();

  const receipt: Receipt = {
    engineVersion: ENGINE_VERSION,
    dataDigest: digestData(files),
    scenarioDigest: digestScenario(scenario),
    seed: options.seed,
    replicates: options.replicates,
    parameters: describeParameters(options.parameters, options.replicates, data.ensemble),
    years: [START_YEAR, scenario.until],
    identities: worstIdentities(results),
    outputDigest: combineDigests(results.map(({ digest }) => digest)),
  };
  const years = yearsOf(scenario);
  if (options.out !== undefined) {
    compareWithEarlier(options.out, receipt);
    writeOutputFolder(options.out, {
      "regions.csv": regionsCsv(results, years, data),
      "national.csv": nationalCsv(results, years),
      "estimates.csv": estimatesCsv(results, years),
      "events.csv": eventsCsv(results[0].events, data),
      "money.csv": moneyCsv(results),
      "receipt.json": `${JSON.stringify(receipt, null, 2)}\n`,
    });
  }
  const { national, regions } = summaries(results, years, data);
  if (options.json) process.stdout.write(`${JSON.stringify({ receipt, national, regions })}\n`);
  else process.stdout.write(describeRun(scenario, receipt, national, options.out));
}

/** The worst residual of every identity over the futures. */
function worstIdentities(results: readonly ReplicateResult[]): IdentityCheck[] {
  return results[0].identities.map(({ id }) => {
    const all = results.map(({ identities }) => identities.find((check) => check.id === id)!);
    return {
      id,
      holds: all.every(({ holds }) => holds),
      residual: all.reduce((worst, check) => Math.max(worst, check.residual), 0),
    };
  });
}

/** Says "reproduced" where the same run was written before, or what differs. */
function compareWithEarlier(folder: string, receipt: Receipt): void {
  const text = readEarlier(folder, "receipt.json");
  if (text === null) return;
  const earlier = receiptOf(text);
  const keys = [
    "engineVersion",
    "dataDigest",
    "scenarioDigest",
    "seed",
    "replicates",
    "parameters",
    "years",
    "outputDigest",
  ] as const;
  const different = keys.filter((key) => JSON.stringify(earlier[key]) !== JSON.stringify(receipt[key]));
  const finding =
    different.length === 0
      ? "reproduced: the output equals the earlier one in this folder"
      : `differs from the earlier output in: ${different.join(", ")}`;
  process.stderr.write(`${finding}\n`);
}

/** A receipt that somebody broke differs in everything. */
function receiptOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

type YearSummary = { readonly year: number; readonly [column: string]: unknown };

function describeRun(scenario: Scenario, receipt: Receipt, national: readonly YearSummary[], out?: string): string {
  const last = national.at(-1) as unknown as Record<string, { p10: number; p50: number; p90: number }> & {
    year: number;
  };
  const percent = (share: number) => (100 * share).toFixed(1);
  const { digital_share: share, digital_users: users, firms, digital_output: output } = last;
  const futures = receipt.replicates === 1 ? "1 future" : `median of ${receipt.replicates} futures`;
  const interval = (low: string, high: string) => (receipt.replicates === 1 ? "" : ` (80 %: ${low} to ${high})`);
  return [
    `${scenario.name.en}, ${last.year}, ${futures}, seed ${receipt.seed}`,
    `  digital users   ${percent(share.p50)} %${interval(percent(share.p10), percent(share.p90))}, ${users.p50} of ${firms.p50} large and medium manufacturers`,
    `  digital output  ${output.p50.toFixed(0)} billion KZT of 2023${interval(output.p10.toFixed(0), output.p90.toFixed(0))}`,
    `  identities      ${receipt.identities.map(({ id, holds }) => `${id} ${holds ? "holds" : "FAILS"}`).join(", ")}`,
    `  output digest   ${receipt.outputDigest}`,
    ...(out === undefined ? [] : [`  written to      ${out}`]),
    "",
  ].join("\n");
}
