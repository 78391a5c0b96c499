import type { Subparameter } from "#domain/readinessTable.ts";

type Scales = Pick<Subparameter, "kind" | "declared" | "scored" | "direction" | "note">;

/**
 * A score as a share of its declared scale, in [0, 1], 1 best (EQ-2).
 *
 * The method declares one scale per sub-parameter; the score table of the source study records three of the 115 on
 * another one, so "declared" needs a rule for them:
 * - percentages are written in other units (tenths 0..10, or yes/no 0..1): the ends of the recorded scale stand for 0 % and 100 %;
 * - a grade recorded beyond its declared top (8 on 1..5, the digital culture of both case enterprises) counts as the top.
 * This gives the study's enterprises 0.58 and 0.67; counting the culture as 8 on 1..10 instead would change both by less than 0.002.
 * A zero below a scale from 1, where the note allows it ("0 if ..."), counts as 0.
 * @throws RangeError for a score that `fitsItsScale` refuses.
 */
export function normaliseDeclared(subparameter: Scales, score: number): number {
  if (!fitsItsScale(subparameter, score)) throw new RangeError(`${score} is outside ${describeScale(subparameter)}`);
  const [low, high] = countingScale(subparameter);
  const share = Math.min(1, Math.max(0, (score - low) / (high - low)));
  return subparameter.direction === 1 ? share : 1 - share;
}

/** The ends between which a score counts. */
export function countingScale({ kind, declared, scored }: Scales): readonly [number, number] {
  return kind === "percent" ? scored : declared;
}

/** True for a score that the declared or the recorded scale contains, or a zero that the note explains. */
export function fitsItsScale({ declared, scored, note }: Scales, score: number): boolean {
  const low = Math.min(declared[0], scored[0]);
  const high = Math.max(declared[1], scored[1]);
  return (score >= low && score <= high) || (score === 0 && note.startsWith("0 "));
}

/** True where the declared scale alone does not contain the score. */
export function isOutsideDeclared({ declared, note }: Scales, score: number): boolean {
  return !((score >= declared[0] && score <= declared[1]) || (score === 0 && note.startsWith("0 ")));
}

export function describeScale({ declared, scored, note }: Scales): string {
  const recorded =
    declared[0] === scored[0] && declared[1] === scored[1] ? "" : ` (recorded ${scored[0]} to ${scored[1]})`;
  return `the scale ${declared[0]} to ${declared[1]}${recorded}${note.startsWith("0 ") && declared[0] > 0 ? ", or 0" : ""}`;
}

/**
 * The factor that reproduces all 18 published block values of the source study. For replication only: it looks at the
 * size of a score, never at its scale, and is not monotone. 0 and 1 count as 1, so absence is worth as much as the best
 * answer; up to 5 it is (score - 1) / 4, above score / 10, so 5 of 10 counts 1 and 6 of 10 counts 0.6.
 * @throws RangeError for a score below 1 other than 0, for which the rule is not known.
 */
export function asPublishedFactor(score: number): number {
  if (!hasAsPublishedFactor(score)) throw new RangeError(`the published rule knows 0 and scores from 1, got ${score}`);
  if (score <= 1) return 1;
  return score <= 5 ? (score - 1) / 4 : score / 10;
}

export function hasAsPublishedFactor(score: number): boolean {
  return score === 0 || score >= 1;
}
