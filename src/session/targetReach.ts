import type { ReplicateResult } from "#engine/replicate.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { columnValue } from "#engine/summaries.ts";

/** How many of the futures have had the target by a year, and when half of them have. */
export type TargetReach = {
  readonly reached: number;
  readonly futures: number;
  /** The median of the first years, where a future that never gets there counts as later; null when that is the median. */
  readonly halfBy: number | null;
};

/**
 * Reach of a share of digital users (in [0, 1], of large and medium manufacturers) in a region or (null) the country, over
 * futures that have run to `until`. A future that falls back below the target has still reached it.
 */
export function reachOfTarget(
  results: readonly ReplicateResult[],
  target: number,
  { by, until, region }: { readonly by: number; readonly until: number; readonly region: number | null },
): TargetReach {
  const first = results
    .map((result) => {
      for (let year = START_YEAR; year <= until; year++)
        if (columnValue(result, "digital_share", year - START_YEAR, region)! >= target) return year;
      return Number.POSITIVE_INFINITY;
    })
    .sort((a, b) => a - b);
  const median = first[Math.ceil(first.length / 2) - 1];
  return {
    reached: first.filter((year) => year <= by).length,
    futures: first.length,
    halfBy: median <= until ? median : null,
  };
}
