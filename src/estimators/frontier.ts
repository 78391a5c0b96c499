import type { FitByOls, FrontierDesign, UnfitDesign } from "./frontierDesign.ts";
import type { FrontierSolution } from "./frontierSolution.ts";
import type { FrontierSolver, SolvedFrontier } from "./solveFrontier.ts";
import type { FrontierData, FrontierSpec } from "./frontierVariables.ts";
import type { FrontierWarning } from "./frontierWarnings.ts";
import type { TechnicalEfficiency } from "./technicalEfficiency.ts";
import { ln } from "#domain/portableMath.ts";
import { fitByOls, olsLogLikelihood } from "./frontierDesign.ts";
import { solveFrontier } from "./solveFrontier.ts";
import { frontierDesign, logVariables, translogElasticities } from "./frontierVariables.ts";
import { collectWarnings } from "./frontierWarnings.ts";
import { mixedChiSquarePValue } from "./numerics/chiSquare.ts";
import { twoSidedNormalPValue } from "./numerics/normalDistribution.ts";
import { meanOf } from "./numerics/meanOf.ts";

/** One estimated number; the last three are null where a standard error does not exist, as at gamma = 1. */
export type Coefficient = {
  readonly name: string;
  readonly estimate: number;
  readonly standardError: number | null;
  readonly z: number | null;
  readonly pValue: number | null;
};

export type OlsSummary = {
  readonly coefficients: readonly Coefficient[];
  readonly logLik: number;
  readonly residualSkewness: number;
  /** Coelli's (1995) M3T: skewness over sqrt(6/n), standard normal without inefficiency; inefficiency has `expectedSign`. */
  readonly skewnessTest: { readonly statistic: number; readonly pValue: number; readonly expectedSign: -1 | 1 };
};

export type FrontierFit = {
  readonly status: "converged" | "gammaAtOne" | "wrongSkew";
  readonly n: number;
  /** Free parameters of the frontier, sigma² and gamma included. */
  readonly parameterCount: number;
  readonly coefficients: readonly Coefficient[];
  /** Effects of the z variables on inefficiency, the intercept first; null for other distributions. */
  readonly delta: readonly Coefficient[] | null;
  readonly sigmaSquared: number;
  readonly gamma: number;
  /** Location of the truncated normal; null for other distributions. */
  readonly mu: number | null;
  /** sigmaSquared, gamma and mu again, with their standard errors. */
  readonly varianceParameters: readonly Coefficient[];
  readonly logLik: number;
  readonly aic: number;
  readonly bic: number;
  readonly ols: OlsSummary;
  readonly likelihoodRatio: { readonly statistic: number; readonly df: number; readonly pValue: number };
  readonly efficiency: TechnicalEfficiency;
  readonly meanEfficiency: number;
  /** Per input: mean elasticity and the number of observations at which it is negative. */
  readonly elasticities: readonly { readonly input: string; readonly mean: number; readonly negativeCount: number }[];
  readonly warnings: readonly FrontierWarning[];
};

export type FrontierFailure = {
  readonly status: "notConverged" | "singular" | "tooFewObservations";
  readonly n: number;
  readonly parameterCount: number;
  /** Null unless the regression itself could be computed. */
  readonly ols: OlsSummary | null;
  /** The model that a likelihood without optimum keeps rising towards, estimated in full, if it is one of ours. */
  readonly limit: FrontierFit | null;
  readonly warnings: readonly FrontierWarning[];
};

export type FrontierEstimate = FrontierFit | FrontierFailure;

