/** Errors of point forecasts, in the unit of the values. */
export type PointScores = { readonly mae: number; readonly rmse: number };

/** Mean absolute and root mean squared error; both lists equally long and not empty. */
export function pointScores(forecast: readonly number[], actual: readonly number[]): PointScores {
  if (forecast.length !== actual.length || forecast.length === 0)
    throw new Error(`as many forecasts as values are needed, got ${forecast.length} and ${actual.length}`);
  let absolute = 0;
  let squared = 0;
  for (let i = 0; i < actual.length; i++) {
    const error = forecast[i] - actual[i];
    absolute += Math.abs(error);
    squared += error * error;
  }
  return { mae: absolute / actual.length, rmse: Math.sqrt(squared / actual.length) };
}

/**
 * Continuous ranked probability score of an ensemble, fair version (Ferro 2014): mean |x - y| less the mean |x - x'| / 2
 * over pairs of different members, so that its expectation does not depend on the size of the ensemble. In the unit of
 * the values; the absolute error for a single member. `sorted` is in ascending order and not empty.
 */
export function fairCrps(sorted: Float64Array, actual: number): number {
  const size = sorted.length;
  if (!(size > 0)) throw new Error("a score needs a forecast");
  let distance = 0;
  let spread = 0; // sum of |x - x'| over unordered pairs: a sorted member counts once more than it is preceded
  for (let i = 0; i < size; i++) {
    distance += Math.abs(sorted[i] - actual);
    spread += (2 * i + 1 - size) * sorted[i];
  }
  return size === 1 ? distance : distance / size - spread / (size * (size - 1));
}
