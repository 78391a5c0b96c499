import { latinHypercube } from "./latinHypercube.ts";

export type Index = { readonly estimate: number; readonly low: number; readonly high: number };

/** Shares of an output's variance that are due to a factor; bootstrap intervals of 95 percent. */
export type SobolIndices = {
  /** By the factor alone. */
  readonly first: Index;
  /** By the factor and everything it takes part in. */
  readonly total: Index;
};

/** Two independent samples A and B, and for each factor A with that factor taken from B: n (factors + 2) points. */
export type SobolDesign = {
  readonly a: readonly Float64Array[];
  readonly b: readonly Float64Array[];
  readonly mixed: readonly (readonly Float64Array[])[];
};

/** Outputs at the points of a design. */
export type SobolOutputs = {
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly mixed: readonly (readonly number[])[];
};

const BOOTSTRAP_SAMPLES = 1000;

/** Design of Saltelli et al. (2010) on [0, 1]^`factors`; A and B are the halves of one Latin hypercube of `n` rows. */
export function sobolDesign(n: number, factors: number, random: () => number): SobolDesign {
  const both = latinHypercube(n, 2 * factors, random);
  const a = both.map((row) => row.slice(0, factors));
  const b = both.map((row) => row.slice(factors));
  const mixed = Array.from({ length: factors }, (_, j) =>
    a.map((row, i) => {
      const point = row.slice();
      point[j] = b[i][j];
      return point;
    }),
  );
  return { a, b, mixed };
}

/**
 * First-order and total indices of every factor (Saltelli et al. 2010, table 2, b and f; the total one is Jansen's 1999), on
 * centred outputs. Small samples may put an estimate below 0 or above 1. `random` draws the bootstrap samples of rows. Null if the
 * output does not vary.
 */
export function sobolIndices(outputs: SobolOutputs, random: () => number): SobolIndices[] | null {
  const n = outputs.a.length;
  const all = Array.from({ length: n }, (_, i) => i);
  if (!(varianceOf(outputs, all) > 0)) return null;
  const samples = Array.from({ length: BOOTSTRAP_SAMPLES }, () =>
    Int32Array.from({ length: n }, () => Math.floor(random() * n)),
  );
  return outputs.mixed.map((_, j) => ({
    first: withInterval((rows) => firstOrder(outputs, j, rows), all, samples),
    total: withInterval((rows) => totalOrder(outputs, j, rows), all, samples),
  }));
}

type Rows = ArrayLike<number>;

function firstOrder({ a, b, mixed }: SobolOutputs, j: number, rows: Rows): number {
  const centre = meanOf(rows, (i) => (a[i] + b[i]) / 2);
  return meanOf(rows, (i) => (b[i] - centre) * (mixed[j][i] - a[i])) / varianceOf({ a, b }, rows);
}

function totalOrder({ a, b, mixed }: SobolOutputs, j: number, rows: Rows): number {
  return meanOf(rows, (i) => (a[i] - mixed[j][i]) * (a[i] - mixed[j][i])) / (2 * varianceOf({ a, b }, rows));
}

function varianceOf({ a, b }: Pick<SobolOutputs, "a" | "b">, rows: Rows): number {
  const centre = meanOf(rows, (i) => (a[i] + b[i]) / 2);
  return meanOf(rows, (i) => ((a[i] - centre) * (a[i] - centre) + (b[i] - centre) * (b[i] - centre)) / 2);
}

function withInterval(index: (rows: Rows) => number, all: Rows, samples: readonly Rows[]): Index {
  const resampled = Float64Array.from(samples, index).filter(Number.isFinite).sort();
  const at = (p: number) => resampled[Math.min(resampled.length - 1, Math.floor(p * resampled.length))];
  return { estimate: index(all), low: at(0.025), high: at(0.975) };
}

function meanOf(rows: Rows, value: (row: number) => number): number {
  let sum = 0;
  for (let k = 0; k < rows.length; k++) sum += value(rows[k]);
  return sum / rows.length;
}
