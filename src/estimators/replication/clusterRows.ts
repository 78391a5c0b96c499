import type { StudyData, T18Column } from "#domain/studyData.ts";
import type { ReplicationRow } from "./replicationRow.ts";
import { T18_COLUMNS } from "#domain/studyData.ts";
import { type ClusterEstimate, estimateClusters } from "#estimators/clusters.ts";
import { observationsFromColumns } from "#estimators/observations.ts";
import { standardise } from "#estimators/standardise.ts";
import { numberRow, printedDecimals, textRow } from "./replicationRow.ts";

export type ClusterReplication = {
  readonly estimate: ClusterEstimate;
  /** k by the gap statistic's default rule, along the principal axes and in the box of the columns. */
  readonly gapAlongAxes: number;
  readonly gapInColumns: number;
};

/** k = 3 by k-means on the standardised table 18, with both reference distributions of the gap statistic. */
export function replicateClusters(data: StudyData, gapReplicates: number): ClusterReplication {
  const table = observationsFromColumns(T18_COLUMNS.map((column) => data.t18[column]));
  const estimateWith = (gapReference: "scaledPCA" | "original") =>
    estimateClusters(table, {
      standardise: true,
      method: "k-means",
      k: data.published.clusters.k,
      linkage: "ward.D2",
      maxK: 8,
      gapReplicates,
      gapReference,
      gapPower: 1,
      seed: "replication",
    });
  const estimate = estimateWith("scaledPCA");
  return {
    estimate,
    gapAlongAxes: estimate.suggestedK.gap!,
    gapInColumns: estimateWith("original").suggestedK.gap!,
  };
}

/** Tables 20 to 24 and the variance shares of the principal components (figure 29). */
export function clusterRows(data: StudyData, replication: ClusterReplication): ReplicationRow[] {
  return [
    ...standardisedRows(data),
    ...numberOfClustersRows(data, replication),
    ...membershipRows(data, replication.estimate),
    ...portraitRows(data, replication.estimate),
    ...componentRows(data, replication.estimate),
  ];
}

function standardisedRows({ regions, t18, t20 }: StudyData): ReplicationRow[] {
  const { observations } = standardise(observationsFromColumns(T18_COLUMNS.map((column) => t18[column])));
  return regions.flatMap(({ id }, i) =>
    T18_COLUMNS.map((column, j) =>
      numberRow("20", `${id} ${column}`, t20[column][i], observations.values[i * T18_COLUMNS.length + j], 3),
    ),
  );
}

function numberOfClustersRows({ published }: StudyData, replication: ClusterReplication): ReplicationRow[] {
  const { suggestedK, silhouette } = replication.estimate;
  const { elbow, silhouette_best, gap } = published.clusters;
  const silhouetteNote = {
    id: "silhouetteNearTie",
    values: { two: silhouette![0].toFixed(3), three: silhouette![1].toFixed(3), four: silhouette![2].toFixed(3) },
  } as const;
  const gapNote = {
    id: "gapDependsOnReference",
    values: { axes: replication.gapAlongAxes, columns: replication.gapInColumns },
  } as const;
  return [
    textRow("21", "elbow", elbow, suggestedK.elbow, isInRange(suggestedK.elbow, elbow)),
    textRow(
      "21",
      "silhouette",
      silhouette_best,
      suggestedK.silhouette!,
      isInRange(suggestedK.silhouette!, silhouette_best),
      silhouetteNote,
    ),
    // No maximum means that one cluster, that is none, is not rejected.
    textRow("21", "gap statistic", gap, replication.gapAlongAxes, replication.gapAlongAxes === 1, gapNote),
  ];
}

function isInRange(k: number, range: string): boolean {
  const [low, high] = range.split("-").map(Number);
  return k >= low && k <= high;
}

/** Cluster numbers are arbitrary: ours take the published number of their first region. */
function publishedNumbers({ regions, published }: StudyData, { assignment }: ClusterEstimate): number[] {
  const numbers = new Map<number, number>();
  regions.forEach(({ id }, i) => {
    if (!numbers.has(assignment[i])) numbers.set(assignment[i], published.clusters.assignment[id]);
  });
  return assignment.map((cluster) => numbers.get(cluster)!);
}

function membershipRows(data: StudyData, estimate: ClusterEstimate): ReplicationRow[] {
  const computed = publishedNumbers(data, estimate);
  return data.regions.map(({ id }, i) => {
    const published = data.published.clusters.assignment[id];
    return textRow("22", `${id} cluster`, published, computed[i], published === computed[i]);
  });
}

/** Means of the standardised indicators by cluster: table 23 prints two decimals, table 24 four or five of six of them. */
function portraitRows(data: StudyData, estimate: ClusterEstimate): ReplicationRow[] {
  const { table23_portraits, table24_means } = data.published.clusters;
  const numbers = publishedNumbers(data, estimate);
  const centreOf = (cluster: string) => estimate.centres[estimate.assignment[numbers.indexOf(Number(cluster))] - 1];
  const cells = (table: string, cluster: string, columns: readonly string[], means: readonly number[], least: number) =>
    columns.map((column, j) => {
      const computed = centreOf(cluster)[T18_COLUMNS.indexOf(column as T18Column)];
      return numberRow(table, `cluster ${cluster} ${column}`, means[j], computed, printedDecimals(means[j], least));
    });
  return [
    ...Object.entries(table23_portraits.means_of_standardised_values).flatMap(([cluster, means]) =>
      cells("23", cluster, table23_portraits.columns, means, 2),
    ),
    ...(["1", "2", "3"] as const).flatMap((cluster) =>
      cells("24", cluster, table24_means.columns, table24_means[cluster], 4),
    ),
  ];
}

function componentRows({ published }: StudyData, { components }: ClusterEstimate): ReplicationRow[] {
  return published.clusters.pca_variance_percent.map((percent, index) =>
    numberRow(
      "figure 29",
      `variance of principal component ${index + 1}, percent`,
      percent,
      100 * components.explainedVariance[index],
      1,
    ),
  );
}
