import type { GapAtK, GapReference, GapRules } from "./gapStatistic.ts";
import type { HierarchicalTree, Linkage } from "./hierarchicalTree.ts";
import type { Observations } from "./observations.ts";
import type { PrincipalComponents } from "./principalComponents.ts";
import seedrandom from "seedrandom";
import { gapRules, gapStatistic } from "./gapStatistic.ts";
import { cutTree, hierarchicalRowLimit, hierarchicalTree } from "./hierarchicalTree.ts";
import { clusterMeans, kMeans, withinSumOfSquares } from "./kMeans.ts";
import { principalComponents } from "./principalComponents.ts";
import { meanSilhouettes, silhouetteRowLimit } from "./silhouette.ts";
import { isConstant, standardise } from "./standardise.ts";

export type ClusterOptions = {
  readonly standardise: boolean;
  readonly method: "k-means" | "hierarchical";
  /** "auto" takes the number that the silhouette suggests, or the elbow where there is no silhouette. */
  readonly k: number | "auto";
  readonly linkage: Linkage;
  readonly maxK: number;
  /** 0 leaves the gap statistic out. */
  readonly gapReplicates: number;
  readonly gapReference: GapReference;
  readonly gapPower: 1 | 2;
  readonly seed: string;
};

export type ClusterWarning = {
  readonly code:
    | "constantColumn"
    | "fewerStarts"
    | "silhouetteLeftOut"
    | "gapLeftOut"
    | "treeLeftOut"
    | "rulesDisagree";
  readonly message: string;
};

export type ClusterEstimate = {
  readonly k: number;
  /** Cluster of each row, from 1, numbered in the order in which the rows first meet them. */
  readonly assignment: readonly number[];
  /** Index k - 1, for k = 1 to maxK; of the cuts of the tree under "hierarchical". */
  readonly withinSumOfSquares: readonly number[];
  /** Mean silhouette width, index k - 2, for k = 2 to maxK; null above `silhouetteRowLimit` rows. */
  readonly silhouette: readonly number[] | null;
  readonly gap: readonly GapAtK[] | null;
  readonly gapRules: GapRules | null;
  /** `gap` is the rule firstSEmax, the default of R. */
  readonly suggestedK: { readonly elbow: number; readonly silhouette: number | null; readonly gap: number | null };
  /** The tree under the chosen linkage; null above `hierarchicalRowLimit` rows. */
  readonly tree: HierarchicalTree | null;
  /** Means of the clusters, standardised if the data were. */
  readonly centres: readonly (readonly number[])[];
  readonly centresInOriginalUnits: readonly (readonly number[])[];
  readonly components: PrincipalComponents;
  readonly warnings: readonly ClusterWarning[];
};

const randomStarts = 100;
/** Differences of numbers that the gap statistic may take, about a minute. */
const workOfGap = 4e10;
/** Passes over the rows in one start or swap of k-means, as measured on overlapping groups; two swaps follow a start. */
const typicalPasses = 25;

/**
 * Clusters of rows (k-means or a tree cut into k), the evidence for the number of clusters (within sum of squares with
 * its elbow, silhouette, gap statistic) and the principal components, all on the same, optionally standardised, table.
 * The same table, options and seed give the same digits in every JavaScript engine.
 * @param observations at least 3 different rows; no column constant if they are to be standardised.
 * @throws RangeError where k or maxK is not below the number of different rows, for a constant column to be
 * standardised, for too many rows under "hierarchical" (the functions called state their own limits).
 */
export function estimateClusters(observations: Observations, options: ClusterOptions): ClusterEstimate {
  const { maxK, method } = options;
  const highestK = Math.max(maxK, options.k === "auto" ? 0 : options.k);
  const warnings: ClusterWarning[] = constantColumnWarnings(observations);
  const scaled = options.standardise ? standardise(observations) : null;
  const table = scaled === null ? observations : scaled.observations;

  const tree =
    table.rows <= hierarchicalRowLimit || method === "hierarchical" ? hierarchicalTree(table, options.linkage) : null;
  if (tree === null) warnings.push(leftOut("treeLeftOut", "the tree", hierarchicalRowLimit, table.rows));

  const partitions =
    tree !== null && method === "hierarchical"
      ? cutsOf(tree, highestK)
      : kMeansPartitions(table, highestK, options.seed, warnings);
  const swept = partitions.slice(0, maxK);

  const sums = swept.map((assignment, index) => withinSumOfSquares(table, assignment, index + 1));
  const silhouette = maxK >= 2 && table.rows <= silhouetteRowLimit ? meanSilhouettes(table, swept.slice(1)) : null;
  if (maxK >= 2 && silhouette === null)
    warnings.push(leftOut("silhouetteLeftOut", "the silhouette", silhouetteRowLimit, table.rows));
  const gap = gapOf(table, swept, options, warnings);
  const rules = gap === null ? null : gapRules(gap);
  const suggestedK = {
    elbow: elbow(sums),
    silhouette: silhouette === null ? null : silhouette.indexOf(Math.max(...silhouette)) + 2,
    gap: rules === null ? null : rules.firstSEmax,
  };
  if (new Set(Object.values(suggestedK).filter((k) => k !== null)).size > 1)
    warnings.push({
      code: "rulesDisagree",
      message: `the number of clusters depends on the rule: ${list(suggestedK)}`,
    });

  const k = options.k === "auto" ? (suggestedK.silhouette ?? suggestedK.elbow) : options.k;
  const centres = matrix(clusterMeans(table, partitions[k - 1], k), table.columns);
  return {
    k,
    assignment: Array.from(partitions[k - 1], (cluster) => cluster + 1),
    withinSumOfSquares: sums,
    silhouette,
    gap,
    gapRules: rules,
    suggestedK,
    tree,
    centres,
    centresInOriginalUnits:
      scaled === null
        ? centres
        : centres.map((row) => row.map((value, j) => value * scaled.standardDeviations[j] + scaled.means[j])),
    components: principalComponents(table),
    warnings,
  };
}