/**
 * Stochastic frontier by maximum likelihood: `estimateFrontier(data: FrontierData, spec: FrontierSpec): FrontierEstimate`.
 *
 * Model: ln y = x'beta + v - u (production) or + u (cost), v normal, u >= 0 half-normal (Aigner, Lovell and Schmidt 1977),
 * exponential (Meeusen and van den Broeck 1977), truncated normal (Stevenson 1980) or with effects, u ~ N(z'delta, sigma_u²)
 * truncated at zero (Battese and Coelli 1995, pooled data). Parameters sigma² = sigma_u² + sigma_v² and gamma = sigma_u² /
 * sigma² (Battese and Corra 1977; for the exponential sigma_u is the mean of u). Efficiencies are E[exp(-u) | e] (Battese and
 * Coelli 1988) with conditional intervals (Horrace and Schmidt 1996).
 *
 * Data: columns of n finite numbers, in levels unless `columnsAlreadyInLogs`; a number whose logarithm is not finite after
 * the zero shift, or columns of unequal length, throw `RangeError`. Everything else is an outcome:
 *
 * - `converged`: the highest interior optimum; a higher boundary gamma = 1 is the warning `boundaryHasHigherLikelihood`;
 * - `gammaAtOne`: the likelihood rises to gamma = 1; coefficients and efficiencies of that limit, no standard errors;
 * - `wrongSkew`: it falls from gamma = 0; the coefficients of OLS, every efficiency 1 (Waldman 1982);
 * - `tooFewObservations`: n is not larger than the number of parameters;
 * - `singular`: a regressor is constant or a combination of others, or the regression leaves no residual;
 * - `notConverged`: no optimum with finite parameters exists (possible with a location parameter only).
 *
 * Deterministic and linear in n. The half-normal and exponential find every optimum without start values.
 */
export function estimateFrontier(data: FrontierData, spec: FrontierSpec): FrontierEstimate {
  const found = findOptimum(solveFrontier, data, spec);
  if ("status" in found) return found;
  const { ols, solved } = found;
  const summary = summariseOls(ols);
  if (solved.solution !== null) return describeFit(data, spec, ols, summary, solved, solved.solution);
  const limit =
    solved.limit === null
      ? null
      : describeFit(data, { ...spec, distribution: "exponential" }, ols, summary, solved, solved.limit);
  return {
    status: "notConverged",
    n: ols.design.dependent.length,
    parameterCount: countParameters(ols.design, data, spec),
    ols: summary,
    limit,
    warnings: [{ code: "weaklyIdentified", message: solved.weaknesses.join("; ") }],
  };
}

/** The first half of `estimateFrontier`: the regression and what the solver makes of it, not yet described. */
export function findOptimum(
  solve: FrontierSolver,
  data: FrontierData,
  spec: FrontierSpec,
): { readonly ols: FitByOls; readonly solved: SolvedFrontier } | FrontierFailure {
  const design = frontierDesign(data, spec);
  const n = design.dependent.length;
  const parameterCount = countParameters(design, data, spec);
  const failed = (status: "tooFewObservations" | "singular", message: string, ols: OlsSummary | null) => ({
    status,
    n,
    parameterCount,
    ols,
    limit: null,
    warnings: [{ code: status, message }],
  });
  if (n <= parameterCount) {
    const message = `${parameterCount} parameters need more than ${parameterCount} observations, got ${n}`;
    return failed("tooFewObservations", message, null);
  }
  const ols = fitByOls(design);
  if ("unfit" in ols) return failed("singular", describeUnfit(ols, design.names), null);
  const z = spec.distribution === "inefficiency-effects" ? (data.z ?? []) : [];
  const solved = solve(ols, z, spec.distribution);
  if (!("unfit" in solved)) return { ols, solved };
  return failed("singular", describeUnfit(solved, ["the constant", ...(data.zNames ?? [])]), summariseOls(ols));
}

/** Coefficients of the frontier, sigma² and gamma, and those of the location of inefficiency. */
function countParameters({ regressors }: FrontierDesign, data: FrontierData, spec: FrontierSpec): number {
  return regressors.length + 2 + locationNames(data, spec).length;
}

