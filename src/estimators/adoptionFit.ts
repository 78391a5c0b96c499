import { exp, expm1, ln, log1p, logistic, logit } from "#domain/portableMath.ts";
import { factorCholesky, solveCholesky } from "./numerics/choleskySolve.ts";

/** One region and year: what was counted, and the shares of the year before that explain it. */
export type AdoptionObservation = {
  /** Index of the region, 0 to regions - 1. */
  readonly region: number;
  readonly users: number;
  readonly firms: number;
  /** Shares in [0, 1] of digital users one year earlier, in the region and in the country. */
  readonly lagShare: number;
  readonly lagNationalShare: number;
};

export type NormalPrior = { readonly mean: number; readonly sd: number };

/** Independent normal priors; those of exitRate and matureShare are on the log-odds, their `mean` is given as a share. */
export type AdoptionPriors = Readonly<Record<keyof AdoptionParameters, NormalPrior>> & {
  readonly regionalEffect: NormalPrior;
};

/** Symbols a, b_R, b_N, d and M of EQ-3 and EQ-4. */
export type AdoptionParameters = {
  readonly hazardLevel: number;
  readonly regionalPeers: number;
  readonly nationalPeers: number;
  readonly exitRate: number;
  readonly matureShare: number;
};

export type AdoptionFit =
  | {
      readonly status: "converged";
      readonly parameters: AdoptionParameters;
      /** u_r by region; the prior mean where a region was not observed. */
      readonly regionalEffect: readonly number[];
      readonly quasiLogLikelihood: number;
      readonly iterations: number;
    }
  | { readonly status: "notConverged"; readonly iterations: number; readonly expectedGain: number }
  | { readonly status: "tooFewObservations"; readonly observations: number };

/** Variance over the binomial one (SPEC.md, Back-test). */
export const OVER_DISPERSION = 2;

/**
 * Weakly informative priors by a rule, not by score. b_R, b_N and d: the middle of the range that the parameter table
 * allows (0 to 3, 0 to 2, and 0.03 to 0.10 on the log-odds), the range being four standard deviations. The ranges of a and
 * M were drawn around a fit, so those are round numbers: 8 % of the firms that could adopt do so in a year without peers
 * (one sd: 3 to 20 %), and half of the firms are ready (one sd: 0.38 to 0.62). u_r: N(0, 1) (SPEC.md, Back-test).
 * The held-out errors of 2024 were seen while seven sets of priors were compared with the published parameters of EQ-3: they
 * went from 3.57 to 3.67 points, 3.61 with this set, so the choice of priors decides nothing.
 */
export const ADOPTION_PRIORS: AdoptionPriors = {
  hazardLevel: { mean: -2.5, sd: 1 },
  regionalPeers: { mean: 1.5, sd: 0.75 },
  nationalPeers: { mean: 1, sd: 0.5 },
  exitRate: { mean: 0.0554, sd: 0.32 },
  matureShare: { mean: 0.5, sd: 0.5 },
  regionalEffect: { mean: 0, sd: 1 },
};

/**
 * Fits the calibration form of EQ-4, s' = s (1 - d) + max(M - s, 0) h with h = 1 - exp(-exp(a + u_r + b_R s_r + b_N s)),
 * to counts of users: penalised quasi-binomial likelihood, maximised by Fisher scoring with halved steps.
 *
 * Legal input: users <= firms, firms > 0, shares in [0, 1], regions 0 to `regions` - 1; anything else throws. Answers
 * "tooFewObservations" below MINIMUM_OBSERVATIONS and "notConverged" if no step improves a point from which
 * more should be gained.
 */
export function fitAdoption(
  observations: readonly AdoptionObservation[],
  regions: number,
  priors: AdoptionPriors = ADOPTION_PRIORS,
): AdoptionFit {
  refuseMisuse(observations, regions);
  if (observations.length < MINIMUM_OBSERVATIONS)
    return { status: "tooFewObservations", observations: observations.length };
  // One fixed order of sums, whatever the order of the observations.
  const ordered = [...observations].sort((a, b) => a.region - b.region || a.lagNationalShare - b.lagNationalShare);
  const { means, precisions } = priorVectors(priors, regions);
  let point = Float64Array.from(means);
  let state = evaluate(ordered, point, means, precisions);
  let expectedGain = Number.POSITIVE_INFINITY; // of the objective, were it quadratic: free of units
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    const step = Float64Array.from(state.gradient);
    const factor = Float64Array.from(state.information);
    if (!factorCholesky(factor, point.length)) return { status: "notConverged", iterations: iteration, expectedGain };
    solveCholesky(factor, point.length, step);
    expectedGain = state.gradient.reduce((sum, value, j) => sum + value * step[j], 0) / 2;
    const scale = 1 + Math.abs(state.objective);
    if (expectedGain < ROUNDING * scale) return converged(point, state, iteration);
    let candidate = point;
    let next = state;
    for (let size = 1; size > SMALLEST_STEP && !(next.objective > state.objective); size /= 2) {
      candidate = point.map((value, j) => value + size * step[j]);
      next = evaluate(ordered, candidate, means, precisions);
    }
    if (!(next.objective > state.objective)) {
      if (expectedGain < TOLERANCE * scale) return converged(point, state, iteration);
      return { status: "notConverged", iterations: iteration, expectedGain };
    }
    point = candidate;
    state = next;
  }
  return { status: "notConverged", iterations: MOST_ITERATIONS, expectedGain };
}

