import type { EventRecord } from "#domain/runResult.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { ReplicateResult } from "#engine/replicate.ts";
import Papa from "papaparse";
import { mean, quantileSorted } from "simple-statistics";
import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { START_YEAR } from "#domain/scenario.ts";

/**
 * Columns of regions.csv and national.csv after replicate, year and region. `efficiency_estimated` is M2 of the year,
 * the model of the study whose published optimum is one; M1 stands beside it. Empty where the estimate says nothing.
 */
export const COLUMNS: readonly string[] = REGIONAL_INDICATORS.flatMap(({ id }) =>
  id === "efficiency_fixed" ? [id, "efficiency_estimated", "efficiency_estimated_m1"] : [id],
);

type Value = number | null;

/** Value of a column in a year, for a region or (null) the country. */
export function valueOf(
  result: ReplicateResult,
  column: string,
  t: number,
  region: number | null,
  regions: number,
): Value {
  if (column === "efficiency_estimated" || column === "efficiency_estimated_m1") {
    const estimate = result.estimates[t].find(({ model }) => model === (column.endsWith("m1") ? "M1" : "M2"))!;
    return region === null ? estimate.meanEfficiency : estimate.efficiency[region];
  }
  const i = REGIONAL_INDICATORS.findIndex(({ id }) => id === column);
  return region === null
    ? result.national[t * REGIONAL_INDICATORS.length + i]
    : result.regional[(t * REGIONAL_INDICATORS.length + i) * regions + region];
}

export function yearsOf({ until }: Scenario): number[] {
  return Array.from({ length: until - START_YEAR + 1 }, (_, t) => START_YEAR + t);
}

export function regionsCsv(results: readonly ReplicateResult[], years: readonly number[], data: StudyData): string {
  const regions = data.regions.length;
  const rows = results.flatMap((result) =>
    years.flatMap((year, t) =>
      data.regions.map(({ id }, r) => [
        result.replicate,
        year,
        id,
        ...COLUMNS.map((column) => valueOf(result, column, t, r, regions)),
      ]),
    ),
  );
  return csv(["replicate", "year", "region", ...COLUMNS], rows);
}

export function nationalCsv(results: readonly ReplicateResult[], years: readonly number[]): string {
  const rows = results.flatMap((result) =>
    years.map((year, t) => [result.replicate, year, ...COLUMNS.map((column) => valueOf(result, column, t, null, 0))]),
  );
  return csv(["replicate", "year", ...COLUMNS], rows);
}

export function estimatesCsv(results: readonly ReplicateResult[], years: readonly number[]): string {
  const rows = results.flatMap((result) =>
    years.flatMap((year, t) =>
      result.estimates[t].map(({ model, status, logLik, gamma, sigmaSquared, coefficients, meanEfficiency }) => [
        result.replicate,
        year,
        model,
        status,
        logLik,
        gamma,
        sigmaSquared,
        coefficients.map(({ name, estimate }) => `${name}=${estimate}`).join(" "),
        meanEfficiency,
      ]),
    ),
  );
  const columns = ["status", "logLik", "gamma", "sigmaSquared", "coefficients", "meanEfficiency"];
  return csv(["replicate", "year", "model", ...columns], rows);
}

export function eventsCsv(events: readonly EventRecord[], data: StudyData): string {
  const rows = events.map(({ year, actor, region, machine, from, to, because }) => [
    year,
    actor,
    region === null ? null : data.regions[region].id,
    machine,
    from,
    to,
    because,
  ]);
  return csv(["year", "actor", "region", "machine", "from", "to", "because"], rows);
}

export function moneyCsv(results: readonly ReplicateResult[]): string {
  const rows = results.flatMap(({ replicate, money }) =>
    money.map(({ year, line, value }) => [replicate, year, line, value]),
  );
  return csv(["replicate", "year", "line", "billion_kzt"], rows);
}

export type Summary = { readonly p10: number; readonly p50: number; readonly p90: number; readonly mean: number };

/** Median, 80 % interval and mean over the futures that have a value; null when none has. */
export function summarise(values: readonly Value[]): Summary | null {
  const known = values.filter((value): value is number => value !== null).sort((a, b) => a - b);
  if (known.length === 0) return null;
  return {
    p10: quantileSorted(known, 0.1),
    p50: quantileSorted(known, 0.5),
    p90: quantileSorted(known, 0.9),
    mean: mean(known),
  };
}

/** Summaries of every column by year, and by year and region. */
export function summaries(results: readonly ReplicateResult[], years: readonly number[], data: StudyData) {
  const at = (t: number, region: number | null) =>
    Object.fromEntries(
      COLUMNS.map((column) => [
        column,
        summarise(results.map((result) => valueOf(result, column, t, region, data.regions.length))),
      ]),
    );
  return {
    national: years.map((year, t) => ({ year, ...at(t, null) })),
    regions: years.flatMap((year, t) => data.regions.map(({ id }, r) => ({ year, region: id, ...at(t, r) }))),
  };
}

export function csv(fields: readonly string[], rows: readonly (readonly (string | Value)[])[]): string {
  return `${Papa.unparse({ fields: [...fields], data: rows as unknown[][] }, { newline: "\n" })}\n`;
}
