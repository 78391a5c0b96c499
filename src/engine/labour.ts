import type { Ecosystem } from "./ecosystem.ts";
import type { YearPlan } from "./yearPlan.ts";
import { pow } from "#domain/portableMath.ts";
import { START_YEAR } from "#domain/scenario.ts";

/** No more than this part of a region's ICT staff can leave in a year, whatever the levers say. */
const LARGEST_LOSS = 0.9;

/**
 * EQ-5: ICT staff of every region. The trend (net of everything that figure 23 holds) plus what the plan changes:
 * graduates two years after enrolment, people retrained in the year, staff lost or kept. Answers the stock-flow residual
 * (ID-6).
 */
export function moveIctStaff({ labour, parameters: p }: Ecosystem, plan: YearPlan): number {
  const [dueNow, dueNext] = labour.graduatesDue;
  let residual = 0;
  for (let r = 0; r < labour.staff.length; r++) {
    const before = labour.staff[r];
    const lost = before * Math.min(LARGEST_LOSS, plan.levers.staffLoss[r] + plan.shocks.staffDrain[r] - p.staffTrend);
    const inflow = dueNow[r] + plan.levers.retraining[r];
    labour.staff[r] = before - lost + inflow;
    residual = Math.max(residual, Math.abs(labour.staff[r] - before + lost - inflow));
    dueNow[r] = dueNext[r];
    dueNext[r] = plan.levers.graduates[r];
  }
  return residual;
}

/** Vacancies per ICT worker less the value on the path without measures, by region (EQ-3, term γ_s). */
export function scarcityChange({ labour, parameters: p, year }: Ecosystem, region: number): number {
  const neutralStaff = labour.staffStart[region] * pow(1 + p.staffTrend, year - START_YEAR);
  const demand = neutralStaff * (1 + labour.scarcityStart);
  return Math.max(0, demand - labour.staff[region]) / labour.staff[region] - labour.scarcityStart;
}
