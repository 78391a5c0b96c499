import type { Subparameter } from "#domain/readinessTable.ts";
import type { ReadinessEstimate, ReadinessRule } from "./readiness.ts";
import { estimateReadiness } from "./readiness.ts";
import { countingScale } from "./readinessNormalisation.ts";

export type ReadinessSensitivity = {
  /** Sub-parameter, counted from 0. */
  readonly row: number;
  /** Percent change of the index per percent change of the normalised score; 0 on the floor; null at an index of 0. */
  readonly elasticity: number | null;
  /** One declared step better; null at the best score. */
  readonly step: { readonly score: number; readonly index: number; readonly gain: number } | null;
};

/**
 * What each sub-parameter is worth to the index of one enterprise: its elasticity in closed form, weight / count of its
 * block under the geometric mean and weight * share / (count * index) under the arithmetic one, and the index after one
 * declared step: a grade more, yes instead of no, a tenth of the scale for a percentage. If steps cost the same, the one
 * with the largest gain is the cheapest way up.
 * @throws RangeError under "as-published", where a better score may lower the index, and as `estimateReadiness` does.
 */
export function readinessSensitivity(
  subparameters: readonly Subparameter[],
  scores: ArrayLike<number>,
  rule: ReadinessRule,
): ReadinessSensitivity[] {
  if (rule.normalisation === "as-published") throw new RangeError("the published rule is not monotone: no sensitivity");
  const estimate = estimateReadiness(subparameters, scores, rule);
  const raised = Array.from(scores);
  return subparameters.map((subparameter, row) => {
    const elasticity = elasticityOf(estimate, subparameter.block, estimate.factors[row], rule);
    const score = nextScore(subparameter, scores[row]);
    if (score === null) return { row, elasticity, step: null };
    raised[row] = score;
    const { index } = estimateReadiness(subparameters, raised, rule);
    raised[row] = scores[row];
    return { row, elasticity, step: { score, index, gain: index - estimate.index } };
  });
}

function elasticityOf(
  { blocks, index }: ReadinessEstimate,
  block: string,
  factor: number | null,
  rule: ReadinessRule,
): number | null {
  if (index === 0) return null;
  if (factor === null || (rule.zeros === "floor" && factor <= rule.floor)) return 0;
  const { weight, count } = blocks.find((candidate) => candidate.block === block)!;
  return rule.aggregation === "geometric" ? weight / count : (weight * factor) / (count * index);
}

function nextScore(subparameter: Subparameter, score: number): number | null {
  const [low, high] = countingScale(subparameter);
  const step = subparameter.kind === "percent" ? Math.max(1, (high - low) / 10) : 1;
  if (subparameter.direction === 1) return score >= high ? null : Math.min(high, Math.max(low, score) + step);
  return score <= low ? null : Math.max(low, Math.min(high, score) - step);
}
