import { describe, expect, it } from "vitest";
import { type Attribution, createAttribution } from "#engine/attribution.ts";
import { runReplicate } from "#engine/replicate.ts";
import { columnValue } from "#engine/summaries.ts";
import { plan, study } from "./fixtures/simulate.ts";

function played(attribution: Attribution): Attribution {
  attribution.tasks.forEach((task, index) => {
    attribution.keep(index, runReplicate(study, task));
  });
  return attribution;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("attribution of a plan to its measures", () => {
  const advice = { lever: "advice", size: 120 } as const;
  const neutral = { lever: "subsidy", size: 0 } as const;
  const scenario = plan([advice, { lever: "trainingShare", size: 0.05 }, neutral, advice], { until: 2029 });
  const attribution = played(createAttribution(scenario, "1", 3));
  const t = 2029 - 2023;

  it("runs every subset of up to eight measures on the same futures", () => {
    expect(attribution.method).toBe("exact");
    expect(attribution.tasks).toHaveLength(2 ** 4 * 3);
  });

  it("adds up to the difference between plan and no plan, in the country and in every region", () => {
    const difference = (indicator: "digital_users" | "manuf_output", region: number | null) =>
      sum(
        [0, 1, 2].map((replicate) => {
          const value = (measures: typeof scenario.measures) =>
            columnValue(
              runReplicate(study, { scenario: { ...scenario, measures }, seed: "1", replicate, isRecorded: false }),
              indicator,
              t,
              region,
            )!;
          return value(scenario.measures) - value([]);
        }),
      ) / 3;
    for (const [indicator, region] of [
      ["digital_users", null],
      ["digital_users", 8],
      ["manuf_output", null],
    ] as const) {
      const { parts, total } = attribution.at(indicator, region, t);
      expect(total.mean).toBeCloseTo(difference(indicator, region), 8);
      expect(sum(parts.map(({ mean }) => mean))).toBeCloseTo(total.mean, 8);
    }
    expect(attribution.at("digital_users", null, t).total.mean).toBeGreaterThan(0);
  });

  it("gives equal parts to equal measures and nothing to a measure at its neutral value", () => {
    const { parts } = attribution.at("digital_users", null, t);
    expect(parts[0].mean).toBeCloseTo(parts[3].mean, 10);
    expect(parts[0].mean).not.toBe(0);
    expect(parts[2]).toMatchObject({ mean: 0, p10: 0, p90: 0, standardError: 0, samplingError: null });
  });

  it("tells the interaction of every pair", () => {
    const { interactions } = attribution.at("digital_users", null, t);
    expect(interactions!.map(({ first, second }) => [first, second])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
    expect(interactions!.filter(({ first, second }) => first === 2 || second === 2).map(({ mean }) => mean)).toEqual([
      0, 0, 0,
    ]);
  });
});

describe("attribution of more than eight measures", () => {
  const measures = Array.from({ length: 9 }, (_, k) => ({ lever: "advice", size: 5 * (k % 3), from: 2024 }) as const);
  const scenario = plan(measures, { until: 2026 });
  const attribution = played(createAttribution(scenario, "1", 2, 3));

  it("samples orders, shares the runs of equal subsets, and still adds up", () => {
    expect(attribution).toMatchObject({ method: "sampled", orders: 6 });
    expect(attribution.tasks.length).toBeLessThanOrEqual(2 * (6 * 8 + 2));
    const { parts, total, interactions } = attribution.at("digital_users", null, 3);
    expect(sum(parts.map(({ mean }) => mean))).toBeCloseTo(total.mean, 8);
    expect(interactions).toBeNull();
  });

  it("tells the error of sampling, which is zero for a measure that adds nothing", () => {
    const { parts } = attribution.at("digital_users", null, 3);
    expect(parts.every(({ samplingError }) => Number.isFinite(samplingError))).toBe(true);
    expect(parts[0]).toMatchObject({ mean: 0, samplingError: 0 });
    expect(parts.some(({ samplingError }) => samplingError! > 0)).toBe(true);
  });
});
