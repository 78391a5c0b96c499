import type { Scenario } from "#domain/scenario.ts";
import { LAST_YEAR, SCENARIO_VERSION } from "#domain/scenario.ts";
import { digestScenario } from "#engine/digest.ts";

/** The plan that does nothing, under the default assumptions. */
export const NO_PLAN: Scenario = {
  version: SCENARIO_VERSION,
  id: "baseline",
  name: { en: "No plan", ru: "Без плана", kk: "Жоспарсыз" },
  card: null,
  notes: "",
  until: LAST_YEAR,
  parameters: {},
  off: [],
  measures: [],
};

/** Every difference on the page is against this: the plan's assumptions, none of its measures. */
export function withoutMeasures({ parameters, off }: Scenario): Scenario {
  return Object.keys(parameters).length + off.length === 0 ? NO_PLAN : { ...NO_PLAN, parameters, off };
}

const keys = new WeakMap<Scenario, string>();

/** Equal for scenarios that run alike, whatever their names and notes. */
export function runKey(scenario: Scenario): string {
  const known = keys.get(scenario);
  if (known !== undefined) return known;
  const key = digestScenario(scenario);
  keys.set(scenario, key);
  return key;
}
