import type { LeverId } from "#domain/levers.ts";
import type { Measure, Scenario } from "#domain/scenario.ts";
import type { RegionState } from "./whereAndWhen.ts";
import type { YearShocks } from "./yearShocks.ts";
import { leverById, LEVERS } from "#domain/levers.ts";
import { apportion, sum } from "./agents.ts";
import { chosenRegions, partReached } from "./whereAndWhen.ts";
import { shocksOf } from "./yearShocks.ts";

/** What the levers stand at in one year, and what each measure may and did spend. */
export type YearPlan = {
  /** By lever and region: "each" and "national" levers as values, "shared" ones as the region's part of the total. */
  readonly levers: Readonly<Record<LeverId, Float64Array>>;
  readonly measures: readonly YearMeasure[];
  readonly shocks: YearShocks;
};

export type YearMeasure = {
  readonly measure: Measure;
  /** What it adds to its lever by region, after its budget has been shared out. */
  readonly added: Float64Array;
  /** Billion KZT spent so far this year, by region. */
  readonly spent: Float64Array;
};

/** What one unit of a lever is expected to cost in each region this year, billion KZT; 0 for levers that cost nothing. */
export type UnitCosts = (lever: LeverId) => Float64Array;

/**
 * Levers of a year from the measures of a plan [P1]. Departures from neutral add up, within the range of the lever [P2].
 * A measure whose expected cost exceeds its budget is cut in proportion everywhere [P3]; whole firms and persons are
 * apportioned by the number of firms [P4].
 */
export function planYear(scenario: Scenario, year: number, state: RegionState, unitCosts: UnitCosts): YearPlan {
  const measures = scenario.measures
    .filter((measure) => measure.from <= year && year <= measure.to)
    .map((measure) => yearMeasure(measure, year, state, unitCosts));
  const levers = LEVERS.map(({ id, neutral, minimum, maximum, reach }): [LeverId, Float64Array] => {
    const values = new Float64Array(state.ids.length).fill(neutral);
    for (const { measure, added } of measures) {
      if (measure.lever === id) for (let r = 0; r < values.length; r++) values[r] += added[r];
    }
    if (reach !== "shared") {
      for (let r = 0; r < values.length; r++) values[r] = Math.min(maximum, Math.max(minimum, values[r]));
    }
    return [id, values];
  });
  return {
    // from entries: an object that is filled key by key becomes a hash table, and phases read levers firm by firm
    levers: Object.fromEntries(levers) as Record<LeverId, Float64Array>,
    measures,
    shocks: shocksOf(scenario, year, state),
  };
}

/** Charges `cost` in a region to the measures of a lever in proportion to what each adds, within their budgets. */
export function charge(plan: YearPlan, lever: LeverId, region: number, cost: number): number {
  const payers = plan.measures.filter(({ measure, added }) => measure.lever === lever && added[region] > 0);
  const whole = payers.reduce((total, { added }) => total + added[region], 0);
  let paid = 0;
  for (const payer of payers) {
    const wanted = (cost * payer.added[region]) / whole;
    const left = payer.measure.budget === null ? wanted : Math.max(0, payer.measure.budget - sum(payer.spent));
    const part = Math.min(wanted, left);
    payer.spent[region] += part;
    paid += part;
  }
  return paid;
}

function yearMeasure(measure: Measure, year: number, state: RegionState, unitCosts: UnitCosts): YearMeasure {
  const lever = leverById(measure.lever);
  const chosen = chosenRegions(measure.regions, state);
  const departure = partReached(measure, year) * (measure.size - lever.neutral);
  const added = new Float64Array(state.ids.length);
  const spent = new Float64Array(state.ids.length);
  if (lever.reach === "shared") {
    const total = affordableTotal(measure, departure, chosen, unitCosts);
    const parts = apportion(
      state.firms.map((firms, r) => (chosen[r] ? firms : 0)),
      total,
    );
    added.set(parts);
    return { measure, added, spent };
  }
  for (let r = 0; r < added.length; r++) added[r] = chosen[r] ? departure : 0;
  if (lever.costs && measure.budget !== null) {
    const costs = unitCosts(measure.lever);
    const expected = added.reduce((total, value, r) => total + value * costs[r], 0);
    const affordable = expected > measure.budget ? measure.budget / expected : 1;
    for (let r = 0; r < added.length; r++) added[r] *= affordable;
  }
  return { measure, added, spent };
}

/** Whole units that a budget allows; the unit cost of a shared lever is the same everywhere. */
function affordableTotal(measure: Measure, wanted: number, chosen: readonly boolean[], unitCosts: UnitCosts): number {
  const whole = Math.floor(wanted + 1e-9);
  if (measure.budget === null || !chosen.includes(true)) return whole;
  const unitCost = unitCosts(measure.lever)[chosen.indexOf(true)];
  return unitCost > 0 ? Math.min(whole, Math.floor(measure.budget / unitCost + 1e-9)) : whole;
}
