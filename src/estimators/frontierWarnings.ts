import type { FrontierFit } from "./frontier.ts";
import type { FitByOls } from "./frontierDesign.ts";

export type FrontierWarning = {
  readonly code:
    | "boundaryHasHigherLikelihood"
    | "gammaAtOne"
    | "wrongSkew"
    | "inefficiencyNotSignificant"
    | "negativeElasticity"
    | "varianceInflation"
    | "weaklyIdentified"
    | "fewObservations"
    | "zeroShift"
    | "tooFewObservations"
    | "singular"
    | "notConverged";
  readonly message: string;
};

/** Observations per parameter below which estimates of a frontier are not to be trusted on their own. */
const fewPerParameter = 10;
const largestVarianceInflation = 10;

/** What a reader must know before believing a fit; the order is that of importance. */
export function collectWarnings(
  fit: Omit<FrontierFit, "warnings">,
  ols: FitByOls,
  boundaryLogLik: number | null,
  weaknesses: readonly string[],
): FrontierWarning[] {
  return [
    ...statusWarnings(fit),
    ...boundaryWarning(fit, boundaryLogLik),
    ...weaknesses.map(
      (message): FrontierWarning => ({ code: "weaklyIdentified", message: `weakly identified: ${message}` }),
    ),
    ...significanceWarning(fit),
    ...elasticityWarnings(fit),
    ...inflationWarnings(ols),
    ...sampleWarning(fit),
  ];
}

function statusWarnings(fit: Omit<FrontierFit, "warnings">): FrontierWarning[] {
  if (fit.status === "gammaAtOne") {
    // with a location the limit is approached, not reached, so 1 has a margin
    const carriers = fit.efficiency.te.filter((te) => te > 0.9999).length;
    const message = `the likelihood rises to gamma = 1: no noise is left, and the frontier runs through ${carriers} observations, which have efficiency 1 by construction; standard errors and conditional intervals do not exist there`;
    return [{ code: "gammaAtOne", message }];
  }
  if (fit.status === "wrongSkew") {
    const message = `the residuals of least squares lean the wrong way (skewness ${round(fit.ols.residualSkewness)}): no inefficiency can be seen; without any inefficiency this happens in half of all samples`;
    return [{ code: "wrongSkew", message }];
  }
  return [];
}

function boundaryWarning(fit: Omit<FrontierFit, "warnings">, boundaryLogLik: number | null): FrontierWarning[] {
  if (fit.status === "gammaAtOne" || boundaryLogLik === null || !(boundaryLogLik > fit.logLik)) return [];
  const message = `the boundary gamma = 1 has a higher log-likelihood, ${boundaryLogLik.toFixed(7)}, than the reported optimum, ${fit.logLik.toFixed(7)}`;
  return [{ code: "boundaryHasHigherLikelihood", message }];
}

function significanceWarning(fit: Omit<FrontierFit, "warnings">): FrontierWarning[] {
  const { statistic, pValue } = fit.likelihoodRatio;
  if (fit.status === "wrongSkew" || !(pValue > 0.1)) return [];
  const message = `inefficiency cannot be told from noise: likelihood ratio ${round(statistic)}, p-value ${round(pValue)}`;
  return [{ code: "inefficiencyNotSignificant", message }];
}

function elasticityWarnings(fit: Omit<FrontierFit, "warnings">): FrontierWarning[] {
  return fit.elasticities
    .filter((elasticity) => elasticity.negativeCount > 0)
    .map(({ input, mean, negativeCount }) => ({
      code: "negativeElasticity",
      message: `the elasticity of ${input} is negative at ${negativeCount} of ${fit.n} observations (mean ${round(mean)})`,
    }));
}

/** Variance inflation: how many times collinearity multiplies the variance of a coefficient. */
function inflationWarnings(ols: FitByOls): FrontierWarning[] {
  const { regressors, names } = ols.design;
  const n = ols.standard.rowCount;
  const k = regressors.length;
  return regressors.flatMap((column, j): FrontierWarning[] => {
    if (j === 0) return [];
    let mean = 0;
    for (let i = 0; i < n; i++) mean += column[i] / n;
    let variance = 0;
    for (let i = 0; i < n; i++) variance += ((column[i] - mean) * (column[i] - mean)) / n;
    let inverse = 0;
    for (let l = j; l < k; l++) inverse += ols.inverseOfR[j * k + l] * ols.inverseOfR[j * k + l];
    if (!(variance * inverse > largestVarianceInflation)) return [];
    const message = `the other regressors nearly determine ${names[j]}: variance inflation ${round(variance * inverse)}`;
    return [{ code: "varianceInflation", message }];
  });
}

function sampleWarning(fit: Omit<FrontierFit, "warnings">): FrontierWarning[] {
  if (fit.n >= fewPerParameter * fit.parameterCount) return [];
  const message = `${fit.n} observations for ${fit.parameterCount} parameters (${round(fit.n / fit.parameterCount)} per parameter)`;
  return [{ code: "fewObservations", message }];
}

function round(value: number): string {
  return String(Number(value.toPrecision(4)));
}
