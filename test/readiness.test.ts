import type { Subparameter } from "#domain/readinessTable.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadStudyData } from "#cli/loadStudyData.ts";
import { compoundAnnualRate } from "#estimators/compoundGrowth.ts";
import {
  declaredRule,
  estimateReadiness,
  type ReadinessRule,
  readinessBand,
  readinessIndex,
  surveyBlockWeights,
} from "#estimators/readiness.ts";
import { asPublishedFactor, normaliseDeclared } from "#estimators/readinessNormalisation.ts";
import { readinessRobustness } from "#estimators/readinessRobustness.ts";
import { readinessSensitivity } from "#estimators/readinessSensitivity.ts";

const { subparameters, published } = loadStudyData();
const boehmer = subparameters.map((row) => row.boehmerArmatura);
const kazakhmys = subparameters.map((row) => row.kazakhmys);
const cases = [
  { name: "bohmer_armatura", scores: boehmer, geometric: 0.58, arithmetic: 0.73 },
  { name: "kazakhmys", scores: kazakhmys, geometric: 0.67, arithmetic: 0.76 },
] as const;
const asPublished: ReadinessRule = { ...declaredRule, normalisation: "as-published" };

describe("The two case enterprises", () => {
  // The specification of the model, section 11.4, two decimals.
  test.each(cases)("$name is medium under the declared scales", ({ scores, geometric, arithmetic }) => {
    const estimate = estimateReadiness(subparameters, scores, declaredRule);
    expect(estimate.index).toBeCloseTo(geometric, 2);
    expect(estimate.band).toBe("medium");
    for (const zeros of ["floor", "strict"] as const) {
      const rule: ReadinessRule = { ...declaredRule, aggregation: "arithmetic", zeros };
      expect(estimateReadiness(subparameters, scores, rule).index).toBeCloseTo(arithmetic, 2);
    }
  });

  test.each(cases)("[ID-8] the published block values of $name give its published index", ({ name }) => {
    const blocks = Object.entries(published.readiness.table30[name]).map(([block, value]) => ({
      value,
      weight: surveyBlockWeights[block],
    }));
    expect(readinessIndex(blocks, "geometric")).toBeCloseTo(published.readiness.table31[name], 4);
  });

  test.each(cases)(
    "the as-published rule gives all nine block values of $name to three decimals",
    ({ name, scores }) => {
      const { blocks, warnings } = estimateReadiness(subparameters, scores, asPublished);
      for (const { block, value } of blocks) {
        expect(Math.abs(value - published.readiness.table30[name][block])).toBeLessThanOrEqual(0.0005);
      }
      expect(warnings.map(({ code }) => code)).toEqual(["outsideDeclaredScale", "replicationOnly"]);
      expect(subparameters[warnings[0].row!]).toMatchObject({ block: "ORGSTRPROC", number: 3 });
    },
  );

  test.each(cases)("strict zeros make the literal formula 0 for $name", ({ scores }) => {
    expect(estimateReadiness(subparameters, scores, { ...declaredRule, zeros: "strict" }).index).toBe(0);
  });

  test("the weights of the survey are the published ones", () => {
    expect(surveyBlockWeights).toEqual(published.readiness.block_weights_expert_survey_n42);
  });
});

describe("Declared scales", () => {
  test.each([
    ["a grade", { declared: [1, 5], scored: [1, 5] }, 3, 0.5],
    ["a reversed percentage", { kind: "percent", declared: [0, 100], scored: [0, 100], direction: -1 }, 30, 0.7],
    ["a percentage written in tenths", { kind: "percent", declared: [0, 100], scored: [0, 10] }, 4, 0.4],
    ["a grade beyond its declared top", { declared: [1, 5], scored: [1, 10] }, 8, 1],
    ["a zero that the note allows", { declared: [1, 10], scored: [1, 10], note: "0 if there is none" }, 0, 0],
  ] as const)("%s", (_, scales, score, share) => {
    expect(normaliseDeclared(subparameter(scales), score)).toBeCloseTo(share, 15);
  });

  test.each([
    [{ declared: [1, 5] as const, scored: [1, 5] as const }, 6],
    [{ declared: [1, 10] as const, scored: [1, 10] as const }, 0],
    [{ declared: [0, 1] as const, scored: [0, 1] as const }, Number.NaN],
  ])("a score outside both scales is refused: %j, %d", (scales, score) => {
    expect(() => normaliseDeclared(subparameter(scales), score)).toThrow(RangeError);
  });

  test("bands have no gaps: the published indices are high, 0.8 is medium, 0.4 is low", () => {
    const band = (index: number) => readinessBand(index, declaredRule.bands);
    expect([0, 0.4, 0.4000001, 0.8, 0.8005, 1].map(band)).toEqual(["low", "low", "medium", "medium", "high", "high"]);
  });
});

