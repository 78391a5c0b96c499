import type { ReplicateResult } from "#engine/replicate.ts";
import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { indicatorIndex, regionalValue } from "#domain/runResult.ts";
import { rankOverFutures, spreadOfShares } from "#session/rankings.ts";
import { MOVED_COLUMNS, tableOfYear } from "#session/regionTable.ts";
import { T18_COLUMNS } from "#domain/studyData.ts";
import { clusterRegions, noInefficiencyChance } from "#engine/regionAnalysis.ts";
import { describe, expect, it } from "vitest";
import { plan, simulate, study } from "./fixtures/simulate.ts";

/** One year, three regions, one value each of efficiency_fixed. */
function future(...values: number[]): ReplicateResult {
  const regional = new Float64Array(REGIONAL_INDICATORS.length * 3);
  regional.set(values, indicatorIndex("efficiency_fixed") * 3);
  return { regional, national: new Float64Array(REGIONAL_INDICATORS.length) } as unknown as ReplicateResult;
}

describe("ranks over futures", () => {
  it("say from where to where a region's place goes", () => {
    const futures = [...Array(5).fill(future(0.9, 0.5, 0.1)), ...Array(5).fill(future(0.4, 0.5, 0.1))];
    const [first, second, third] = rankOverFutures(futures, "efficiency_fixed", 0, 3);
    expect([first.region, first.best, first.worst]).toEqual([0, 1, 2]);
    expect([second.region, second.best, second.worst]).toEqual([1, 1, 2]);
    expect([third.region, third.best, third.worst]).toEqual([2, 3, 3]);
  });

  it("give equal values the same, best rank", () => {
    const ranked = rankOverFutures([future(0.5, 0.5, 0.1)], "efficiency_fixed", 0, 3);
    expect(ranked.map(({ best }) => best)).toEqual([1, 1, 3]);
  });
});

describe("the spread of shares", () => {
  it("is 0 where all regions are alike and does not count a region without firms", () => {
    expect(spreadOfShares([1, 2, 0], [10, 20, 0])).toBeCloseTo(0, 12);
  });

  it("is the standard deviation in percentage points, weighted by firms", () => {
    expect(spreadOfShares([0, 10], [10, 10])).toBeCloseTo(50, 10);
    expect(spreadOfShares([0, 10], [30, 10])).toBeCloseTo(100 * Math.sqrt(0.25 * 0.75), 10);
  });
});

describe("the table of a year", () => {
  const { years } = simulate(plan([], { until: 2030 }));
  const [first, last] = [years[0], years.at(-1)!];

  it("is table 18 in 2023, so its groups are those of the study", () => {
    const table = tableOfYear(study, first, first);
    for (const [j, column] of T18_COLUMNS.entries())
      expect(Array.from(table[j])).toEqual(Array.from(study.t18[column]));
    const { assignment, suggestedK, gapInColumns, standardised } = clusterRegions(table, 3);
    const published = study.regions.map(({ id }) => study.published.clusters.assignment[id]);
    const pairs = assignment.flatMap((ours, r) =>
      assignment.slice(0, r).map((other, q) => [ours === other, published[r] === published[q]]),
    );
    expect(pairs.every(([ours, theirs]) => ours === theirs)).toBe(true);
    expect(suggestedK.gap === 3 && gapInColumns === 3).toBe(false); // statistics: the gap does not support 3
    expect(standardised).toHaveLength(20 * T18_COLUMNS.length);
  });

  it("moves with the model in the columns that the model has, and stays in the others", () => {
    const table = tableOfYear(study, first, last);
    T18_COLUMNS.forEach((column, j) => {
      const indicator = MOVED_COLUMNS[column];
      if (indicator === undefined) expect(Array.from(table[j])).toEqual(Array.from(study.t18[column]));
      else {
        const ratio = regionalValue(last, indicator, 1) / regionalValue(first, indicator, 1);
        expect(table[j][1] / study.t18[column][1]).toBeCloseTo(ratio, 10);
      }
    });
  });

  it("shows no inefficiency that chance would not give as well, in the published year", () => {
    expect(noInefficiencyChance(first.regional, "M2", 99)).toBeGreaterThan(0.1);
  });
});
