import erfcx from "@stdlib/math-base-special-erfcx";
import { exp, ln } from "#domain/portableMath.ts";
import { evaluateLogNormalCdf, lnSqrtTwoPi, millsExcess } from "./numerics/normalDistribution.ts";

/**
 * Log-density of one composite error v - u and its derivatives, in a form in which the maximisation is easy.
 *
 * The error is measured in units of its scale: `error` = e t with t = 1/sigma (half-normal and truncated normal, where
 * sigma² = sigma_u² + sigma_v²) or t = 1/sigma_v (exponential). `logRatio` is omega = ln lambda, lambda = sigma_u/sigma_v.
 * The term ln t, which does not depend on the error, is left to the caller. For fixed omega each log-density is concave in
 * `error`, and `error` is linear in (t, t·beta) (Olsen 1978), so the maximum over the coefficients is unique.
 *
 * `into` receives: 0 value; first derivatives 1 by error, 2 by omega; second derivatives 3 by error twice, 4 by error and
 * omega, 5 by omega twice.
 */
export type ErrorDensity = (error: number, lambda: number, into: Float64Array) => void;

const scratch = new Float64Array(3);
const sqrtHalf = 0.707106781186547524400844362105;
const lnSqrtTwoOverPi = -0.225791352644727432363097614947;

/**
 * Half-normal inefficiency (Aigner, Lovell and Schmidt 1977): sqrt(2/pi) exp(-error²/2) Phi(-lambda error).
 */
export const halfNormalDensity: ErrorDensity = (error, lambda, into) => {
  const z = -lambda * error;
  evaluateLogNormalCdf(z, scratch);
  const mills = scratch[1];
  const excess = scratch[2];
  const bend = mills * (1 - z * excess);
  into[0] = lnSqrtTwoOverPi - 0.5 * error * error + scratch[0];
  into[1] = -error - lambda * mills;
  into[2] = z * mills;
  into[3] = -1 - lambda * lambda * mills * excess;
  into[4] = -lambda * bend;
  into[5] = z * bend;
};

/**
 * Exponential inefficiency with mean sigma_u (Meeusen and van den Broeck 1977), with rho = 1/lambda = sigma_v/sigma_u:
 * rho exp(rho²/2 + rho error) Phi(-error - rho). Where the last factor is small the two exponentials cancel to
 * exp(-error²/2), which is taken out before anything overflows.
 */
export const exponentialDensity: ErrorDensity = (error, lambda, into) => {
  const rho = 1 / lambda;
  const z = -error - rho;
  evaluateLogNormalCdf(z, scratch);
  const mills = scratch[1];
  const excess = scratch[2];
  into[0] =
    z < 0
      ? -0.5 * error * error + ln(0.5 * rho * erfcx(-z * sqrtHalf))
      : ln(rho) + rho * (0.5 * rho + error) + scratch[0];
  into[1] = -error - excess;
  into[2] = rho * excess - 1;
  into[3] = -mills * excess;
  into[4] = -rho * (1 - mills * excess);
  into[5] = rho * (rho * (1 - mills * excess) - excess);
};

/**
 * Truncated normal inefficiency with location `location` = mu/sigma (Stevenson 1980; Battese and Coelli 1995 with a location
 * of its own for each observation): phi(error + location) Phi(location/lambda - lambda error) / Phi(location sqrt(1 +
 * 1/lambda²)). Besides positions 0 to 5 it writes the derivatives 6 by location, 7 by error and location, 8 by location and
 * omega, 9 by location twice.
 */
export function truncatedNormalDensity(error: number, location: number, lambda: number, into: Float64Array): void {
  const inverse = 1 / lambda;
  const root = Math.sqrt(1 + inverse * inverse);
  // derivatives of root by omega = ln lambda
  const rootSlope = (-inverse * inverse) / root;
  const rootCurve = (2 * inverse * inverse) / root - (inverse * inverse * inverse * inverse) / (root * root * root);

  const a = location * root;
  evaluateLogNormalCdf(a, scratch);
  const logTruncation = scratch[0];
  const truncationMills = scratch[1];
  const truncationCurve = -scratch[1] * scratch[2];

  const z = location * inverse - lambda * error;
  const zSlope = -location * inverse - lambda * error;
  evaluateLogNormalCdf(z, scratch);
  const mills = scratch[1];
  const curve = -scratch[1] * scratch[2];

  const shifted = error + location;
  into[0] =
    a < 0 && z < 0
      ? -lnSqrtTwoPi - 0.5 * (1 + lambda * lambda) * error * error + ln(erfcx(-z * sqrtHalf) / erfcx(-a * sqrtHalf))
      : -lnSqrtTwoPi - 0.5 * shifted * shifted - logTruncation + scratch[0];
  into[1] = -shifted - lambda * mills;
  into[2] = -truncationMills * location * rootSlope + mills * zSlope;
  into[3] = -1 + lambda * lambda * curve;
  into[4] = -lambda * mills - lambda * curve * zSlope;
  into[5] =
    -truncationCurve * location * location * rootSlope * rootSlope -
    truncationMills * location * rootCurve +
    curve * zSlope * zSlope +
    mills * z;
  into[6] = -shifted - truncationMills * root + mills * inverse;
  into[7] = -1 - curve;
  into[8] =
    -truncationCurve * location * root * rootSlope -
    truncationMills * rootSlope +
    curve * inverse * zSlope -
    mills * inverse;
  into[9] = -1 - truncationCurve * root * root + curve * inverse * inverse;
}

/**
 * E[exp(-u) | e] for u | e normal with mean `centre` and standard deviation `spread`, truncated at zero (Battese and Coelli
 * 1988): exp(-centre + spread²/2) Phi(z - spread) / Phi(z), z = centre/spread. For z below `spread` the exponential cancels
 * against the scaled tails, so no digit is lost as gamma approaches 1. The result lies in (0, 1].
 */
export function expectedEfficiency(centre: number, spread: number): number {
  const z = centre / spread;
  const lower = spread - z;
  if (z <= 0) return Math.min(1, erfcx(lower * sqrtHalf) / erfcx(-z * sqrtHalf));
  const truncation = 1 - 0.5 * exp(-0.5 * z * z) * erfcx(z * sqrtHalf);
  if (lower > 0) return Math.min(1, (0.5 * exp(-0.5 * z * z) * erfcx(lower * sqrtHalf)) / truncation);
  const shifted = 1 - 0.5 * exp(-0.5 * lower * lower) * erfcx(-lower * sqrtHalf);
  return Math.min(1, (exp(-centre + 0.5 * spread * spread) * shifted) / truncation);
}

/** E[u | e] of the same truncated normal (Jondrow, Lovell, Materov and Schmidt 1982). */
export function expectedInefficiency(centre: number, spread: number): number {
  return spread * millsExcess(centre / spread);
}
