import type { RegionalIndicatorId } from "#domain/indicators.ts";
import type { ReplicateResult } from "#engine/replicate.ts";
import { columnValue, summarise } from "#engine/summaries.ts";
import { quantileSorted } from "simple-statistics";

export type Ranked = {
  readonly region: number;
  /** 80 % interval and median of the value over futures. */
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  /** 80 % interval of the rank, 1 for the highest value, in whole places. */
  readonly best: number;
  readonly worst: number;
};

/** Each region's value and rank over futures in year number `t`, the highest median first. Equal values share the best rank. */
export function rankOverFutures(
  results: readonly ReplicateResult[],
  indicator: RegionalIndicatorId,
  t: number,
  regions: number,
): Ranked[] {
  const ranks = Array.from({ length: regions }, () => [] as number[]);
  for (const result of results) {
    const values = Array.from({ length: regions }, (_, r) => columnValue(result, indicator, t, r)!);
    for (const [r, value] of values.entries()) ranks[r].push(1 + values.filter((other) => other > value).length);
  }
  return ranks
    .map((ofRegion, region) => {
      const sorted = ofRegion.toSorted((a, b) => a - b);
      const { p10, p50, p90 } = summarise(results, indicator, t, region)!;
      return {
        region,
        low: p10,
        middle: p50,
        high: p90,
        best: Math.floor(quantileSorted(sorted, 0.1)),
        worst: Math.ceil(quantileSorted(sorted, 0.9)),
      };
    })
    .sort((a, b) => b.middle - a.middle || a.region - b.region);
}

/** Standard deviation of the shares of regions in percentage points, each region weighted by its firms: how unequal they are. */
export function spreadOfShares(users: readonly number[], firms: readonly number[]): number {
  const all = firms.reduce((sum, count) => sum + count, 0);
  const national = users.reduce((sum, count) => sum + count, 0) / all;
  const squares = users.reduce((sum, count, r) => {
    if (!(firms[r] > 0)) return sum;
    const distance = count / firms[r] - national;
    return sum + firms[r] * distance * distance;
  }, 0);
  return 100 * Math.sqrt(squares / all);
}
