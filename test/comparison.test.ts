import type { ReplicateResult } from "#engine/replicate.ts";
import { describe, expect, it } from "vitest";
import { contest, effectOf, spentUpTo, spreadOf } from "#engine/comparison.ts";
import { runReplicate } from "#engine/replicate.ts";
import { columnValue } from "#engine/summaries.ts";
import { plan, study } from "./fixtures/simulate.ts";

const futures = (scenario: ReturnType<typeof plan>): ReplicateResult[] =>
  [0, 1, 2, 3].map((replicate) => runReplicate(study, { scenario, seed: "1", replicate, isRecorded: false }));

const until = 2028;
const t = until - 2023;
const without = futures(plan([], { until }));
const advised = futures(plan([{ lever: "advice", size: 150 }], { until }));
const open = futures(plan([{ lever: "openness", size: 0.9 }], { until }));

describe("a contest of two plans", () => {
  it("counts shared futures in which one is above, equal, below", () => {
    const { higher, equal, lower, futures: all } = contest(advised, without, "digital_users", t, null);
    expect(higher + equal + lower).toBe(all);
    expect(all).toBe(4);
    expect(higher).toBeGreaterThan(2);
    expect(contest(without, advised, "digital_users", t, null)).toMatchObject({ higher: lower, lower: higher });
    expect(contest(advised, advised, "digital_users", t, 3)).toEqual({ higher: 0, equal: 4, lower: 0, futures: 4 });
  });
});

describe("the effect of a plan", () => {
  it("per billion is the additional users over the money spent, future by future", () => {
    const { firmsPerBillion, spent, additionalUsers, causedGain } = effectOf(advised, without, t, null);
    const ratios = advised.map((result, k) => {
      const money = result.money
        .filter(({ line }) => line !== "unspent")
        .reduce((total, { value }) => total + value, 0);
      const users = (one: ReplicateResult) => columnValue(one, "digital_users", t, null)!;
      return (users(result) - users(without[k])) / money;
    });
    expect(firmsPerBillion!.mean).toBeCloseTo(ratios.reduce((total, ratio) => total + ratio, 0) / 4, 9);
    expect(additionalUsers.mean).toBeGreaterThan(0);
    expect(spent.p50).toBeGreaterThan(0);
    expect(Number.isFinite(causedGain.mean)).toBe(true);
  });

  it("has no ratio where nothing is spent", () => {
    expect(effectOf(open, without, t, null)).toMatchObject({ firmsPerBillion: null, spent: { p50: 0, mean: 0 } });
  });

  it("spends in the regions what it spends in the country", () => {
    const byRegion = study.regions.map((_, r) => spentUpTo(advised[0], t, r));
    expect(byRegion.reduce((total, money) => total + money, 0)).toBeCloseTo(spentUpTo(advised[0], t, null), 9);
  });
});

describe("the spread between regions", () => {
  const [result] = without;
  const shares = study.regions.map((_, r) => columnValue(result, "digital_share", 0, r)!);

  it("is the standard deviation of the regional shares", () => {
    const mean = shares.reduce((total, share) => total + share, 0) / 20;
    const variance = shares.reduce((total, share) => total + (share - mean) ** 2, 0) / 20;
    expect(spreadOf(result, "share_spread", 0)).toBeCloseTo(Math.sqrt(variance), 12);
  });

  it("is the gap between the four regions with the highest and the four with the lowest shares", () => {
    const sorted = [...shares].sort((a, b) => a - b);
    const fifths = [sorted.slice(16), sorted.slice(0, 4)].map(
      (part) => part.reduce((total, share) => total + share, 0) / 4,
    );
    expect(spreadOf(result, "share_gap", 0)).toBeCloseTo(fifths[0] - fifths[1], 12);
  });
});
