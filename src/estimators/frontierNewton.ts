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
  logRatio: number;
  readonly theta: Float64Array;
  /** First and second derivative of the profile by omega. */
  slope: number;
  curvature: number;
  /** Derivative of theta by omega along the profile. */
  readonly tangent: Float64Array;
};

/** A point to write to. */
export function createPoint(dimension: number): ProfilePoint {
  const [theta, tangent] = [new Float64Array(dimension), new Float64Array(dimension)];
  return { logRatio: Number.NaN, theta, slope: Number.NaN, curvature: Number.NaN, tangent };
}

/** Buffers and running sums of one maximisation, so that no loop over observations allocates. */
export type Workspace = {
  readonly frontier: StandardFrontier;
  readonly density: ErrorDensity;
  /** The rows of the frontier column by column, in one array: the innermost loop holds one address instead of four. */
  readonly columns: Float64Array;
  /** By observation: its error, a column times `second`, and derivatives by error, error twice (negated), error and omega. */
  readonly errors: Float64Array;
  readonly scaled: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly mixed: Float64Array;
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

/**
 * Newton's method with backtracking on the concave likelihood in theta at a fixed ratio; starts from the theta of a point and
 * overwrites the point.
 */
export function profile(
  work: Workspace,
  logRatio: number,
  point: ProfilePoint,
  precision: Precision = "exact",
): ProfilePoint {
  const { theta } = point;
  const n = work.frontier.totalWeight;
  const lambda = exp(logRatio);
  evaluate(work, theta, lambda);
  for (let iteration = 0; ; iteration++) {
    solveNewton(work);
    const decrement = dot(work.gradient, work.step);
    const slope = work.slope + dot(work.cross, work.step);
    // the last step is taken unseen, so it must be short on the scale on which Phi(-lambda error) bends
    const short = decrement * (1 + lambda * lambda) <= 1e-2 * n || (precision === "rough" && bendsLittle(work, lambda));
    const settled =
      decrement <= 1e-14 * n ||
      (precision === "rough" && short && decrement <= 1e-3 * n && decrement <= 0.02 * Math.abs(slope)) ||
      (short && decrement <= 1e-5 * n && decrement <= 1e-4 * Math.abs(slope));
    if (!settled && iteration < maximumNewtonSteps && advance(work, theta, lambda, decrement)) continue;
    // what is left is below first order: take the step and its first-order effects without another pass over the data
    if (settled) for (let j = 0; j < theta.length; j++) theta[j] += work.step[j];
    point.logRatio = logRatio;
    point.slope = slope;
    point.curvature = work.curvature + dot(work.cross, work.tangent);
    point.tangent.set(work.tangent);
    return point;
  }
}

/** The step moves no argument of Phi by more than a tenth, unless Phi is 1 before and after it. */
function bendsLittle({ density, columns, errors, step }: Workspace, lambda: number): boolean {
  for (let i = 0; i < errors.length; i++) {
    let change = 0;
    for (let j = 0; j < step.length; j++) change += columns[j * errors.length + i] * step[j];
    const before = density.argument(errors[i], lambda);
    const after = density.argument(errors[i] + change, lambda);
    if (Math.abs(after - before) > 0.1 && Math.min(before, after) < 8) return false;
  }
  return true;
}

/** Part of the cubic term that is believed: the points that it goes through are rough (fewest steps of Newton's method). */
const cubicPart = 0.75;

/**
 * Where the maximum will lie at another ratio: by the tangent of a known point, by its change since an earlier one, and by
 * what the quadratic through both tangents misses of the earlier point (a cubic, which has no slope at either). Written to
 * the theta of `into`, from which `profile` starts.
 */
export function predict(
  from: ProfilePoint,
  logRatio: number,
  earlier: ProfilePoint = from,
  into: ProfilePoint = createPoint(from.theta.length),
): ProfilePoint {
  const distance = logRatio - from.logRatio;
  const between = from.logRatio - earlier.logRatio;
  const steps = between === 0 ? 0 : distance / between;
  const cubic = cubicPart * steps * steps * (2 * steps + 3);
  const predicted = into.theta;
  for (let j = 0; j < predicted.length; j++) {
    const tangent = from.tangent[j];
    const tangentThen = earlier.tangent[j];
    const missed = earlier.theta[j] - from.theta[j] + 0.5 * between * (tangent + tangentThen);
    predicted[j] =
      from.theta[j] + (distance * tangent + 0.5 * distance * steps * (tangent - tangentThen) + cubic * missed);
  }
  if (!(predicted[0] > 0.3 * from.theta[0])) predicted.set(from.theta);
  return into;
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

/**
 * Gradient, information and derivatives by omega of the log-likelihood. Column by column, so that sums stay in registers; every
 * sum runs over the observations in their order.
 */
function evaluate(work: Workspace, theta: Float64Array, lambda: number): void {
  const { dimension: d, rowCount: n, totalWeight } = work.frontier;
  const { columns, errors, scaled, first, second, mixed, gradient, cross, information } = work;
  errors.fill(0);
  for (let j = 0; j < d; j++) {
    const factor = theta[j];
    for (let i = 0; i < n; i++) errors[i] += columns[j * n + i] * factor;
  }
  differentiateAll(work, lambda);
  for (let j = 0; j < d; j++) {
    let firstSum = 0;
    let mixedSum = 0;
    for (let i = 0; i < n; i++) {
      const entry = columns[j * n + i];
      firstSum += first[i] * entry;
      mixedSum += mixed[i] * entry;
      scaled[i] = second[i] * entry;
    }
    gradient[j] = firstSum;
    cross[j] = mixedSum;
    // four products at a time: their sums do not wait for each other; beyond the diagonal the last column fills up
    for (let l = 0; l <= j; l += 4) {
      const one = l * n;
      const two = Math.min(l + 1, j) * n;
      const three = Math.min(l + 2, j) * n;
      const four = Math.min(l + 3, j) * n;
      let oneSum = 0;
      let twoSum = 0;
      let threeSum = 0;
      let fourSum = 0;
      for (let i = 0; i < n; i++) {
        const factor = scaled[i];
        oneSum += factor * columns[one + i];
        twoSum += factor * columns[two + i];
        threeSum += factor * columns[three + i];
        fourSum += factor * columns[four + i];
      }
      const at = j * d + l;
      information[at] = oneSum;
      if (l + 1 <= j) information[at + 1] = twoSum;
      if (l + 2 <= j) information[at + 2] = threeSum;
      if (l + 3 <= j) information[at + 3] = fourSum;
    }
  }
  gradient[0] += totalWeight / theta[0];
  information[0] += totalWeight / (theta[0] * theta[0]);
}

/** Derivatives of the log-density at every error, times the weight of the observation; sums of those by omega alone. */
function differentiateAll(work: Workspace, lambda: number): void {
  const { derivatives, errors, first, second, mixed } = work;
  const { weights } = work.frontier;
  const { differentiate } = work.density;
  let slope = 0;
  let curvature = 0;
  for (let i = 0; i < errors.length; i++) {
    differentiate(errors[i], lambda, derivatives);
    const weight = weights[i];
    slope += weight * derivatives[1];
    curvature += weight * derivatives[4];
    first[i] = weight * derivatives[0];
    second[i] = -weight * derivatives[2];
    mixed[i] = weight * derivatives[3];
  }
  work.slope = slope;
  work.curvature = curvature;
}

export function createWorkspace(frontier: StandardFrontier, density: ErrorDensity): Workspace {
  const { dimension: d, rowCount: n, rows } = frontier;
  const perRow = () => new Float64Array(n);
  return {
    frontier,
    density,
    columns: transpose(rows, n, d),
    errors: perRow(),
    scaled: perRow(),
    first: perRow(),
    second: perRow(),
    mixed: perRow(),
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

function transpose(rows: Float64Array, n: number, d: number): Float64Array {
  const columns = new Float64Array(n * d);
  for (let i = 0; i < n; i++) for (let j = 0; j < d; j++) columns[j * n + i] = rows[i * d + j];
  return columns;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
