import { LAST_YEAR, type Scenario, SCENARIO_VERSION } from "./scenario.ts";

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
  shocks: [],
  measures: [],
};

/** Whether a scenario does or assumes nothing that the run without a plan does not; how long it runs does not count. */
export function isNoPlan({ measures, parameters, off, shocks }: Scenario): boolean {
  return measures.length + Object.keys(parameters).length + off.length + shocks.length === 0;
}

/**
 * What the effect of a plan is taken against: its assumptions (parameters, switched-off mechanisms, shocks), none of its
 * measures. A plan without measures asks what its assumptions do, so it is taken against the default ones.
 */
export function withoutMeasures({ parameters, off, shocks, measures }: Scenario): Scenario {
  const assumptions = Object.keys(parameters).length + off.length + shocks.length;
  return measures.length === 0 || assumptions === 0 ? NO_PLAN : { ...NO_PLAN, parameters, off, shocks };
}
