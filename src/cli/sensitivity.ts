import type { Command } from "commander";
import type { ParameterId } from "#domain/parameters.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { SensitivityStudy } from "#engine/sensitivity.ts";
import { InvalidArgumentError } from "commander";
import { PARAMETERS } from "#domain/parameters.ts";
import { namedStream } from "#engine/namedStream.ts";
import {
  oneAtATime,
  oneAtATimePoints,
  outputsOf,
  rankByLargestPart,
  STUDIED_OUTPUTS,
  STUDIED_PLANS,
  tasksOf,
} from "#engine/sensitivity.ts";
import { ENGINE_VERSION } from "#engine/simulationService.ts";
import { elementaryEffects, morrisTrajectories } from "#estimators/morris.ts";
import { sobolDesign, sobolIndices } from "#estimators/sobol.ts";
import { loadStudyData } from "./loadStudyData.ts";
import { examples, wholeNumber, workersOption } from "./options.ts";
import { createProgress } from "./progress.ts";
import { runReplicates } from "./runReplicates.ts";
import { readScenario } from "./scenarioArgument.ts";
import { describeStudy, type StudyResult } from "./sensitivityTables.ts";

type SensitivityOptions = {
  readonly of?: readonly ParameterId[];
  readonly top: number;
  readonly replicates: number;
  readonly seed: string;
  readonly workers: number;
  readonly json?: boolean;
};

/** Points whose runs are kept at a time. */
const POINTS_AT_A_TIME = 50;
const MORRIS_PARAMETERS = 18;
const SOBOL_PARAMETERS = 6;

export function addSensitivity(program: Command): void {
  const sensitivity = program
    .command("sensitivity")
    .description("which assumption decides which outcome (studies of many runs, minutes)");
  const study = (name: string, description: string, top: number) =>
    sensitivity
      .command(name)
      .description(description)
      .option("--of <ids>", "parameters to move, separated by commas", parameterIds)
      .option(
        "--top <number>",
        "without --of: how many parameters, chosen by the study before",
        wholeNumber(1, 1000),
        top,
      )
      .option("--replicates <number>", "futures that every point shares", wholeNumber(1, 1000), 4)
      .option("--seed <text>", "any text; the same seed gives the same tables", "1")
      .addOption(workersOption())
      .option("--json", "print one JSON document")
      .addHelpText("after", examples(`sensitivity ${name} --of matureShare,exitRate --replicates 2`));
  study(
    "one-at-a-time",
    "every parameter at both ends of its range, all others at their defaults",
    PARAMETERS.length,
  ).action(async (options: SensitivityOptions) => print(await runOneAtATime(loadStudyData(), options), options));
  study("morris", "elementary effects; without --of of the parameters that lead one at a time", MORRIS_PARAMETERS)
    .option("--trajectories <number>", "random paths through the ranges", wholeNumber(2, 10_000), 20)
    .action(async (options: SensitivityOptions & { trajectories: number }) =>
      print(await runMorris(loadStudyData(), options), options),
    );
  study("sobol", "variance shares; without --of of the parameters that lead in Morris", SOBOL_PARAMETERS)
    .option("--points <number>", "rows of each of the two samples", wholeNumber(8, 100_000), 128)
    .option("--trajectories <number>", "of the Morris study that chooses", wholeNumber(2, 10_000), 20)
    .action(async (options: SensitivityOptions & { points: number; trajectories: number }) =>
      print(await runSobol(loadStudyData(), options), options),
    );
}

function print(result: StudyResult, { json }: SensitivityOptions): void {
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : describeStudy(result));
}

async function runOneAtATime(data: StudyData, options: SensitivityOptions): Promise<StudyResult> {
  const ids = options.of ?? PARAMETERS.map(({ id }) => id);
  const outputs = await evaluate(data, ids, options, oneAtATimePoints(ids), "one at a time");
  const effects = oneAtATime(ids, outputs);
  const order = rankByLargestPart(
    effects.map(({ atMinimum, atMaximum }) =>
      atMinimum.map((low, o) => Math.max(Math.abs(low), Math.abs(atMaximum[o]))),
    ),
  );
  return {
    ...headOf(options),
    method: "one-at-a-time",
    runs: runsOf(outputs.length, options),
    withDefaults: outputs[0],
    parameters: order.slice(0, options.top).map((k) => effects[k]),
  };
}

