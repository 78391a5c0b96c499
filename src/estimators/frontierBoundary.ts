import type { FitByOls } from "./frontierDesign.ts";
import { ln } from "#domain/portableMath.ts";
import { closestPoint } from "./numerics/leastDistance.ts";
import { lowestEnvelope } from "./numerics/lowestEnvelope.ts";

/** The frontier without noise, gamma = 1: every observation on or below it, every deviation is inefficiency. */
export type DeterministicFrontier = {
  /** Departure of the coefficients from OLS in orthogonal coordinates, in units of the OLS residual scale. */
  readonly departure: Float64Array;
  /** Inefficiency u of each observation in units of the OLS residual scale, exactly 0 for those that carry the frontier. */
  readonly inefficiency: Float64Array;
  /** sigma² = sigma_u², in squared units of the OLS residual scale. */
  readonly sigmaSquared: number;
  /** Log-likelihood by the scaled data, as for `logLikelihoodAt`. */
  readonly logLikelihood: number;
};

const twoPi = 6.283185307179586;

/**
 * Limit of the half-normal likelihood as gamma goes to 1: least squares of u = frontier - y subject to u >= 0, the quadratic
 * programme of Aigner and Chu (1968). The residuals of OLS are orthogonal to the regressors, so the sum of squares is
 * n (1 + |w|²) and the programme is a least distance problem. Null if no frontier envelops the data (cannot happen with a
 * constant among the regressors, rounding aside).
 */
export function halfNormalBoundary(ols: FitByOls): DeterministicFrontier | null {
  const k = ols.standard.dimension - 1;
  const closest = closestPoint(orthogonalRows(ols), ols.scaledResiduals, k);
  if (closest === null) return null;
  const inefficiency = shortfall(ols, closest.point, closest.active);
  const n = inefficiency.length;
  let square = 0;
  for (let i = 0; i < n; i++) square += inefficiency[i] * inefficiency[i];
  const sigmaSquared = square / n;
  return {
    departure: closest.point,
    inefficiency,
    sigmaSquared,
    logLikelihood: n * ln(2) - 0.5 * n * (ln(twoPi * sigmaSquared) + 1),
  };
}

/**
 * Limit of the exponential likelihood as gamma goes to 1: least sum of u = frontier - y subject to u >= 0, the linear
 * programme of Aigner and Chu (1968). The orthogonal regressors besides the constant have mean 0, so the sum is n times the
 * constant's coordinate, less a number that the data fix.
 */
export function exponentialBoundary(ols: FitByOls): DeterministicFrontier | null {
  const k = ols.standard.dimension - 1;
  const lowest = lowestEnvelope(orthogonalRows(ols), ols.scaledResiduals, k);
  if (lowest === null) return null;
  const inefficiency = shortfall(ols, lowest.point, lowest.active);
  const n = inefficiency.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += inefficiency[i];
  const mean = sum / n;
  return {
    departure: lowest.point,
    inefficiency,
    sigmaSquared: mean * mean,
    logLikelihood: -n * (ln(mean) + 1),
  };
}

function orthogonalRows(ols: FitByOls): Float64Array {
  const { rowCount, dimension, rows } = ols.standard;
  const k = dimension - 1;
  const q = new Float64Array(rowCount * k);
  for (let i = 0; i < rowCount; i++) {
    for (let j = 0; j < k; j++) q[i * k + j] = -rows[i * dimension + 1 + j];
  }
  return q;
}

function shortfall(ols: FitByOls, departure: Float64Array, active: readonly number[]): Float64Array {
  const { rowCount, dimension, rows } = ols.standard;
  const inefficiency = new Float64Array(rowCount);
  for (let i = 0; i < rowCount; i++) {
    let u = -rows[i * dimension];
    for (let j = 1; j < dimension; j++) u -= rows[i * dimension + j] * departure[j - 1];
    inefficiency[i] = Math.max(0, u);
  }
  for (const row of active) inefficiency[row] = 0;
  return inefficiency;
}
