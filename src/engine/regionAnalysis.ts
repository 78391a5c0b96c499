import type { FrontierModel } from "#domain/runResult.ts";
import type { ClusterEstimate } from "#estimators/clusters.ts";
import { estimateClusters } from "#estimators/clusters.ts";
import { bootstrapFrontier } from "#estimators/frontierBootstrap.ts";
import { observationsFromColumns } from "#estimators/observations.ts";
import { standardise } from "#estimators/standardise.ts";
import { FRONTIER_SPEC, frontierDataOf } from "./reestimate.ts";

/** The study's own choice (table 22), and as many as the rules for k look at. */
export const STUDY_K = 3;
const LARGEST_K = 8;
const GAP_REPLICATES = 50;

export type RegionClusters = ClusterEstimate & {
  /** k by the gap statistic with reference sets drawn column by column; `suggestedK.gap` draws along the principal axes. */
  readonly gapInColumns: number | null;
  /** Regions x indicators, each column with mean 0 and standard deviation 1. */
  readonly standardised: Float64Array;
};

/**
 * Regions grouped by their standardised indicators as in the study: k-means with k clusters, a tree (Ward), principal
 * components, and what elbow, silhouette and gap statistic choose. One array of regions per indicator.
 */
export function clusterRegions(columns: readonly Float64Array[], k: number): RegionClusters {
  const table = observationsFromColumns(columns);
  const options = {
    standardise: true,
    method: "k-means",
    k,
    linkage: "ward.D2",
    maxK: LARGEST_K,
    gapReplicates: GAP_REPLICATES,
    gapPower: 1,
    seed: "regions",
  } as const;
  const estimate = estimateClusters(table, { ...options, gapReference: "scaledPCA" });
  const inColumns = estimateClusters(table, { ...options, gapReference: "original" });
  const { observations } = standardise(table);
  return { ...estimate, gapInColumns: inColumns.suggestedK.gap, standardised: observations.values };
}

/**
 * How often chance alone gives a likelihood ratio against "no inefficiency" as large as in this year's observed values
 * (parametric bootstrap); null where the model has no estimate.
 */
export function noInefficiencyChance(regional: Float64Array, model: FrontierModel, replicates: number): number | null {
  const data = frontierDataOf({ regional }, model);
  return bootstrapFrontier(data, FRONTIER_SPEC, replicates, `year/${model}`)?.likelihoodRatioPValue ?? null;
}
