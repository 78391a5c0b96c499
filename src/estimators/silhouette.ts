import type { Observations } from "./observations.ts";
import { squaredDistance } from "./observations.ts";

/** All pairs of this many rows take a few seconds. */
export const silhouetteRowLimit = 20_000;

/**
 * Mean silhouette width (Rousseeuw 1987) of several partitions of the same rows, on Euclidean distances: for each row
 * (b - a) / max(a, b), a its mean distance to the rest of its cluster, b the smallest mean distance to another one; 0
 * for a row alone in its cluster. One pass over the pairs of rows serves all partitions.
 * @param assignments cluster of each row, from 0, with at least two clusters in every partition.
 * @throws RangeError above `silhouetteRowLimit` rows or with a partition of one cluster.
 */
export function meanSilhouettes(observations: Observations, assignments: readonly Int32Array[]): number[] {
  const { rows, columns, values } = observations;
  if (!(rows <= silhouetteRowLimit))
    throw new RangeError(`silhouettes need at most ${silhouetteRowLimit} rows, got ${rows}`);
  const partitions = assignments.map((assignment) => {
    const clusters = assignment.reduce((most, cluster) => Math.max(most, cluster + 1), 0);
    if (clusters < 2) throw new RangeError("a silhouette needs at least two clusters");
    const sizes = new Float64Array(clusters);
    for (const cluster of assignment) sizes[cluster]++;
    return { assignment, clusters, sizes, distanceSums: new Float64Array(rows * clusters) };
  });
  for (let i = 0; i < rows; i++) {
    for (let j = i + 1; j < rows; j++) {
      const distance = Math.sqrt(squaredDistance(values, i * columns, values, j * columns, columns));
      for (const { assignment, clusters, distanceSums } of partitions) {
        distanceSums[i * clusters + assignment[j]] += distance;
        distanceSums[j * clusters + assignment[i]] += distance;
      }
    }
  }
  return partitions.map(({ assignment, clusters, sizes, distanceSums }) => {
    let total = 0;
    for (let i = 0; i < rows; i++) {
      const own = assignment[i];
      if (sizes[own] === 1) continue;
      const within = distanceSums[i * clusters + own] / (sizes[own] - 1);
      let nearest = Number.POSITIVE_INFINITY;
      for (let cluster = 0; cluster < clusters; cluster++) {
        if (cluster !== own) nearest = Math.min(nearest, distanceSums[i * clusters + cluster] / sizes[cluster]);
      }
      // Both are 0 where equal rows were put into different clusters.
      const larger = Math.max(within, nearest);
      if (larger > 0) total += (nearest - within) / larger;
    }
    return total / rows;
  });
}
