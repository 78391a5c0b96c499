import { factorCholesky, solveCholesky } from "./choleskySolve.ts";

/** A point that minimises the first coordinate, and the rows whose constraint is met with equality there. */
export type EnvelopePoint = { readonly point: Float64Array; readonly active: readonly number[] };

const maximumSteps = 2000;
const tolerance = 1e-11;

/**
 * Linear programme: minimises w[0] subject to rows · w >= bounds, where every row starts with 1, so that a point far up the
 * first axis is feasible. `rows` is n by k, row-major, and `bounds` has n numbers, both of the order of 1.
 *
 * Active-set method: from a feasible point move down the direction of steepest descent that keeps the active constraints,
 * up to the first constraint in the way, which becomes active; where no descent is left, drop the constraint with the most
 * negative multiplier, or stop if there is none. Ties go to the lowest row, which ends cycles among duplicates in practice;
 * a limit of steps ends them in any case, and null comes back. Cost per step is linear in n.
 */
export function lowestEnvelope(rows: Float64Array, bounds: Float64Array, k: number): EnvelopePoint | null {
  const n = bounds.length;
  const point = new Float64Array(k);
  let highest = 0;
  for (let i = 1; i < n; i++) if (bounds[i] > bounds[highest]) highest = i;
  point[0] = bounds[highest];
  const active = [highest];
  const direction = new Float64Array(k);
  for (let step = 0; step < maximumSteps; step++) {
    const multipliers = project(rows, k, active, direction);
    if (multipliers === null) return null;
    if (lengthOf(direction) <= tolerance) {
      const dropped = mostNegative(multipliers);
      if (dropped < 0) return { point: settle(rows, bounds, k, active, point), active: active.sort((a, b) => a - b) };
      active.splice(dropped, 1);
      continue;
    }
    const blocking = firstInTheWay(rows, bounds, k, active, point, direction);
    if (blocking === null) return null;
    for (let j = 0; j < k; j++) point[j] += blocking.distance * direction[j];
    active.push(blocking.row);
  }
  return null;
}

/** Writes the projection of -e0 on the directions that keep the active rows; returns the multipliers of these rows. */
function project(
  rows: Float64Array,
  k: number,
  active: readonly number[],
  direction: Float64Array,
): Float64Array | null {
  const gram = gramOf(rows, k, active);
  if (gram === null) return null;
  const multipliers = Float64Array.from(active, (row) => rows[row * k]);
  solveCholesky(gram, active.length, multipliers);
  direction.fill(0);
  direction[0] = -1;
  for (let a = 0; a < active.length; a++) {
    for (let j = 0; j < k; j++) direction[j] += multipliers[a] * rows[active[a] * k + j];
  }
  return multipliers;
}

function firstInTheWay(
  rows: Float64Array,
  bounds: Float64Array,
  k: number,
  active: readonly number[],
  point: Float64Array,
  direction: Float64Array,
): { readonly row: number; readonly distance: number } | null {
  let row = -1;
  let distance = Number.POSITIVE_INFINITY;
  for (let i = 0; i < bounds.length; i++) {
    let slack = -bounds[i];
    let rate = 0;
    for (let j = 0; j < k; j++) {
      slack += rows[i * k + j] * point[j];
      rate += rows[i * k + j] * direction[j];
    }
    if (rate >= -tolerance || active.includes(i)) continue;
    const reach = Math.max(0, slack) / -rate;
    if (reach < distance) {
      distance = reach;
      row = i;
    }
  }
  return row < 0 ? null : { row, distance };
}

function mostNegative(multipliers: Float64Array): number {
  let position = -1;
  let lowest = -tolerance;
  for (let a = 0; a < multipliers.length; a++) {
    if (multipliers[a] < lowest) {
      lowest = multipliers[a];
      position = a;
    }
  }
  return position;
}

/** The point moved the shortest way on to its active constraints, which removes the rounding of the steps. */
function settle(rows: Float64Array, bounds: Float64Array, k: number, active: readonly number[], point: Float64Array) {
  const gram = gramOf(rows, k, active);
  if (gram === null) return point;
  for (let pass = 0; pass < 2; pass++) {
    const gap = Float64Array.from(active, (row) => {
      let sum = bounds[row];
      for (let j = 0; j < k; j++) sum -= rows[row * k + j] * point[j];
      return sum;
    });
    solveCholesky(gram, active.length, gap);
    for (let a = 0; a < active.length; a++) {
      for (let j = 0; j < k; j++) point[j] += gap[a] * rows[active[a] * k + j];
    }
  }
  return point;
}

function gramOf(rows: Float64Array, k: number, active: readonly number[]): Float64Array | null {
  const p = active.length;
  const gram = new Float64Array(p * p);
  for (let a = 0; a < p; a++) {
    for (let b = 0; b <= a; b++) {
      for (let j = 0; j < k; j++) gram[a * p + b] += rows[active[a] * k + j] * rows[active[b] * k + j];
    }
  }
  return factorCholesky(gram, p) ? gram : null;
}

function lengthOf(vector: Float64Array): number {
  let square = 0;
  for (let j = 0; j < vector.length; j++) square += vector[j] * vector[j];
  return Math.sqrt(square);
}
