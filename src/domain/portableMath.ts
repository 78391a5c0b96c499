import stdlibExpm1 from "@stdlib/math-base-special-expm1";
import stdlibLog1p from "@stdlib/math-base-special-log1p";
import stdlibPow from "@stdlib/math-base-special-pow";
import { exp } from "./exponential.ts";
import { ln } from "./logarithm.ts";

/**
 * Elementary functions with the same bits in every JavaScript engine. The language leaves the last digits of Math.exp,
 * Math.log and Math.pow to the engine, so a result computed with them would not reproduce from Node to a browser.
 */
export { exp, ln };
export const pow: (x: number, y: number) => number = stdlibPow;
export const expm1: (x: number) => number = stdlibExpm1;
export const log1p: (x: number) => number = stdlibLog1p;

/** Inverse of `logit`: a real number to a share in (0, 1). Saturates without overflow. */
export function logistic(x: number): number {
  if (x >= 0) return 1 / (1 + exp(-x));
  const odds = exp(x);
  return odds / (1 + odds);
}

/** Log odds of a share strictly between 0 and 1. */
export function logit(share: number): number {
  return ln(share / (1 - share));
}
