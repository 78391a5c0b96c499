import type { FitByOls, UnfitDesign } from "./frontierDesign.ts";
import type { Ascent, LocationFrontier } from "./frontierLocation.ts";
import type { FrontierOptima } from "./frontierSearch.ts";
import type { FrontierSolution } from "./frontierSolution.ts";
import { exp, ln } from "#domain/portableMath.ts";
import { coefficientsAt, errorsAt, sandwich } from "./frontierInformation.ts";
import { climbLocation } from "./frontierLocation.ts";
import { startingPoints } from "./frontierLocationStarts.ts";
import { olsSolution } from "./frontierSolution.ts";
import { invertPositiveDefinite } from "./numerics/choleskySolve.ts";
import {
  invertUpperTriangular,
  orthogonalBasis,
  removeProjection,
  rootMeanSquare,
} from "./numerics/orthogonalBasis.ts";
import { conditionalInefficiency, efficienciesOf } from "./technicalEfficiency.ts";

export type LocationOutcome = {
  /** Null if the likelihood has no optimum with finite parameters that is worth reporting. */
  readonly solution: FrontierSolution | null;
  readonly boundaryLogLik: number;
  /** Without a solution, the likelihood keeps rising towards the exponential model. */
  readonly tendsToExponential: boolean;
  /** Why the numbers, or their absence, should not be trusted; empty if nothing speaks against them. */
  readonly weaknesses: readonly string[];
};

const boundaryRatios = [1e4, 1e5, 1e6];

/**
 * Optimum of a frontier with truncated normal inefficiency of location z'delta (`z` without the constant; none for the plain
 * truncated normal). For a location that is a given multiple of sigma_u the likelihood has the shape of the half-normal and
 * every optimum along the ratio is found; those that are also local maxima along a grid of such multiples start a climb in all
 * parameters. Two ridges lead away from any optimum: towards delta_0 = -infinity the model becomes the exponential (whose
 * `exponentialLogLik` is given), towards +infinity the truncation stops to matter and gamma is free. What is found is compared
 * with both, and with the boundary gamma = 1.
 */
export function searchLocation(
  ols: FitByOls,
  z: readonly Float64Array[],
  halfNormalOptima: FrontierOptima,
  exponentialLogLik: number,
): LocationOutcome | UnfitDesign {
  const n = ols.standard.rowCount;
  const basis = orthogonalBasis([new Float64Array(n).fill(1), ...z]);
  if ("dependentColumn" in basis) return { unfit: "dependent", column: basis.dependentColumn };
  const locationCount = basis.q.length;
  const rows = new Float64Array(n * locationCount);
  for (let i = 0; i < n; i++) for (let j = 0; j < locationCount; j++) rows[i * locationCount + j] = basis.q[j][i];
  const frontier: LocationFrontier = { standard: ols.standard, z: rows, locationCount };
  const unscale = -n * ln(ols.residualScale);
  const toOriginal = invertUpperTriangular(basis.r, locationCount);

  const { starts, nearBoundary } = startingPoints(ols, frontier);
  const climbs = starts.map((start) => climbLocation(frontier, start));
  const optima = climbs.filter((climb) => climb.settled && isInterior(climb, frontier));
  const best = optima.reduce<Ascent | null>(
    (highest, next) => (highest === null || next.logLikelihood > highest.logLikelihood + 1e-9 ? next : highest),
    null,
  );
  const boundary = boundaryAscent(frontier, nearBoundary);
  const boundaryLogLik = boundary.logLikelihood + unscale;
  const bestLogLik = best === null ? Number.NEGATIVE_INFINITY : best.logLikelihood + unscale;
  // without truncation the z variables are regressors like the others
  const untruncatedLogLik = untruncatedLogLikelihood(ols, frontier);

  const outcome = (solution: FrontierSolution | null, weaknesses: readonly string[], tendsToExponential = false) => ({
    solution,
    boundaryLogLik,
    tendsToExponential,
    weaknesses,
  });
  if (best !== null && !(halfNormalOptima.fallsFromOls && bestLogLik < halfNormalOptima.olsLogLik)) {
    const solution = solutionAt(ols, frontier, toOriginal, best, "converged");
    const rivals = { exponentialLogLik, untruncatedLogLik };
    return outcome(solution, weaknessesOf(solution, ols.coefficients.length, rivals));
  }
  if (boundaryLogLik > Math.max(exponentialLogLik, untruncatedLogLik) && !halfNormalOptima.fallsFromOls) {
    return outcome(solutionAt(ols, frontier, toOriginal, boundary, "gammaAtOne"), []);
  }
  if (z.length === 0 && halfNormalOptima.fallsFromOls) {
    return outcome(olsSolution(ols, halfNormalOptima.olsLogLik), []);
  }
  if (exponentialLogLik > untruncatedLogLik) {
    const limit = `the exponential model (log-likelihood ${exponentialLogLik.toFixed(7)})`;
    return outcome(
      null,
      [`the likelihood has no optimum: it rises as the location goes to minus infinity, towards ${limit}`],
      true,
    );
  }
  const limit = `a regression without inefficiency on the inputs and the z variables (log-likelihood ${untruncatedLogLik.toFixed(7)})`;
  return outcome(null, [`the likelihood has no optimum: it rises as the location grows, towards ${limit}`]);
}

