import erfcx from "@stdlib/math-base-special-erfcx";
import quantile from "@stdlib/stats-base-dists-normal-quantile";
import { exp, ln, log1p } from "#domain/portableMath.ts";

/** Natural logarithm of the square root of 2 pi, the constant of a normal density. */
export const lnSqrtTwoPi = 0.9189385332046728;
const sqrtTwoOverPi = 0.7978845608028654;
const inverseSqrtTwoPi = 0.3989422804014327;

/**
 * Logarithm of the standard normal distribution function, exact in both tails: relative error about 1e-15 for every z.
 * Below zero ln Phi(z) = -z²/2 + ln(erfcx(-z/√2) / 2) with the scaled complementary error function, which neither
 * underflows nor cancels; above zero ln(1 - Phi(-z)).
 */
export function logNormalCdf(z: number): number {
  if (z < 0) return -0.5 * z * z + ln(0.5 * erfcx(-z * Math.SQRT1_2));
  return log1p(-upperTail(z));
}

/** Probability that a standard normal variable lies outside [-|z|, |z|]: the two-sided p-value of a z statistic. */
export function twoSidedNormalPValue(z: number): number {
  return 2 * upperTail(Math.abs(z));
}

/** Ratio of density to distribution function, phi(z) / Phi(z): the derivative of `logNormalCdf`. */
export function inverseMillsRatio(z: number): number {
  if (z < 0) return sqrtTwoOverPi / erfcx(-z * Math.SQRT1_2);
  return (inverseSqrtTwoPi * exp(-0.5 * z * z)) / (1 - upperTail(z));
}

/**
 * `inverseMillsRatio(z) + z`, the mean excess of a truncated normal variable. The two terms cancel to 1/|z| in the lower
 * tail, so below -10 it is the continued fraction 1/(x + 2/(x + 3/(x + …))) of Laplace with x = -z, in which nothing cancels.
 */
export function millsExcess(z: number): number {
  return z < -10 ? laplaceExcess(-z) : inverseMillsRatio(z) + z;
}

/** `inverseMillsRatio(z)` and `millsExcess(z)` in one evaluation, written to positions 0 and 1: for the inner loops. */
export function evaluateMills(z: number, into: Float64Array): void {
  if (z < 0) {
    const mills = sqrtTwoOverPi / erfcx(-z * Math.SQRT1_2);
    into[0] = mills;
    into[1] = z < -10 ? laplaceExcess(-z) : mills + z;
    return;
  }
  const density = exp(-0.5 * z * z);
  const mills = (inverseSqrtTwoPi * density) / (1 - 0.5 * density * erfcx(z * Math.SQRT1_2));
  into[0] = mills;
  into[1] = mills + z;
}

/**
 * Solves ln Phi(x) = logProbability for x, for a negative logarithm of any size (a probability of 1e-5000 is fine). In the
 * middle it is the quantile function of @stdlib, which loses all digits in the lower tail; elsewhere Newton's method on the
 * concave function ln Phi, in the tail from the asymptotic expansion, which is a step or two away.
 */
export function logNormalQuantile(logProbability: number): number {
  if (!(logProbability < 0)) throw new RangeError(`logProbability must be below 0, got ${logProbability}`);
  if (logProbability > -5 && logProbability < -1e-3) return quantile(exp(logProbability), 0, 1);
  const square = -2 * logProbability;
  let x = square > 10 ? -Math.sqrt(square - ln(2 * Math.PI * (square - ln(2 * Math.PI * square)))) : -1;
  for (let iteration = 0; iteration < 200; iteration++) {
    const step = (logProbability - logNormalCdf(x)) / inverseMillsRatio(x);
    x += step;
    if (Math.abs(step) <= 4e-16 * (1 + Math.abs(x))) break;
  }
  return x;
}

/** P(Z > z) for z >= 0. */
function upperTail(z: number): number {
  return 0.5 * exp(-0.5 * z * z) * erfcx(z * Math.SQRT1_2);
}

function laplaceExcess(x: number): number {
  let fraction = x;
  // 24 terms reach double precision from x = 10 upwards
  for (let term = 24; term >= 2; term--) fraction = x + term / fraction;
  return 1 / fraction;
}
