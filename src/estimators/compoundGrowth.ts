import { pow } from "#domain/portableMath.ts";

/**
 * Compound annual growth rate as a share: (last / first)^(1 / years) - 1.
 * @throws RangeError unless first > 0, last >= 0 and years > 0, all finite.
 */
export function compoundAnnualRate(first: number, last: number, years: number): number {
  if (!(first > 0 && last >= 0 && years > 0 && Number.isFinite(first + last + years)))
    throw new RangeError(`growth needs first > 0, last >= 0, years > 0, got ${first}, ${last}, ${years}`);
  return pow(last / first, 1 / years) - 1;
}
