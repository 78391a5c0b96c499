import type { ErrorDensity } from "./frontierDensity.ts";
import { exp, ln } from "#domain/portableMath.ts";
import { factorCholesky, solveCholesky } from "./numerics/choleskySolve.ts";

/**
 * A frontier in standard form. Observation i has the scaled error row(i) · theta with theta = (t, c): row(i) holds the OLS
 * residual in units of its root mean square, then the negated orthogonal regressors; t is the reciprocal of the error's
 * scale and c the coefficients' departure from OLS, both in those units. OLS itself is theta = (1, 0, …, 0).
 */
export type StandardFrontier = {
  readonly rowCount: number;
  /** Length of theta: 1 + number of coefficients. */
  readonly dimension: number;
  /** rowCount by dimension, row-major. */
  readonly rows: Float64Array;
  /** How many observations each row stands for; all 1 unless the rows are bins. */
  readonly weights: Float64Array;
  readonly totalWeight: number;
};

/** The likelihood maximised over theta at one variance ratio, seen as a function of omega = ln(sigma_u / sigma_v). */
export type ProfilePoint = {
  readonly logRatio: number;
  readonly theta: Float64Array;
  /** First and second derivative of the profile by omega. */
  readonly slope: number;
  readonly curvature: number;
  /** Derivative of theta by omega along the profile. */
  readonly tangent: Float64Array;
};

export const smallestLogRatio = ln(0.02);
export const largestLogRatio = ln(1e5);
const gridStep = 0.5;
const maximumNewtonSteps = 200;

/** Buffers and running sums of one maximisation, so that no loop over observations allocates. */
type Workspace = {
  readonly frontier: StandardFrontier;
  readonly density: ErrorDensity;
  readonly derivatives: Float64Array;
  readonly gradient: Float64Array;
  readonly cross: Float64Array;
  /** Minus the Hessian by theta; lower triangle. */
  readonly information: Float64Array;
  readonly factor: Float64Array;
  readonly trial: Float64Array;
  readonly direction: Float64Array;
  readonly step: Float64Array;
  readonly tangent: Float64Array;
  slope: number;
  curvature: number;
};

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
  const first = profile(work, smallestLogRatio, olsTheta(frontier));
  const optima: ProfilePoint[] = [];
  const cells = Math.ceil((largestLogRatio - smallestLogRatio) / gridStep);
  let left = first;
  let beforeLeft = first;
  for (let cell = 1; cell <= cells; cell++) {
    const logRatio = smallestLogRatio + ((largestLogRatio - smallestLogRatio) * cell) / cells;
    const right = profile(work, logRatio, predict(left, logRatio, beforeLeft), "rough");
    collectOptima(work, left, right, 0, optima);
    beforeLeft = left;
    left = right;
  }
  return { first, optima, last: left };
}

/** The local maximum of the profile that safeguarded Newton steps reach from one ratio; null if they leave the scan. */
export function climbProfile(
  frontier: StandardFrontier,
  density: ErrorDensity,
  logRatio: number,
  theta: Float64Array,
): ProfilePoint | null {
  const work = createWorkspace(frontier, density);
  let here = profile(work, logRatio, theta, "rough");
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
    const start = previous === undefined ? olsTheta(frontier) : predict(previous, logRatio, points.at(-2));
    points.push(profile(work, logRatio, start));
  }
  return points;
}

