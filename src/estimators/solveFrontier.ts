import type { FitByOls, UnfitDesign } from "./frontierDesign.ts";
import type { FrontierSolution } from "./frontierSolution.ts";
import type { FrontierSpec } from "./frontierVariables.ts";
import { searchLocation } from "./frontierLocationSearch.ts";
import { exponential, halfNormal, type InefficiencyDistribution, searchFrontier } from "./frontierSearch.ts";
import { reportedSolution } from "./frontierSolution.ts";

export type SolvedFrontier = {
  /** Null if the likelihood has no optimum worth reporting; the weaknesses say why. */
  readonly solution: FrontierSolution | null;
  /** The exponential model, where a likelihood with a location keeps rising towards it. */
  readonly limit: FrontierSolution | null;
  /** Log-likelihood at gamma = 1. */
  readonly boundaryLogLik: number | null;
  readonly weaknesses: readonly string[];
};

/** Finds the optimum that `estimateFrontierBy` describes; `z` explain inefficiency. */
export type FrontierSolver = (
  ols: FitByOls,
  z: readonly Float64Array[],
  distribution: FrontierSpec["distribution"],
) => SolvedFrontier | UnfitDesign;

/**
 * Maximum likelihood of any of the four distributions, in numbers without names. `z` are the variables that explain
 * inefficiency, without constant; none for the other distributions. Without `withInference` a repeated estimate (bootstrap)
 * saves standard errors and intervals. Returns which z variable is constant or a combination of others, if one is.
 */
export function solveFrontier(
  ols: FitByOls,
  z: readonly Float64Array[],
  distribution: FrontierSpec["distribution"],
  withInference = true,
): SolvedFrontier | UnfitDesign {
  if (distribution === "half-normal" || distribution === "exponential") {
    return solveWithoutLocation(ols, distribution === "exponential" ? exponential : halfNormal, withInference);
  }
  const rival = reportedSolution(ols, searchFrontier(ols, exponential), exponential, withInference);
  const optima = searchFrontier(ols, halfNormal);
  const outcome = searchLocation(ols, z, optima, rival?.logLik ?? Number.NEGATIVE_INFINITY);
  if ("unfit" in outcome) return outcome;
  const { solution, boundaryLogLik, weaknesses } = outcome;
  return { solution, limit: outcome.tendsToExponential ? rival : null, boundaryLogLik, weaknesses };
}

/** Of a distribution without a location parameter; what only asks for such a one does not load the search for locations. */
function solveWithoutLocation(
  ols: FitByOls,
  distribution: InefficiencyDistribution,
  withInference: boolean,
): SolvedFrontier {
  const optima = searchFrontier(ols, distribution);
  const solution = reportedSolution(ols, optima, distribution, withInference);
  const weaknesses = solution === null ? ["no frontier envelops the data"] : [];
  return { solution, limit: null, boundaryLogLik: optima.boundaryLogLik, weaknesses };
}

/** Half-normal inefficiency only, whatever the specification, and no inference: for `findOptimum` year by year. */
export const solveHalfNormal: FrontierSolver = (ols) => solveWithoutLocation(ols, halfNormal, false);
