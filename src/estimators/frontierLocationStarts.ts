import type { FitByOls } from "./frontierDesign.ts";
import type { LocationFrontier } from "./frontierLocation.ts";
import type { ProfilePoint } from "./frontierNewton.ts";
import { exp, ln } from "#domain/portableMath.ts";
import { truncatedNormalDensity } from "./frontierDensity.ts";
import { climbLocation } from "./frontierLocation.ts";
import { logLikelihoodAt } from "./frontierProfile.ts";
import { scanSample } from "./frontierSearch.ts";

/** mu/sigma_u at which the likelihood is scanned; beyond the ends only the two ridges are left. */
const scannedLocations = [-6, -4, -3, -2.25, -1.5, -1, -0.5, 0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 5];
/** How much of the residuals' dependence on the z variables the starts put down to inefficiency. */
const startSlopeShares = [0, 1, 3];
type ScannedOptimum = { readonly point: ProfilePoint; readonly value: number };

/**
 * Where to start the climbs to the optima of a frontier with a location, and the highest point found next to gamma = 1. For each
 * of a grid of mu/sigma_u all optima along the ratio of the variances; of these the ones that no neighbour on the grid exceeds.
 */
export function startingPoints(
  ols: FitByOls,
  frontier: LocationFrontier,
): { readonly starts: Float64Array[]; readonly nearBoundary: Float64Array } {
  const { standard, locationCount: m } = frontier;
  let highestLast = Number.NEGATIVE_INFINITY;
  let nearBoundary: Float64Array = new Float64Array(standard.dimension + m + 1);
  const scans = scannedLocations.map((standardised): ScannedOptimum[] => {
    const density = truncatedNormalDensity(standardised);
    const { optima, last } = scanSample(ols, density, false);
    const lastValue = logLikelihoodAt(standard, density, last);
    if (lastValue > highestLast) {
      highestLast = lastValue;
      nearBoundary = startFrom(frontier, last, standardised, null, 0);
    }
    return optima.map((point) => ({ point, value: logLikelihoodAt(standard, density, point) }));
  });

  const slopes = residualSlopes(frontier);
  const starts: Float64Array[] = [];
  for (let row = 0; row < scans.length; row++) {
    for (const optimum of scans[row]) {
      const lower = continuation(optimum, scans[row - 1]);
      const upper = continuation(optimum, scans[row + 1]);
      if (lower > optimum.value || upper > optimum.value) continue;
      for (const share of m > 1 ? startSlopeShares : [0]) {
        starts.push(startFrom(frontier, optimum.point, scannedLocations[row], slopes, share));
      }
    }
  }
  if (m > 1) starts.push(...kinkedStarts(frontier));
  return { starts, nearBoundary };
}

/** Value of the same optimum at the next location of the grid: the one with the closest ratio, if any is close. */
function continuation(optimum: ScannedOptimum, neighbours: readonly ScannedOptimum[] | undefined): number {
  let closest = 1;
  let value = Number.NEGATIVE_INFINITY;
  for (const neighbour of neighbours ?? []) {
    const distance = Math.abs(neighbour.point.logRatio - optimum.point.logRatio);
    if (distance < closest) {
      closest = distance;
      value = neighbour.value;
    }
  }
  return value;
}

function startFrom(
  frontier: LocationFrontier,
  point: ProfilePoint,
  standardised: number,
  slopes: Float64Array | null,
  share: number,
): Float64Array {
  const { standard, locationCount: m } = frontier;
  const d = standard.dimension;
  const lambda = exp(point.logRatio);
  const start = new Float64Array(d + m + 1);
  start.set(point.theta);
  start[d] = standardised / Math.sqrt(1 + 1 / (lambda * lambda));
  for (let j = 1; j < m; j++) start[d + j] = slopes === null ? 0 : share * point.theta[0] * slopes[j];
  start[d + m] = point.logRatio;
  return start;
}

/**
 * Starts for effects on inefficiency with little spread in u: inefficiency is nearly the positive part of z'delta, a
 * regression with a kink. Slopes are one and a half times those of the regression on inputs and z variables together, the
 * kink lies at different places among the observations.
 */
function kinkedStarts(frontier: LocationFrontier): Float64Array[] {
  const { standard, locationCount: m } = frontier;
  const d = standard.dimension;
  const slopes = residualSlopes(frontier);
  let square = 0;
  for (let j = 1; j < m; j++) square += slopes[j] * slopes[j];
  const spread = 1.5 * Math.sqrt(square);
  return [-1, 0, 1].flatMap((place) =>
    [0.3, 1, 3].map((ratio) => {
      const start = new Float64Array(d + m + 1);
      start[0] = 1;
      start[d] = place * spread;
      for (let j = 1; j < m; j++) start[d + j] = 1.5 * slopes[j];
      start[d + m] = ln(ratio);
      return climbLocation(frontier, start, d).theta;
    }),
  );
}

/** How much of the scaled residuals each orthogonal z variable would explain as inefficiency. */
function residualSlopes(frontier: LocationFrontier): Float64Array {
  const { standard, z, locationCount: m } = frontier;
  const slopes = new Float64Array(m);
  for (let i = 0; i < standard.rowCount; i++) {
    for (let j = 0; j < m; j++) slopes[j] -= (standard.rows[i * standard.dimension] * z[i * m + j]) / standard.rowCount;
  }
  return slopes;
}
