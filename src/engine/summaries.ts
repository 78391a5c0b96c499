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

/** Reads one number off a future; null where there is none. */
export type FutureReader = (result: ReplicateResult) => number | null;

/** Reads a column in year number `t`, for a region or (null) the country. */
export function columnReader(column: string, t: number, region: number | null): FutureReader {
  if (column === "efficiency_estimated" || column === "efficiency_estimated_m1") {
    const model = column.endsWith("m1") ? "M1" : "M2";
    return (result) => estimatedEfficiency(result.estimates, t, model, regionsOf(result), region);
  }
  const at = t * REGIONAL_INDICATORS.length + PLACE_OF_COLUMN.get(column)!;
  if (region === null) return ({ national }) => national[at];
  return (result) => result.regional[at * regionsOf(result) + region];
}

export function columnValue(result: ReplicateResult, column: string, t: number, region: number | null): number | null {
  return columnReader(column, t, region)(result);
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
  return summariseValues(results.map(columnReader(column, t, region)).filter((value) => value !== null));
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
  return differenceOf(plan, against, columnReader(column, t, region));
}

/** As `summariseDifference`, of any number that a future has. */
export function differenceOf(
  plan: readonly ReplicateResult[],
  against: readonly ReplicateResult[],
  valueOfFuture: FutureReader,
): Difference | null {
  const values: number[] = [];
  for (let k = 0; k < plan.length; k++) {
    const ours = valueOfFuture(plan[k]);
    const theirs = valueOfFuture(against[k]);
    if (ours !== null && theirs !== null) values.push(ours - theirs);
  }
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
  const sorted = Array.from(Float64Array.from(values).sort()); // numbers alone sort several times as fast
  return {
    p10: quantileSorted(sorted, 0.1),
    p50: quantileSorted(sorted, 0.5),
    p90: quantileSorted(sorted, 0.9),
    mean: mean(sorted),
  };
}
