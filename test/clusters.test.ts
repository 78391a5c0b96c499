import type { ClusterOptions } from "#estimators/clusters.ts";
import type { Linkage } from "#estimators/hierarchicalTree.ts";
import { readFileSync } from "node:fs";
import seedrandom from "seedrandom";
import { describe, expect, test } from "vitest";
import { loadStudyData } from "#cli/loadStudyData.ts";
import { T18_COLUMNS } from "#domain/studyData.ts";
import { elbow, estimateClusters } from "#estimators/clusters.ts";
import { cutTree, hierarchicalRowLimit, hierarchicalTree } from "#estimators/hierarchicalTree.ts";
import { kMeans } from "#estimators/kMeans.ts";
import { type Observations, observationsFromColumns } from "#estimators/observations.ts";
import { principalComponents } from "#estimators/principalComponents.ts";
import { meanSilhouettes } from "#estimators/silhouette.ts";
import { standardise } from "#estimators/standardise.ts";

type Tree = { height: number[]; merge: number[][]; order: number[]; cut4: number[] };
type Gap = { logW: number[]; expectedLogW: number[]; se: number[] };
type Reference = {
  name: string;
  standardise: boolean;
  data: number[][];
  maxK: number;
  withinss: number[];
  cluster3: number[];
  silhouette: number[];
  trees: Record<Linkage, Tree>;
  gapScaledPCA: Gap | null;
  gapOriginal2: Gap | null;
  variance: number[];
  rotation: number[][];
  scores: number[][];
};

/** Written by fixtures/clusters-r.R: R 4.2.2 with 12 significant digits, so 1e-9 allows for the printing. */
const references: Reference[] = JSON.parse(readFileSync(new URL("fixtures/clusters-r.json", import.meta.url), "utf8"));
const study = loadStudyData();
const regions = observationsFromColumns(T18_COLUMNS.map((column) => study.t18[column]));
const options: ClusterOptions = {
  standardise: true,
  method: "k-means",
  k: 3,
  linkage: "ward.D2",
  maxK: 6,
  gapReplicates: 0,
  gapReference: "scaledPCA",
  gapPower: 1,
  seed: "1",
};

describe.each(references)("R on $name, standardised: $standardise", (reference) => {
  const table = fromRows(reference.data);
  const estimate = estimateClusters(table, { ...options, standardise: reference.standardise, maxK: reference.maxK });

  test("k-means finds the sum of squares of R's kmeans with 1,000 starts, or a lower one", () => {
    reference.withinss.forEach((sum, index) => {
      expect(estimate.withinSumOfSquares[index]).toBeLessThanOrEqual(sum * (1 + 1e-9));
      expect(estimate.withinSumOfSquares[index]).toBeGreaterThan(sum * (1 - 1e-3));
    });
    if (reference.name !== "ties") {
      expectClose(estimate.withinSumOfSquares, reference.withinss);
      expectClose(estimate.silhouette!, reference.silhouette);
      expect(samePartition(estimate.assignment, reference.cluster3)).toBe(true);
    }
  });

  test.each(["ward.D2", "complete", "average"] as const)(
    "%s joins as R's hclust, equal distances included",
    (linkage) => {
      const prepared = reference.standardise ? standardise(table).observations : table;
      const tree = hierarchicalTree(prepared, linkage);
      const expected = reference.trees[linkage];
      expectClose(tree.heights, expected.height);
      expect(tree.merges).toEqual(expected.merge);
      expect(tree.leafOrder).toEqual(expected.order);
      expect(Array.from(cutTree(tree, 4), (cluster) => cluster + 1)).toEqual(expected.cut4);
    },
  );

  test("principal components equal prcomp up to sign", () => {
    const { explainedVariance, loadings, scores } = estimate.components;
    expect(explainedVariance).toHaveLength(reference.variance.length);
    expectClose(explainedVariance, reference.variance);
    for (const component of [0, 1]) {
      const sign = Math.sign(loadings[0][component] * reference.rotation[0][component]);
      expectClose(
        column(loadings, component),
        column(reference.rotation, component).map((x) => sign * x),
      );
      expectClose(
        column(scores, component),
        column(reference.scores, component).map((x) => sign * x),
      );
    }
  });
});

