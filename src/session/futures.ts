import type { Scenario } from "#domain/scenario.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { ReplicateResult, ReplicateTask } from "#engine/replicate.ts";
import type { FuturesRunner } from "./futuresWorkers.ts";
import type { PlanKey } from "./plans.ts";
import { runKey } from "./runKey.ts";

/** A plan and no plan on the same futures, as far as they have been simulated; both lists are in the order of futures. */
export type Futures = {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly wanted: number;
  readonly plan: readonly ReplicateResult[];
  readonly baseline: readonly ReplicateResult[];
};

export type FuturesByPlan = Readonly<Partial<Record<PlanKey, Futures>>>;

export type FuturesJob = {
  readonly data: StudyData;
  /** The one that is wanted first comes first; each with no plan under its assumptions. */
  readonly plans: readonly { readonly key: PlanKey; readonly scenario: Scenario; readonly baseline: Scenario }[];
  readonly seed: string;
  readonly wanted: number;
};

/** Enough for a steady 80 % interval, few enough for some seconds on a laptop; more when asked. */
export const FUTURES_STEPS = [40, 100, 200] as const;
export const FUTURES_WANTED = FUTURES_STEPS[0];
/** A band is drawn from this many futures on. */
export const FUTURES_FOR_A_BAND = 10;

/** The futures where they are many enough for an interval; null before. */
export function enoughForABand(futures: Futures | null): Futures | null {
  return futures && futures.plan.length >= FUTURES_FOR_A_BAND ? futures : null;
}

/** How many more futures are simulated before the page is told. */
const REPORT_EVERY = 5;

/**
 * Simulates the futures of a job, forty of a plan before those of the next, and answers after every fifth one. What is
 * simulated is kept for the next job, as far as that asks for it. The call that is returned ends the work.
 */
export function createFuturesSimulator(runner: FuturesRunner) {
  let kept = new Map<string, Map<number, ReplicateResult>>();

  return (job: FuturesJob, onFutures: (futures: FuturesByPlan) => void, onFailure: (message: string) => void) => {
    const { data, seed, wanted } = job;
    const asked = new Map<string, Map<number, ReplicateResult>>();
    const resultsOf = (scenario: Scenario) => {
      const key = JSON.stringify([seed, runKey(scenario)]);
      const results = asked.get(key) ?? kept.get(key) ?? new Map<number, ReplicateResult>();
      asked.set(key, results);
      return results;
    };
    const pairs = job.plans.map(({ key, scenario, baseline }) => {
      const without = { ...baseline, until: scenario.until };
      return { key, scenario, without, plan: resultsOf(scenario), baseline: resultsOf(without) };
    });
    kept = asked;

    const tasks: ReplicateTask[] = [];
    const into: Map<number, ReplicateResult>[] = [];
    const planned = new Map<Map<number, ReplicateResult>, Set<number>>();
    const ask = (scenario: Scenario, results: Map<number, ReplicateResult>, replicate: number) => {
      const already = planned.get(results) ?? new Set<number>();
      if (results.has(replicate) || already.has(replicate)) return;
      planned.set(results, already.add(replicate));
      tasks.push({ scenario, seed, replicate, isRecorded: false });
      into.push(results);
    };
    for (let block = 0; block < wanted; block += FUTURES_WANTED) {
      for (const { scenario, without, plan, baseline } of pairs) {
        for (let replicate = block; replicate < Math.min(block + FUTURES_WANTED, wanted); replicate++) {
          ask(without, baseline, replicate);
          ask(scenario, plan, replicate);
        }
      }
    }

    const counts = pairs.map(() => 0);
    let reported = 0;
    const report = () => {
      pairs.forEach(({ plan, baseline }, p) => {
        while (counts[p] < wanted && plan.has(counts[p]) && baseline.has(counts[p])) counts[p]++;
      });
      const done = counts.reduce((sum, count) => sum + count, 0);
      if (done === reported || (done < reported + REPORT_EVERY && done < wanted * pairs.length)) return;
      reported = done;
      const inOrder = (results: Map<number, ReplicateResult>, count: number) =>
        Array.from({ length: count }, (_, replicate) => results.get(replicate)!);
      const futures = pairs.map(({ key, scenario, plan, baseline }, p): [PlanKey, Futures] => [
        key,
        { scenario, seed, wanted, plan: inOrder(plan, counts[p]), baseline: inOrder(baseline, counts[p]) },
      ]);
      onFutures(Object.fromEntries(futures));
    };
    report(); // what was kept
    if (tasks.length === 0) return () => {};
    return runner.run(
      data,
      tasks,
      (index, result) => {
        into[index].set(result.replicate, result);
        report();
      },
      onFailure,
    );
  };
}
