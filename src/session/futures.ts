import type { Scenario } from "#domain/scenario.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { ReplicateResult } from "#engine/replicate.ts";
import type { FuturesRunner } from "./futuresWorkers.ts";

/** A plan and no plan on the same futures, as far as they have been simulated; both lists are in the order of futures. */
export type Futures = {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly wanted: number;
  readonly plan: readonly ReplicateResult[];
  readonly baseline: readonly ReplicateResult[];
};

export type FuturesJob = {
  readonly data: StudyData;
  readonly scenario: Scenario;
  readonly baseline: Scenario;
  readonly seed: string;
};

/** Enough for a steady 80 % interval, few enough for some seconds on a laptop. */
export const FUTURES_WANTED = 40;
/** A band is drawn from this many futures on. */
export const FUTURES_FOR_A_BAND = 10;

/**
 * Simulates the futures of a job and answers after every fifth one. Futures without a plan are kept for the next plan of
 * the same seed and assumptions. The call that is returned ends the work.
 */
export function createFuturesSimulator(runner: FuturesRunner) {
  let kept = { of: "", results: new Map<number, ReplicateResult>() };

  return (job: FuturesJob, onFutures: (futures: Futures) => void, onFailure: (message: string) => void) => {
    const { data, scenario, seed } = job;
    const of = JSON.stringify([seed, job.baseline.parameters, job.baseline.off, scenario.until]);
    if (kept.of !== of) kept = { of, results: new Map() };
    const baseline = kept.results;
    const plan = new Map<number, ReplicateResult>();
    let reported = 0;
    const replicates = Array.from({ length: FUTURES_WANTED }, (_, replicate) => replicate);
    const tasks = replicates.flatMap((replicate) => [
      ...(baseline.has(replicate)
        ? []
        : [{ scenario: { ...job.baseline, until: scenario.until }, seed, replicate, isRecorded: false }]),
      { scenario, seed, replicate, isRecorded: false },
    ]);
    return runner.run(
      data,
      tasks,
      (index, result) => {
        (tasks[index].scenario === scenario ? plan : baseline).set(result.replicate, result);
        const done = replicates.findIndex((replicate) => !plan.has(replicate) || !baseline.has(replicate));
        const count = done < 0 ? FUTURES_WANTED : done;
        if (count < reported + 5 && (count < FUTURES_WANTED || count === reported)) return;
        reported = count;
        const inOrder = (results: Map<number, ReplicateResult>) =>
          replicates.slice(0, count).map((replicate) => results.get(replicate)!);
        onFutures({ scenario, seed, wanted: FUTURES_WANTED, plan: inOrder(plan), baseline: inOrder(baseline) });
      },
      onFailure,
    );
  };
}
