import type { Subparameter } from "#domain/readinessTable.ts";
import { exp, ln } from "#domain/portableMath.ts";
import { asPublishedFactor, isOutsideDeclared, normaliseDeclared } from "./readinessNormalisation.ts";

export type ReadinessBand = "low" | "medium" | "high";
export type Aggregation = "geometric" | "arithmetic";

export type ReadinessRule = {
  /** "as-published" exists to replicate the source study and for nothing else (`asPublishedFactor`). */
  readonly normalisation: "declared" | "as-published";
  /** A share of 0: raised to `floor`, left out of its block, or kept (then one zero makes a geometric index 0). */
  readonly zeros: "floor" | "skip" | "strict";
  readonly floor: number;
  readonly aggregation: Aggregation;
  /** Relative importance of every block of the table; divided by its sum. */
  readonly blockWeights: Readonly<Record<string, number>>;
  /** Upper ends of low and medium: low <= bands[0] < medium <= bands[1] < high, without gaps. */
  readonly bands: readonly [number, number];
};

export type ReadinessWarning = {
  readonly code: "outsideDeclaredScale" | "blockWithoutScores" | "weightsNormalised" | "replicationOnly";
  /** Sub-parameter it is about, counted from 0. */
  readonly row?: number;
  readonly message: string;
};

export type ReadinessEstimate = {
  readonly index: number;
  readonly band: ReadinessBand;
  readonly blocks: readonly BlockValue[];
  /** Share or factor of every sub-parameter after the rule for zeros; null where it was left out. */
  readonly factors: readonly (number | null)[];
  readonly warnings: readonly ReadinessWarning[];
};
export type BlockValue = {
  readonly block: string;
  readonly value: number;
  /** Weights of all blocks sum to 1. */
  readonly weight: number;
  /** Sub-parameters that count. */
  readonly count: number;
};

/** Survey of 42 experts in the source study (EQ-2). */
export const surveyBlockWeights: Readonly<Record<string, number>> = {
  STRSDE: 0.12,
  MTE: 0.15,
  ORGSTRPROC: 0.1,
  PROD: 0.15,
  PERS: 0.12,
  SCM: 0.1,
  CUST: 0.08,
  MONCONTR: 0.08,
  CYBSEC: 0.1,
};

export const declaredRule: ReadinessRule = {
  normalisation: "declared",
  zeros: "floor",
  floor: 0.01,
  aggregation: "geometric",
  blockWeights: surveyBlockWeights,
  bands: [0.4, 0.8],
};

/**
 * Readiness index of one enterprise (formulas 1 and 2 of the source study, EQ-2): scores to shares of their
 * declared scales, shares to block values, block values to the index, both by a geometric or arithmetic mean; blocks
 * weigh as the rule says, sub-parameters of a block equally. Index and blocks lie in [0, 1] under "declared". Raising a
 * score never lowers the index, except under "as-published", and under "skip", where a first small share enters the mean.
 * @param scores one per sub-parameter, on its recorded scale.
 * @throws RangeError for a score outside its scales under "declared" (`fitsItsScale`), one unknown to the published rule
 * (`hasAsPublishedFactor`), a block without a weight above 0, a floor outside (0, 1), or unequal lengths.
 */
export function estimateReadiness(
  subparameters: readonly Subparameter[],
  scores: ArrayLike<number>,
  rule: ReadinessRule,
): ReadinessEstimate {
  if (scores.length !== subparameters.length)
    throw new RangeError(`${subparameters.length} sub-parameters need as many scores, got ${scores.length}`);
  if (!(rule.floor > 0 && rule.floor < 1)) throw new RangeError(`floor must be between 0 and 1, got ${rule.floor}`);
  const warnings: ReadinessWarning[] = [];
  const factors = subparameters.map((subparameter, row) => factorOf(subparameter, scores[row], rule));
  subparameters.forEach((subparameter, row) => {
    if (!isOutsideDeclared(subparameter, scores[row])) return;
    const [low, high] = subparameter.declared;
    const counted = rule.normalisation === "declared" && subparameter.kind !== "percent" ? ", counts as its end" : "";
    const message = `${subparameter.block} ${subparameter.number}: ${scores[row]} is outside the declared scale ${low} to ${high}${counted}`;
    warnings.push({ code: "outsideDeclaredScale", row, message });
  });

  const weights = normalisedWeights(subparameters, rule.blockWeights, warnings);
  const blocks = Array.from(weights, ([block, weight]) => {
    const counted = factors.filter((factor, row) => subparameters[row].block === block && factor !== null);
    if (counted.length === 0)
      warnings.push({ code: "blockWithoutScores", message: `${block}: every score is 0, the block counts 0` });
    const value = counted.length === 0 ? 0 : mean(counted as number[], rule.aggregation);
    return { block, value, weight, count: counted.length };
  });
  if (rule.normalisation === "as-published")
    warnings.push({
      code: "replicationOnly",
      message: "the published rule is for replication only: it ignores the declared scales and is not monotone",
    });
  const index = readinessIndex(blocks, rule.aggregation);
  return { index, band: readinessBand(index, rule.bands), blocks, factors, warnings };
}

/** The weighted mean of block values. */
export function readinessIndex(
  blocks: readonly { readonly value: number; readonly weight: number }[],
  aggregation: Aggregation,
): number {
  const whole = blocks.reduce((sum, { weight }) => sum + weight, 0);
  if (aggregation === "arithmetic") return blocks.reduce((sum, { value, weight }) => sum + weight * value, 0) / whole;
  if (blocks.some(({ value }) => value === 0)) return 0;
  return exp(blocks.reduce((sum, { value, weight }) => sum + weight * ln(value), 0) / whole);
}

/** `index` in [0, 1]; a band holds its upper bound. */
export function readinessBand(index: number, [low, medium]: readonly [number, number]): ReadinessBand {
  if (index <= low) return "low";
  return index <= medium ? "medium" : "high";
}

function factorOf(subparameter: Subparameter, score: number, rule: ReadinessRule): number | null {
  if (rule.normalisation === "as-published") return asPublishedFactor(score);
  const share = normaliseDeclared(subparameter, score);
  if (rule.zeros === "floor") return Math.max(share, rule.floor);
  return share === 0 && rule.zeros === "skip" ? null : share;
}

function mean(values: readonly number[], aggregation: Aggregation): number {
  if (aggregation === "arithmetic") return values.reduce((sum, value) => sum + value, 0) / values.length;
  if (values.includes(0)) return 0;
  return exp(values.reduce((sum, value) => sum + ln(value), 0) / values.length);
}

/** Blocks in the order of the table, their weights divided by the sum. */
function normalisedWeights(
  subparameters: readonly Subparameter[],
  blockWeights: Readonly<Record<string, number>>,
  warnings: ReadinessWarning[],
): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { block } of subparameters) {
    const weight = Object.hasOwn(blockWeights, block) ? blockWeights[block] : Number.NaN;
    if (!(weight > 0 && weight < Number.POSITIVE_INFINITY))
      throw new RangeError(`block ${block} needs a weight above 0, got ${weight}`);
    weights.set(block, weight);
  }
  const sum = Array.from(weights.values()).reduce((total, weight) => total + weight, 0);
  if (Math.abs(sum - 1) > 1e-9)
    warnings.push({ code: "weightsNormalised", message: `the block weights sum to ${sum} and are divided by it` });
  for (const [block, weight] of weights) weights.set(block, weight / sum);
  return weights;
}
