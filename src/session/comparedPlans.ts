import type { PlanFutures } from "#engine/comparison.ts";
import type { ReplicateResult } from "#engine/replicate.ts";
import type { SessionContext, Simulated } from "./sessionMachine.ts";

/** A plan of the page as the comparison shows it: at least the future that the map shows, more as they come. */
export type ComparedPlan = PlanFutures & {
  readonly letter: string;
  /** Futures that are wanted in all. */
  readonly wanted: number;
};

/** The plans that have been simulated as they now stand. All have the same futures: as many as the slowest has. */
export function comparedPlans({ futures, simulated, baseline, seed }: SessionContext): readonly ComparedPlan[] {
  if (!simulated || !baseline || simulated.seed !== seed) return [];
  if (futures && futures.plan.length > 0 && futures.scenario === simulated.scenario && futures.seed === seed) {
    const { scenario, plan, baseline: without, wanted } = futures;
    return [{ letter: "A", scenario, results: plan, without, wanted }];
  }
  const { scenario } = simulated;
  return [{ letter: "A", scenario, results: [futureOf(simulated)], without: [futureOf(baseline)], wanted: 0 }];
}

/** The run that the map shows is future 0. */
function futureOf({ years, summary }: Simulated): ReplicateResult {
  const join = (arrays: readonly Float64Array[]) => Float64Array.from(arrays.flatMap((array) => [...array]));
  return {
    replicate: 0,
    regional: join(years.map(({ regional }) => regional)),
    national: join(years.map(({ national }) => national)),
    estimates: years.map(({ estimates }) => estimates),
    money: summary.money,
    identities: summary.receipt.identities,
    events: [],
    digest: summary.receipt.outputDigest,
  };
}
