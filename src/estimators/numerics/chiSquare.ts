import { exp, ln } from "#domain/portableMath.ts";
import { twoSidedNormalPValue } from "./normalDistribution.ts";

/** P(chi-square with `degreesOfFreedom` > statistic), for a whole number of degrees of freedom; 0 degrees are a mass at 0. */
export function chiSquareUpperTail(statistic: number, degreesOfFreedom: number): number {
  if (!(Number.isInteger(degreesOfFreedom) && degreesOfFreedom >= 0)) {
    throw new RangeError(`degreesOfFreedom must be a whole number from 0, got ${degreesOfFreedom}`);
  }
  if (!(statistic > 0)) return degreesOfFreedom === 0 ? 0 : 1;
  if (degreesOfFreedom === 0) return 0;
  const half = statistic / 2;
  const odd = degreesOfFreedom % 2 === 1;
  let tail = odd ? twoSidedNormalPValue(Math.sqrt(statistic)) : exp(-half);
  // Q(n + 2) = Q(n) + (x/2)^(n/2) exp(-x/2) / Gamma(n/2 + 1), starting from n = 1 or 2
  let logTerm = odd ? 0.5 * ln(half) - half - ln(0.886226925452758) : ln(half) - half;
  for (let n = odd ? 1 : 2; n < degreesOfFreedom; n += 2) {
    tail += exp(logTerm);
    logTerm += ln(half / (n / 2 + 1));
  }
  return Math.min(1, tail);
}

/**
 * p-value of a likelihood ratio when one of the `restrictions` lies on the edge of its range (no inefficiency means a
 * variance of zero): under the null the statistic is an even mixture of chi-squares with restrictions - 1 and restrictions
 * degrees of freedom (Kodde and Palm 1986; Coelli 1995). With one restriction that is half the usual p-value. A statistic
 * of zero or less, the outcome of half of all samples without inefficiency, has p-value 1.
 */
export function mixedChiSquarePValue(statistic: number, restrictions: number): number {
  if (!(statistic > 0)) return 1;
  return 0.5 * chiSquareUpperTail(statistic, restrictions - 1) + 0.5 * chiSquareUpperTail(statistic, restrictions);
}