describe.each(references.filter(({ gapScaledPCA }) => gapScaledPCA !== null))(
  "R's clusGap on $name, standardised: $standardise",
  ({ data, standardise, maxK, gapScaledPCA, gapOriginal2 }) => {
    test.each([
      ["scaledPCA", 1, gapScaledPCA!],
      ["original", 2, gapOriginal2!],
    ] as const)(
      "reference %s and power %d: the same dispersions, the same simulated ones",
      (gapReference, gapPower, expected) => {
        const { gap } = estimateClusters(fromRows(data), {
          ...options,
          standardise,
          maxK,
          gapReplicates: 200,
          gapReference,
          gapPower,
        });
        expectClose(
          gap!.map(({ logW }) => logW),
          expected.logW,
        );
        // Means of 200 and 400 replicates differ with a standard deviation of 0.087 se, their standard deviations by 6 %.
        gap!.forEach(({ expectedLogW, standardError }, index) => {
          expect(Math.abs(expectedLogW - expected.expectedLogW[index])).toBeLessThan(0.35 * expected.se[index]);
          expect(Math.abs(standardError / expected.se[index] - 1)).toBeLessThan(0.25);
        });
      },
    );
  },
);

describe("The source study's 20 regions", () => {
  test("table 20 is the sample standardisation, to its three decimals", () => {
    const { observations } = standardise(regions);
    T18_COLUMNS.forEach((name, j) => {
      study.t20[name].forEach((published, i) => {
        expect(Math.abs(observations.values[i * T18_COLUMNS.length + j] - published)).toBeLessThanOrEqual(0.0005);
      });
    });
  });

  test("three clusters are Astana with Almaty, Atyrau, and the other 17, under both methods", () => {
    for (const method of ["k-means", "hierarchical"] as const) {
      const { assignment, silhouette, components } = estimateClusters(regions, { ...options, method });
      const published = study.regions.map(({ id }) => study.published.clusters.assignment[id]);
      expect(samePartition(assignment, published)).toBe(true);
      expect(silhouette![0]).toBeCloseTo(0.458, 3);
      expect(silhouette![1]).toBeCloseTo(0.456, 3);
      expect(silhouette![2]).toBeLessThan(0.16);
      expect(100 * components.explainedVariance[0]).toBeCloseTo(34.86, 2);
      expect(100 * components.explainedVariance[1]).toBeCloseTo(21.71, 2);
    }
  });

  test("the gap statistic does not support three clusters: 1 along the principal axes, 4 or more in the original box", () => {
    const gap = (gapReference: "scaledPCA" | "original") =>
      estimateClusters(regions, { ...options, maxK: 8, gapReplicates: 200, gapReference }).suggestedK.gap!;
    expect(gap("scaledPCA")).toBe(1);
    expect(gap("original")).toBeGreaterThanOrEqual(4);
  });
});

describe("What must not change a result", () => {
  const { data } = references[1];
  const original = estimateClusters(fromRows(data), options);

  test("the order of rows changes labels at most", () => {
    const order = data.map((_, i) => (i * 7 + 3) % data.length);
    const permuted = estimateClusters(fromRows(order.map((i) => data[i])), options);
    expectClose(permuted.withinSumOfSquares, original.withinSumOfSquares);
    expect(
      samePartition(
        permuted.assignment,
        order.map((i) => original.assignment[i]),
      ),
    ).toBe(true);
  });

  test("the order and units of columns, and a large offset, do not matter once standardised", () => {
    const changed = estimateClusters(fromRows(data.map(([a, b, c]) => [1e6 + c / 1000, 50 * a, -b])), options);
    expect(changed.assignment).toEqual(original.assignment);
    changed.withinSumOfSquares.forEach((sum, i) => {
      expect(sum).toBeCloseTo(original.withinSumOfSquares[i], 5);
    });
  });

  test("a repeated call gives the same digits, another seed another gap simulation", () => {
    const withGap = { ...options, gapReplicates: 20 };
    const once = estimateClusters(fromRows(data), withGap);
    expect(estimateClusters(fromRows(data), withGap)).toEqual(once);
    const other = estimateClusters(fromRows(data), { ...withGap, seed: "2" });
    expect(other.gap).not.toEqual(once.gap);
    expect(other.assignment).toEqual(once.assignment);
  });
});