function describeFit(
  data: FrontierData,
  spec: FrontierSpec,
  ols: FitByOls,
  olsSummary: OlsSummary,
  { boundaryLogLik, weaknesses }: SolvedFrontier,
  solution: FrontierSolution,
): FrontierFit {
  const n = ols.standard.rowCount;
  const k = ols.coefficients.length;
  const parameterCount = countParameters(ols.design, data, spec);
  const { covariance } = solution;
  const d = k + 2 + solution.location.length;
  const errorOf = (position: number) => (covariance === null ? null : Math.sqrt(covariance[position * d + position]));
  const coefficients =
    solution.status === "wrongSkew"
      ? olsSummary.coefficients
      : ols.design.names.map((name, j) => coefficient(name, solution.coefficients[j], errorOf(j)));
  const varianceParameters = [
    coefficient("sigmaSquared", solution.sigmaSquared, errorOf(k)),
    coefficient("gamma", solution.gamma, errorOf(k + 1)),
  ];
  const locations = locationNames(data, spec).map((name, j) =>
    coefficient(name, solution.location[j] ?? 0, errorOf(k + 2 + j)),
  );
  const truncated = spec.distribution === "truncated-normal";
  const statistic = Math.max(0, 2 * (solution.logLik - olsSummary.logLik));
  const df = parameterCount - k - 1;
  const elasticities = summariseElasticities(data, spec, solution.coefficients);
  const fit = {
    status: solution.status,
    n,
    parameterCount,
    coefficients,
    delta: spec.distribution === "inefficiency-effects" ? locations : null,
    sigmaSquared: solution.sigmaSquared,
    gamma: solution.gamma,
    mu: truncated ? locations[0].estimate : null,
    varianceParameters: truncated ? [...varianceParameters, locations[0]] : varianceParameters,
    logLik: solution.logLik,
    aic: -2 * solution.logLik + 2 * parameterCount,
    bic: -2 * solution.logLik + parameterCount * ln(n),
    ols: olsSummary,
    likelihoodRatio: { statistic, df, pValue: mixedChiSquarePValue(statistic, df) },
    efficiency: solution.efficiency,
    meanEfficiency: meanOf(solution.efficiency.te),
    elasticities,
  };
  return { ...fit, warnings: collectWarnings(fit, ols, boundaryLogLik, weaknesses) };
}

function locationNames(data: FrontierData, spec: FrontierSpec): readonly string[] {
  if (spec.distribution === "truncated-normal") return ["mu"];
  if (spec.distribution === "inefficiency-effects") return ["(Intercept)", ...(data.zNames ?? [])];
  return [];
}

function summariseOls(ols: FitByOls): OlsSummary {
  const n = ols.standard.rowCount;
  const k = ols.coefficients.length;
  const errorVariance = (ols.residualScale * ols.residualScale * n) / (n - k);
  const coefficients = ols.design.names.map((name, j) => {
    let square = 0;
    for (let l = j; l < k; l++) square += ols.inverseOfR[j * k + l] * ols.inverseOfR[j * k + l];
    return coefficient(name, ols.coefficients[j], Math.sqrt((errorVariance * square) / n));
  });
  let cubes = 0;
  for (let i = 0; i < n; i++) cubes += ols.scaledResiduals[i] * ols.scaledResiduals[i] * ols.scaledResiduals[i];
  const residualSkewness = (ols.design.sign * cubes) / n;
  const statistic = residualSkewness / Math.sqrt(6 / n);
  return {
    coefficients,
    logLik: olsLogLikelihood(ols),
    residualSkewness,
    skewnessTest: { statistic, pValue: twoSidedNormalPValue(statistic), expectedSign: ols.design.sign === 1 ? -1 : 1 },
  };
}

function summariseElasticities(data: FrontierData, spec: FrontierSpec, coefficients: Float64Array) {
  if (spec.functionalForm === "cobb-douglas") {
    return data.inputNames.map((input, j) => {
      const elasticity = coefficients[1 + j];
      return { input, mean: elasticity, negativeCount: elasticity < 0 ? data.output.length : 0 };
    });
  }
  return translogElasticities(logVariables(data, spec).inputs, coefficients).map((values, j) => ({
    input: data.inputNames[j],
    mean: meanOf(values),
    negativeCount: values.filter((value) => value < 0).length,
  }));
}

function coefficient(name: string, estimate: number, standardError: number | null): Coefficient {
  if (standardError === null || !(standardError > 0))
    return { name, estimate, standardError: null, z: null, pValue: null };
  const z = estimate / standardError;
  return { name, estimate, standardError, z, pValue: twoSidedNormalPValue(z) };
}

function describeUnfit(unfit: UnfitDesign, names: readonly string[]): string {
  if (unfit.unfit === "exact")
    return "the regressors explain the dependent variable exactly: there is no error to divide";
  return `${names[unfit.column]} is constant or a combination of the regressors before it: its coefficient does not exist`;
}
