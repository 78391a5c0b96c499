import type { StudyData, T18Column } from "#domain/studyData.ts";
import type { FrontierEstimate, FrontierFit } from "#estimators/frontier.ts";
import type { FrontierBootstrap } from "#estimators/frontierBootstrap.ts";
import type { FrontierJackknife } from "#estimators/frontierJackknife.ts";
import type { FrontierData, FrontierSpec } from "#estimators/frontierVariables.ts";
import type { ReplicationNote } from "./replicationNotes.ts";
import type { ReplicationRow } from "./replicationRow.ts";
import { estimateFrontier } from "#estimators/frontier.ts";
import { bootstrapFrontier } from "#estimators/frontierBootstrap.ts";
import { jackknifeFrontier } from "#estimators/frontierJackknife.ts";
import { rankCorrelation } from "#estimators/rankCorrelation.ts";
import { numberRow } from "./replicationRow.ts";

export type StudyModel = "M1" | "M2";
type Fitted = { readonly fit: FrontierFit; readonly bootstrap: FrontierBootstrap };
export type FrontierReplication = {
  readonly models: Readonly<Record<StudyModel, Fitted>>;
  /** M1 without each region in turn. */
  readonly jackknife: FrontierJackknife;
};

const models: readonly StudyModel[] = ["M1", "M2"];

/** Both published frontiers (half-normal Cobb-Douglas of the digital output) at the maximum of their likelihood. */
export function replicateFrontiers(data: StudyData, bootstrapReplicates: number): FrontierReplication {
  const spec = specOf(data);
  const fitted = (model: StudyModel): Fitted => {
    const fit = fitStudyFrontier(data, model, []);
    const bootstrap = bootstrapFrontier(variablesOf(data, model), spec, bootstrapReplicates, `replication/${model}`);
    if (!("coefficients" in fit) || bootstrap === null)
      throw new Error(`${model} must have an estimate, got ${fit.status}`);
    return { fit, bootstrap };
  };
  return {
    models: { M1: fitted("M1"), M2: fitted("M2") },
    jackknife: jackknifeFrontier(variablesOf(data, "M1"), spec),
  };
}

/** A frontier of the study on all its regions but those left out (indices in region order): how to break a result. */
export function fitStudyFrontier(data: StudyData, model: StudyModel, left: readonly number[]): FrontierEstimate {
  const variables = variablesOf(data, model);
  const rest = (column: Float64Array) => column.filter((_, i) => !left.includes(i));
  return estimateFrontier(
    { ...variables, output: rest(variables.output), inputs: variables.inputs.map(rest) },
    specOf(data),
  );
}

/** Tables 32 and 33 (M1), 34 and 35 (M2). */
export function frontierRows(data: StudyData, replication: FrontierReplication): ReplicationRow[] {
  const notMaximum = m1NotMaximum(data, replication);
  const { M1, M2 } = data.published.sfa;
  return [
    ...coefficientRows(data, replication, notMaximum),
    ...fitRows("32", M1, replication.models.M1, notMaximum, notMaximum),
    ...efficiencyRows("33", data, "M1", replication, notMaximum),
    ...fitRows(
      "34",
      M2,
      replication.models.M2,
      { id: "singlePrecisionPi", values: {} },
      notDistinguishable("M2", replication),
    ),
    ...efficiencyRows("35", data, "M2", replication, null),
    rankCorrelationRow(data, replication),
  ];
}

/** What the comparison shows beyond single cells. */
export function frontierFindings(data: StudyData, replication: FrontierReplication): ReplicationNote[] {
  const { M1, M2 } = replication.models;
  return [
    m1NotMaximum(data, replication),
    ...models.map((model) => notDistinguishable(model, replication)),
    dropOneRegion(data, replication),
    {
      id: "olsPreferred",
      values: {
        // A regression has one variance parameter, the frontier two.
        ols: (2 * (M2.fit.parameterCount - 1) - 2 * M2.fit.ols.logLik).toFixed(2),
        m1: M1.fit.aic.toFixed(2),
        m2: M2.fit.aic.toFixed(2),
      },
    },
    negativeElasticities(replication),
  ];
}

function specOf({ published }: StudyData): FrontierSpec {
  return {
    frontier: "production",
    functionalForm: "cobb-douglas",
    distribution: "half-normal",
    zeroShift: published.sfa.log_shift_epsilon,
  };
}

/** Digital output is manufacturing output times the share of users, formula 5 of the study. */
function variablesOf({ t18, published }: StudyData, model: StudyModel): FrontierData {
  const { regressors } = published.sfa[model];
  return {
    output: t18.manuf_output.map((output, i) => (output * t18.digital_tech_use_share[i]) / 100),
    inputs: regressors.map((name) => t18[name as T18Column]),
    inputNames: regressors,
  };
}

