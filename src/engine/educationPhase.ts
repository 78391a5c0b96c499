import type { Ecosystem } from "./ecosystem.ts";
import type { YearPlan } from "./yearPlan.ts";
import { sum } from "./agents.ts";

/** Firms for which one joint laboratory has effort (assumption: no data). */
const FIRMS_OF_A_LAB = 10;

/**
 * SM-8 of a year: seats and retraining of the plan go to the universities of the regions; each joint laboratory of the plan
 * is run with a research organisation, the first of them first.
 */
export function advanceEducation({ institutions, scenario, year }: Ecosystem, plan: YearPlan): void {
  const { graduates, retraining, jointLabs } = plan.levers;
  const regions = graduates.length;
  const labs = sum(jointLabs);
  const isAnnounced = scenario.measures.some(({ lever, from }) => TEACHING.has(lever) && from > year) ? 1 : 0;
  const event = { type: "YEAR_PASSED" as const, seats: 0, retraining: 0, labs: 0, isAnnounced };
  institutions.education.sendAll(event, (e, k) => {
    e.seats = k < regions ? graduates[k] : 0;
    e.retraining = k < regions ? retraining[k] : 0;
    e.labs = k < regions ? jointLabs[k] : Math.max(0, Math.min(1, labs - (k - regions)));
  });
}

const TEACHING: ReadonlySet<string> = new Set(["graduates", "retraining", "jointLabs"]);

/** Part of the effort of a laboratory that every large firm of the region gets: it is spread over all of them. */
export function labReach({ institutions, data }: Ecosystem, region: number): number {
  const firms = data.start.firms[region];
  return firms > 0 ? Math.min(1, (FIRMS_OF_A_LAB * institutions.education.columns.labs[region]) / firms) : 0;
}
