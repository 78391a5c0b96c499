import type { Difference } from "#engine/summaries.ts";
import { summariseDifference } from "#engine/summaries.ts";
import { type Verdict, verdictOf } from "#session/comparisonFinding.ts";
import { type CompareQuestion, futuresAgainst, placeOfYear } from "./compareQuestion.ts";

export type RegionDifference = Difference & { readonly region: number; readonly verdict: Verdict };

/** The difference in every region with its interval, the largest median first: who gains, who loses, of whom it cannot be said. */
export function regionDifferences(
  { plan, against, indicator, year }: CompareQuestion,
  regions: number,
): RegionDifference[] {
  const t = placeOfYear(year);
  const reference = futuresAgainst(plan, against);
  return Array.from({ length: regions }, (_, region) => {
    const difference = summariseDifference(plan.results, reference, indicator, t, region)!;
    return { region, ...difference, verdict: verdictOf(difference) };
  }).sort((a, b) => b.p50 - a.p50 || b.mean - a.mean || a.region - b.region);
}
