import type { ErrorDensity } from "./frontierDensity.ts";
import type { ProfilePoint, StandardFrontier, Workspace } from "./frontierNewton.ts";
import { exp, ln } from "#domain/portableMath.ts";
import { createPoint, createWorkspace, predict, profile } from "./frontierNewton.ts";

export const smallestLogRatio = ln(0.02);
export const largestLogRatio = ln(1e5);
const gridStep = 0.4;

/**
 * Every local maximum of the profile likelihood over sigma_u/sigma_v from 0.02 to 100,000, in rising order of the ratio,
 * with the points at both ends of the scan. No start values and no chance: for a fixed ratio the problem is concave (Olsen
 * 1978) and Newton's method finds its one maximum; along the ratio the scan follows the tangent, brackets each change of
 * the slope from rising to falling, and closes in by safeguarded Newton steps. A cubic through values and derivatives of
 * the slope at both ends of a cell shows a pair of changes hidden inside, and the cell is split.
 */
export function scanProfile(
  frontier: StandardFrontier,
  density: ErrorDensity,
): { readonly first: ProfilePoint; readonly optima: readonly ProfilePoint[]; readonly last: ProfilePoint } {
  const work = createWorkspace(frontier, density);
  const first = profile(work, smallestLogRatio, olsPoint(frontier));
  const optima: ProfilePoint[] = [];
  // a prediction looks back at two points, so three take turns
  const turns = [0, 1, 2].map(() => createPoint(frontier.dimension));
  const cells = Math.ceil((largestLogRatio - smallestLogRatio) / gridStep);
  let left = first;
  let beforeLeft = first;
  for (let cell = 1; cell <= cells; cell++) {
    const logRatio = smallestLogRatio + ((largestLogRatio - smallestLogRatio) * cell) / cells;
    const right = profile(work, logRatio, predict(left, logRatio, beforeLeft, turns[cell % turns.length]), "rough");
    collectOptima(work, left, right, 0, optima);
    beforeLeft = left;
    left = right;
  }
  return { first, optima, last: left };
}

/**
 * The local maximum of the profile that safeguarded Newton steps reach from a point, which they overwrite; null if they leave
 * the scan.
 */
export function climbProfile(
  frontier: StandardFrontier,
  density: ErrorDensity,
  from: ProfilePoint,
): ProfilePoint | null {
  const work = createWorkspace(frontier, density);
  let here = profile(work, from.logRatio, from, "rough");
  for (let step = 0; step < 40; step++) {
    const newton = -here.slope / here.curvature;
    const move = here.curvature < 0 && Math.abs(newton) < 1 ? newton : here.slope > 0 ? 0.7 : -0.7;
    const target = here.logRatio + move;
    if (!(target >= smallestLogRatio && target <= largestLogRatio)) return null;
    const next = profile(work, target, predict(here, target));
    // a step over the top: the maximum lies between the two points
    if (here.slope > 0 !== next.slope > 0 && move !== newton) {
      return here.slope > 0 ? closeIn(work, here, next) : closeIn(work, next, here);
    }
    // convergence is quadratic: after so short a step the error is below 1e-10
    if (move === newton && Math.abs(newton) < 1e-5) return next;
    here = next;
  }
  return null;
}

/** Log-likelihood at a point, by the scaled data: the original data have `totalWeight` · ln(residual scale) less. */
export function logLikelihoodAt(frontier: StandardFrontier, density: ErrorDensity, point: ProfilePoint): number {
  const { rowCount, dimension, rows, weights, totalWeight } = frontier;
  const lambda = exp(point.logRatio);
  let sum = totalWeight * ln(point.theta[0]);
  for (let i = 0, at = 0; i < rowCount; i++, at += dimension) {
    let error = 0;
    for (let j = 0; j < dimension; j++) error += rows[at + j] * point.theta[j];
    sum += weights[i] * density.logDensity(error, lambda);
  }
  return sum;
}

/** The likelihood maximised over theta at each of the given ratios, which must rise. */
export function profileAlong(
  frontier: StandardFrontier,
  density: ErrorDensity,
  logRatios: readonly number[],
): ProfilePoint[] {
  const work = createWorkspace(frontier, density);
  const points: ProfilePoint[] = [];
  for (const logRatio of logRatios) {
    const previous = points.at(-1);
    const start = previous === undefined ? olsPoint(frontier) : predict(previous, logRatio, points.at(-2));
    points.push(profile(work, logRatio, start));
  }
  return points;
}

function olsPoint(frontier: StandardFrontier): ProfilePoint {
  const point = createPoint(frontier.dimension);
  point.theta[0] = 1;
  return point;
}

function collectOptima(work: Workspace, left: ProfilePoint, right: ProfilePoint, depth: number, into: ProfilePoint[]) {
  // a slope within rounding of zero is a plateau, on which no ratio is better than another
  const rounding = 1e-12 * work.frontier.totalWeight;
  if (left.slope > rounding && right.slope < -rounding) {
    into.push(closeIn(work, left, right));
    return;
  }
  const oneSign = Math.min(left.slope, right.slope) > rounding || Math.max(left.slope, right.slope) < -rounding;
  if (depth >= 6 || !oneSign) return;
  const hidden = hiddenTurn(left, right);
  if (hidden === null) return;
  const middle = profile(work, hidden, predict(left, hidden));
  collectOptima(work, left, middle, depth + 1, into);
  collectOptima(work, middle, right, depth + 1, into);
}

/**
 * Where the cubic through slope and curvature at both ends comes closest to, or crosses, zero between two ends with slopes
 * of one sign; null if it does not come near. The margin is a fifth of the smaller slope, since a cubic is only a guess.
 */
function hiddenTurn(left: ProfilePoint, right: ProfilePoint): number | null {
  const width = right.logRatio - left.logRatio;
  const sign = left.slope > 0 ? 1 : -1;
  const floor = 0.2 * Math.min(Math.abs(left.slope), Math.abs(right.slope));
  let lowest = floor;
  let at: number | null = null;
  for (let eighth = 1; eighth < 8; eighth++) {
    const x = eighth / 8;
    const value =
      (1 + 2 * x) * (1 - x) * (1 - x) * left.slope +
      x * (1 - x) * (1 - x) * width * left.curvature +
      x * x * (3 - 2 * x) * right.slope +
      x * x * (x - 1) * width * right.curvature;
    if (sign * value < lowest) {
      lowest = sign * value;
      at = left.logRatio + x * width;
    }
  }
  return at;
}

/** Newton on the slope inside a bracket from rising (left) to falling (right); bisection where Newton would leave it. */
function closeIn(work: Workspace, left: ProfilePoint, right: ProfilePoint): ProfilePoint {
  let low = left;
  let high = right;
  let here = Math.abs(left.slope) < Math.abs(right.slope) ? left : right;
  for (let step = 0; step < 80; step++) {
    const newton = here.logRatio - here.slope / here.curvature;
    const inside = here.curvature < 0 && newton > low.logRatio && newton < high.logRatio;
    const target = inside ? newton : 0.5 * (low.logRatio + high.logRatio);
    const next = profile(work, target, predict(here, target));
    const moved = Math.abs(next.logRatio - here.logRatio);
    if (next.slope > 0) low = next;
    else high = next;
    here = next;
    // convergence is quadratic: after so short a step the error is below 1e-11
    if ((inside && moved < 1e-6) || high.logRatio - low.logRatio < 1e-13) break;
  }
  return here;
}
