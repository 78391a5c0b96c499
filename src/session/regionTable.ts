import type { RegionalIndicatorId } from "#domain/indicators.ts";
import type { YearSnapshot } from "#domain/runResult.ts";
import type { StudyData, T18Column } from "#domain/studyData.ts";
import { regionalValue } from "#domain/runResult.ts";
import { T18_COLUMNS } from "#domain/studyData.ts";

/** Columns of table 18 that the model moves, by the indicator whose ratio to 2023 moves them (SPEC.md, O2). */
export const MOVED_COLUMNS: Readonly<Partial<Record<T18Column, RegionalIndicatorId>>> = {
  manuf_output: "manuf_output",
  ict_investments: "ict_investments",
  ict_specialists_per1000: "ict_specialists_per1000",
  cloud_use_share: "cloud_use_share",
  digital_tech_use_share: "digital_share",
};

/** Table 18 as it would stand in a simulated year: moved columns times the simulated ratio to 2023, the rest as observed. */
export function tableOfYear(data: StudyData, first: YearSnapshot, now: YearSnapshot): Float64Array[] {
  return T18_COLUMNS.map((column) => {
    const indicator = MOVED_COLUMNS[column];
    if (indicator === undefined || first.year === now.year) return Float64Array.from(data.t18[column]);
    const limit = column.endsWith("_share") ? 100 : Number.POSITIVE_INFINITY;
    return data.t18[column].map((value, r) => {
      const start = regionalValue(first, indicator, r);
      return start > 0 ? Math.min(limit, (value * regionalValue(now, indicator, r)) / start) : value;
    });
  });
}
