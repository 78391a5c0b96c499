/** One row of `twin bench`; times depend on the machine, ratios hardly. */
export interface BenchCase {
  readonly name: string;
  readonly unit: string;
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
  /** What the ratio is to; the name of the case says which direction is good. */
  readonly ratio?: number;
  readonly against?: string;
}

export function spreadOf(values: readonly number[]): Pick<BenchCase, "median" | "min" | "max" | "runs"> {
  const sorted = values.toSorted((a, b) => a - b);
  return {
    median: sorted[Math.floor(sorted.length / 2)],
    min: sorted[0],
    max: sorted[sorted.length - 1],
    runs: sorted.length,
  };
}