describe("Aggregation", () => {
  const two = [subparameter({ block: "A" }), subparameter({ block: "A", number: 2 }), subparameter({ block: "B" })];
  const rule: ReadinessRule = { ...declaredRule, blockWeights: { A: 0.25, B: 0.75 } };

  test("by hand: floor, skip and strict zeros under both means", () => {
    const index = (zeros: ReadinessRule["zeros"], aggregation: ReadinessRule["aggregation"]) =>
      estimateReadiness(two, [0, 4, 5], { ...rule, zeros, aggregation }).index;
    expect(index("floor", "geometric")).toBeCloseTo(Math.sqrt(0.01 * 0.4) ** 0.25 * 0.5 ** 0.75, 14);
    expect(index("skip", "geometric")).toBeCloseTo(0.4 ** 0.25 * 0.5 ** 0.75, 14);
    expect(index("strict", "geometric")).toBe(0);
    expect(index("strict", "arithmetic")).toBeCloseTo(0.25 * 0.2 + 0.75 * 0.5, 14);
    expect(index("skip", "arithmetic")).toBeCloseTo(0.25 * 0.4 + 0.75 * 0.5, 14);
  });

  test("a block in which every score is skipped counts 0 and says so", () => {
    const { index, warnings } = estimateReadiness(two, [0, 0, 5], { ...rule, zeros: "skip" });
    expect(index).toBe(0);
    expect(warnings.map(({ code }) => code)).toContain("blockWithoutScores");
  });

  test("weights matter by their ratio, with a warning where they do not sum to 1", () => {
    const unit = estimateReadiness(two, [3, 4, 5], rule);
    const points = estimateReadiness(two, [3, 4, 5], { ...rule, blockWeights: { A: 25, B: 75 } });
    expect(points.index).toBeCloseTo(unit.index, 15);
    expect(points.warnings.map(({ code }) => code)).toEqual(["weightsNormalised"]);
  });

  test("a block without a weight is refused", () => {
    expect(() => estimateReadiness(two, [3, 4, 5], { ...rule, blockWeights: { A: 1 } })).toThrow(/block B/);
  });

  test("best scores give 1, worst the floor, whatever the mean", () => {
    const best = subparameters.map(({ kind, declared, scored, direction }) => {
      const scale = kind === "percent" ? scored : declared;
      return direction === 1 ? scale[1] : scale[0];
    });
    const worst = subparameters.map(({ kind, declared, scored, direction }) => {
      const scale = kind === "percent" ? scored : declared;
      return direction === 1 ? scale[0] : scale[1];
    });
    for (const aggregation of ["geometric", "arithmetic"] as const) {
      expect(estimateReadiness(subparameters, best, { ...declaredRule, aggregation }).index).toBe(1);
      expect(estimateReadiness(subparameters, worst, { ...declaredRule, aggregation }).index).toBeCloseTo(0.01, 15);
    }
  });
});

