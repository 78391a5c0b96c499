import type { FrontierEstimate, FrontierFit } from "#estimators/frontier.ts";

/** An estimate as the command line's JSON: one row per observation, and null for what the status leaves undefined. */
export function frontierDocument(estimate: FrontierEstimate, ids: readonly string[]) {
  if (isFit(estimate)) return { ...fitDocument(estimate, ids), status: estimate.status };
  const { limit } = estimate;
  return {
    status: estimate.status,
    n: estimate.n,
    parameterCount: estimate.parameterCount,
    delta: null,
    coefficients: limit?.coefficients ?? null,
    sigmaSquared: null,
    gamma: null,
    mu: null,
    varianceParameters: null,
    logLik: limit?.logLik ?? null,
    aic: null,
    bic: null,
    ols: estimate.ols,
    likelihoodRatio: null,
    elasticities: limit?.elasticities ?? null,
    efficiency: limit === null ? null : efficiencyRows(limit, ids),
    meanEfficiency: limit?.meanEfficiency ?? null,
    warnings: estimate.warnings,
  };
}

export function isFit(estimate: FrontierEstimate): estimate is FrontierFit {
  return "logLik" in estimate;
}

function fitDocument(fit: FrontierFit, ids: readonly string[]) {
  const { status, n, parameterCount, delta, mu, efficiency: _, ...rest } = fit;
  return {
    status,
    n,
    parameterCount,
    ...(delta === null ? {} : { delta }),
    ...rest,
    ...(mu === null ? {} : { mu }),
    efficiency: efficiencyRows(fit, ids),
  };
}

/** `gap` is what is missing to the frontier, 1 - te. */
function efficiencyRows(fit: FrontierFit, ids: readonly string[]) {
  const { te, lower, upper } = fit.efficiency;
  return ids.map((id, row) => ({
    id,
    te: te[row],
    gap: 1 - te[row],
    lower: lower?.[row] ?? null,
    upper: upper?.[row] ?? null,
  }));
}
