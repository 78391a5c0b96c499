import { erfcx } from "./scaledErrorFunction.ts";
import { exp, expm1, ln, log1p } from "#domain/portableMath.ts";

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

/**
 * `inverseMillsRatio(z)` and `millsExcess(z)` in one evaluation, written to positions 0 and 1: for the inner loops, where it
 * saves the exponential and the error function. Between -10 and 10 it is the Taylor series around the closest of 641 nodes,
 * eight terms, equal to the direct formulas to 1e-15.
 */
export function evaluateMills(z: number, into: Float64Array): void {
  if (z > 39) {
    into[0] = 0; // the density underflows
    into[1] = z;
    return;
  }
  if (!(z > -10 && z < 10)) {
    into[0] = inverseMillsRatio(z);
    into[1] = z < 0 ? laplaceExcess(-z) : into[0] + z;
    return;
  }
  const node = Math.round((z + 10) * nodesPerUnit);
  const h = z + 10 - node / nodesPerUnit;
  const at = node * terms;
  const mills =
    millsSeries[at] +
    h *
      (millsSeries[at + 1] +
        h *
          (millsSeries[at + 2] +
            h *
              (millsSeries[at + 3] +
                h *
                  (millsSeries[at + 4] +
                    h * (millsSeries[at + 5] + h * (millsSeries[at + 6] + h * millsSeries[at + 7]))))));
  into[0] = mills;
  into[1] = mills + z;
}

const nodesPerUnit = 32;
const terms = 8;
const millsSeries = tabulateMills();

/** Taylor coefficients a0, a1, … of the ratio at each node, from its differential equation m' = -m (m + z). */
function tabulateMills(): Float64Array {
  const nodes = 20 * nodesPerUnit + 1;
  const series = new Float64Array(nodes * terms);
  for (let node = 0; node < nodes; node++) {
    const z = node / nodesPerUnit - 10;
    const at = node * terms;
    series[at] = inverseMillsRatio(z);
    for (let n = 0; n < terms - 1; n++) {
      let sum = z * series[at + n] + (n > 0 ? series[at + n - 1] : 0);
      for (let i = 0; i <= n; i++) sum += series[at + i] * series[at + n - i];
      series[at + n + 1] = -sum / (n + 1);
    }
  }
  return series;
}

/**
 * Solves ln Phi(x) = logProbability for x, for a negative logarithm of any size (a probability of 1e-5000 is fine). Rational
 * approximations of Wichura (1988, algorithm AS 241), relative error 1e-15, of which the tail's takes the square root of the
 * negative logarithm itself; beyond their range, at 1e-300, Newton's method from the asymptotic expansion.
 */
export function logNormalQuantile(logProbability: number): number {
  if (!(logProbability < 0)) throw new RangeError(`logProbability must be below 0, got ${logProbability}`);
  if (logProbability < -690) return farQuantile(logProbability);
  const upper = -expm1(logProbability);
  const centred = 0.5 - upper;
  if (Math.abs(centred) <= 0.425) return centred * ratio(centralTop, centralBottom, 0.180625 - centred * centred);
  const root = Math.sqrt(centred < 0 ? -logProbability : -ln(upper));
  const distance = root <= 5 ? ratio(nearTop, nearBottom, root - 1.6) : ratio(tailTop, tailBottom, root - 5);
  return centred < 0 ? -distance : distance;
}

function farQuantile(logProbability: number): number {
  const square = -2 * logProbability;
  let x = -Math.sqrt(square - ln(2 * Math.PI * (square - ln(2 * Math.PI * square))));
  for (let iteration = 0; iteration < 4; iteration++) {
    x += (logProbability - logNormalCdf(x)) / inverseMillsRatio(x);
  }
  return x;
}

/** Quotient of two polynomials of degree seven, coefficients from the constant upwards. */
function ratio(top: readonly number[], bottom: readonly number[], x: number): number {
  let numerator = top[7];
  let denominator = bottom[7];
  for (let power = 6; power >= 0; power--) {
    numerator = numerator * x + top[power];
    denominator = denominator * x + bottom[power];
  }
  return numerator / denominator;
}

// biome-ignore format: coefficients of AS 241, eight to a polynomial
const centralTop = [3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946,
  45921.95393154987, 67265.7709270087, 33430.57558358813, 2509.0809287301227];
// biome-ignore format: as above
const centralBottom = [1, 42.31333070160091, 687.1870074920579, 5394.196021424751,
  21213.794301586597, 39307.89580009271, 28729.085735721943, 5226.495278852854];
// biome-ignore format: as above
const nearTop = [1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045,
  1.2704582524523684, 0.2417807251774506, 0.022723844989269184, 0.0007745450142783414];
// biome-ignore format: as above
const nearBottom = [1, 2.053191626637759, 1.6763848301838038, 0.6897673349851,
  0.14810397642748008, 0.015198666563616457, 0.0005475938084995345, 1.0507500716444169e-09];
// biome-ignore format: as above
const tailTop = [6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487,
  0.026532189526576124, 0.0012426609473880784, 2.7115555687434876e-05, 2.0103343992922881e-07];
// biome-ignore format: as above
const tailBottom = [1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615,
  0.0007868691311456133, 1.8463183175100548e-05, 1.421511758316446e-07, 2.0442631033899397e-15];

/** P(Z > z) for z >= 0. */
function upperTail(z: number): number {
  return 0.5 * exp(-0.5 * z * z) * erfcx(z * Math.SQRT1_2);
}

function laplaceExcess(x: number): number {
  let fraction = x;
  // 24 terms reach double precision from x = 10 upwards, 8 from 100 upwards
  for (let term = x < 100 ? 24 : 8; term >= 2; term--) fraction = x + term / fraction;
  return 1 / fraction;
}
