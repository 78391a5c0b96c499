import type { FrontierModel, FrontierYear } from "#domain/runResult.ts";

const MODELS: readonly FrontierModel[] = ["M1", "M2"];
const STATUSES: readonly FrontierYear["status"][] = [
  "converged",
  "gammaAtOne",
  "wrongSkew",
  "notConverged",
  "singular",
  "tooFewObservations",
];
/** Status, logLik, gamma, sigmaSquared, mean efficiency, number of coefficients, then room for the coefficients. */
const HEAD = 6;
const MOST_COEFFICIENTS = 6;
const FIRST_EFFICIENCY = HEAD + MOST_COEFFICIENTS;

/**
 * The estimates of a future as numbers, so that they cross threads by transfer: years x models x (head, coefficients,
 * efficiency by region). What an estimate leaves open is NaN here and null outside.
 */
export function createFrontierColumns(years: number, regions: number): Float64Array {
  return new Float64Array(years * MODELS.length * (FIRST_EFFICIENCY + regions)).fill(Number.NaN);
}

/** Writes the estimates of year number `t`. */
export function packEstimates(
  into: Float64Array,
  t: number,
  regions: number,
  estimates: readonly FrontierYear[],
): void {
  for (const { model, status, logLik, gamma, sigmaSquared, meanEfficiency, coefficients, efficiency } of estimates) {
    const row = rowOf(into, t, model, regions);
    row[0] = STATUSES.indexOf(status);
    [logLik, gamma, sigmaSquared, meanEfficiency].forEach((value, k) => {
      row[1 + k] = value ?? Number.NaN;
    });
    row[HEAD - 1] = coefficients.length;
    coefficients.forEach(({ estimate }, k) => {
      row[HEAD + k] = estimate;
    });
    for (let r = 0; r < regions; r++) row[FIRST_EFFICIENCY + r] = efficiency[r] ?? Number.NaN;
  }
}

/** What `packEstimates` wrote for a model, without the names of the coefficients and the reason. */
export function estimateOf(packed: Float64Array, t: number, model: FrontierModel, regions: number) {
  const row = rowOf(packed, t, model, regions);
  return {
    status: STATUSES[row[0]],
    logLik: known(row[1]),
    gamma: known(row[2]),
    sigmaSquared: known(row[3]),
    meanEfficiency: known(row[4]),
    coefficients: Array.from(row.subarray(HEAD, HEAD + row[HEAD - 1])),
  };
}

/** Efficiency of a region, or (null) their mean; null where the estimate says nothing. */
export function estimatedEfficiency(
  packed: Float64Array,
  t: number,
  model: FrontierModel,
  regions: number,
  region: number | null,
): number | null {
  const row = rowOf(packed, t, model, regions);
  return known(region === null ? row[4] : row[FIRST_EFFICIENCY + region]);
}

function rowOf(packed: Float64Array, t: number, model: FrontierModel, regions: number): Float64Array {
  const size = FIRST_EFFICIENCY + regions;
  const at = (t * MODELS.length + MODELS.indexOf(model)) * size;
  return packed.subarray(at, at + size);
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