async function runMorris(
  data: StudyData,
  options: SensitivityOptions & { trajectories: number },
): Promise<StudyResult> {
  const ids = options.of ?? (await runOneAtATime(data, options)).parameters.map(({ id }) => id);
  const stream = namedStream(options.seed, 0, "morris");
  const trajectories = morrisTrajectories(options.trajectories, ids.length, () => stream.double());
  const points = trajectories.flatMap((one) => one.points);
  const outputs = await evaluate(data, ids, options, points, "morris");
  const size = ids.length + 1;
  const bootstrap = namedStream(options.seed, 0, "morris bootstrap");
  const byOutput = STUDIED_OUTPUTS.map((_, o) =>
    elementaryEffects(
      trajectories,
      trajectories.map((_one, t) => outputs.slice(t * size, (t + 1) * size).map((row) => row[o])),
      () => bootstrap.double(),
    ),
  );
  const order = rankByLargestPart(ids.map((_, k) => byOutput.map((effects) => effects[k].muStar)));
  return {
    ...headOf(options),
    method: "morris",
    trajectories: options.trajectories,
    runs: runsOf(points.length, options),
    parameters: order.map((k) => ({ id: ids[k], effects: byOutput.map((effects) => effects[k]) })),
  };
}

async function runSobol(
  data: StudyData,
  options: SensitivityOptions & { points: number; trajectories: number },
): Promise<StudyResult> {
  const chosen = async () => {
    const morris = await runMorris(data, { ...options, top: MORRIS_PARAMETERS });
    return morris.parameters.slice(0, options.top).map(({ id }) => id);
  };
  const ids = options.of ?? (await chosen());
  const stream = namedStream(options.seed, 0, "sobol");
  const design = sobolDesign(options.points, ids.length, () => stream.double());
  const points = [...design.a, ...design.b, ...design.mixed.flat()];
  const outputs = await evaluate(data, ids, options, points, "sobol");
  const n = options.points;
  const bootstrap = namedStream(options.seed, 0, "sobol bootstrap");
  const byOutput = STUDIED_OUTPUTS.map((_, o) => {
    const part = (k: number) => outputs.slice(k * n, (k + 1) * n).map((row) => row[o]);
    const parts = { a: part(0), b: part(1), mixed: ids.map((_id, j) => part(2 + j)) };
    return sobolIndices(parts, () => bootstrap.double());
  });
  return {
    ...headOf(options),
    method: "sobol",
    points: n,
    runs: runsOf(points.length, options),
    parameters: ids.map((id, j) => ({ id, indices: byOutput.map((indices) => indices?.[j] ?? null) })),
  };
}

/** Outputs at every point, batch by batch: a run is forgotten once its outputs are known. */
async function evaluate(
  data: StudyData,
  ids: readonly ParameterId[],
  { seed, replicates, workers }: SensitivityOptions,
  points: readonly ArrayLike<number>[],
  title: string,
): Promise<number[][]> {
  const regionIds = data.regions.map(({ id }) => id);
  const plans = STUDIED_PLANS.map((id) => readScenario(id, regionIds));
  const study: SensitivityStudy = { ids, plans, seed, replicates };
  const progress = createProgress(title, runsOf(points.length, { replicates }));
  const outputs: number[][] = [];
  for (let from = 0; from < points.length; from += POINTS_AT_A_TIME) {
    const batch = points.slice(from, from + POINTS_AT_A_TIME).map((point) => tasksOf(study, point));
    const size = batch[0].length;
    const results = await runReplicates(data, batch.flat(), workers, progress.step);
    batch.forEach((_, k) => {
      outputs.push(outputsOf(results.slice(k * size, (k + 1) * size)));
    });
  }
  progress.end();
  return outputs;
}

function runsOf(points: number, { replicates }: Pick<SensitivityOptions, "replicates">): number {
  return points * replicates * STUDIED_PLANS.length;
}

function headOf({ seed, replicates }: SensitivityOptions) {
  const outputs = STUDIED_OUTPUTS.map(({ id, meaning, unit }) => ({ id, meaning, unit }));
  return { engineVersion: ENGINE_VERSION, seed, replicates, plans: STUDIED_PLANS, outputs };
}

function parameterIds(text: string): ParameterId[] {
  return text.split(",").map((id) => {
    const parameter = PARAMETERS.find((one) => one.id === id.trim());
    if (parameter === undefined)
      throw new InvalidArgumentError(
        `expected ids of parameters (twin parameters lists them), got ${JSON.stringify(id)}`,
      );
    return parameter.id;
  });
}
