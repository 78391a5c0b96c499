/** Quantile by linear interpolation of order statistics (type 7 of Hyndman and Fan). `sorted` ascending, p in [0, 1]. */
export function quantileOf(sorted: Float64Array, p: number): number {
  if (!(sorted.length > 0 && p >= 0 && p <= 1))
    throw new Error(`a quantile needs values and p in [0, 1], got ${sorted.length} values and p = ${p}`);
  const position = p * (sorted.length - 1);
  const below = Math.floor(position);
  const above = Math.min(below + 1, sorted.length - 1);
  return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
}
