import type { Scenario } from "#domain/scenario.ts";
import type { ReplicateResult } from "./replicate.ts";
import { standardDeviation } from "simple-statistics";
import {
  columnReader,
  columnValue,
  type Difference,
  differenceOf,
  type Summary,
  summariseValues,
} from "./summaries.ts";

/** A plan with its futures, and the same futures under the same assumptions without its measures. */
export type PlanFutures = {
  readonly scenario: Scenario;
  readonly results: readonly ReplicateResult[];
  readonly without: readonly ReplicateResult[];
};

/** In how many shared futures a plan is above another, equal to it, below it. */
export type Contest = {
  readonly higher: number;
  readonly equal: number;
  readonly lower: number;
  readonly futures: number;
};

/** Counts future by future; both lists hold the same futures in the same order. */
export function contest(
  plan: readonly ReplicateResult[],
  against: readonly ReplicateResult[],
  column: string,
  t: number,
  region: number | null,
): Contest {
  const counts = { higher: 0, equal: 0, lower: 0, futures: 0 };
  const read = columnReader(column, t, region);
  plan.forEach((result, k) => {
    const ours = read(result);
    const theirs = read(against[k]);
    if (ours === null || theirs === null) return;
    counts[ours > theirs ? "higher" : ours < theirs ? "lower" : "equal"] += 1;
    counts.futures += 1;
  });
  return counts;
}

/** What a plan brings beyond the run of the same futures and assumptions without its measures, up to year number `t`. */
export type Effect = {
  readonly additionalUsers: Difference;
  /** Manufacturing output beyond the run without measures, billion KZT of 2023 in the year (EQ-8). */
  readonly causedGain: Difference;
  /** Spent from the start to the end of the year, billion KZT of 2023. */
  readonly spent: Summary;
  /**
   * Additional users in the year per billion KZT spent up to its end, future by future; null where a future spends nothing:
   * there is no ratio then.
   */
  readonly firmsPerBillion: Summary | null;
};

export function effectOf(
  plan: readonly ReplicateResult[],
  without: readonly ReplicateResult[],
  t: number,
  region: number | null,
): Effect {
  const users = columnReader("digital_users", t, region);
  const spent = plan.map((result) => spentUpTo(result, t, region));
  return {
    additionalUsers: differenceOf(plan, without, users)!,
    causedGain: differenceOf(plan, without, columnReader("manuf_output", t, region))!,
    spent: summariseValues(spent)!,
    firmsPerBillion: spent.every((money) => money > 0)
      ? summariseValues(plan.map((result, k) => (users(result)! - users(without[k])!) / spent[k]))
      : null,
  };
}

/** Money of the plan up to the end of year number `t`, for a region or (null) the country, billion KZT of 2023. */
export function spentUpTo(result: ReplicateResult, t: number, region: number | null): number {
  let total = 0;
  for (let year = 0; year <= t; year++) total += columnValue(result, "support_money", year, region)!;
  return total;
}

/** In how many futures the plan has spent nothing by the end of year number `t`. */
export function idleFutures(plan: readonly ReplicateResult[], t: number, region: number | null): number {
  return plan.filter((result) => spentUpTo(result, t, region) === 0).length;
}

/** Two ways to say how far regions are from each other, both in the unit of a share. */
export const SPREADS = ["share_spread", "share_gap"] as const;
export type SpreadId = (typeof SPREADS)[number];

/**
 * `share_spread`: standard deviation of the regional shares of digital users, regions weighing alike. `share_gap`: mean share of
 * the fifth of the regions with the highest shares, less that of the fifth with the lowest.
 */
export function spreadOf(result: ReplicateResult, id: SpreadId, t: number): number {
  const regions = result.regional.length / result.national.length;
  const shares = Array.from({ length: regions }, (_, r) => columnValue(result, "digital_share", t, r)!);
  if (id === "share_spread") return standardDeviation(shares);
  const fifth = Math.max(1, Math.round(regions / 5));
  const sorted = shares.sort((a, b) => a - b);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return mean(sorted.slice(-fifth)) - mean(sorted.slice(0, fifth));
}
