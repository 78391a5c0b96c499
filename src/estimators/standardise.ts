import type { Observations } from "./observations.ts";

export type Standardised = {
  readonly observations: Observations;
  readonly means: Float64Array;
  readonly standardDeviations: Float64Array;
};

/**
 * Every column minus its mean, divided by its sample standard deviation (divisor n - 1), as R's `scale` does. Of the
 * two usual divisors this is the one that gives table 20 of the source study.
 * @throws RangeError with fewer than two rows or with a constant column (`isConstant`).
 */
export function standardise({ rows, columns, values }: Observations): Standardised {
  if (!(rows >= 2)) throw new RangeError(`standardising needs at least 2 rows, got ${rows}`);
  const means = new Float64Array(columns);
  const standardDeviations = new Float64Array(columns);
  const standardised = new Float64Array(values.length);
  for (let j = 0; j < columns; j++) {
    if (isConstant({ rows, columns, values }, j)) throw new RangeError(`column ${j + 1} is constant`);
    means[j] = exactMean(rows, (i) => values[i * columns + j]);
    const squares = exactSum(rows, (i) => (values[i * columns + j] - means[j]) * (values[i * columns + j] - means[j]));
    standardDeviations[j] = Math.sqrt(squares / (rows - 1));
    for (let i = 0; i < rows; i++) {
      standardised[i * columns + j] = (values[i * columns + j] - means[j]) / standardDeviations[j];
    }
  }
  return { observations: { rows, columns, values: standardised }, means, standardDeviations };
}

/** True where all values of a column are equal up to rounding, so that its spread carries no information. */
export function isConstant({ rows, columns, values }: Observations, column: number): boolean {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < rows; i++) {
    low = Math.min(low, values[i * columns + column]);
    high = Math.max(high, values[i * columns + column]);
  }
  return high - low <= 1e-14 * Math.max(Math.abs(low), Math.abs(high));
}

/** The sum over n leaves a remainder; added to it, the mean is right to the last digit. */
function exactMean(count: number, term: (i: number) => number): number {
  const rough = exactSum(count, term) / count;
  return rough + exactSum(2 * count, (i) => (i % 2 === 0 ? term(i / 2) : -rough)) / count;
}

/**
 * Compensated summation (Neumaier 1974), right to the last digit for tables of any length. R sums in extended precision:
 * with it equal distances between standardised rows stay equal to the same digit as there.
 */
function exactSum(count: number, term: (i: number) => number): number {
  let sum = 0;
  let lost = 0;
  for (let i = 0; i < count; i++) {
    const next = term(i);
    const total = sum + next;
    lost += Math.abs(sum) >= Math.abs(next) ? sum - total + next : next - total + sum;
    sum = total;
  }
  return sum + lost;
}
