import stdlibLn from "@stdlib/math-base-special-ln";
import { powersOfTwo } from "./exponential.ts";

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const SMALLEST = 2 ** -1020;
const LARGEST = 2 ** 1020;
const SIGNIFICAND = 0xfffff;

/** One number seen as two words; the machines that JavaScript runs on keep the high word second. */
const seen = new Float64Array(1);
const words = new Int32Array(seen.buffer);
const HIGH = 1;

/**
 * Natural logarithm with the bits of `@stdlib/math-base-special-ln`, at two thirds of its time: the same reduction by powers of two
 * and the same polynomials (FreeBSD msun, Sun Microsystems 1993), but the power of two is divided out by a table.
 */
export function ln(x: number): number {
  if (!(x > SMALLEST && x < LARGEST)) return +stdlibLn(x);
  seen[0] = x;
  const high = words[HIGH];
  const significand = high & SIGNIFICAND;
  const halve = (significand + 0x95f64) & 0x100000;
  const k = (high >> 20) - 1023 + (halve >> 20);
  const f = x * powersOfTwo[1022 - k] - 1;
  if ((SIGNIFICAND & (2 + significand)) < 3) return +stdlibLn(x); // next to a power of two
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const even = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const rest = even + odd;
  if (((significand - 0x6147a) | (0x6b851 - significand)) > 0) {
    const half = 0.5 * f * f;
    return k * LN2_HIGH - (half - (s * (half + rest) + k * LN2_LOW) - f);
  }
  return k * LN2_HIGH - (s * (f - rest) - k * LN2_LOW - f);
}
