import type { PlanFutures } from "#engine/comparison.ts";
import type { ReplicateResult } from "#engine/replicate.ts";
import type { PlanKey } from "./plans.ts";
import { createFrontierColumns, packEstimates } from "#engine/frontierColumns.ts";
import { FUTURES_FOR_A_BAND } from "./futures.ts";
import { baselineOf, isRunOf, type SessionContext, type Simulated } from "./sessionContext.ts";

/** A plan of the page as the comparison shows it. */
export type ComparedPlan = PlanFutures & {
  readonly letter: PlanKey;
  /** Futures that are simulated so far, and those that are wanted in all. */
  readonly done: number;
  readonly wanted: number;
};

export type ComparedSession = Pick<
  SessionContext,
  "plans" | "runs" | "baselines" | "futures" | "futuresWanted" | "seed"
>;

/**
 * The plans whose runs answer them as they now stand. All have the same futures: as many as the one that has fewest, and at
 * least the one that the map shows, which stands alone until there are enough for an interval.
 */
export function comparedPlans(session: ComparedSession): readonly ComparedPlan[] {
  const { plans, runs, futures, futuresWanted, seed } = session;
  const answered = plans.flatMap(({ key, plan }) => {
    const run = runs[key];
    const baseline = run && baselineOf(session, run);
    if (!run || !baseline || !isRunOf(run, plan, seed)) return [];
    const own = futures[key];
    const isOfThisPlan = own !== undefined && own.seed === seed && isRunOf(run, own.scenario, seed);
    return [{ letter: key, plan, run, baseline, many: isOfThisPlan && own.plan.length > 0 ? own : null }];
  });
  const count = Math.min(...answered.map(({ many }) => many?.plan.length ?? 0));
  return answered.map(({ letter, plan, run, baseline, many }) => ({
    letter,
    scenario: plan, // its run may be older than its name
    results: many && count >= FUTURES_FOR_A_BAND ? many.plan.slice(0, count) : [futureOf(run)],
    without: many && count >= FUTURES_FOR_A_BAND ? many.baseline.slice(0, count) : [futureOf(baseline)],
    done: Math.max(1, count),
    wanted: futuresWanted,
  }));
}

/** The run that the map shows is future 0. */
function futureOf({ years, summary }: Simulated): ReplicateResult {
  const regions = years[0].regional.length / years[0].national.length;
  const estimates = createFrontierColumns(years.length, regions);
  years.forEach((year, t) => {
    packEstimates(estimates, t, regions, year.estimates);
  });
  return {
    replicate: 0,
    regional: joined(years.map(({ regional }) => regional)),
    national: joined(years.map(({ national }) => national)),
    estimates,
    money: summary.money,
    identities: summary.receipt.identities,
    events: [],
    digest: summary.receipt.outputDigest,
  };
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
