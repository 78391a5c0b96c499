import { erfcx } from "./numerics/scaledErrorFunction.ts";
import { ln } from "#domain/portableMath.ts";
import { evaluateMills, lnSqrtTwoPi, logNormalCdf } from "./numerics/normalDistribution.ts";

/**
 * Density of one composite error v - u, in a form in which the maximisation is easy.
 *
 * The error is measured in units of its scale: `error` = e t with t = 1/sigma (half-normal and truncated normal, where
 * sigma² = sigma_u² + sigma_v²) or t = 1/sigma_v (exponential), and `lambda` = sigma_u/sigma_v. The term ln t, which does
 * not depend on the error, is left to the caller. For fixed lambda each log-density is concave in `error`, and `error` is
 * linear in (t, t·beta) (Olsen 1978), so the maximum over the coefficients is unique.
 */
export type ErrorDensity = {
  /** What the distribution function Phi is taken of: where it is small, the density bends. */
  readonly argument: (error: number, lambda: number) => number;
  readonly logDensity: (error: number, lambda: number) => number;
  /**
   * Writes first derivatives of the log-density, 0 by error and 1 by omega = ln lambda, and second derivatives, 2 by error
   * twice, 3 by error and omega, 4 by omega twice.
   */
  readonly differentiate: (error: number, lambda: number, into: Float64Array) => void;
};

const scratch = new Float64Array(3);
const lnSqrtTwoOverPi = -0.22579135264472744;

/** Half-normal inefficiency (Aigner, Lovell and Schmidt 1977): sqrt(2/pi) exp(-error²/2) Phi(-lambda error). */
export const halfNormalDensity: ErrorDensity = {
  argument: (error, lambda) => -lambda * error,
  logDensity: (error, lambda) => lnSqrtTwoOverPi - 0.5 * error * error + logNormalCdf(-lambda * error),
  differentiate: (error, lambda, into) => {
    const z = -lambda * error;
    evaluateMills(z, scratch);
    const mills = scratch[0];
    const excess = scratch[1];
    const bend = mills * (1 - z * excess);
    into[0] = -error - lambda * mills;
    into[1] = z * mills;
    into[2] = -1 - lambda * lambda * mills * excess;
    into[3] = -lambda * bend;
    into[4] = z * bend;
  },
};

/**
 * Exponential inefficiency with mean sigma_u (Meeusen and van den Broeck 1977), with rho = 1/lambda = sigma_v/sigma_u:
 * rho exp(rho²/2 + rho error) Phi(-error - rho). Where the last factor is small the two exponentials cancel to
 * exp(-error²/2), which is taken out before anything overflows.
 */
export const exponentialDensity: ErrorDensity = {
  argument: (error, lambda) => -error - 1 / lambda,
  logDensity: (error, lambda) => {
    const rho = 1 / lambda;
    const z = -error - rho;
    return z < 0
      ? -0.5 * error * error + ln(0.5 * rho * erfcx(-z * Math.SQRT1_2))
      : ln(rho) + rho * (0.5 * rho + error) + logNormalCdf(z);
  },
  differentiate: (error, lambda, into) => {
    const rho = 1 / lambda;
    evaluateMills(-error - rho, scratch);
    const excess = scratch[1];
    const curve = scratch[0] * excess;
    into[0] = -error - excess;
    into[1] = rho * excess - 1;
    into[2] = -curve;
    into[3] = -rho * (1 - curve);
    into[4] = rho * (rho * (1 - curve) - excess);
  },
};

/**
 * Truncated normal inefficiency with location `location` = mu/sigma (Stevenson 1980; Battese and Coelli 1995 with a location
 * of its own for each observation): phi(error + location) Phi(location/lambda - lambda error) / Phi(location sqrt(1 +
 * 1/lambda²)). Where both distribution functions are in their tails, what is common to them is taken out first.
 */
export function truncatedNormalLogDensity(error: number, location: number, lambda: number): number {
  const a = location * Math.sqrt(1 + 1 / (lambda * lambda));
  const z = location / lambda - lambda * error;
  if (a < 0 && z < 0) {
    return (
      -lnSqrtTwoPi -
      0.5 * (1 + lambda * lambda) * error * error +
      ln(erfcx(-z * Math.SQRT1_2) / erfcx(-a * Math.SQRT1_2))
    );
  }
  const shifted = error + location;
  return -lnSqrtTwoPi - 0.5 * shifted * shifted - logNormalCdf(a) + logNormalCdf(z);
}

/**
 * Derivatives of `truncatedNormalLogDensity`, with omega = ln lambda: first 0 by error, 1 by omega, 2 by location; second 3
 * by error twice, 4 by error and omega, 5 by omega twice, 6 by error and location, 7 by location and omega, 8 by location
 * twice.
 */
export function differentiateTruncatedNormal(
  error: number,
  location: number,
  lambda: number,
  into: Float64Array,
): void {
  const inverse = 1 / lambda;
  const square = inverse * inverse;
  const root = Math.sqrt(1 + square);
  const rootSlope = -square / root;
  const rootCurve = (2 * square) / root - (square * square) / (root * root * root);

  evaluateMills(location * root, scratch);
  const truncation = scratch[0];
  const truncationCurve = -scratch[0] * scratch[1];
  const z = location * inverse - lambda * error;
  const zSlope = -location * inverse - lambda * error;
  evaluateMills(z, scratch);
  const mills = scratch[0];
  const curve = -scratch[0] * scratch[1];

  const shifted = error + location;
  const aSlope = location * rootSlope;
  into[0] = -shifted - lambda * mills;
  into[1] = mills * zSlope - truncation * aSlope;
  into[2] = -shifted - truncation * root + mills * inverse;
  into[3] = -1 + lambda * lambda * curve;
  into[4] = -lambda * (mills + curve * zSlope);
  into[5] = curve * zSlope * zSlope + mills * z - truncationCurve * aSlope * aSlope - truncation * location * rootCurve;
  into[6] = -1 - curve;
  into[7] = (curve * zSlope - mills) * inverse - truncationCurve * root * aSlope - truncation * rootSlope;
  into[8] = -1 - truncationCurve * root * root + curve * square;
}

/**
 * Truncated normal inefficiency whose location is `standardised` standard deviations of u, mu = standardised · sigma_u: for a
 * given one the likelihood has the same shape as the half-normal, which is the case 0.
 */
export function truncatedNormalDensity(standardised: number): ErrorDensity {
  const all = new Float64Array(9);
  return {
    argument: (error, lambda) => standardised / Math.sqrt(1 + lambda * lambda) - lambda * error,
    logDensity: (error, lambda) => {
      const location = standardised / Math.sqrt(1 + 1 / (lambda * lambda));
      return truncatedNormalLogDensity(error, location, lambda);
    },
    differentiate: (error, lambda, into) => {
      const square = 1 / (lambda * lambda);
      const root = Math.sqrt(1 + square);
      const location = standardised / root;
      // derivatives of the location by omega = ln lambda
      const slope = (location * square) / (1 + square);
      const curve = slope * ((3 * square) / (1 + square) - 2);
      differentiateTruncatedNormal(error, location, lambda, all);
      into[0] = all[0];
      into[1] = all[1] + all[2] * slope;
      into[2] = all[3];
      into[3] = all[4] + all[6] * slope;
      into[4] = all[5] + 2 * all[7] * slope + all[8] * slope * slope + all[2] * curve;
    },
  };
}
