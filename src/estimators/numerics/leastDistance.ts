import { factorCholesky, solveCholesky } from "./choleskySolve.ts";

/** The point of a polyhedron that lies closest to the origin, and the constraints that hold it there. */
export type ClosestPoint = {
  readonly point: Float64Array;
  /** Rows whose constraint is met with equality. */
  readonly active: readonly number[];
};

/**
 * Minimises |w|² subject to rows · w >= bounds: the least distance problem of Lawson and Hanson (1974, chapter 23), solved
 * as one non-negative least squares problem in its multipliers. `rows` is n by k, row-major, and `bounds` has n numbers.
 * Returns null if no point meets all constraints. Finite, without tuning; cost is linear in n.
 *
 * The multipliers m >= 0 minimise |A m - f|² where A stacks the transposed rows on the bounds and f = (0, …, 0, 1). With
 * the residual s = f - A m, the point is -s[1..k] / s[k+1].
 */
export function closestPoint(rows: Float64Array, bounds: Float64Array, k: number): ClosestPoint | null {
  const n = bounds.length;
  const residual = new Float64Array(k + 1);
  residual[k] = 1;
  const passive: number[] = [];
  let multipliers: Float64Array = new Float64Array(0);
  const excluded = new Set<number>();

  for (let iteration = 0; iteration < 60 * (k + 2); iteration++) {
    const entering = steepestColumn(rows, bounds, k, residual, passive, excluded);
    if (entering < 0) break;
    passive.push(entering);
    multipliers = concatenate(multipliers, 0);
    let solution = leastSquares(rows, bounds, k, passive);
    // a column that depends on the passive ones up to rounding cannot enter
    if (solution === null || !(solution[passive.length - 1] > 0)) {
      passive.pop();
      multipliers = multipliers.slice(0, passive.length);
      excluded.add(entering);
      continue;
    }
    while (solution?.some((multiplier) => !(multiplier > 0))) {
      multipliers = retreat(multipliers, solution, passive);
      solution = leastSquares(rows, bounds, k, passive);
    }
    if (solution === null) break;
    multipliers = solution;
    excluded.clear();
    updateResidual(rows, bounds, k, passive, multipliers, residual);
  }
  if (!(residual[k] > 1e-12)) return n === 0 ? { point: new Float64Array(k), active: [] } : null;
  return { point: leastNormPoint(rows, bounds, k, passive), active: [...passive].sort((a, b) => a - b) };
}

/** The column of A with the largest slope along the residual; -1 when the conditions of an optimum hold. */
function steepestColumn(
  rows: Float64Array,
  bounds: Float64Array,
  k: number,
  residual: Float64Array,
  passive: readonly number[],
  excluded: ReadonlySet<number>,
): number {
  let best = -1;
  let bestSlope = 0;
  for (let i = 0; i < bounds.length; i++) {
    let slope = bounds[i] * residual[k];
    for (let j = 0; j < k; j++) slope += rows[i * k + j] * residual[j];
    if (slope > bestSlope && !passive.includes(i) && !excluded.has(i)) {
      best = i;
      bestSlope = slope;
    }
  }
  if (best < 0) return best;
  // a cosine below rounding is no slope
  let residualSquare = residual[k] * residual[k];
  let columnSquare = bounds[best] * bounds[best];
  for (let j = 0; j < k; j++) {
    residualSquare += residual[j] * residual[j];
    columnSquare += rows[best * k + j] * rows[best * k + j];
  }
  return bestSlope > 1e-13 * Math.sqrt(residualSquare * columnSquare) ? best : -1;
}

