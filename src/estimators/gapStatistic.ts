import type { Observations } from "./observations.ts";
import { ln } from "#domain/portableMath.ts";
import { squaredDistance } from "./observations.ts";
import { principalComponents } from "./principalComponents.ts";

export type GapReference = "scaledPCA" | "original";
export type GapOptions = {
  readonly maxK: number;
  readonly replicates: number;
  /** Box of the reference sets: along the principal axes of the data, or along its columns. */
  readonly reference: GapReference;
  /** 1 sums distances (default of R's clusGap), 2 squared distances (Tibshirani, Walther and Hastie 2001). */
  readonly power: 1 | 2;
};

export type GapAtK = {
  readonly k: number;
  readonly gap: number;
  readonly standardError: number;
  readonly logW: number;
  readonly expectedLogW: number;
};

/** Number of clusters by each of the rules in use; they often differ. */
export type GapRules = {
  /** R's default: the smallest k within one standard error of the first local maximum. */
  readonly firstSEmax: number;
  /** The rule of the paper: the smallest k with gap(k) >= gap(k + 1) - s(k + 1). */
  readonly Tibs2001SEmax: number;
  /** The smallest k within one standard error of the highest gap. */
  readonly globalSEmax: number;
  readonly firstmax: number;
  readonly globalmax: number;
};

/** Clusters of each row for every k from 1 to maxK, index k - 1. */
export type PartitionsUpTo = (observations: Observations) => readonly Int32Array[];

/**
 * The gap statistic of Tibshirani, Walther and Hastie (2001): how much lower the logarithm of the dispersion
 * W(k) = sum over clusters of (sum over pairs of distance^power) / size is than for rows drawn uniformly from a box.
 * `standardError` includes the simulation: sd of the reference logs times sqrt(1 + 1 / replicates).
 * @param ownPartitions of the observations; `partition` clusters the reference sets the same way.
 * @throws RangeError with fewer than two replicates or where a dispersion is 0 (as many clusters as different rows).
 */
export function gapStatistic(
  observations: Observations,
  ownPartitions: readonly Int32Array[],
  partition: PartitionsUpTo,
  options: GapOptions,
  random: () => number,
): GapAtK[] {
  if (!(options.replicates >= 2))
    throw new RangeError(`the gap needs at least 2 replicates, got ${options.replicates}`);
  const own = logDispersions(observations, ownPartitions, options.power);
  const draw = referenceSets(observations, options.reference, random);
  const simulated = Array.from({ length: options.replicates }, () => {
    const reference = draw();
    return logDispersions(reference, partition(reference), options.power);
  });
  return own.map((logW, index) => {
    const logs = simulated.map((replicate) => replicate[index]);
    const expectedLogW = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    const squares = logs.reduce((sum, log) => sum + (log - expectedLogW) * (log - expectedLogW), 0);
    const standardError = Math.sqrt((1 + 1 / logs.length) * (squares / (logs.length - 1)));
    return { k: index + 1, gap: expectedLogW - logW, standardError, logW, expectedLogW };
  });
}

/** Number of clusters by the five rules of R's `cluster::maxSE`, whose names they keep; `gaps` is of k = 1, 2, … */
export function gapRules(gaps: readonly GapAtK[]): GapRules {
  const value = gaps.map(({ gap }) => gap);
  const error = gaps.map(({ standardError }) => standardError);
  const firstFall = value.findIndex((gap, i) => i + 1 === value.length || value[i + 1] <= gap);
  const highest = value.indexOf(Math.max(...value));
  const withinOneError = (peak: number) => value.findIndex((gap) => gap >= value[peak] - error[peak]) + 1;
  return {
    firstSEmax: withinOneError(firstFall),
    Tibs2001SEmax: value.findIndex((gap, i) => i + 1 === value.length || gap >= value[i + 1] - error[i + 1]) + 1,
    globalSEmax: withinOneError(highest),
    firstmax: firstFall + 1,
    globalmax: highest + 1,
  };
}

function logDispersions(observations: Observations, partitions: readonly Int32Array[], power: 1 | 2): number[] {
  return partitions.map((assignment) => {
    const dispersion = withinDispersion(observations, assignment, power);
    if (!(dispersion > 0)) throw new RangeError("the gap needs more different rows than clusters");
    return ln(dispersion);
  });
}

function withinDispersion({ columns, values }: Observations, assignment: Int32Array, power: 1 | 2): number {
  const members: number[][] = [];
  assignment.forEach((cluster, i) => {
    while (members.length <= cluster) members.push([]);
    members[cluster].push(i);
  });
  let dispersion = 0;
  for (const cluster of members) {
    let sum = 0;
    for (let a = 0; a < cluster.length; a++) {
      for (let b = a + 1; b < cluster.length; b++) {
        const squared = squaredDistance(values, cluster[a] * columns, values, cluster[b] * columns, columns);
        sum += power === 1 ? Math.sqrt(squared) : squared;
      }
    }
    dispersion += sum / cluster.length;
  }
  return dispersion / 2;
}

/** Uniform draws from the box around the rows; the axes of the box are turned back after drawing. */
function referenceSets(observations: Observations, reference: GapReference, random: () => number): () => Observations {
  const { rows, columns } = observations;
  // Where the box stands does not matter to distances, so the axes go without the means of the data.
  const axes = reference === "scaledPCA" ? principalComponents(observations) : undefined;
  const width = axes ? axes.explainedVariance.length : columns;
  const low = new Float64Array(width).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(width).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < width; j++) {
      const value = axes ? axes.scores[i][j] : observations.values[i * columns + j];
      low[j] = Math.min(low[j], value);
      high[j] = Math.max(high[j], value);
    }
  }
  const drawn = new Float64Array(width);
  return () => {
    const values = new Float64Array(rows * columns);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < width; j++) drawn[j] = low[j] + (high[j] - low[j]) * random();
      for (let column = 0; column < columns; column++) {
        if (!axes) {
          values[i * columns + column] = drawn[column];
          continue;
        }
        let value = 0;
        for (let j = 0; j < width; j++) value += axes.loadings[column][j] * drawn[j];
        values[i * columns + column] = value;
      }
    }
    return { rows, columns, values };
  };
}