function coefficientRows(
  data: StudyData,
  { models }: FrontierReplication,
  notMaximum: ReplicationNote,
): ReplicationRow[] {
  const { fit } = models.M1;
  const computed = [...fit.coefficients, ...fit.varianceParameters];
  const nameOf = (key: string) =>
    key === "const" ? "(Intercept)" : key === "sigmaSq" ? "sigmaSquared" : key === "gamma" ? "gamma" : `ln_${key}`;
  return Object.entries(data.published.sfa.M1.table32 ?? {}).flatMap(([key, [estimate, standardError, z, p]]) => {
    const own = computed.find(({ name }) => name === nameOf(key))!;
    const noErrors = { id: "m1NoStandardErrors", values: {} } as const;
    return [
      numberRow("32", `${key} estimate`, estimate, own.estimate, 3, notMaximum),
      numberRow("32", `${key} standard error`, standardError, own.standardError, 3, noErrors),
      numberRow("32", `${key} z`, z, own.z, 3, noErrors),
      numberRow("32", `${key} p`, p, own.pValue, 3, noErrors),
    ];
  });
}

/** Five decimals of the likelihoods allow for R's single-precision pi, seven of the mean for the end of its search. */
function fitRows(
  table: string,
  published: { readonly logLik: number; readonly AIC: number; readonly BIC: number; readonly mean_TE: number },
  { fit }: Fitted,
  likelihoodNote: ReplicationNote,
  meanNote: ReplicationNote,
): ReplicationRow[] {
  return [
    numberRow(table, "log-likelihood", published.logLik, fit.logLik, 5, likelihoodNote),
    numberRow(table, "AIC", published.AIC, fit.aic, 5, likelihoodNote),
    numberRow(table, "BIC", published.BIC, fit.bic, 5, likelihoodNote),
    numberRow(table, "mean efficiency", published.mean_TE, fit.meanEfficiency, 7, meanNote),
  ];
}

function efficiencyRows(
  table: string,
  data: StudyData,
  model: StudyModel,
  { models }: FrontierReplication,
  note: ReplicationNote | null,
): ReplicationRow[] {
  return data.regions.map(({ id }, i) =>
    numberRow(
      table,
      `${id} efficiency, percent`,
      data.published.sfa[model].TE_percent[id],
      100 * models[model].fit.efficiency.te[i],
      1,
      note,
    ),
  );
}

function rankCorrelationRow({ regions, published }: StudyData, { models }: FrontierReplication): ReplicationRow {
  // Two efficiencies of M2 are printed alike: the order of the printed rows tells their ranks.
  const printedRanks = (model: StudyModel) =>
    regions.map(({ id }) => Object.keys(published.sfa[model].TE_percent).indexOf(id));
  const computed = rankCorrelation(models.M1.fit.efficiency.te, models.M2.fit.efficiency.te);
  return numberRow("35", "rank correlation of M1 and M2", published.sfa.spearman_M1_M2, computed, 3, {
    id: "rankCorrelation",
    values: {
      printed: rankCorrelation(printedRanks("M1"), printedRanks("M2")).toFixed(3),
      computed: computed.toFixed(3),
    },
  });
}

function m1NotMaximum({ regions, published }: StudyData, { models }: FrontierReplication): ReplicationNote {
  const { fit } = models.M1;
  const { logLik, TE_percent } = published.sfa.M1;
  const changes = regions.map(({ id }, i) => ({ id, from: TE_percent[id], to: 100 * fit.efficiency.te[i] }));
  const largest = changes.reduce((most, next) =>
    Math.abs(next.to - next.from) > Math.abs(most.to - most.from) ? next : most,
  );
  return {
    id: "m1NotMaximum",
    values: {
      published: logLik.toFixed(4),
      maximum: fit.logLik.toFixed(4),
      region: largest.id,
      from: largest.from.toFixed(1),
      to: largest.to.toFixed(1),
      carriers: fit.efficiency.te.filter((te) => te === 1).length,
    },
  };
}

function notDistinguishable(model: StudyModel, { models }: FrontierReplication): ReplicationNote {
  const { fit, bootstrap } = models[model];
  return {
    id: "notDistinguishable",
    values: {
      model,
      statistic: fit.likelihoodRatio.statistic.toFixed(2),
      asymptotic: fit.likelihoodRatio.pValue.toFixed(3),
      bootstrap: bootstrap.likelihoodRatioPValue.toFixed(2),
      replicates: bootstrap.replicates,
      lower: bootstrap.meanEfficiency.lower.toFixed(2),
      upper: bootstrap.meanEfficiency.upper.toFixed(2),
    },
  };
}

function dropOneRegion({ regions }: StudyData, { models, jackknife }: FrontierReplication): ReplicationNote {
  const without = jackknife.without.flatMap(({ gamma, meanEfficiency }, i) =>
    gamma === null || meanEfficiency === null ? [] : [{ region: regions[i].id, gamma, meanEfficiency }],
  );
  const lowest = without.reduce((least, next) => (next.gamma < least.gamma ? next : least));
  return {
    id: "dropOneRegion",
    values: {
      region: lowest.region,
      gamma: lowest.gamma.toFixed(3),
      meanEfficiency: lowest.meanEfficiency.toFixed(3),
      allGamma: models.M1.fit.gamma.toFixed(3),
      allMeanEfficiency: models.M1.fit.meanEfficiency.toFixed(3),
    },
  };
}

function negativeElasticities(replication: FrontierReplication): ReplicationNote {
  const list = models.flatMap((model) =>
    replication.models[model].fit.elasticities
      .filter(({ mean }) => mean < 0)
      .map(({ input, mean }) => `${input} ${mean.toFixed(3)} in ${model}`),
  );
  return { id: "negativeElasticities", values: { list: list.join(", ") } };
}