/** The optimum with gamma next to 1: the ratio raised step by step, everything else following. */
function boundaryAscent(frontier: LocationFrontier, from: Float64Array): Ascent {
  const ratioPosition = from.length - 1;
  const raised = (theta: Float64Array, ratio: number) => {
    const start = theta.slice();
    start[ratioPosition] = ln(ratio);
    return climbLocation(frontier, start, ratioPosition);
  };
  return boundaryRatios
    .slice(1)
    .reduce((ascent, ratio) => raised(ascent.theta, ratio), raised(from, boundaryRatios[0]));
}

/** Away from both boundaries of gamma, with some truncation (else gamma is free) but not nothing else (the exponential). */
function isInterior(climb: Ascent, frontier: LocationFrontier): boolean {
  const { standard, z, locationCount: m } = frontier;
  const { theta } = climb;
  const logRatio = theta[theta.length - 1];
  if (!(logRatio > -5 && logRatio < 11)) return false;
  const lambda = exp(logRatio);
  const unit = Math.sqrt(1 + 1 / (lambda * lambda));
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < standard.rowCount; i++) {
    let location = 0;
    for (let j = 0; j < m; j++) location += z[i * m + j] * theta[standard.dimension + j];
    least = Math.min(least, location * unit);
    most = Math.max(most, location * unit);
  }
  return least < 5 && most > -25 && invertPositiveDefinite(climb.information, theta.length) !== null;
}

/** Log-likelihood of the regression on the inputs and the z variables together, without inefficiency. */
function untruncatedLogLikelihood(ols: FitByOls, frontier: LocationFrontier): number {
  const { rowCount: n, dimension: d, rows } = ols.standard;
  const m = frontier.locationCount;
  const residuals = ols.scaledResiduals.slice();
  const used: Float64Array[] = [];
  for (let j = 1; j < d; j++) used.push(Float64Array.from({ length: n }, (_, i) => -rows[i * d + j]));
  for (let j = 1; j < m; j++) {
    const column = Float64Array.from({ length: n }, (_, i) => frontier.z[i * m + j]);
    for (let pass = 0; pass < 2; pass++) for (const known of used) removeProjection(column, known);
    const length = rootMeanSquare(column);
    // a z variable that is an input as well adds nothing
    if (!(length > 1e-9)) continue;
    for (let i = 0; i < n; i++) column[i] /= length;
    used.push(column);
    removeProjection(residuals, column);
  }
  const scale = ols.residualScale * rootMeanSquare(residuals);
  return -0.5 * n * (ln(2 * Math.PI) + 1) - n * ln(scale);
}

