import { describe, expect, it } from "vitest";
import type { Backtest } from "#engine/backtest.ts";
import { besideFormer, findingOf } from "#session/backtestFinding.ts";

describe("the finding of a back-test", () => {
  it.each([
    ["a tie where the interval of the difference contains zero", -0.7, 1.5, "tie"],
    ["a tie where the interval ends at zero", 0, 1.5, "tie"],
    ["the model is closer where the whole interval is below zero", -1.5, -0.1, "modelCloser"],
    ["persistence is closer where the whole interval is above zero", 0.1, 1.5, "persistenceCloser"],
  ] as const)("is %s", (_, low, high, finding) => {
    expect(findingOf({ difference: (low + high) / 2, low, high })).toBe(finding);
  });
});

describe("a back-test that is run again", () => {
  const former = { origin: 2023, seed: "1", replicates: 50, noiseFloor: { p05: 1, p50: 2, p95: 3 } } as Backtest;

  it.each([
    ["the same", {}, "same"],
    ["different where one number is another", { noiseFloor: { p05: 1, p50: 2, p95: 3.0001 } }, "different"],
    ["another with another seed", { seed: "2" }, "another"],
    ["another with more futures", { replicates: 200 }, "another"],
    ["another from another year", { origin: 2022 }, "another"],
  ] as const)("is %s", (_, change, expected) => {
    expect(besideFormer(former, { ...former, ...change })).toBe(expected);
  });
});
