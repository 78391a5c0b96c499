import type { FrontierModel, FrontierYear } from "#domain/runResult.ts";
import type { RegionalIndicatorId } from "#domain/indicators.ts";
import type { FrontierData, FrontierSpec } from "#estimators/frontierVariables.ts";
import type { Observation } from "./observe.ts";
import { regionalColumn } from "#domain/runResult.ts";
import { fixedFrontierEfficiencies } from "#estimators/fixedFrontier.ts";
import { findOptimum } from "#estimators/frontier.ts";
import { solveHalfNormal } from "#estimators/solveFrontier.ts";
import { sum } from "./agents.ts";

/** Inputs of the study's two models (published-results.json); shares enter in percent, as published. */
const INPUTS: Record<FrontierModel, readonly RegionalIndicatorId[]> = {
  M1: ["ict_investments", "innovation_expenditure", "ict_specialists_per1000", "fixed_capital_industry"],
  M2: [
    "ict_investments",
    "innovation_expenditure",
    "ict_specialists_per1000",
    "fixed_capital_industry",
    "cloud_use_share",
  ],
};

export const FRONTIER_MODELS: readonly FrontierModel[] = ["M1", "M2"];

/** Names of the coefficients, as the estimator gives them. */
export function coefficientNames(model: FrontierModel): readonly string[] {
  return ["(Intercept)", ...INPUTS[model].map((id) => `ln_${id}`)];
}

export const FRONTIER_SPEC: FrontierSpec = {
  frontier: "production",
  functionalForm: "cobb-douglas",
  distribution: "half-normal",
  columnsAlreadyInLogs: false,
  zeroShift: 1e-6,
};

/**
 * Frontier efficiency of a year from its observed values alone: the fixed frontier goes into the column
 * `efficiency_fixed`, M1 and M2 are estimated anew by maximum likelihood (SPEC.md, Y12).
 */
export function reestimate(
  observation: Observation,
  models: readonly FrontierModel[] = FRONTIER_MODELS,
): FrontierYear[] {
  const { regional, regions } = observation;
  const column = (id: RegionalIndicatorId) => regionalColumn(regional, id);
  column("efficiency_fixed").set(
    fixedFrontierEfficiencies(
      column("digital_output"),
      column("ict_specialists_per1000"),
      column("fixed_capital_industry"),
    ),
  );
  return models.map((model) => {
    const { output, inputs } = frontierDataOf(observation, model);
    return estimateOnce(`${model}/${observation.year}`, model, output, inputs, regions);
  });
}

/** Output and inputs of a study model as they are observed in a year; shares in percent, as published. */
export function frontierDataOf(
  { regional }: Pick<Observation, "regional">,
  model: FrontierModel,
): FrontierData & { readonly output: Float64Array; readonly inputs: readonly Float64Array[] } {
  const column = (id: RegionalIndicatorId) => regionalColumn(regional, id);
  return {
    output: column("digital_output"),
    inputs: INPUTS[model].map((id) => (id === "cloud_use_share" ? column(id).map((share) => 100 * share) : column(id))),
    inputNames: INPUTS[model],
  };
}

type Estimated = { readonly columns: readonly Float64Array[]; readonly result: FrontierYear };

/**
 * The last estimate of every model and year. Plans on one future are equal until they part, so the next plan often asks for
 * the same estimate again; the same columns, to the last bit, have the same answer.
 */
const lastEstimates = new Map<string, Estimated>();

function estimateOnce(
  key: string,
  model: FrontierModel,
  output: Float64Array,
  inputs: readonly Float64Array[],
  regions: number,
): FrontierYear {
  const columns = [output, ...inputs];
  const last = lastEstimates.get(key);
  if (last?.columns.every((column, k) => column.every((value, r) => value === columns[k][r]))) return last.result;
  const result = estimateYear(model, output, inputs, regions);
  lastEstimates.set(key, { columns: columns.map((column) => column.slice()), result });
  return result;
}

function estimateYear(
  model: FrontierModel,
  output: Float64Array,
  inputs: readonly Float64Array[],
  regions: number,
): FrontierYear {
  const data = { output, inputs, inputNames: INPUTS[model] };
  const found = findOptimum(solveHalfNormal, data, FRONTIER_SPEC);
  if ("status" in found || found.solved.solution === null) {
    return {
      model,
      status: "status" in found ? found.status : "notConverged",
      reason: "status" in found ? found.warnings[0].message : found.solved.weaknesses.join("; "),
      logLik: null,
      gamma: null,
      sigmaSquared: null,
      coefficients: [],
      meanEfficiency: null,
      efficiency: Array.from({ length: regions }, () => null),
    };
  }
  const { status, logLik, gamma, sigmaSquared, coefficients, efficiency } = found.solved.solution;
  return {
    model,
    status,
    reason: status === "converged" ? null : REASONS[status],
    logLik,
    gamma,
    sigmaSquared,
    coefficients: found.ols.design.names.map((name, j) => ({ name, estimate: coefficients[j] })),
    meanEfficiency: sum(efficiency.te) / regions,
    efficiency: Array.from(efficiency.te),
  };
}

const REASONS = {
  gammaAtOne: "no noise is left: a deterministic frontier through some regions, which have 100 % by construction",
  wrongSkew: "the residuals lean the wrong way: no inefficiency can be seen",
};
