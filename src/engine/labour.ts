import type { Ecosystem } from "./ecosystem.ts";
import type { YearPlan } from "./yearPlan.ts";
import { pow } from "#domain/portableMath.ts";
import { START_YEAR } from "#domain/scenario.ts";

/** No more than this part of a region's ICT staff can leave in a year, whatever the levers say. */
const LARGEST_LOSS = 0.9;
/** No more than this part moves to other regions in a year. */
const LARGEST_MOVE = 0.1;

/**
 * EQ-5: ICT staff of every region. The trend (net of everything that figure 23 holds) plus what the plan changes:
 * graduates of two years ago and people retrained (SM-8), staff lost or kept, and moves between regions.
 */
export function moveIctStaff(ecosystem: Ecosystem, plan: YearPlan): void {
  const { labour, institutions, parameters: p } = ecosystem;
  const { graduates, retrained } = institutions.education.columns;
  const { moved, lost } = labour;
  movesBetweenRegions(ecosystem);
  for (let r = 0; r < labour.staff.length; r++) {
    const before = labour.staff[r];
    lost[r] = before * Math.min(LARGEST_LOSS, plan.levers.staffLoss[r] + plan.shocks.staffDrain[r] - p.staffTrend);
    const inflow = graduates[r] + retrained[r];
    labour.staff[r] = before - lost[r] + inflow + moved[r];
  }
}

/**
 * People move to where vacancies per worker have grown more than elsewhere (staff-weighted mean), so on the path without
 * measures nobody moves beyond the trend. Wages are not in it: T18 has one year of them.
 */
function movesBetweenRegions(ecosystem: Ecosystem): void {
  const { labour, parameters: p } = ecosystem;
  const { staff, moved } = labour;
  let weighted = 0;
  let whole = 0;
  for (let r = 0; r < staff.length; r++) {
    moved[r] = scarcityChange(ecosystem, r, ecosystem.year - 1);
    weighted += staff[r] * moved[r];
    whole += staff[r];
  }
  const mean = weighted / whole;
  let largest = 0;
  for (let r = 0; r < staff.length; r++) {
    moved[r] = Math.abs(moved[r] - mean) < ROUNDING ? 0 : p.staffMobility * (moved[r] - mean);
    largest = Math.max(largest, -moved[r]);
  }
  const pace = largest > LARGEST_MOVE ? LARGEST_MOVE / largest : 1;
  for (let r = 0; r < staff.length; r++) moved[r] *= pace * staff[r];
}

/** Below this, differences of vacancies come from rounding along the trend. */
const ROUNDING = 1e-9;

/** Vacancies per ICT worker less the value on the path without measures, by region (EQ-3, term γ_s). */
export function scarcityChange(ecosystem: Ecosystem, region: number, year = ecosystem.year): number {
  const { staff, scarcityStart } = ecosystem.labour;
  return vacancies(ecosystem, region, year) / staff[region] - scarcityStart;
}

/** Places for ICT staff that stay empty: what the trend and the vacancies of 2023 ask for, less the staff there is. */
export function vacancies({ labour, parameters: p }: Ecosystem, region: number, year: number): number {
  const neutralStaff = labour.staffStart[region] * pow(1 + p.staffTrend, year - START_YEAR);
  return Math.max(0, neutralStaff * (1 + labour.scarcityStart) - labour.staff[region]);
}
