import type { FitByOls } from "./frontierDesign.ts";
import type { FrontierSolution } from "./frontierSolution.ts";
import type { FrontierData, FrontierSpec } from "./frontierVariables.ts";
import seedrandom from "seedrandom";
import { exp, ln } from "#domain/portableMath.ts";
import { fitByOls, fitWithErrors, olsLogLikelihood } from "./frontierDesign.ts";
import { frontierDesign } from "./frontierVariables.ts";
import { solveFrontier } from "./solveFrontier.ts";
import { logNormalQuantile } from "./numerics/normalDistribution.ts";
import { conditionalInefficiency, inefficiencyQuantile } from "./technicalEfficiency.ts";
import { quantileOf } from "./numerics/quantileOf.ts";
import { meanOf } from "./numerics/meanOf.ts";

export type FrontierBootstrap = {
  readonly replicates: number;
  /** Share of samples without inefficiency, (1 + count) / (replicates + 1), whose likelihood ratio is as large as observed. */
  readonly likelihoodRatioPValue: number;
  /** Replicates of the fitted model by what came out of them. */
  readonly outcomes: Readonly<Record<FrontierSolution["status"] | "notConverged", number>>;
  /** 95 % interval of the mean efficiency. */
  readonly meanEfficiency: Interval;
  /** 95 % interval of each observation's efficiency. */
  readonly efficiency: readonly Interval[];
  /** And of its rank from 1, the most efficient, among replicates with any inefficiency; null if there are none. */
  readonly rank: readonly Interval[] | null;
};

export type Interval = { readonly lower: number; readonly upper: number };

const largestTable = 20_000_000;

/**
 * Parametric bootstrap, the same for the same seed.
 *
 * *Likelihood ratio*: samples of the regression without inefficiency are estimated like the data, and their likelihood
 * ratios show how often chance alone gives one as large. In small samples the mixed chi-square is far too generous.
 *
 * *Efficiencies and ranks* (Simar and Wilson 2010): samples of the fitted frontier are estimated, and for each estimate one
 * draw is made of every observation's own inefficiency given its own error under those parameters. The intervals contain both
 * what one error cannot tell and what the sample cannot tell about the frontier.
 *
 * Returns null if the data themselves have no estimate. Throws `RangeError` if replicates is not a whole number from 1, or
 * times the observations exceeds 20 million.
 */
export function bootstrapFrontier(
  data: FrontierData,
  spec: FrontierSpec,
  replicates: number,
  seed: string,
): FrontierBootstrap | null {
  if (!(Number.isInteger(replicates) && replicates >= 1 && replicates * data.output.length <= largestTable)) {
    throw new RangeError(
      `replicates must be a whole number from 1 to ${largestTable} / observations, got ${replicates}`,
    );
  }
  const z = spec.distribution === "inefficiency-effects" ? (data.z ?? []) : [];
  const ols = fitByOls(frontierDesign(data, spec));
  if ("unfit" in ols) return null;
  const solve = (sample: FitByOls): FrontierSolution | null => {
    const solved = solveFrontier(sample, z, spec.distribution, false);
    return "unfit" in solved ? null : solved.solution;
  };
  const fitted = solve(ols);
  if (fitted === null) return null;

  const observed = fitted.logLik - olsLogLikelihood(ols);
  const nullNoise = noiseSource(`${seed}/frontier-null`);
  let asLarge = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const errors = ols.scaledResiduals.map(() => ols.residualScale * nullNoise.normal());
    const sample = fitWithErrors(ols, ols.coefficients, errors);
    const solution = solve(sample);
    if (solution !== null && solution.logLik - olsLogLikelihood(sample) >= observed) asLarge++;
  }
  return {
    replicates,
    likelihoodRatioPValue: (1 + asLarge) / (replicates + 1),
    ...intervals(ols, z, spec, fitted, replicates, seed, solve),
  };
}