describe("Edges", () => {
  test("far apart groups are recovered, and every rule but the gap's reference finds their number", () => {
    const random = seedrandom.alea("groups");
    const rows = Array.from({ length: 80 }, (_, i) => [10 * (i % 4) + random(), 10 * ((i % 4) % 2) + random()]);
    const { assignment, suggestedK } = estimateClusters(fromRows(rows), { ...options, k: "auto", gapReplicates: 50 });
    expect(
      samePartition(
        assignment,
        rows.map((_, i) => i % 4),
      ),
    ).toBe(true);
    expect(suggestedK).toMatchObject({ silhouette: 4, gap: 4 });
  });

  test("as many clusters as different rows leave no sum of squares", () => {
    const table = fromRows([[0], [0], [1], [5], [5]]);
    expect(kMeans(table, 3, 5, seedrandom.alea("1")).withinSumOfSquares).toBe(0);
    expect(() => kMeans(table, 4, 5, seedrandom.alea("1"))).toThrow(/as many different rows/);
  });

  test("a row alone in its cluster counts 0 in the silhouette", () => {
    // By hand: pairs at 0 and 1 have (10 - 1) / 10 and (9 - 1) / 9.
    const silhouettes = meanSilhouettes(fromRows([[0], [1], [10]]), [Int32Array.of(0, 0, 1)]);
    expect(silhouettes[0]).toBeCloseTo((9 / 10 + 8 / 9 + 0) / 3, 14);
  });

  test("the elbow is the point farthest below the chord", () => {
    expect(elbow([100, 40, 10, 8, 6, 5])).toBe(3);
    expect(elbow([4, 3, 2, 1])).toBe(1);
  });

  test("a constant column cannot be standardised but may take part unscaled, with a warning", () => {
    const rows = references[0].data.map((row) => [...row, 7]);
    expect(() => estimateClusters(fromRows(rows), options)).toThrow(/column 5 is constant/);
    const { warnings } = estimateClusters(fromRows(rows), { ...options, standardise: false });
    expect(warnings.map(({ code }) => code)).toContain("constantColumn");
  });

  test("too many rows for a tree are refused with the limit", () => {
    const many = fromRows(Array.from({ length: hierarchicalRowLimit + 1 }, (_, i) => [i]));
    expect(() => hierarchicalTree(many, "average")).toThrow(String(hierarchicalRowLimit));
  });

  test("components of collinear columns: the rest of the variance is 0, signs make the largest loading positive", () => {
    const { explainedVariance, loadings } = principalComponents(
      fromRows([
        [0, 0],
        [1, -2],
        [2, -4],
      ]),
    );
    expect(explainedVariance[0]).toBeCloseTo(1, 14);
    expect(explainedVariance[1]).toBeCloseTo(0, 14);
    expect(loadings[1][0]).toBeCloseTo(2 / Math.sqrt(5), 14);
  });
});

function fromRows(rows: readonly (readonly number[])[]): Observations {
  return observationsFromColumns(rows[0].map((_, j) => rows.map((row) => row[j])));
}

function column(rows: readonly (readonly number[])[], j: number): number[] {
  return rows.map((row) => row[j]);
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual).toHaveLength(expected.length);
  actual.forEach((value, i) => {
    expect(Math.abs(value - expected[i])).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected[i])));
  });
}

function samePartition(a: readonly number[], b: readonly number[]): boolean {
  return new Set(a.map((cluster, i) => `${cluster} ${b[i]}`)).size === Math.max(new Set(a).size, new Set(b).size);
}
