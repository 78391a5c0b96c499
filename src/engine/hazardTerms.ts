import { HAZARD_TERMS } from "#domain/explanation.ts";

/** Sums of the summands of EQ-3 over the firms that could start this year, kept only for a run that is explained. */
export type HazardTermSums = {
  readonly candidates: Float64Array;
  /** HAZARD_TERMS x regions. */
  readonly sums: Float64Array;
};

export function createHazardTermSums(regions: number): HazardTermSums {
  return { candidates: new Float64Array(regions), sums: new Float64Array(HAZARD_TERMS.length * regions) };
}

export function clearHazardTerms({ candidates, sums }: HazardTermSums): void {
  candidates.fill(0);
  sums.fill(0);
}

/** Adds one firm of a region: its weight and its summands, in the order of HAZARD_TERMS. */
export function noteHazardTerms(
  { candidates, sums }: HazardTermSums,
  region: number,
  weight: number,
  terms: readonly number[],
): void {
  candidates[region] += weight;
  for (let k = 0; k < terms.length; k++) sums[k * candidates.length + region] += weight * terms[k];
}
