import type { ErrorDensity } from "./frontierDensity.ts";
import type { FitByOls } from "./frontierDesign.ts";
import type { ProfilePoint } from "./frontierNewton.ts";
import { exp } from "#domain/portableMath.ts";
import { invertPositiveDefinite } from "./numerics/choleskySolve.ts";

/** Parameters in the form of Battese and Corra (1977): sigma² = sigma_u² + sigma_v², gamma = sigma_u² / sigma². */
export type FrontierParameters = {
  readonly coefficients: Float64Array;
  readonly sigmaSquared: number;
  readonly gamma: number;
  /** sigma_u / sigma_v, which keeps its digits where gamma rounds to 1; infinite at gamma = 1. */
  readonly lambda: number;
};

/** Which scale the standard form measures errors in: sigma (half-normal, truncated normal) or sigma_v (exponential). */
export type ErrorScale = "sigma" | "sigmaV";

export function parametersAt(ols: FitByOls, point: ProfilePoint, scale: ErrorScale): FrontierParameters {
  const lambda = exp(point.logRatio);
  const errorScale = ols.residualScale / point.theta[0];
  const gamma = 1 / (1 + 1 / (lambda * lambda));
  const squared = errorScale * errorScale;
  return {
    coefficients: coefficientsAt(ols, errorScale, point.theta.subarray(1)),
    sigmaSquared: scale === "sigma" ? squared : squared * (1 + lambda * lambda),
    gamma,
    lambda,
  };
}

/** OLS coefficients moved by `departure`, which is in orthogonal coordinates and in units of `unit`. */
export function coefficientsAt(ols: FitByOls, unit: number, departure: Float64Array): Float64Array {
  const k = ols.coefficients.length;
  const coefficients = ols.coefficients.slice();
  for (let j = 0; j < k; j++) {
    for (let l = j; l < k; l++) coefficients[j] += ols.design.sign * unit * ols.inverseOfR[j * k + l] * departure[l];
  }
  return coefficients;
}

/** Errors of the observations in the units of the dependent variable, with the sign in which inefficiency lowers them. */
export function errorsAt(ols: FitByOls, theta: Float64Array): Float64Array {
  const { rowCount, dimension, rows } = ols.standard;
  const unit = ols.residualScale / theta[0];
  const errors = new Float64Array(rowCount);
  for (let i = 0, at = 0; i < rowCount; i++, at += dimension) {
    let error = 0;
    for (let j = 0; j < dimension; j++) error += rows[at + j] * theta[j];
    errors[i] = unit * error;
  }
  return errors;
}

/**
 * Covariance matrix of (coefficients, sigma², gamma) at an optimum, k + 2 square, row-major: the inverse of the observed
 * information, from analytic second derivatives. The information is taken in the coordinates (t, c, omega) of the standard
 * form, where it is well conditioned, and carried over by the derivatives of the parameters by these; at a stationary point
 * this is exact. Null if the information is not positive definite.
 */
export function covarianceAt(
  ols: FitByOls,
  density: ErrorDensity,
  point: ProfilePoint,
  scale: ErrorScale,
): Float64Array | null {
  const k = ols.coefficients.length;
  const d = k + 2;
  const inverse = invertPositiveDefinite(fullInformation(ols, density, point), d);
  if (inverse === null) return null;

  const lambda = exp(point.logRatio);
  const t = point.theta[0];
  const errorScale = ols.residualScale / t;
  const { gamma, sigmaSquared } = parametersAt(ols, point, scale);
  // rows: coefficients, sigma², gamma; columns: t, c, omega
  const jacobian = new Float64Array(d * d);
  for (let j = 0; j < k; j++) {
    for (let l = j; l < k; l++) {
      const byC = ols.design.sign * errorScale * ols.inverseOfR[j * k + l];
      jacobian[j * d + 1 + l] = byC;
      jacobian[j * d] -= (byC * point.theta[1 + l]) / t;
    }
  }
  jacobian[k * d] = (-2 * sigmaSquared) / t;
  if (scale === "sigmaV") jacobian[k * d + d - 1] = 2 * gamma * sigmaSquared;
  // gamma (1 - gamma) without the cancellation of 1 - gamma
  jacobian[(k + 1) * d + d - 1] = (2 * gamma) / (1 + lambda * lambda);
  return sandwich(jacobian, inverse, d);
}

/** Minus the second derivatives of the log-likelihood by (t, c, omega); lower triangle. */
function fullInformation(ols: FitByOls, density: ErrorDensity, point: ProfilePoint): Float64Array {
  const { rowCount, dimension, rows, totalWeight } = ols.standard;
  const d = dimension + 1;
  const lambda = exp(point.logRatio);
  const derivatives = new Float64Array(5);
  const information = new Float64Array(d * d);
  information[0] = totalWeight / (point.theta[0] * point.theta[0]);
  for (let i = 0, at = 0; i < rowCount; i++, at += dimension) {
    let error = 0;
    for (let j = 0; j < dimension; j++) error += rows[at + j] * point.theta[j];
    density.differentiate(error, lambda, derivatives);
    for (let j = 0; j < dimension; j++) {
      for (let l = 0; l <= j; l++) information[j * d + l] -= derivatives[2] * rows[at + j] * rows[at + l];
      information[dimension * d + j] -= derivatives[3] * rows[at + j];
    }
    information[dimension * d + dimension] -= derivatives[4];
  }
  return information;
}

/** J V J' for square row-major matrices. */
export function sandwich(jacobian: Float64Array, covariance: Float64Array, d: number): Float64Array {
  const half = new Float64Array(d * d);
  const result = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) {
      for (let l = 0; l < d; l++) half[i * d + j] += jacobian[i * d + l] * covariance[l * d + j];
    }
  }
  for (let i = 0; i < d; i++) {
    for (let j = 0; j < d; j++) {
      for (let l = 0; l < d; l++) result[i * d + j] += half[i * d + l] * jacobian[j * d + l];
    }
  }
  return result;
}