/**
 * The k whose point lies farthest below the straight line from the first to the last sum of squares (Satopää et al.
 * 2011), both axes taken to [0, 1]; 1 where no point lies below it.
 */
export function elbow(sums: readonly number[]): number {
  const last = sums.length - 1;
  const fall = sums[0] - sums[last];
  if (last < 1 || !(fall > 0)) return 1;
  const depths = sums.map((sum, index) => 1 - index / last - (sum - sums[last]) / fall);
  const deepest = Math.max(...depths);
  return deepest > 1e-12 ? depths.indexOf(deepest) + 1 : 1;
}

function cutsOf(tree: HierarchicalTree, highestK: number): Int32Array[] {
  return Array.from({ length: highestK }, (_, index) => cutTree(tree, index + 1));
}

function kMeansPartitions(
  table: Observations,
  highestK: number,
  seed: string,
  warnings: ClusterWarning[],
): Int32Array[] {
  const partitions = Array.from({ length: highestK }, (_, index) =>
    kMeans(table, index + 1, randomStarts, seedrandom.alea(`${seed}/k-means/${index + 1}`)),
  );
  const fewest = Math.min(...partitions.slice(1).map(({ starts }) => starts));
  if (fewest < randomStarts)
    warnings.push({
      code: "fewerStarts",
      message: `k-means took the best of ${fewest} instead of ${randomStarts} random starts because of ${table.rows} rows`,
    });
  return partitions.map(({ assignment }) => assignment);
}

function gapOf(
  table: Observations,
  swept: readonly Int32Array[],
  options: ClusterOptions,
  warnings: ClusterWarning[],
): GapAtK[] | null {
  const { maxK, method, linkage, gapReplicates, seed } = options;
  if (gapReplicates === 0) return null;
  const starts = Math.max(1, Math.min(3, Math.floor(1000 / table.rows)));
  const pairs = 2 * table.rows * table.values.length;
  const clustering =
    method === "hierarchical" ? pairs : (3 * starts * typicalPasses * table.values.length * maxK * maxK) / 2;
  const affordable = Math.floor(workOfGap / (pairs + clustering));
  if (affordable < gapReplicates) {
    warnings.push({
      code: "gapLeftOut",
      message: `the gap statistic is left out: ${table.rows} rows allow at most ${affordable} replicates, asked for ${gapReplicates}`,
    });
    return null;
  }
  const random = seedrandom.alea(`${seed}/gap`);
  const partition = (reference: Observations) =>
    method === "hierarchical"
      ? cutsOf(hierarchicalTree(reference, linkage), maxK)
      : Array.from({ length: maxK }, (_, index) => kMeans(reference, index + 1, starts, random).assignment);
  return gapStatistic(
    table,
    swept,
    partition,
    { maxK, replicates: gapReplicates, reference: options.gapReference, power: options.gapPower },
    random,
  );
}

function constantColumnWarnings(observations: Observations): ClusterWarning[] {
  return Array.from({ length: observations.columns }, (_, column) => column)
    .filter((column) => isConstant(observations, column))
    .map((column) => ({
      code: "constantColumn",
      message: `column ${column + 1} of the specification is constant and has no influence`,
    }));
}

function leftOut(code: ClusterWarning["code"], what: string, limit: number, rows: number): ClusterWarning {
  return { code, message: `${what} is left out: it needs all pairs of at most ${limit} rows, got ${rows}` };
}

function list(suggested: ClusterEstimate["suggestedK"]): string {
  return Object.entries(suggested)
    .filter(([, k]) => k !== null)
    .map(([rule, k]) => `${rule} ${k}`)
    .join(", ");
}

function matrix(values: Float64Array, columns: number): number[][] {
  return Array.from({ length: values.length / columns }, (_, row) =>
    Array.from(values.subarray(row * columns, (row + 1) * columns)),
  );
}