function intervals(
  ols: FitByOls,
  z: readonly Float64Array[],
  spec: FrontierSpec,
  fitted: FrontierSolution,
  replicates: number,
  seed: string,
  solve: (sample: FitByOls) => FrontierSolution | null,
) {
  const n = ols.standard.rowCount;
  const sampling = noiseSource(`${seed}/frontier-sample`);
  const drawing = noiseSource(`${seed}/frontier-draw`);
  const outcomes = { converged: 0, gammaAtOne: 0, wrongSkew: 0, notConverged: 0 };
  const drawn: Float64Array[] = [];
  const ranks: Float64Array[] = [];
  const means: number[] = [];
  for (let replicate = 0; replicate < replicates; replicate++) {
    const errors = simulateErrors(fitted, z, spec, n, sampling);
    const solution = solve(fitWithErrors(ols, fitted.coefficients, errors));
    outcomes[solution?.status ?? "notConverged"]++;
    if (solution === null) continue;
    const efficiencies = drawInefficiency(ols, z, spec, solution, drawing).map((u) => exp(-u));
    drawn.push(efficiencies);
    if (solution.status !== "wrongSkew") ranks.push(ranksOf(efficiencies));
    means.push(meanOf(efficiencies));
  }
  const columns = (table: readonly Float64Array[]) =>
    Array.from({ length: n }, (_, i) => interval(Float64Array.from(table, (row) => row[i])));
  return {
    outcomes,
    meanEfficiency: interval(Float64Array.from(means)),
    efficiency: columns(drawn),
    rank: ranks.length === 0 ? null : columns(ranks).map(outwards),
  };
}

/** Errors v - u of a sample from the fitted model. */
function simulateErrors(
  fitted: FrontierSolution,
  z: readonly Float64Array[],
  spec: FrontierSpec,
  n: number,
  noise: NoiseSource,
): Float64Array {
  const sigmaU = Math.sqrt(fitted.gamma * fitted.sigmaSquared);
  const sigmaV = Math.sqrt((1 - fitted.gamma) * fitted.sigmaSquared);
  const location = locationsOf(fitted, z, n);
  return Float64Array.from({ length: n }, (_, i) => {
    const v = sigmaV * noise.normal();
    const chance = noise.uniform();
    if (sigmaU === 0) return v;
    if (spec.distribution === "exponential") return v + sigmaU * ln(chance);
    return v - inefficiencyQuantile(location[i], sigmaU, chance);
  });
}

/** One draw of u for each observation of the data, given its error under the parameters of a solution. */
function drawInefficiency(
  ols: FitByOls,
  z: readonly Float64Array[],
  spec: FrontierSpec,
  solution: FrontierSolution,
  noise: NoiseSource,
): Float64Array {
  const { design } = ols;
  const n = design.dependent.length;
  const errors = design.dependent.slice();
  design.regressors.forEach((column, j) => {
    for (let i = 0; i < n; i++) errors[i] -= solution.coefficients[j] * column[i];
  });
  for (let i = 0; i < n; i++) errors[i] *= design.sign;
  if (solution.status === "wrongSkew") return new Float64Array(n);
  if (solution.status === "gammaAtOne") return errors.map((error) => Math.max(0, -error));
  const location = spec.distribution === "exponential" ? null : locationsOf(solution, z, n);
  const { centres, spread } = conditionalInefficiency(errors, { ...solution, location });
  return centres.map((centre) => inefficiencyQuantile(centre, spread, noise.uniform()));
}

function locationsOf(solution: FrontierSolution, z: readonly Float64Array[], n: number): Float64Array {
  const location = new Float64Array(n).fill(solution.location[0] ?? 0);
  z.forEach((column, j) => {
    for (let i = 0; i < n; i++) location[i] += solution.location[1 + j] * column[i];
  });
  return location;
}

type NoiseSource = { readonly uniform: () => number; readonly normal: () => number };

/** Uniform draws lie strictly between 0 and 1; normal ones by inversion. */
function noiseSource(stream: string): NoiseSource {
  const random = seedrandom.alea(stream);
  const uniform = () => Math.min(Math.max(random(), 1e-300), 1 - 1e-16);
  return { uniform, normal: () => logNormalQuantile(ln(uniform())) };
}

/** Rank from 1; equal values share the best one. */
export function ranksOf(efficiencies: Float64Array): Float64Array {
  const descending = efficiencies.slice().sort().reverse();
  const first = new Map<number, number>();
  for (let i = descending.length - 1; i >= 0; i--) first.set(descending[i], i + 1);
  return efficiencies.map((te) => first.get(te)!);
}

/** 2.5 and 97.5 percent quantiles, interpolated between order statistics. */
function interval(values: Float64Array): Interval {
  const sorted = values.slice().sort();
  return { lower: quantileOf(sorted, 0.025), upper: quantileOf(sorted, 0.975) };
}

/** A rank is a whole number. */
function outwards({ lower, upper }: Interval): Interval {
  return { lower: Math.floor(lower), upper: Math.ceil(upper) };
}
