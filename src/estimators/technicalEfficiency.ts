import { erfcx } from "./numerics/scaledErrorFunction.ts";
import { exp, ln } from "#domain/portableMath.ts";
import { logNormalCdf, logNormalQuantile } from "./numerics/normalDistribution.ts";

/** Efficiency of each observation, one array of n per quantity. */
export type TechnicalEfficiency = {
  /** E[exp(-u) | e] in (0, 1]. */
  readonly te: Float64Array;
  /** Bounds of the conditional interval; null where no noise is left or none is modelled, so that there is none. */
  readonly lower: Float64Array | null;
  readonly upper: Float64Array | null;
};

/** u given the composite error, for each observation: normal with its own mean, truncated at zero. */
export type ConditionalInefficiency = { readonly centres: Float64Array; readonly spread: number };

/** The parameters that the conditional distribution depends on; lambda = sigma_u/sigma_v is finite and above 0. */
export type ErrorComponents = {
  readonly sigmaSquared: number;
  readonly lambda: number;
  /** Mean of the normal before truncation, one per observation or one for all; 0 for the half-normal, null for the exponential. */
  readonly location: Float64Array | number | null;
};

/**
 * Distribution of u given the errors e = v - u (n numbers, in the units of the dependent variable): normal with mean
 * (mu - lambda² e) / (1 + lambda²) and standard deviation sigma_u sigma_v / sigma, or for exponential inefficiency with mean
 * -e - sigma_v²/sigma_u and standard deviation sigma_v, truncated at zero (Jondrow, Lovell, Materov and Schmidt 1982).
 */
export function conditionalInefficiency(errors: Float64Array, components: ErrorComponents): ConditionalInefficiency {
  const { lambda, location } = components;
  const ratio = 1 + lambda * lambda;
  const sigma = Math.sqrt(components.sigmaSquared);
  const sigmaV = sigma / Math.sqrt(ratio);
  const centres = new Float64Array(errors.length);
  for (let i = 0; i < errors.length; i++) {
    if (location === null) centres[i] = -errors[i] - sigmaV / lambda;
    else centres[i] = ((typeof location === "number" ? location : location[i]) - lambda * lambda * errors[i]) / ratio;
  }
  return { centres, spread: location === null ? sigmaV : (lambda / ratio) * sigma };
}

/** Efficiencies alone. */
export function pointEfficiencies({ centres, spread }: ConditionalInefficiency): TechnicalEfficiency {
  return { te: centres.map((centre) => expectedEfficiency(centre, spread)), lower: null, upper: null };
}

/** Of the conditional intervals. */
const CONFIDENCE = 0.95;

/**
 * Efficiencies with their conditional intervals (Horrace and Schmidt 1996). The interval holds the parameters fixed: it
 * shows how little one residual says about one observation, not how uncertain the frontier is.
 */
export function efficienciesOf({ centres, spread }: ConditionalInefficiency): TechnicalEfficiency {
  const n = centres.length;
  const te = new Float64Array(n);
  const lower = new Float64Array(n);
  const upper = new Float64Array(n);
  const logTail = ln(0.5 * (1 - CONFIDENCE));
  const logRest = ln(0.5 * (1 + CONFIDENCE));
  for (let i = 0; i < n; i++) {
    const z = centres[i] / spread;
    const logAboveZero = logNormalCdf(z);
    te[i] = expectedEfficiency(centres[i], spread);
    lower[i] = exp(-Math.max(0, spread * (z - logNormalQuantile(logTail + logAboveZero))));
    upper[i] = exp(-Math.max(0, spread * (z - logNormalQuantile(logRest + logAboveZero))));
  }
  return { te, lower, upper };
}

/**
 * E[exp(-u) | e] for u | e normal with mean `centre` and standard deviation `spread`, truncated at zero (Battese and Coelli
 * 1988): exp(-centre + spread²/2) Phi(z - spread) / Phi(z), z = centre/spread. For z below zero the exponential cancels
 * against the scaled tails, so no digit is lost as gamma approaches 1. The result lies in (0, 1].
 */
export function expectedEfficiency(centre: number, spread: number): number {
  const z = centre / spread;
  const lower = spread - z;
  if (z <= 0) return Math.min(1, erfcx(lower * Math.SQRT1_2) / erfcx(-z * Math.SQRT1_2));
  const density = exp(-0.5 * z * z);
  const truncation = 1 - 0.5 * density * erfcx(z * Math.SQRT1_2);
  if (lower > 0) return Math.min(1, (0.5 * density * erfcx(lower * Math.SQRT1_2)) / truncation);
  const shifted = 1 - 0.5 * exp(-0.5 * lower * lower) * erfcx(-lower * Math.SQRT1_2);
  return Math.min(1, (exp(-centre + 0.5 * spread * spread) * shifted) / truncation);
}

/** The u that the truncated normal exceeds with probability `tail`. */
export function inefficiencyQuantile(centre: number, spread: number, tail: number): number {
  const z = centre / spread;
  return Math.max(0, spread * (z - logNormalQuantile(ln(tail) + logNormalCdf(z))));
}
