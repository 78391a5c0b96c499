import type { Ensemble } from "#domain/ensemble.ts";
import type { Scenario } from "#domain/scenario.ts";

/** Which parameters the futures of a run have: those of the ensemble, or the default ones in every future. */
export type ParameterChoice = "ensemble" | "default";

/** What a receipt says of the parameters; the first future has the default ones either way. */
export function describeParameters(choice: ParameterChoice, replicates: number, { digest }: Ensemble): string {
  return choice === "default" || replicates === 1 ? "default" : digest;
}

/**
 * The scenario as future number `replicate` has it (SPEC.md, Futures and parameters). Future 0 has the default parameters: the calibrated run that
 * is shown first. Future r has set (r - 1) modulo the number of sets, the same for every plan. A parameter that the scenario
 * itself sets keeps that value in every future.
 */
export function scenarioOfFuture(scenario: Scenario, replicate: number, { ids, sets }: Ensemble): Scenario {
  if (replicate === 0) return scenario;
  const set = sets[(replicate - 1) % sets.length];
  const sampled = Object.fromEntries(ids.map((id, k) => [id, set[k]]));
  return { ...scenario, parameters: { ...sampled, ...scenario.parameters } };
}
