import type { StandardFrontier } from "./frontierNewton.ts";
import { ln } from "#domain/portableMath.ts";
import {
  invertUpperTriangular,
  orthogonalBasis,
  removeProjection,
  rootMeanSquare,
  solveUpperTriangular,
} from "./numerics/orthogonalBasis.ts";

/**
 * The columns of a frontier's regression. `sign` is 1 for a production frontier (error v - u) and -1 for a cost frontier
 * (error v + u): multiplying both sides by it turns the second into the first.
 */
export type FrontierDesign = {
  readonly sign: 1 | -1;
  /** Dependent variable in logs, n numbers. */
  readonly dependent: Float64Array;
  /** Regressors, the constant first; n numbers each. */
  readonly regressors: readonly Float64Array[];
  readonly names: readonly string[];
};

/** Ordinary least squares of a design, and the design in the standard form of the likelihood. */
export type FitByOls = {
  readonly design: FrontierDesign;
  readonly coefficients: Float64Array;
  /** Root mean square of the residuals: the maximum likelihood estimate of sigma without inefficiency. */
  readonly residualScale: number;
  /** Residuals times `sign`, so that inefficiency always pulls them down, divided by `residualScale`. */
  readonly scaledResiduals: Float64Array;
  /** k by k, row-major: coefficients = OLS + sigma · inverse · c (times sign). */
  readonly inverseOfR: Float64Array;
  readonly standard: StandardFrontier;
};

export type UnfitDesign = { readonly unfit: "dependent"; readonly column: number } | { readonly unfit: "exact" };

/**
 * Fits by OLS and brings the data into standard form. Returns which regressor is constant or a combination of those before
 * it, or that the regressors explain the dependent variable exactly, so that there is no error to divide.
 */
export function fitByOls(design: FrontierDesign): FitByOls | UnfitDesign {
  const basis = orthogonalBasis(design.regressors);
  if ("dependentColumn" in basis) return { unfit: "dependent", column: basis.dependentColumn };
  const { q, r } = basis;
  const k = q.length;
  const n = design.dependent.length;

  const residuals = design.dependent.slice();
  const coefficients = new Float64Array(k);
  // projected twice, so that the residuals are orthogonal to the regressors to machine precision
  let spread = 0;
  for (let pass = 0; pass < 2; pass++) {
    for (let j = 0; j < k; j++) {
      coefficients[j] += removeProjection(residuals, q[j]);
      if (pass === 0 && j === 0) spread = rootMeanSquare(residuals);
    }
  }
  const level = Math.abs(coefficients[0]);
  solveUpperTriangular(r, k, coefficients);

  const residualScale = rootMeanSquare(residuals);
  if (!(residualScale > 1e-10 * spread && residualScale > 1e-14 * level && residualScale > 0))
    return { unfit: "exact" };
  const scaledResiduals = new Float64Array(n);
  const rows = new Float64Array(n * (k + 1));
  for (let i = 0; i < n; i++) {
    scaledResiduals[i] = (design.sign * residuals[i]) / residualScale;
    rows[i * (k + 1)] = scaledResiduals[i];
    for (let j = 0; j < k; j++) rows[i * (k + 1) + 1 + j] = -q[j][i];
  }
  return {
    design,
    coefficients,
    residualScale,
    scaledResiduals,
    inverseOfR: invertUpperTriangular(r, k),
    standard: { rowCount: n, dimension: k + 1, rows, weights: new Float64Array(n).fill(1), totalWeight: n },
  };
}

/**
 * The fit of the same regressors to coefficients · regressors + sign · errors: a simulated sample costs one projection, not a
 * new decomposition. `errors` are v - u, n numbers.
 */
export function fitWithErrors(ols: FitByOls, coefficients: Float64Array, errors: Float64Array): FitByOls {
  const { rowCount: n, dimension, rows } = ols.standard;
  const k = dimension - 1;
  const residuals = errors.slice();
  const shift = new Float64Array(k);
  for (let pass = 0; pass < 2; pass++) {
    for (let j = 1; j < dimension; j++) {
      let projection = 0;
      for (let i = 0; i < n; i++) projection -= residuals[i] * rows[i * dimension + j];
      projection /= n;
      shift[j - 1] += projection;
      for (let i = 0; i < n; i++) residuals[i] += projection * rows[i * dimension + j];
    }
  }
  const residualScale = rootMeanSquare(residuals);
  const newRows = rows.slice();
  for (let i = 0; i < n; i++) {
    residuals[i] /= residualScale;
    newRows[i * dimension] = residuals[i];
  }
  const shifted = coefficients.slice();
  for (let j = 0; j < k; j++) {
    for (let l = j; l < k; l++) shifted[j] += ols.design.sign * ols.inverseOfR[j * k + l] * shift[l];
  }
  return {
    ...ols,
    coefficients: shifted,
    residualScale,
    scaledResiduals: residuals,
    standard: { ...ols.standard, rows: newRows },
  };
}

/** Log-likelihood of the regression without inefficiency, at the maximum likelihood variance. */
export function olsLogLikelihood(ols: FitByOls): number {
  const n = ols.standard.rowCount;
  return -0.5 * n * (ln(2 * Math.PI) + 1) - n * ln(ols.residualScale);
}