describe("Monotonicity", () => {
  test("[ID-9] raising a sub-parameter never lowers the index under the declared scales", () => {
    const anyScores = fc.tuple(
      ...subparameters.map(({ kind, declared, scored }) => {
        const [low, high] = kind === "percent" ? scored : declared;
        return fc.integer({ min: low, max: high });
      }),
    );
    const rules = fc.record({
      zeros: fc.constantFrom("floor" as const, "strict" as const),
      aggregation: fc.constantFrom("geometric" as const, "arithmetic" as const),
    });
    fc.assert(
      fc.property(anyScores, fc.nat({ max: subparameters.length - 1 }), rules, (scores, row, choice) => {
        const { kind, declared, scored, direction } = subparameters[row];
        const [low, high] = kind === "percent" ? scored : declared;
        const better = scores[row] + direction;
        fc.pre(better >= low && better <= high);
        const rule = { ...declaredRule, ...choice };
        const before = estimateReadiness(subparameters, scores, rule).index;
        const after = estimateReadiness(subparameters, scores.with(row, better), rule).index;
        expect(after).toBeGreaterThanOrEqual(before * (1 - 1e-14));
        expect(after).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300, seed: 9 },
    );
  });

  test("the as-published rule is not monotone: 6 of 10 is worth less than 5, 2 less than absence", () => {
    expect([0, 1, 2, 5, 6, 10].map(asPublishedFactor)).toEqual([1, 1, 0.25, 1, 0.6, 1]);
    expect(() => asPublishedFactor(0.5)).toThrow(RangeError);
  });
});

describe("Sensitivity", () => {
  test.each(["geometric", "arithmetic"] as const)("elasticities equal numerical derivatives, %s", (aggregation) => {
    const rule = { ...declaredRule, aggregation };
    const half = subparameters.map(({ kind, declared, scored, note }) => {
      const [low, high] = kind === "percent" ? scored : declared;
      return note.startsWith("0 if") ? 5 : (low + high) / 2;
    });
    const index = (scores: number[]) => estimateReadiness(subparameters, scores, rule).index;
    readinessSensitivity(subparameters, half, rule).forEach(({ row, elasticity }) => {
      const change = 1e-6;
      const share = normaliseDeclared(subparameters[row], half[row]);
      const up = normaliseDeclared(subparameters[row], half[row] + change);
      const slope = (index(half.with(row, half[row] + change)) - index(half)) / (up - share);
      expect(elasticity).toBeCloseTo((slope * share) / index(half), 6);
    });
  });

  test("under the geometric mean the elasticities of an enterprise above every floor sum to 1", () => {
    const good = subparameters.map(({ kind, scored, declared, direction }) => {
      const scale = kind === "percent" ? scored : declared;
      return direction === 1 ? scale[1] : scale[0];
    });
    const all = readinessSensitivity(subparameters, good, declaredRule);
    expect(all.reduce((sum, { elasticity }) => sum + elasticity!, 0)).toBeCloseTo(1, 12);
    expect(all.every(({ step }) => step === null)).toBe(true);
  });

  test("the cheapest next step of Böhmer Armatura is the digital strategy it lacks", () => {
    const steps = readinessSensitivity(subparameters, boehmer, declaredRule).filter(({ step }) => step !== null);
    const best = steps.reduce((most, next) => (next.step!.gain > most.step!.gain ? next : most));
    expect(subparameters[best.row]).toMatchObject({ block: "STRSDE", number: 1 });
    // By hand: one factor of ten rises from 0.01 to 1 in a block of weight 0.12.
    const { index } = estimateReadiness(subparameters, boehmer, declaredRule);
    expect(best.step!.index).toBeCloseTo(index * 100 ** (0.12 / 10), 12);
  });

  test("the published rule has no sensitivity", () => {
    expect(() => readinessSensitivity(subparameters, boehmer, asPublished)).toThrow(/not monotone/);
  });
});

describe("Robustness", () => {
  const options = { draws: 500, weightSpread: 0.5, seed: "1" };

  test("shares of ranks and bands sum to 1 and repeat with the seed", () => {
    const both = readinessRobustness(subparameters, [boehmer, kazakhmys], declaredRule, options);
    for (const { rankShares, bandShares, index } of both) {
      expect(rankShares.reduce((sum, share) => sum + share)).toBeCloseTo(1, 12);
      expect(bandShares.low + bandShares.medium + bandShares.high).toBeCloseTo(1, 12);
      expect(index.p05).toBeLessThanOrEqual(index.p50);
    }
    expect(readinessRobustness(subparameters, [boehmer, kazakhmys], declaredRule, options)).toEqual(both);
    const other = readinessRobustness(subparameters, [boehmer, kazakhmys], declaredRule, { ...options, seed: "2" });
    expect(other).not.toEqual(both);
  });

  test("no choice of weights or mean makes either case enterprise high, and Kazakhmys stays ahead", () => {
    const [first, second] = readinessRobustness(subparameters, [boehmer, kazakhmys], declaredRule, options);
    expect([first.bandShares.high, second.bandShares.high]).toEqual([0, 0]);
    expect(second.rankShares[0]).toBeGreaterThan(0.99);
  });

  test("without spread the index takes only the two values of the two means", () => {
    const [{ index }] = readinessRobustness(subparameters, [boehmer], declaredRule, { ...options, weightSpread: 0 });
    const of = (aggregation: "geometric" | "arithmetic") =>
      estimateReadiness(subparameters, boehmer, { ...declaredRule, aggregation }).index;
    expect(index.p05).toBeCloseTo(of("geometric"), 14);
    expect(index.p95).toBeCloseTo(of("arithmetic"), 14);
  });
});

describe("Growth between two measurements", () => {
  test("compound annual rate", () => {
    expect(compoundAnnualRate(0.5, 0.605, 2)).toBeCloseTo(0.1, 14);
    expect(compoundAnnualRate(0.5, 0.5, 3)).toBe(0);
    expect(() => compoundAnnualRate(0, 1, 1)).toThrow(RangeError);
    expect(() => compoundAnnualRate(1, 1, 0)).toThrow(RangeError);
  });
});

function subparameter(fields: Partial<Subparameter>): Subparameter {
  return {
    block: "A",
    number: 1,
    label: "",
    kind: "score",
    declared: [0, 10],
    scored: [0, 10],
    direction: 1,
    note: "",
    ...fields,
  };
}
