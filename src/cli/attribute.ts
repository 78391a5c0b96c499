import type { Command } from "commander";
import type { Scenario } from "#domain/scenario.ts";
import type { Attribution, AttributionAt } from "#engine/attribution.ts";
import { leverById } from "#domain/levers.ts";
import { InputRefused } from "#domain/inputProblem.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { parseStudyData, type StudyData } from "#domain/studyData.ts";
import { ATTRIBUTED, createAttribution, MOST_MEASURES_EXACT, ORDER_PAIRS } from "#engine/attribution.ts";
import { combineDigests, digestData, digestScenario } from "#engine/digest.ts";
import { describeParameters, type ParameterChoice } from "#engine/parametersOfFuture.ts";
import { ENGINE_VERSION } from "#engine/simulationService.ts";
import { yearsOf } from "#engine/summaries.ts";
import { readStudyFiles } from "./loadStudyData.ts";
import { examples, parameterChoice, wholeNumber, workersOption } from "./options.ts";
import { createProgress } from "./progress.ts";
import { runReplicates } from "./runReplicates.ts";
import { presetIds, readScenario } from "./scenarioArgument.ts";

type AttributeOptions = {
  readonly seed: string;
  readonly replicates: number;
  readonly orderPairs: number;
  readonly workers: number;
  readonly parameters: ParameterChoice;
  readonly json?: boolean;
};

/** Runs that are kept whole at a time; afterwards only the attributed values are. */
const BATCH = 1000;

export function addAttribute(program: Command): void {
  program
    .command("attribute")
    .description("how much of a plan's effect is due to each of its measures (Shapley values on shared futures)")
    .argument("<scenario>", "preset id or JSON file of a scenario with measures")
    .option("--seed <text>", "any text; the same seed gives the same bytes", "1")
    .option("--replicates <number>", "futures to simulate", wholeNumber(1, 100_000), 20)
    .option(
      "--order-pairs <number>",
      `with more than ${MOST_MEASURES_EXACT} measures: sampled orders of the measures, each with its reverse`,
      wholeNumber(2, 10_000),
      ORDER_PAIRS,
    )
    .option(
      "--parameters <choice>",
      "those of the futures after the first: ensemble or default",
      parameterChoice,
      "ensemble",
    )
    .addOption(workersOption())
    .option("--json", "print one JSON document with receipt, totals, parts and interactions")
    .addHelpText(
      "after",
      `
Up to ${MOST_MEASURES_EXACT} measures every subset is run (2^measures runs a future) and interactions of pairs are given; beyond,
orders are sampled and parts carry a sampling error. The means of the parts add up to the mean of the total.
Presets: ${presetIds().join(", ")}
${examples("attribute core-ecosystem --replicates 20")}`,
    )
    .action(attribute);
}

async function attribute(argument: string, options: AttributeOptions): Promise<void> {
  const files = readStudyFiles();
  const data = parseStudyData(files);
  const scenario = readScenario(
    argument,
    data.regions.map(({ id }) => id),
  );
  if (scenario.measures.length === 0)
    throw new InputRefused([{ place: `${argument} measures`, expected: "at least one measure", found: "none" }]);

  const attribution = createAttribution(scenario, options.seed, options.replicates, options.orderPairs);
  const digests = await runAll(data, attribution, options);
  const receipt = {
    engineVersion: ENGINE_VERSION,
    dataDigest: digestData(files),
    scenarioDigest: digestScenario(scenario),
    seed: options.seed,
    replicates: options.replicates,
    parameters: describeParameters(options.parameters, options.replicates, data.ensemble),
    years: [START_YEAR, scenario.until],
    outputDigest: combineDigests(digests),
  };
  if (options.json) process.stdout.write(`${JSON.stringify({ receipt, ...tables(scenario, attribution, data) })}\n`);
  else process.stdout.write(describe(scenario, attribution, options));
}

/** In batches, so that a large plan does not fill the memory; answers the digests of the runs in order. */
async function runAll(
  data: StudyData,
  { tasks, keep }: Attribution,
  { workers, parameters }: AttributeOptions,
): Promise<string[]> {
  const digests: string[] = [];
  const progress = createProgress("attribute", tasks.length);
  for (let from = 0; from < tasks.length; from += BATCH) {
    const batch = tasks.slice(from, from + BATCH).map((task) => ({ ...task, parameters }));
    const results = await runReplicates(data, batch, workers, progress.step);
    results.forEach((result, index) => {
      keep(from + index, result);
      digests.push(result.digest);
    });
  }
  progress.end();
  return digests;
}

function tables(scenario: Scenario, attribution: Attribution, data: StudyData) {
  const places = [null, ...data.regions.map((_, r) => r)];
  const cells = yearsOf(scenario).flatMap((year, t) =>
    places.flatMap((place) =>
      ATTRIBUTED.map((indicator) => ({
        indicator,
        region: place === null ? null : data.regions[place].id,
        year,
        ...attribution.at(indicator, place, t),
      })),
    ),
  );
  const { method, orders, tasks } = attribution;
  return {
    method,
    orders,
    runs: tasks.length,
    measures: scenario.measures.map((measure, index) => ({ measure: index, ...measure })),
    totals: cells.map(({ indicator, region, year, total }) => ({ indicator, region, year, ...total })),
    parts: cells.flatMap(({ indicator, region, year, parts }) =>
      parts.map((part, measure) => ({ measure, indicator, region, year, ...part })),
    ),
    interactions:
      method === "sampled"
        ? null
        : cells.flatMap(({ indicator, region, year, interactions }) =>
            interactions!.map(({ first, second, ...rest }) => ({
              measures: [first, second],
              indicator,
              region,
              year,
              ...rest,
            })),
          ),
  };
}

function describe(scenario: Scenario, attribution: Attribution, { replicates, seed }: AttributeOptions): string {
  const { total, parts, interactions } = attribution.at("digital_users", null, scenario.until - START_YEAR);
  const nameOf = (index: number) => `${index + 1} ${leverById(scenario.measures[index].lever).name.en}`;
  const signed = (value: number) => `${value > 0 ? "+" : ""}${value.toFixed(1)}`;
  const line = (name: string, { mean, p10, p90 }: AttributionAt["total"], error = "") =>
    `  ${name.padEnd(64)} ${signed(mean).padStart(7)}   80 %: ${signed(p10)} to ${signed(p90)}${error}`;
  const how =
    attribution.method === "exact"
      ? `all ${2 ** scenario.measures.length} subsets of the measures`
      : `${attribution.orders} sampled orders of the measures`;
  return [
    `${scenario.name.en}: digital users in ${scenario.until} beyond no plan, by measure`,
    `${replicates} shared futures, seed ${seed}, ${how}, mean over futures`,
    ...parts.map((part, index) =>
      line(nameOf(index), part, part.samplingError === null ? "" : `, sampling error ${part.samplingError.toFixed(2)}`),
    ),
    line("all measures together", total),
    ...(interactions && interactions.length > 0
      ? [
          "Interactions of pairs (above 0 they help each other, below 0 one replaces the other)",
          ...interactions.map(({ first, second, ...rest }) => line(`${nameOf(first)} x ${nameOf(second)}`, rest)),
        ]
      : []),
    "",
  ].join("\n");
}
