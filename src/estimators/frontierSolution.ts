import type { FitByOls } from "./frontierDesign.ts";
import type { FrontierParameters } from "./frontierInformation.ts";
import type { FrontierOptima, InefficiencyDistribution } from "./frontierSearch.ts";
import type { TechnicalEfficiency } from "./technicalEfficiency.ts";
import { exp } from "#domain/portableMath.ts";
import { coefficientsAt, covarianceAt, errorsAt, parametersAt } from "./frontierInformation.ts";
import { conditionalInefficiency, efficienciesOf, pointEfficiencies } from "./technicalEfficiency.ts";

/** The optimum that is reported, in numbers without names. */
export type FrontierSolution = FrontierParameters & {
  readonly status: "converged" | "gammaAtOne" | "wrongSkew";
  readonly logLik: number;
  /** Covariance of (coefficients, sigma², gamma, then the location parameters); null where standard errors do not exist. */
  readonly covariance: Float64Array | null;
  /** mu, or the effects on inefficiency; empty for the distributions without a location. */
  readonly location: Float64Array;
  readonly efficiency: TechnicalEfficiency;
};

/**
 * Which optimum is reported, with covariance and intervals of the efficiencies if there is to be inference: an interior one
 * (0 < gamma < 1) if there is any, the highest; without one OLS if the likelihood falls from gamma = 0 (wrong skew), and the
 * deterministic frontier if it rises all the way to gamma = 1. Under wrong skew an interior optimum counts only if it is
 * higher than OLS, which is the highest point around it.
 */
export function reportedSolution(
  ols: FitByOls,
  optima: FrontierOptima,
  distribution: InefficiencyDistribution,
  withInference: boolean,
): FrontierSolution | null {
  const best = optima.interior[0];
  if (best !== undefined && (!optima.fallsFromOls || best.logLik >= optima.olsLogLik)) {
    const parameters = parametersAt(ols, best.point, distribution.scale);
    const inefficiency = conditionalInefficiency(errorsAt(ols, best.point.theta), {
      ...parameters,
      location: distribution.scale === "sigma" ? 0 : null,
    });
    return {
      status: "converged",
      ...parameters,
      logLik: best.logLik,
      covariance: withInference ? covarianceAt(ols, distribution.density, best.point, distribution.scale) : null,
      location: new Float64Array(0),
      efficiency: withInference ? efficienciesOf(inefficiency) : pointEfficiencies(inefficiency),
    };
  }
  if (optima.fallsFromOls) return olsSolution(ols, optima.olsLogLik);
  if (optima.boundary === null || optima.boundaryLogLik === null) return null;
  const unit = ols.residualScale;
  return {
    status: "gammaAtOne",
    coefficients: coefficientsAt(ols, unit, optima.boundary.departure),
    sigmaSquared: optima.boundary.sigmaSquared * unit * unit,
    gamma: 1,
    lambda: Number.POSITIVE_INFINITY,
    logLik: optima.boundaryLogLik,
    covariance: null,
    location: new Float64Array(0),
    efficiency: { te: optima.boundary.inefficiency.map((u) => exp(-u * unit)), lower: null, upper: null },
  };
}

/** The regression without inefficiency: gamma 0, every efficiency 1, the covariance of ordinary least squares. */
export function olsSolution(ols: FitByOls, logLik: number): FrontierSolution {
  const n = ols.standard.rowCount;
  return {
    status: "wrongSkew",
    coefficients: ols.coefficients,
    sigmaSquared: ols.residualScale * ols.residualScale,
    gamma: 0,
    lambda: 0,
    logLik,
    covariance: null,
    location: new Float64Array(0),
    efficiency: { te: new Float64Array(n).fill(1), lower: null, upper: null },
  };
}