/** Parameters, standard errors and efficiencies at a point. */
function solutionAt(
  ols: FitByOls,
  frontier: LocationFrontier,
  toOriginal: Float64Array,
  ascent: Ascent,
  status: "converged" | "gammaAtOne",
): FrontierSolution {
  const { rowCount: n, dimension: d } = frontier.standard;
  const m = frontier.locationCount;
  const { theta } = ascent;
  const lambda = exp(theta[d + m]);
  const gamma = 1 / (1 + 1 / (lambda * lambda));
  const sigma = ols.residualScale / theta[0];
  const location = new Float64Array(m);
  for (let j = 0; j < m; j++) {
    for (let l = j; l < m; l++) location[j] += sigma * toOriginal[j * m + l] * theta[d + l];
  }
  const means = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < m; j++) means[i] += sigma * frontier.z[i * m + j] * theta[d + j];
  }
  const components = { sigmaSquared: sigma * sigma, lambda, location: means };
  const efficiency = efficienciesOf(conditionalInefficiency(errorsAt(ols, theta), components));
  const atOne = status === "gammaAtOne";
  return {
    status,
    coefficients: coefficientsAt(ols, sigma, theta.subarray(1, d)),
    sigmaSquared: sigma * sigma,
    gamma: atOne ? 1 : gamma,
    lambda: atOne ? Number.POSITIVE_INFINITY : lambda,
    logLik: ascent.logLikelihood - n * ln(ols.residualScale),
    covariance: atOne ? null : covarianceOf(ols, frontier, toOriginal, ascent, location),
    location,
    efficiency: atOne ? { te: efficiency.te, lower: null, upper: null } : efficiency,
  };
}

/** Covariance of (coefficients, sigma², gamma, locations) from the information in (t, c, D, omega). */
function covarianceOf(
  ols: FitByOls,
  frontier: LocationFrontier,
  toOriginal: Float64Array,
  ascent: Ascent,
  location: Float64Array,
): Float64Array | null {
  const d = frontier.standard.dimension;
  const k = d - 1;
  const m = frontier.locationCount;
  const p = d + m + 1;
  const inverse = invertPositiveDefinite(ascent.information, p);
  if (inverse === null) return null;
  const { theta } = ascent;
  const lambda = exp(theta[p - 1]);
  const sigma = ols.residualScale / theta[0];
  const jacobian = new Float64Array(p * p);
  for (let j = 0; j < k; j++) {
    for (let l = j; l < k; l++) {
      const byC = ols.design.sign * sigma * ols.inverseOfR[j * k + l];
      jacobian[j * p + 1 + l] = byC;
      jacobian[j * p] -= (byC * theta[1 + l]) / theta[0];
    }
  }
  jacobian[k * p] = (-2 * sigma * sigma) / theta[0];
  jacobian[(k + 1) * p + p - 1] = 2 / ((1 + lambda * lambda) * (1 + 1 / (lambda * lambda)));
  for (let j = 0; j < m; j++) {
    for (let l = j; l < m; l++) jacobian[(k + 2 + j) * p + d + l] = sigma * toOriginal[j * m + l];
    jacobian[(k + 2 + j) * p] = -location[j] / theta[0];
  }
  return sandwich(jacobian, inverse, p);
}

/** Correlation of two estimates beyond which they cannot be told apart. */
const inseparable = 0.98;

function weaknessesOf(
  solution: FrontierSolution,
  k: number,
  rivals: { readonly exponentialLogLik: number; readonly untruncatedLogLik: number },
): string[] {
  const weaknesses: string[] = [];
  const { covariance, location, logLik } = solution;
  const sigmaU = Math.sqrt(solution.gamma * solution.sigmaSquared);
  const p = k + 2 + location.length;
  if (rivals.exponentialLogLik >= logLik) {
    weaknesses.push(
      `the exponential model, its limit, fits as well (log-likelihood ${rivals.exponentialLogLik.toFixed(7)})`,
    );
  }
  if (rivals.untruncatedLogLik >= logLik) {
    weaknesses.push(
      `a regression without inefficiency fits as well (log-likelihood ${rivals.untruncatedLogLik.toFixed(7)})`,
    );
  }
  if (covariance === null) return [...weaknesses, "the information matrix is singular"];
  const correlation = (i: number, j: number) =>
    covariance[i * p + j] / Math.sqrt(covariance[i * p + i] * covariance[j * p + j]);
  const location0 = k + 2;
  for (const [name, position] of [
    ["the intercept", 0],
    ["sigma squared", k],
    ["gamma", k + 1],
  ] as const) {
    const r = correlation(location0, position);
    if (Math.abs(r) > inseparable)
      weaknesses.push(`the location and ${name} move together (correlation ${r.toFixed(3)})`);
  }
  if (location.length === 1 && Math.abs(location[0]) > 2 * sigmaU) {
    weaknesses.push(`mu lies ${(location[0] / sigmaU).toFixed(1)} standard deviations of u from zero`);
  }
  return weaknesses;
}