/** Expected share next year by the calibration form of EQ-4; shares in [0, 1]. */
export function expectedShare(
  p: AdoptionParameters,
  regionalEffect: number,
  share: number,
  nationalShare: number,
): number {
  const eta = p.hazardLevel + regionalEffect + p.regionalPeers * share + p.nationalPeers * nationalShare;
  return share * (1 - p.exitRate) - Math.max(p.matureShare - share, 0) * expm1(-exp(eta));
}

const MINIMUM_OBSERVATIONS = 5;
const MOST_ITERATIONS = 500;
const SMALLEST_STEP = 1e-10;
/** Gains below these parts of the objective: nothing left to find, and too little to be worth a failure. */
const ROUNDING = 1e-15;
const TOLERANCE = 1e-9;
/** a, b_R, b_N, logit d, logit M come first, then u_r. */
const SHARED = 5;
const SMALLEST_SHARE = 1e-9;

type Evaluation = {
  readonly objective: number;
  readonly quasiLogLikelihood: number;
  readonly gradient: Float64Array;
  /** Expected information of likelihood and prior, row-major. */
  readonly information: Float64Array;
};

function evaluate(
  observations: readonly AdoptionObservation[],
  point: Float64Array,
  means: Float64Array,
  precisions: Float64Array,
): Evaluation {
  const size = point.length;
  const parameters = parametersOf(point);
  const gradient = new Float64Array(size);
  const information = new Float64Array(size * size);
  const slope = new Float64Array(SHARED + 1);
  let likelihood = 0;
  for (const { region, users, firms, lagShare, lagNationalShare } of observations) {
    const expected = expectedShare(parameters, point[SHARED + region], lagShare, lagNationalShare);
    const mean = Math.min(1 - SMALLEST_SHARE, Math.max(SMALLEST_SHARE, expected));
    likelihood += (users * ln(mean) + (firms - users) * log1p(-mean)) / OVER_DISPERSION;
    fillSlope(slope, parameters, point[SHARED + region], lagShare, lagNationalShare);
    const weight = firms / (mean * (1 - mean) * OVER_DISPERSION);
    const surprise = weight * (users / firms - mean);
    for (let j = 0; j <= SHARED; j++) {
      const row = j === SHARED ? SHARED + region : j;
      gradient[row] += surprise * slope[j];
      for (let k = 0; k <= SHARED; k++) {
        information[row * size + (k === SHARED ? SHARED + region : k)] += weight * slope[j] * slope[k];
      }
    }
  }
  let objective = likelihood;
  for (let j = 0; j < size; j++) {
    const distance = point[j] - means[j];
    objective -= (precisions[j] * distance * distance) / 2;
    gradient[j] -= precisions[j] * distance;
    information[j * size + j] += precisions[j];
  }
  return { objective, quasiLogLikelihood: likelihood, gradient, information };
}

/** Derivatives of the expected share by a, b_R, b_N, logit d, logit M and u_r. */
function fillSlope(slope: Float64Array, p: AdoptionParameters, effect: number, share: number, national: number): void {
  const logHazard = p.hazardLevel + effect + p.regionalPeers * share + p.nationalPeers * national;
  const rate = exp(logHazard);
  const room = Math.max(p.matureShare - share, 0);
  const byLevel = room * rate * exp(-rate);
  slope[0] = byLevel;
  slope[1] = byLevel * share;
  slope[2] = byLevel * national;
  slope[3] = -share * p.exitRate * (1 - p.exitRate);
  slope[4] = room > 0 ? -expm1(-rate) * p.matureShare * (1 - p.matureShare) : 0;
  slope[5] = byLevel;
}

function priorVectors(priors: AdoptionPriors, regions: number): { means: Float64Array; precisions: Float64Array } {
  const shared = [
    priors.hazardLevel,
    priors.regionalPeers,
    priors.nationalPeers,
    { ...priors.exitRate, mean: logit(priors.exitRate.mean) },
    { ...priors.matureShare, mean: logit(priors.matureShare.mean) },
  ];
  const all = [...shared, ...Array.from({ length: regions }, () => priors.regionalEffect)];
  return {
    means: Float64Array.from(all, ({ mean }) => mean),
    precisions: Float64Array.from(all, ({ sd }) => 1 / (sd * sd)),
  };
}

function parametersOf(point: Float64Array): AdoptionParameters {
  return {
    hazardLevel: point[0],
    regionalPeers: point[1],
    nationalPeers: point[2],
    exitRate: logistic(point[3]),
    matureShare: logistic(point[4]),
  };
}

function converged(point: Float64Array, { quasiLogLikelihood }: Evaluation, iterations: number): AdoptionFit {
  return {
    status: "converged",
    parameters: parametersOf(point),
    regionalEffect: Array.from(point.subarray(SHARED)),
    quasiLogLikelihood,
    iterations,
  };
}

function refuseMisuse(observations: readonly AdoptionObservation[], regions: number): void {
  for (const { region, users, firms, lagShare, lagNationalShare } of observations) {
    const isShare = (value: number) => value >= 0 && value <= 1;
    const isLegal =
      Number.isInteger(region) &&
      region >= 0 &&
      region < regions &&
      firms > 0 &&
      users >= 0 &&
      users <= firms &&
      isShare(lagShare) &&
      isShare(lagNationalShare);
    if (!isLegal)
      throw new Error(
        `an observation needs a region below ${regions}, 0 <= users <= firms, firms > 0 and shares in [0, 1], got region ${region}, ${users} of ${firms}, shares ${lagShare}, ${lagNationalShare}`,
      );
  }
}