function olsTheta(frontier: StandardFrontier): Float64Array {
  const theta = new Float64Array(frontier.dimension);
  theta[0] = 1;
  return theta;
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

/** Where the maximum will lie at another ratio, by the tangent of a known point and its change since another one. */
function predict(from: ProfilePoint, logRatio: number, earlier: ProfilePoint = from): Float64Array {
  const distance = logRatio - from.logRatio;
  const sinceEarlier = from.logRatio - earlier.logRatio;
  const bend = sinceEarlier === 0 ? 0 : (0.5 * distance * distance) / sinceEarlier;
  const predicted = from.theta.slice();
  for (let j = 0; j < predicted.length; j++) {
    predicted[j] += distance * from.tangent[j] + bend * (from.tangent[j] - earlier.tangent[j]);
  }
  return predicted[0] > 0.3 * from.theta[0] ? predicted : from.theta;
}

/**
 * How far Newton's method goes on: `exact` to where one more step changes nothing, `rough` to where the slope of the profile,
 * corrected to first order, is known to a few percent, which is enough for its sign.
 */
type Precision = "exact" | "rough";

/** Newton's method with backtracking on the concave likelihood in theta at a fixed ratio. */
function profile(work: Workspace, logRatio: number, start: Float64Array, precision: Precision = "exact"): ProfilePoint {
  const n = work.frontier.totalWeight;
  const lambda = exp(logRatio);
  const theta = start.slice();
  evaluate(work, theta, lambda);
  for (let iteration = 0; ; iteration++) {
    solveNewton(work);
    const decrement = dot(work.gradient, work.step);
    const slope = work.slope + dot(work.cross, work.step);
    // the last step is taken unseen, so it must be short on the scale on which Phi(-lambda error) bends
    const short = decrement * (1 + lambda * lambda) <= 1e-2 * n;
    const settled =
      decrement <= 1e-14 * n ||
      (precision === "rough" && short && decrement <= 1e-3 * n && decrement <= 0.02 * Math.abs(slope)) ||
      (short && decrement <= 1e-5 * n && decrement <= 1e-4 * Math.abs(slope));
    if (!settled && iteration < maximumNewtonSteps && advance(work, theta, lambda, decrement)) continue;
    // what is left is below first order: take the step and its first-order effects without another pass over the data
    if (settled) for (let j = 0; j < theta.length; j++) theta[j] += work.step[j];
    return {
      logRatio,
      theta,
      slope,
      curvature: work.curvature + dot(work.cross, work.tangent),
      tangent: work.tangent.slice(),
    };
  }
}

/**
 * One step uphill along the Newton direction; false, with the sums back at theta, if rounding allows none. On a concave
 * function the slope along the direction falls from `decrement`; a step that ends where it has not turned clearly downhill
 * is taken, one beyond the top is shortened to where the secant puts the top. Needs no values, hence no logarithms.
 */
function advance(work: Workspace, theta: Float64Array, lambda: number, decrement: number): boolean {
  const direction = work.direction;
  direction.set(work.step);
  let share = 1;
  for (let attempt = 0; attempt < 60; attempt++) {
    for (let j = 0; j < theta.length; j++) work.trial[j] = theta[j] + share * direction[j];
    let secant = 0.25;
    if (work.trial[0] > 0) {
      evaluate(work, work.trial, lambda);
      const slopeThere = dot(work.gradient, direction);
      if (slopeThere >= -0.2 * decrement) {
        theta.set(work.trial);
        return true;
      }
      secant = decrement / (decrement - slopeThere);
    }
    share *= Math.max(0.05, secant);
  }
  evaluate(work, theta, lambda);
  solveNewton(work);
  return false;
}

/**
 * Solves for the Newton step and for the tangent. The Hessian by theta is never positive, but the exponential's is flat where
 * every error is far below the frontier: there the diagonal is raised until a step exists, which still leads uphill.
 */
function solveNewton(work: Workspace): void {
  const d = work.frontier.dimension;
  const { information, factor } = work;
  factor.set(information);
  for (let raise = 1e-10 * work.frontier.totalWeight; !factorCholesky(factor, d); raise *= 100) {
    if (!(raise < Number.MAX_VALUE)) throw new RangeError("the data must be finite numbers");
    factor.set(information);
    for (let j = 0; j < d; j++) factor[j * d + j] += raise;
  }
  work.step.set(work.gradient);
  solveCholesky(factor, d, work.step);
  work.tangent.set(work.cross);
  solveCholesky(factor, d, work.tangent);
}

/** Gradient, information and derivatives by omega of the log-likelihood, in one pass over the rows. */
function evaluate(work: Workspace, theta: Float64Array, lambda: number): void {
  const { rowCount, dimension: d, rows, weights, totalWeight } = work.frontier;
  const { derivatives, gradient, cross, information } = work;
  const differentiate = work.density.differentiate;
  gradient.fill(0);
  cross.fill(0);
  information.fill(0);
  let slope = 0;
  let curvature = 0;
  for (let i = 0, at = 0; i < rowCount; i++, at += d) {
    let error = 0;
    for (let j = 0; j < d; j++) error += rows[at + j] * theta[j];
    differentiate(error, lambda, derivatives);
    const weight = weights[i];
    slope += weight * derivatives[1];
    curvature += weight * derivatives[4];
    const first = weight * derivatives[0];
    const second = -weight * derivatives[2];
    const mixed = weight * derivatives[3];
    for (let j = 0; j < d; j++) {
      const entry = rows[at + j];
      gradient[j] += first * entry;
      cross[j] += mixed * entry;
      const scaled = second * entry;
      for (let l = 0; l <= j; l++) information[j * d + l] += scaled * rows[at + l];
    }
  }
  work.slope = slope;
  work.curvature = curvature;
  gradient[0] += totalWeight / theta[0];
  information[0] += totalWeight / (theta[0] * theta[0]);
}

function createWorkspace(frontier: StandardFrontier, density: ErrorDensity): Workspace {
  const d = frontier.dimension;
  return {
    frontier,
    density,
    derivatives: new Float64Array(5),
    gradient: new Float64Array(d),
    cross: new Float64Array(d),
    information: new Float64Array(d * d),
    factor: new Float64Array(d * d),
    trial: new Float64Array(d),
    direction: new Float64Array(d),
    step: new Float64Array(d),
    tangent: new Float64Array(d),
    slope: 0,
    curvature: 0,
  };
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
