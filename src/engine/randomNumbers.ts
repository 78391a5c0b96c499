import erfinv from "@stdlib/math-base-special-erfinv";
import { exp } from "#domain/portableMath.ts";

/**
 * Chance in the agent loop has no state: a value is a function of (seed, replicate, purpose, year, actor). The order of
 * actors, the number of workers and added actors or purposes change nothing, and two plans share their futures.
 */
export interface RandomKey {
  /** Two 32-bit words, signed so that they stay small integers; keys of different purposes or years are unrelated. */
  readonly first: number;
  readonly second: number;
}

/** Key of one replicate. `seed` is any string, `replicate` an integer from 0. */
export function runKey(seed: string, replicate: number): RandomKey {
  return absorbInteger(absorbText(ROOT, seed), replicate);
}

/** Key of one purpose in one year of a run: made once per phase, then used for every actor. */
export function phaseKey(run: RandomKey, purpose: string, year: number): RandomKey {
  return absorbInteger(absorbText(run, purpose), year);
}

/** A multiple of 2^-32 in [0, 1). `actor` is an integer from 0 to 2^32 - 1. */
export function uniform(key: RandomKey, actor: number): number {
  return (firstWord(key, actor) >>> 0) * 2 ** -32;
}

/** A multiple of 2^-53 in [0, 1): where the last digits matter. Its leading bits are those of `uniform`. */
export function uniform53(key: RandomKey, actor: number): number {
  const high = firstWord(key, actor) >>> 0;
  return (high * 2 ** 21 + (secondWord(key, actor) >>> 11)) * 2 ** -53;
}

/** A standard normal value by inverse distribution function; 52 random bits, so it stays within 8.13 of zero. */
export function standardNormal(key: RandomKey, actor: number): number {
  const high = firstWord(key, actor) >>> 0;
  // An odd multiple of 2^-53: never 0 or 1, and symmetric about one half.
  return normalQuantile((high * 2 ** 20 + (secondWord(key, actor) >>> 12) + 0.5) * 2 ** -52);
}

/** A lognormal shock with mean 1 and standard deviation `sdLog` on the log scale, which must not be negative. */
export function meanOneShock(key: RandomKey, actor: number, sdLog: number): number {
  return exp(sdLog * standardNormal(key, actor) - 0.5 * sdLog * sdLog);
}

/**
 * Quantile of the standard normal distribution, p in [0, 1]. The library's rational approximation of the inverse error
 * function uses only basic operations, the square root and its own logarithm: the same bits in every engine. Right to ten
 * units in the last place where 2p - 1 is exact (all the values drawn here); below p = 1/4 its rounding shifts p by 2^-55.
 */
export function normalQuantile(p: number): number {
  return Math.SQRT2 * erfinv(2 * p - 1);
}

const ROOT: RandomKey = { first: 0x243f6a88, second: 0x85a308d3 | 0 }; // first binary digits of pi
const GOLDEN = 0x9e3779b9; // 2^32 over the golden ratio, odd: multiplying by it is one-to-one

/** 32-bit finaliser lowbias32 (C. Wellons, hash prospector): one-to-one, each input bit flips each output bit by half. */
function mix(word: number): number {
  let x = word;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return x ^ (x >>> 16);
}

function firstWord({ first, second }: RandomKey, actor: number): number {
  return mix((mix(first ^ actor) + second) | 0);
}

function secondWord({ first, second }: RandomKey, actor: number): number {
  return mix((mix(second ^ actor) + Math.imul(first, GOLDEN)) | 0);
}

function absorbInteger({ first, second }: RandomKey, word: number): RandomKey {
  if (!(Number.isInteger(word) && word >= 0 && word < 2 ** 32)) {
    throw new Error(`a random key takes integers from 0 to 2^32 - 1, got ${word}`);
  }
  const nextFirst = absorbedFirst(first, second, word);
  return { first: nextFirst, second: absorbedSecond(nextFirst, second) };
}

/** The length is absorbed too, so that text boundaries matter. */
function absorbText({ first, second }: RandomKey, text: string): RandomKey {
  let [nextFirst, nextSecond] = [first, second];
  for (let i = -1; i < text.length; i += 1) {
    nextFirst = absorbedFirst(nextFirst, nextSecond, i < 0 ? text.length : text.charCodeAt(i));
    nextSecond = absorbedSecond(nextFirst, nextSecond);
  }
  return { first: nextFirst, second: nextSecond };
}

function absorbedFirst(first: number, second: number, word: number): number {
  return mix((mix(first ^ word) + second) | 0);
}

function absorbedSecond(nextFirst: number, second: number): number {
  return mix((second + Math.imul(nextFirst, GOLDEN)) | 0);
}
