import type { DeterministicFrontier } from "./frontierBoundary.ts";
import type { ErrorDensity } from "./frontierDensity.ts";
import type { FitByOls } from "./frontierDesign.ts";
import type { ErrorScale } from "./frontierInformation.ts";
import type { ProfilePoint, StandardFrontier } from "./frontierNewton.ts";
import { ln } from "#domain/portableMath.ts";
import { exponentialBoundary, halfNormalBoundary } from "./frontierBoundary.ts";
import { exponentialDensity, halfNormalDensity } from "./frontierDensity.ts";
import { olsLogLikelihood } from "./frontierDesign.ts";
import { climbProfile, logLikelihoodAt, scanProfile } from "./frontierProfile.ts";

/** What the two distributions without a location parameter differ in. */
export type InefficiencyDistribution = {
  readonly density: ErrorDensity;
  readonly scale: ErrorScale;
  readonly boundary: (ols: FitByOls) => DeterministicFrontier | null;
};

export const halfNormal: InefficiencyDistribution = {
  density: halfNormalDensity,
  scale: "sigma",
  boundary: halfNormalBoundary,
};

export const exponential: InefficiencyDistribution = {
  density: exponentialDensity,
  scale: "sigmaV",
  boundary: exponentialBoundary,
};

export type InteriorOptimum = { readonly point: ProfilePoint; readonly logLik: number };

/** Every optimum of a frontier's likelihood: those with 0 < gamma < 1, gamma = 0 (OLS) and gamma = 1. */
export type FrontierOptima = {
  /** From the highest to the lowest. */
  readonly interior: readonly InteriorOptimum[];
  readonly olsLogLik: number;
  /** The likelihood falls as gamma leaves 0: the residuals of OLS are skewed the wrong way (Waldman 1982). */
  readonly fallsFromOls: boolean;
  readonly boundary: DeterministicFrontier | null;
  readonly boundaryLogLik: number | null;
};

/** Above this many observations the scan runs on binned OLS residuals, and only the climb to each optimum on all data. */
const largestScannedSample = 400;
/** Width of a bin in units of the residuals' root mean square: about 70 bins, and every outlier in one of its own. */
const binWidth = 0.08;

/** Finds every optimum. Deterministic; linear in the number of observations. */
export function searchFrontier(ols: FitByOls, distribution: InefficiencyDistribution): FrontierOptima {
  const { density } = distribution;
  const unscale = -ols.standard.totalWeight * ln(ols.residualScale);
  const scan = scanSample(ols, density);
  const interior = scan.optima.map((point) => ({
    point,
    logLik: logLikelihoodAt(ols.standard, density, point) + unscale,
  }));
  const boundary = distribution.boundary(ols);
  return {
    interior: interior.sort((a, b) => b.logLik - a.logLik),
    olsLogLik: olsLogLikelihood(ols),
    // a skewness next to zero can put an optimum below the scan, where it is OLS to all digits
    fallsFromOls: !leansDown(ols.scaledResiduals) || (interior.length === 0 && scan.first.slope <= 0),
    boundary,
    boundaryLogLik: boundary === null ? null : boundary.logLikelihood + unscale,
  };
}

/**
 * The scan of the profile likelihood, on all data or, for a large sample, started on bins. `insist` scans all data where the
 * bins show no optimum although the residuals lean the right way.
 */
export function scanSample(ols: FitByOls, density: ErrorDensity, insist = true): ReturnType<typeof scanProfile> {
  const { standard } = ols;
  if (standard.rowCount <= largestScannedSample) return scanProfile(standard, density);
  return scanBinned(standard, ols.scaledResiduals, density, insist);
}

/** Residuals with a longer tail below: the likelihood rises as gamma leaves 0 (Waldman 1982). */
function leansDown(residuals: Float64Array): boolean {
  let cubes = 0;
  for (let i = 0; i < residuals.length; i++) cubes += residuals[i] * residuals[i] * residuals[i];
  return cubes < 0;
}

/**
 * In large samples the slopes hardly depend on the variance ratio, so the scan needs the shape of the residuals only: their
 * means in narrow bins, with the constant as the one regressor. Its optima start the climb on all data; should a climb fail,
 * or none be found although the residuals lean the right way, all data are scanned after all.
 */
function scanBinned(standard: StandardFrontier, residuals: Float64Array, density: ErrorDensity, insist: boolean) {
  const rough = scanProfile(binned(residuals), density);
  const optima: ProfilePoint[] = [];
  for (const point of rough.optima) {
    const optimum = climbProfile(standard, density, withAllRegressors(point, standard.dimension));
    if (optimum === null && insist) return scanProfile(standard, density);
    if (optimum === null) continue;
    if (optima.every((known) => Math.abs(known.logRatio - optimum.logRatio) > 1e-6)) optima.push(optimum);
  }
  if (insist && optima.length === 0 && leansDown(residuals)) return scanProfile(standard, density);
  return { first: rough.first, optima, last: withAllRegressors(rough.last, standard.dimension) };
}

/** A point of the binned problem, which has the constant only, as one of the full problem. */
function withAllRegressors(point: ProfilePoint, dimension: number): ProfilePoint {
  const theta = new Float64Array(dimension);
  const tangent = new Float64Array(dimension);
  theta.set(point.theta);
  tangent.set(point.tangent);
  return { ...point, theta, tangent };
}

function binned(residuals: Float64Array): StandardFrontier {
  let low = residuals[0];
  let high = residuals[0];
  for (let i = 1; i < residuals.length; i++) {
    if (residuals[i] < low) low = residuals[i];
    if (residuals[i] > high) high = residuals[i];
  }
  const bins = 1 + Math.floor((high - low) / binWidth);
  const counts = new Float64Array(bins);
  const sums = new Float64Array(bins);
  for (let i = 0; i < residuals.length; i++) {
    const bin = Math.floor((residuals[i] - low) / binWidth);
    counts[bin] += 1;
    sums[bin] += residuals[i];
  }
  const filled = counts.filter((count) => count > 0).length;
  const rows = new Float64Array(2 * filled);
  const weights = new Float64Array(filled);
  let row = 0;
  for (let bin = 0; bin < bins; bin++) {
    if (counts[bin] === 0) continue;
    rows[2 * row] = sums[bin] / counts[bin];
    rows[2 * row + 1] = -1;
    weights[row] = counts[bin];
    row++;
  }
  return { rowCount: filled, dimension: 2, rows, weights, totalWeight: residuals.length };
}
