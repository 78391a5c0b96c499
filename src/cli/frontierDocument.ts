import type { FrontierEstimate, FrontierFit } from "#estimators/frontier.ts";
import type { FrontierBootstrap } from "#estimators/frontierBootstrap.ts";
import type { GammaProfile } from "#estimators/frontierGammaProfile.ts";
import type { FrontierJackknife } from "#estimators/frontierJackknife.ts";
import type { FrontierWarning } from "#estimators/frontierWarnings.ts";
import type { ShiftedEstimate } from "#estimators/frontierZeroShift.ts";

/** What is computed around an estimate to show how far it can be believed; null where it was not asked for or not defined. */
export type FrontierSurroundings = {
  readonly bootstrap: FrontierBootstrap | null;
  readonly jackknife: FrontierJackknife | null;
  readonly gammaProfile: GammaProfile | null;
  readonly otherShifts: readonly ShiftedEstimate[] | null;
};

export type FrontierDocument = ReturnType<typeof frontierDocument>;

/** An estimate as the command line's JSON: one row per observation, and null for what the status leaves undefined. */
export function frontierDocument(
  estimate: FrontierEstimate,
  ids: readonly string[],
  { bootstrap, jackknife, gammaProfile, otherShifts }: FrontierSurroundings,
) {
  const fit = "logLik" in estimate ? estimate : null;
  // without an optimum, coefficients and efficiencies are those of the model that the likelihood tends to
  const shown = fit ?? ("limit" in estimate ? estimate.limit : null);
  return {
    status: estimate.status,
    n: estimate.n,
    parameterCount: estimate.parameterCount,
    ...(fit?.delta == null ? {} : { delta: fit.delta }),
    coefficients: shown?.coefficients ?? null,
    sigmaSquared: fit?.sigmaSquared ?? null,
    gamma: fit?.gamma ?? null,
    ...(fit?.mu == null ? {} : { mu: fit.mu }),
    varianceParameters: fit?.varianceParameters ?? null,
    logLik: shown?.logLik ?? null,
    aic: fit?.aic ?? null,
    bic: fit?.bic ?? null,
    ols: estimate.ols,
    likelihoodRatio:
      fit === null
        ? null
        : {
            ...fit.likelihoodRatio,
            ...(bootstrap === null ? {} : { bootstrapPValue: bootstrap.likelihoodRatioPValue }),
          },
    elasticities: shown?.elasticities ?? null,
    efficiency: shown === null ? null : efficiencyRows(shown, ids),
    meanEfficiency: shown?.meanEfficiency ?? null,
    warnings: [...estimate.warnings, ...surroundingWarnings(bootstrap, otherShifts)],
    ...(gammaProfile === null ? {} : { gammaProfile }),
    ...(otherShifts === null ? {} : { zeroShifts: otherShifts }),
    ...(bootstrap === null ? {} : { bootstrap: bootstrapRows(bootstrap, ids) }),
    ...(jackknife === null ? {} : { jackknife: jackknifeRows(jackknife, ids) }),
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

function bootstrapRows({ efficiency, rank, ...rest }: FrontierBootstrap, ids: readonly string[]) {
  return { ...rest, rows: ids.map((id, row) => ({ id, te: efficiency[row], rank: rank?.[row] ?? null })) };
}

function jackknifeRows({ without, rank }: FrontierJackknife, ids: readonly string[]) {
  return ids.map((id, row) => ({ left: id, ...without[row], rank: rank[row] }));
}

function surroundingWarnings(
  bootstrap: FrontierBootstrap | null,
  otherShifts: readonly ShiftedEstimate[] | null,
): FrontierWarning[] {
  const warnings: FrontierWarning[] = [];
  if (bootstrap !== null && bootstrap.likelihoodRatioPValue > 0.1) {
    const share = bootstrap.likelihoodRatioPValue.toFixed(3);
    const message = `not distinguishable from no inefficiency: ${share} of samples without any give a likelihood ratio as large`;
    warnings.push({ code: "inefficiencyNotSignificant", message });
  }
  const means = (otherShifts ?? []).flatMap(({ meanEfficiency }) => (meanEfficiency === null ? [] : [meanEfficiency]));
  if (otherShifts !== null && (Math.max(...means) - Math.min(...means) > 0.01 || means.length < otherShifts.length)) {
    const results = otherShifts.map(
      ({ zeroShift, status, meanEfficiency }) =>
        `${zeroShift}: ${status}, mean efficiency ${meanEfficiency?.toFixed(4) ?? "none"}`,
    );
    warnings.push({ code: "zeroShift", message: `the result depends on the zero shift (${results.join("; ")})` });
  }
  return warnings;
}
