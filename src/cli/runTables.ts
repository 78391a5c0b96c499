import type { EventRecord } from "#domain/runResult.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { ReplicateResult } from "#engine/replicate.ts";
import Papa from "papaparse";
import { estimateOf } from "#engine/frontierColumns.ts";
import { coefficientNames } from "#engine/reestimate.ts";
import { COLUMNS, columnValue, regionsOf, summarise } from "#engine/summaries.ts";

export function regionsCsv(results: readonly ReplicateResult[], years: readonly number[], data: StudyData): string {
  const rows = results.flatMap((result) =>
    years.flatMap((year, t) =>
      data.regions.map(({ id }, r) => [
        result.replicate,
        year,
        id,
        ...COLUMNS.map((column) => columnValue(result, column, t, r)),
      ]),
    ),
  );
  return csv(["replicate", "year", "region", ...COLUMNS], rows);
}

export function nationalCsv(results: readonly ReplicateResult[], years: readonly number[]): string {
  const rows = results.flatMap((result) =>
    years.map((year, t) => [result.replicate, year, ...COLUMNS.map((column) => columnValue(result, column, t, null))]),
  );
  return csv(["replicate", "year", ...COLUMNS], rows);
}

export function estimatesCsv(results: readonly ReplicateResult[], years: readonly number[]): string {
  const rows = results.flatMap((result) =>
    years.flatMap((year, t) =>
      (["M1", "M2"] as const).map((model) => {
        const estimate = estimateOf(result.estimates, t, model, regionsOf(result));
        const names = coefficientNames(model);
        return [
          result.replicate,
          year,
          model,
          estimate.status,
          estimate.logLik,
          estimate.gamma,
          estimate.sigmaSquared,
          estimate.coefficients.map((value, k) => `${names[k]}=${value}`).join(" "),
          estimate.meanEfficiency,
        ];
      }),
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
    money.map(({ year, line, payer, value }) => [replicate, year, line, value, payer]),
  );
  return csv(["replicate", "year", "line", "billion_kzt", "payer"], rows);
}

/** Summaries of every column by year, and by year and region. */
export function summaries(results: readonly ReplicateResult[], years: readonly number[], data: StudyData) {
  const at = (t: number, region: number | null) =>
    Object.fromEntries(COLUMNS.map((column) => [column, summarise(results, column, t, region)]));
  return {
    national: years.map((year, t) => ({ year, ...at(t, null) })),
    regions: years.flatMap((year, t) => data.regions.map(({ id }, r) => ({ year, region: id, ...at(t, r) }))),
  };
}

export function csv(fields: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return `${Papa.unparse({ fields: [...fields], data: rows as unknown[][] }, { newline: "\n" })}\n`;
}
