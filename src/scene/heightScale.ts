/** Relief of the map: `maximum` is the round value that the tallest possible slab stands for; state it beside the map. */
export type HeightScale = { readonly maximum: number; readonly height: (value: number) => number };

/**
 * Heights are proportional to values and start at zero, so that a slab twice as tall is twice as much. Pass the values of all
 * years and plans that are compared, so that the scale stays while the years pass.
 */
export function heightScale(values: Iterable<number>): HeightScale {
  let largest = 0;
  for (const value of values) if (value > largest) largest = value;
  const maximum = roundUp(largest);
  return { maximum, height: (value) => (maximum > 0 ? Math.min(1, Math.max(0, value / maximum)) : 0) };
}

/** World units (about 29 km each); a region with value 0 is still a slab. */
const LOWEST_SLAB = 0.7;
const FULL_RELIEF = 4.5;

/** World units above the table of a slab whose height is a share of the tallest possible one. */
export function slabTop(share: number): number {
  return LOWEST_SLAB + FULL_RELIEF * share;
}

/** The next of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten. */
function roundUp(value: number): number {
  if (!(value > 0)) return 0;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 3, 4, 5, 6, 8, 10].find((candidate) => candidate * power >= value * (1 - 1e-9));
  return Number(((step ?? 10) * power).toPrecision(2));
}
