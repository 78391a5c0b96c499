import type { Scenario } from "#domain/scenario.ts";
import { digestScenario } from "#engine/digest.ts";

const keys = new WeakMap<Scenario, string>();

/** Equal for scenarios that run alike, whatever their names and notes. */
export function runKey(scenario: Scenario): string {
  const known = keys.get(scenario);
  if (known !== undefined) return known;
  const key = digestScenario(scenario);
  keys.set(scenario, key);
  return key;
}