/** Unconstrained least squares on the passive columns, by their normal equations refined once; null if dependent. */
function leastSquares(
  rows: Float64Array,
  bounds: Float64Array,
  k: number,
  passive: readonly number[],
): Float64Array | null {
  const p = passive.length;
  if (p > k + 1) return null;
  const gram = new Float64Array(p * p);
  for (let a = 0; a < p; a++) {
    for (let b = 0; b <= a; b++) {
      let sum = bounds[passive[a]] * bounds[passive[b]];
      for (let j = 0; j < k; j++) sum += rows[passive[a] * k + j] * rows[passive[b] * k + j];
      gram[a * p + b] = sum;
    }
    gram[a * p + a] *= 1 + 1e-15;
  }
  if (!factorCholesky(gram, p)) return null;
  const solution = new Float64Array(p);
  const correction = new Float64Array(p);
  const residual = new Float64Array(k + 1);
  for (let refinement = 0; refinement < 3; refinement++) {
    updateResidual(rows, bounds, k, passive, solution, residual);
    for (let a = 0; a < p; a++) {
      correction[a] = bounds[passive[a]] * residual[k];
      for (let j = 0; j < k; j++) correction[a] += rows[passive[a] * k + j] * residual[j];
    }
    solveCholesky(gram, p, correction);
    for (let a = 0; a < p; a++) solution[a] += correction[a];
  }
  return solution;
}

/** Moves towards the solution until the first multiplier reaches zero, and drops the columns that did. */
function retreat(multipliers: Float64Array, solution: Float64Array, passive: number[]): Float64Array {
  let share = 1;
  for (let a = 0; a < passive.length; a++) {
    if (!(solution[a] > 0)) share = Math.min(share, multipliers[a] / (multipliers[a] - solution[a]));
  }
  const kept: number[] = [];
  const keptColumns: number[] = [];
  for (let a = 0; a < passive.length; a++) {
    const moved = multipliers[a] + share * (solution[a] - multipliers[a]);
    if (solution[a] > 0 || moved > 1e-14) {
      kept.push(Math.max(moved, 0));
      keptColumns.push(passive[a]);
    }
  }
  // rounding must not keep every column, or the loop would not end
  if (kept.length === passive.length) {
    const smallest = kept.indexOf(Math.min(...kept));
    kept.splice(smallest, 1);
    keptColumns.splice(smallest, 1);
  }
  passive.splice(0, passive.length, ...keptColumns);
  return Float64Array.from(kept);
}

function updateResidual(
  rows: Float64Array,
  bounds: Float64Array,
  k: number,
  passive: readonly number[],
  multipliers: Float64Array,
  residual: Float64Array,
): void {
  residual.fill(0);
  residual[k] = 1;
  for (let a = 0; a < passive.length; a++) {
    for (let j = 0; j < k; j++) residual[j] -= multipliers[a] * rows[passive[a] * k + j];
    residual[k] -= multipliers[a] * bounds[passive[a]];
  }
}

/** The shortest w with rows · w = bounds on the active rows: full precision whatever the multipliers lost. */
function leastNormPoint(rows: Float64Array, bounds: Float64Array, k: number, active: readonly number[]): Float64Array {
  const p = active.length;
  const point = new Float64Array(k);
  const gram = new Float64Array(p * p);
  for (let a = 0; a < p; a++) {
    for (let b = 0; b <= a; b++) {
      for (let j = 0; j < k; j++) gram[a * p + b] += rows[active[a] * k + j] * rows[active[b] * k + j];
    }
    gram[a * p + a] *= 1 + 1e-15;
  }
  factorCholesky(gram, p);
  const gap = new Float64Array(p);
  for (let refinement = 0; refinement < 3; refinement++) {
    for (let a = 0; a < p; a++) {
      gap[a] = bounds[active[a]];
      for (let j = 0; j < k; j++) gap[a] -= rows[active[a] * k + j] * point[j];
    }
    solveCholesky(gram, p, gap);
    for (let a = 0; a < p; a++) {
      for (let j = 0; j < k; j++) point[j] += gap[a] * rows[active[a] * k + j];
    }
  }
  return point;
}

function concatenate(values: Float64Array, last: number): Float64Array {
  const longer = new Float64Array(values.length + 1);
  longer.set(values);
  longer[values.length] = last;
  return longer;
}
