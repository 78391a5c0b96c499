import type { StandardFrontier } from "./frontierNewton.ts";
import { exp, ln } from "#domain/portableMath.ts";
import { differentiateTruncatedNormal, truncatedNormalLogDensity } from "./frontierDensity.ts";
import { factorCholesky, solveCholesky } from "./numerics/choleskySolve.ts";

/**
 * A frontier whose inefficiency is truncated normal with location z'delta, in standard form: theta = (t, c, D, omega) with
 * t = 1/sigma, c and D the coefficients and locations in units of sigma and orthogonal coordinates, omega = ln(sigma_u /
 * sigma_v).
 */
export type LocationFrontier = {
  readonly standard: StandardFrontier;
  /** Orthogonal z variables, the constant first: rowCount by locationCount, row-major. */
  readonly z: Float64Array;
  readonly locationCount: number;
};

export type Ascent = {
  readonly theta: Float64Array;
  readonly logLikelihood: number;
  /** A stationary point with a positive definite information was reached. */
  readonly settled: boolean;
  /** Minus the Hessian at theta, full and row-major. */
  readonly information: Float64Array;
};

/** Theta left the range in which its parameters mean anything: a ridge or a boundary, not an optimum. */
const farLogRatio = 12;
const farLocation = 30;

/**
 * Newton's method with Levenberg's damping on the exact Hessian: far from an optimum, where the likelihood is not concave
 * because of the truncation point, it follows the gradient, near it converges quadratically. Only the first `free`
 * coordinates move. Gives up, unsettled, when theta drifts away.
 */
export function climbLocation(frontier: LocationFrontier, start: Float64Array, free = start.length): Ascent {
  const p = start.length;
  const n = frontier.standard.totalWeight;
  const gradient = new Float64Array(p);
  const information = new Float64Array(p * p);
  const damped = new Float64Array(free * free);
  const step = new Float64Array(free);
  const theta = start.slice();
  const trial = start.slice();
  let value = locationLogLikelihood(frontier, theta);
  let damping = 1e-3;
  let polishing = 0;
  let settled = false;
  for (let iteration = 0; iteration < 200 && !settled; iteration++) {
    differentiateLocation(frontier, theta, gradient, information);
    // near an optimum Newton's own step is right, and too short for differences of values to show it
    const newtonGain = solveDamped(information, gradient, 0, damped, step);
    if (newtonGain !== null && newtonGain <= 1e-8 * n && polishing < 20) {
      for (let i = 0; i < free; i++) theta[i] += step[i];
      settled = newtonGain <= 1e-17 * n;
      polishing++;
      continue;
    }
    let improved = false;
    while (!improved && damping < 1e12) {
      const gain = solveDamped(information, gradient, damping, damped, step);
      if (gain !== null) {
        for (let i = 0; i < free; i++) trial[i] = theta[i] + step[i];
        const there = trial[0] > 0 ? locationLogLikelihood(frontier, trial) : Number.NEGATIVE_INFINITY;
        if (there > value + 0.1 * gain) {
          theta.set(trial);
          value = there;
          improved = true;
        }
      }
      damping = improved ? 0.1 * damping : 6 * Math.max(damping, 1e-9);
    }
    if (!improved || hasDrifted(theta, frontier.locationCount)) break;
  }
  differentiateLocation(frontier, theta, gradient, information);
  for (let i = 0; i < p; i++) for (let j = i + 1; j < p; j++) information[i * p + j] = information[j * p + i];
  return { theta, logLikelihood: locationLogLikelihood(frontier, theta), settled, information };
}

/** Log-likelihood by the scaled data, as `logLikelihoodAt`. */
function locationLogLikelihood(frontier: LocationFrontier, theta: Float64Array): number {
  const { rowCount, dimension, rows, totalWeight } = frontier.standard;
  const m = frontier.locationCount;
  const lambda = exp(theta[dimension + m]);
  let sum = totalWeight * ln(theta[0]);
  for (let i = 0, at = 0; i < rowCount; i++, at += dimension) {
    let error = 0;
    for (let j = 0; j < dimension; j++) error += rows[at + j] * theta[j];
    let location = 0;
    for (let j = 0; j < m; j++) location += frontier.z[i * m + j] * theta[dimension + j];
    sum += truncatedNormalLogDensity(error, location, lambda);
  }
  return sum;
}

/** Newton's step with the diagonal raised by a share of itself, into `step`, and the gain it promises; null if not uphill. */
function solveDamped(
  information: Float64Array,
  gradient: Float64Array,
  damping: number,
  damped: Float64Array,
  step: Float64Array,
): number | null {
  const free = step.length;
  const p = gradient.length;
  for (let i = 0; i < free; i++) {
    for (let j = 0; j <= i; j++) damped[i * free + j] = information[i * p + j];
    damped[i * free + i] += damping * (Math.abs(information[i * p + i]) + 1e-6);
  }
  if (!factorCholesky(damped, free)) return null;
  for (let i = 0; i < free; i++) step[i] = gradient[i];
  solveCholesky(damped, free, step);
  let gain = 0;
  for (let i = 0; i < free; i++) gain += gradient[i] * step[i];
  return gain;
}

function hasDrifted(theta: Float64Array, m: number): boolean {
  const p = theta.length;
  if (Math.abs(theta[p - 1]) > farLogRatio) return true;
  return Math.abs(theta[p - 1 - m]) > farLocation;
}

/** Gradient, and minus the Hessian in the lower triangle. */
function differentiateLocation(
  frontier: LocationFrontier,
  theta: Float64Array,
  gradient: Float64Array,
  information: Float64Array,
): void {
  const { rowCount, dimension: d, rows, totalWeight } = frontier.standard;
  const { z, locationCount: m } = frontier;
  const p = d + m + 1;
  const last = p - 1;
  const lambda = exp(theta[last]);
  const derivatives = new Float64Array(9);
  gradient.fill(0);
  information.fill(0);
  for (let i = 0; i < rowCount; i++) {
    const at = i * d;
    const zAt = i * m;
    let error = 0;
    for (let j = 0; j < d; j++) error += rows[at + j] * theta[j];
    let location = 0;
    for (let j = 0; j < m; j++) location += z[zAt + j] * theta[d + j];
    differentiateTruncatedNormal(error, location, lambda, derivatives);
    for (let j = 0; j < d; j++) {
      const entry = rows[at + j];
      gradient[j] += derivatives[0] * entry;
      for (let l = 0; l <= j; l++) information[j * p + l] -= derivatives[3] * entry * rows[at + l];
      information[last * p + j] -= derivatives[4] * entry;
    }
    for (let j = 0; j < m; j++) {
      const entry = z[zAt + j];
      const row = (d + j) * p;
      gradient[d + j] += derivatives[2] * entry;
      for (let l = 0; l < d; l++) information[row + l] -= derivatives[6] * entry * rows[at + l];
      for (let l = 0; l <= j; l++) information[row + d + l] -= derivatives[8] * entry * z[zAt + l];
      information[last * p + d + j] -= derivatives[7] * entry;
    }
    gradient[last] += derivatives[1];
    information[last * p + last] -= derivatives[5];
  }
  gradient[0] += totalWeight / theta[0];
  information[0] += totalWeight / (theta[0] * theta[0]);
}
