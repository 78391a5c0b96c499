import type { Scenario } from "#domain/scenario.ts";
import type { ReplicateResult } from "./replicate.ts";
import { mean, quantileSorted, sampleStandardDeviation } from "simple-statistics";
import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { estimatedEfficiency } from "./frontierColumns.ts";

/**
 * Columns of a run. `efficiency_estimated` is M2 of the year, the model of the study whose published optimum is one; M1
 * stands beside it. They have no value where the estimate says nothing.
 */
export const COLUMNS: readonly string[] = REGIONAL_INDICATORS.flatMap(({ id }) =>
  id === "efficiency_fixed" ? [id, "efficiency_estimated", "efficiency_estimated_m1"] : [id],
);

/** Asked some hundred thousand times when the futures of four plans are summarised. */
const PLACE_OF_COLUMN = new Map<string, number>(REGIONAL_INDICATORS.map(({ id }, place) => [id, place]));

/** Median, 80 % interval and mean over futures. */
export type Summary = { readonly p10: number; readonly p50: number; readonly p90: number; readonly mean: number };

export type Difference = Summary & {
  /** Part of the futures in which the plan is higher; equal counts half. */
  readonly probabilityHigher: number;
  /** Of the mean; null with one future. */
  readonly standardError: number | null;
};

export function yearsOf({ until }: Pick<Scenario, "until">): number[] {
  return Array.from({ length: until - START_YEAR + 1 }, (_, t) => START_YEAR + t);
}

/** Value of a column in year number `t`, for a region or (null) the country; null where there is none. */
export function columnValue(result: ReplicateResult, column: string, t: number, region: number | null): number | null {
  if (column === "efficiency_estimated" || column === "efficiency_estimated_m1") {
    return estimatedEfficiency(result.estimates, t, column.endsWith("m1") ? "M1" : "M2", regionsOf(result), region);
  }
  const indicators = REGIONAL_INDICATORS.length;
  const i = PLACE_OF_COLUMN.get(column)!;
  if (region === null) return result.national[t * indicators + i];
  return result.regional[(t * indicators + i) * regionsOf(result) + region];
}

export function regionsOf({ regional, national }: ReplicateResult): number {
  return regional.length / national.length;
}

/** Summary of a column over the futures that have a value; null when none has. */
export function summarise(
  results: readonly ReplicateResult[],
  column: string,
  t: number,
  region: number | null,
): Summary | null {
  return summariseValues(
    results.map((result) => columnValue(result, column, t, region)).filter((value) => value !== null),
  );
}

/**
 * Difference of a plan to another, taken future by future: both lists hold the same futures in the same order, so chance
 * that they share cancels. Null when no future has both values.
 */
export function summariseDifference(
  plan: readonly ReplicateResult[],
  against: readonly ReplicateResult[],
  column: string,
  t: number,
  region: number | null,
): Difference | null {
  return differenceOf(plan, against, (result) => columnValue(result, column, t, region));
}

/** As `summariseDifference`, of any number that a future has. */
export function differenceOf(
  plan: readonly ReplicateResult[],
  against: readonly ReplicateResult[],
  valueOfFuture: (result: ReplicateResult) => number | null,
): Difference | null {
  const values = plan.flatMap((result, k) => {
    const ours = valueOfFuture(result);
    const theirs = valueOfFuture(against[k]);
    return ours === null || theirs === null ? [] : [ours - theirs];
  });
  const summary = summariseValues(values);
  if (summary === null) return null;
  const higher = values.reduce((count, value) => count + (value > 0 ? 1 : value === 0 ? 0.5 : 0), 0);
  return {
    ...summary,
    probabilityHigher: higher / values.length,
    standardError: values.length > 1 ? sampleStandardDeviation(values) / Math.sqrt(values.length) : null,
  };
}

/** Summary of one number a future; null of none. */
export function summariseValues(values: readonly number[]): Summary | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return {
    p10: quantileSorted(sorted, 0.1),
    p50: quantileSorted(sorted, 0.5),
    p90: quantileSorted(sorted, 0.9),
    mean: mean(sorted),
  };
}
