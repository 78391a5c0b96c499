import type { Difference } from "#engine/summaries.ts";
import { summariseDifference } from "#engine/summaries.ts";
import { type Verdict, verdictOf } from "#session/comparisonFinding.ts";
import { type CompareQuestion, futuresAgainst, placeOfYear } from "./compareQuestion.ts";

type RegionDifference = Difference & { readonly region: number; readonly verdict: Verdict };

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

/** The largest median difference of any region and question, whichever way: the end of their common scale. */
export function reachOf(questions: readonly CompareQuestion[], regions: number): number {
  const medians = questions.flatMap((question) => regionDifferences(question, regions).map(({ p50 }) => Math.abs(p50)));
  return Math.max(...medians) || 1;
}

/** In how many regions the plan is higher, lower, or cannot be told apart. */
export function verdictCounts(question: CompareQuestion, regions: number) {
  const verdicts = regionDifferences(question, regions).map(({ verdict }) => verdict);
  const gain = verdicts.filter((verdict) => verdict === "higher").length;
  const lose = verdicts.filter((verdict) => verdict === "lower").length;
  return { gain, lose, open: regions - gain - lose };
}
