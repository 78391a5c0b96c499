import type { Observations } from "./observations.ts";
import { numberedByAppearance } from "./kMeans.ts";
import { squaredDistance } from "./observations.ts";

export type Linkage = "ward.D2" | "complete" | "average";

/** A tree of n rows, described as R's hclust does. */
export type HierarchicalTree = {
  /** n - 1 heights, one per merge. */
  readonly heights: readonly number[];
  /** n - 1 pairs: -i is row i (from 1), +s what merge s (from 1) made. */
  readonly merges: readonly (readonly [number, number])[];
  /** Rows (from 1) from left to right under a tree without crossings. */
  readonly leafOrder: readonly number[];
};

/** The distances of this many rows take 100 MB. */
export const hierarchicalRowLimit = 5000;

/**
 * Agglomerative clustering on Euclidean distances, joined by the formulas of Lance and Williams (1967); `ward.D2` is
 * Ward's criterion on squared distances (Murtagh and Legendre 2014), its heights on the scale of distances. Where
 * several pairs are equally close the first in row order is joined and the result takes the place of its first row.
 * That is R's rule: packages with another one (ml-hclust) differ from R in most data sets with equal distances.
 * @throws RangeError unless 2 <= rows <= hierarchicalRowLimit.
 */
export function hierarchicalTree(observations: Observations, linkage: Linkage): HierarchicalTree {
  const { rows } = observations;
  if (!(rows >= 2 && rows <= hierarchicalRowLimit))
    throw new RangeError(`a tree needs 2 to ${hierarchicalRowLimit} rows, got ${rows}`);
  const joined = joinNearest(rows, distancesOf(observations, linkage), linkage);
  return describeTree(rows, joined, linkage === "ward.D2");
}

/** Cluster of each row, from 0 in order of appearance, when the tree is cut into k clusters (1 <= k <= rows). */
export function cutTree({ merges }: HierarchicalTree, k: number): Int32Array {
  const rows = merges.length + 1;
  const parent = Int32Array.from({ length: 2 * rows - 1 }, (_, node) => node);
  const nodeOf = (reference: number) => (reference < 0 ? -reference - 1 : rows + reference - 1);
  merges.slice(0, rows - k).forEach((pair, step) => {
    for (const reference of pair) parent[nodeOf(reference)] = rows + step;
  });
  // A parent has a higher number than its children, so one pass from the top finds every root.
  for (let node = parent.length - 1; node >= 0; node--) parent[node] = parent[parent[node]];
  return numberedByAppearance(parent.slice(0, rows));
}

type Joined = { readonly left: Int32Array; readonly right: Int32Array; readonly at: Float64Array };

/** Distances of all pairs i < j, row after row; squared for Ward. */
function distancesOf({ rows, columns, values }: Observations, linkage: Linkage): Float64Array {
  const distances = new Float64Array((rows * (rows - 1)) / 2);
  let at = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = i + 1; j < rows; j++) {
      const distance = Math.sqrt(squaredDistance(values, i * columns, values, j * columns, columns));
      // Squaring the root again keeps R's rounding, which decides between pairs that are equally close in theory.
      distances[at++] = linkage === "ward.D2" ? distance * distance : distance;
    }
  }
  return distances;
}

/**
 * Joins the two nearest clusters n - 1 times. Each cluster remembers its nearest neighbour among those with a higher
 * number (Anderberg 1973), so a step costs about one row of distances.
 */
function joinNearest(rows: number, distances: Float64Array, linkage: Linkage): Joined {
  // Place of the pair (i, j), i < j, is rowStart[i] + j.
  const rowStart = Float64Array.from({ length: rows }, (_, i) => i * rows - (i * (i + 1)) / 2 - i - 1);
  const sizes = new Float64Array(rows).fill(1);
  const active = new Uint8Array(rows).fill(1);
  const neighbour = new Int32Array(rows);
  const neighbourDistance = new Float64Array(rows);
  const findNeighbour = (i: number) => {
    neighbourDistance[i] = Number.POSITIVE_INFINITY;
    for (let j = i + 1; j < rows; j++) {
      const distance = distances[rowStart[i] + j];
      if (active[j] === 1 && distance < neighbourDistance[i]) {
        neighbourDistance[i] = distance;
        neighbour[i] = j;
      }
    }
  };
  for (let i = 0; i < rows; i++) findNeighbour(i);

  const left = new Int32Array(rows - 1);
  const right = new Int32Array(rows - 1);
  const at = new Float64Array(rows - 1);
  for (let step = 0; step < rows - 1; step++) {
    let first = -1;
    for (let i = 0; i < rows - 1; i++) {
      if (active[i] === 1 && (first < 0 || neighbourDistance[i] < neighbourDistance[first])) first = i;
    }
    const second = neighbour[first];
    const height = neighbourDistance[first];
    left[step] = first;
    right[step] = second;
    at[step] = height;
    active[second] = 0;

    for (let other = 0; other < rows; other++) {
      if (active[other] === 0 || other === first) continue;
      const toFirst = other < first ? rowStart[other] + first : rowStart[first] + other;
      const toSecond = other < second ? rowStart[other] + second : rowStart[second] + other;
      const distance = updatedDistance(
        linkage,
        distances[toFirst],
        distances[toSecond],
        height,
        sizes[first],
        sizes[second],
        sizes[other],
      );
      distances[toFirst] = distance;
      if (other < first && distance < neighbourDistance[other]) {
        neighbourDistance[other] = distance;
        neighbour[other] = first;
      }
    }
    sizes[first] += sizes[second];
    for (let i = 0; i < rows - 1; i++) {
      if (active[i] === 1 && (i === first || neighbour[i] === first || neighbour[i] === second)) findNeighbour(i);
    }
  }
  return { left, right, at };
}

/** Distance from `other` to the union of `first` and `second`; the order of operations is R's, for the same rounding. */
function updatedDistance(
  linkage: Linkage,
  toFirst: number,
  toSecond: number,
  between: number,
  firstSize: number,
  secondSize: number,
  otherSize: number,
): number {
  if (linkage === "complete") return Math.max(toFirst, toSecond);
  if (linkage === "average") return (firstSize * toFirst + secondSize * toSecond) / (firstSize + secondSize);
  return (
    ((firstSize + otherSize) * toFirst + (secondSize + otherSize) * toSecond - otherSize * between) /
    (firstSize + secondSize + otherSize)
  );
}

function describeTree(rows: number, { left, right, at }: Joined, squared: boolean): HierarchicalTree {
  /** What stands in a row's place now: the row itself or the last merge that took its place. */
  const reference = Int32Array.from({ length: rows }, (_, i) => -i - 1);
  const merges: [number, number][] = [];
  for (let step = 0; step < rows - 1; step++) {
    const a = reference[left[step]];
    const b = reference[right[step]];
    // Rows before merges, then the lower number first.
    const rowFirst = a < 0 && b < 0 ? a > b : a < b;
    merges.push(rowFirst ? [a, b] : [b, a]);
    reference[left[step]] = step + 1;
  }
  const leafOrder: number[] = [];
  const open = [rows - 1];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node < 0) leafOrder.push(-node);
    else open.push(merges[node - 1][1], merges[node - 1][0]);
  }
  return { heights: Array.from(at, (height) => (squared ? Math.sqrt(height) : height)), merges, leafOrder };
}
