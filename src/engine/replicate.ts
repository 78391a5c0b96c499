import type { EventRecord, IdentityCheck, MoneyLine } from "#domain/runResult.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { StudyData } from "#domain/studyData.ts";
import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { createFrontierColumns, packEstimates } from "./frontierColumns.ts";
import { type ParameterChoice, scenarioOfFuture } from "./parametersOfFuture.ts";
import { runSimulation } from "./runSimulation.ts";

/** One future of a scenario, packed for its way between threads: about 150 KB. */
export type ReplicateResult = {
  readonly replicate: number;
  /** Years x indicators x regions. */
  readonly regional: Float64Array;
  /** Years x indicators. */
  readonly national: Float64Array;
  /** M1 and M2 of every year (frontierColumns.ts). */
  readonly estimates: Float64Array;
  readonly money: readonly MoneyLine[];
  readonly identities: readonly IdentityCheck[];
  readonly events: readonly EventRecord[];
  readonly digest: string;
};

export type ReplicateTask = {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly replicate: number;
  readonly isRecorded: boolean;
  /** "default": every future has the default parameters; otherwise those of the ensemble. */
  readonly parameters?: ParameterChoice;
  readonly isWithoutFrontiers?: boolean;
};

/** Simulates one future of a scenario from 2023 to its last year; the same task gives the same bytes in every engine. */
export function runReplicate(
  data: StudyData,
  { scenario: asked, seed, replicate, isRecorded, parameters, isWithoutFrontiers }: ReplicateTask,
): ReplicateResult {
  const scenario = parameters === "default" ? asked : scenarioOfFuture(asked, replicate, data.ensemble);
  const years = scenario.until - START_YEAR + 1;
  const indicators = REGIONAL_INDICATORS.length;
  const regional = new Float64Array(years * indicators * data.regions.length);
  const national = new Float64Array(years * indicators);
  const estimates = createFrontierColumns(years, data.regions.length);
  const result = runSimulation(
    data,
    scenario,
    seed,
    replicate,
    (snapshot) => {
      const t = snapshot.year - START_YEAR;
      regional.set(snapshot.regional, t * snapshot.regional.length);
      national.set(snapshot.national, t * snapshot.national.length);
      packEstimates(estimates, t, data.regions.length, snapshot.estimates);
    },
    { isRecorded, isWithoutFrontiers, isWithoutActors: true },
  );
  const { money, identities, events, digest } = result;
  return { replicate, regional, national, estimates, money, identities, events, digest };
}

/** Whether two tasks are of one future, so that they begin with the same firms unless their assumptions differ. */
export function isSameFuture(a: ReplicateTask, b: ReplicateTask): boolean {
  return a.seed === b.seed && a.replicate === b.replicate;
}

/**
 * What a worker for futures offers, in the browser and in Node: the data once, then one future a call. Results are copied to
 * the page, not transferred: once a thread has given a buffer away, V8 asks at every access to any column whether it is still
 * there, and a run takes an eighth longer.
 */
export type ReplicatesService = {
  readonly open: (study: StudyData) => void;
  readonly run: (task: ReplicateTask) => ReplicateResult;
};

export function createReplicatesService(): ReplicatesService {
  let data: StudyData | undefined;
  return {
    open: (study) => {
      data = study;
    },
    run: (task) => {
      if (data === undefined) throw new Error("the worker was asked to run before it was given the data");
      return runReplicate(data, task);
    },
  };
}
