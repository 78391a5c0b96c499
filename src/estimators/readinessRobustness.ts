import type { Subparameter } from "#domain/readinessTable.ts";
import type { Aggregation, ReadinessBand, ReadinessRule } from "./readiness.ts";
import seedrandom from "seedrandom";
import { estimateReadiness, readinessBand, readinessIndex } from "./readiness.ts";
import { quantileOf } from "./numerics/quantileOf.ts";

export type RobustnessOptions = {
  readonly draws: number;
  /** Each weight is multiplied by a number from 1 - spread to 1 + spread, then all are divided by their sum; in [0, 1). */
  readonly weightSpread: number;
  readonly seed: string;
};

export type ReadinessRobustness = {
  /** Share of draws in which the enterprise has rank 1, 2, ...; equal indices share the better rank. */
  readonly rankShares: readonly number[];
  readonly bandShares: Readonly<Record<ReadinessBand, number>>;
  readonly index: { readonly p05: number; readonly p50: number; readonly p95: number };
};

/**
 * How far ranks and bands of enterprises depend on choices that the data do not settle: block weights and the mean
 * (geometric or arithmetic with equal chance, for blocks and index alike), drawn together for all enterprises, the usual
 * robustness analysis of composite indicators (Nardo et al., OECD/JRC handbook 2008, step 7).
 * @param scores one array per enterprise.
 * @throws RangeError for fewer than one draw, a spread outside [0, 1), and as `estimateReadiness` does.
 */
export function readinessRobustness(
  subparameters: readonly Subparameter[],
  scores: readonly ArrayLike<number>[],
  rule: ReadinessRule,
  { draws, weightSpread, seed }: RobustnessOptions,
): ReadinessRobustness[] {
  if (!(draws >= 1)) throw new RangeError(`draws must be at least 1, got ${draws}`);
  if (!(weightSpread >= 0 && weightSpread < 1))
    throw new RangeError(`weightSpread must be in [0, 1), got ${weightSpread}`);
  const random = seedrandom.alea(`${seed}/readiness-robustness`);
  const blocksUnder = (aggregation: Aggregation) =>
    scores.map((own) => estimateReadiness(subparameters, own, { ...rule, aggregation }).blocks);
  const blocks = { geometric: blocksUnder("geometric"), arithmetic: blocksUnder("arithmetic") };

  const indices = scores.map(() => new Float64Array(draws));
  const rankCounts = scores.map(() => new Float64Array(scores.length));
  const bandCounts = scores.map(() => ({ low: 0, medium: 0, high: 0 }));
  for (let draw = 0; draw < draws; draw++) {
    const aggregation = random() < 0.5 ? "geometric" : "arithmetic";
    const weights = (blocks.geometric[0] ?? []).map(({ weight }) => weight * (1 + weightSpread * (2 * random() - 1)));
    const drawn = blocks[aggregation].map((own) =>
      readinessIndex(
        own.map(({ value }, block) => ({ value, weight: weights[block] })),
        aggregation,
      ),
    );
    drawn.forEach((index, enterprise) => {
      indices[enterprise][draw] = index;
      rankCounts[enterprise][drawn.filter((other) => other > index).length]++;
      bandCounts[enterprise][readinessBand(index, rule.bands)]++;
    });
  }
  return scores.map((_, enterprise) => {
    const sorted = indices[enterprise].sort();
    const { low, medium, high } = bandCounts[enterprise];
    return {
      rankShares: Array.from(rankCounts[enterprise], (count) => count / draws),
      bandShares: { low: low / draws, medium: medium / draws, high: high / draws },
      index: { p05: quantileOf(sorted, 0.05), p50: quantileOf(sorted, 0.5), p95: quantileOf(sorted, 0.95) },
    };
  });
}
