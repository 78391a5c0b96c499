import type { ErrorDensity } from "./frontierDensity.ts";
import { exp } from "#domain/portableMath.ts";
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

/** Buffers and running sums of one maximisation, so that no loop over observations allocates. */
export type Workspace = {
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

const maximumNewtonSteps = 200;

/**
 * How far Newton's method goes on: `exact` to where one more step changes nothing, `rough` to where the slope of the profile,
 * corrected to first order, is known to a few percent, which is enough for its sign.
 */
export type Precision = "exact" | "rough";

/** Newton's method with backtracking on the concave likelihood in theta at a fixed ratio. */
export function profile(
  work: Workspace,
  logRatio: number,
  start: Float64Array,
  precision: Precision = "exact",
): ProfilePoint {
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

/** Where the maximum will lie at another ratio, by the tangent of a known point and its change since another one. */
export function predict(from: ProfilePoint, logRatio: number, earlier: ProfilePoint = from): Float64Array {
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

export function createWorkspace(frontier: StandardFrontier, density: ErrorDensity): Workspace {
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
