import { describe, expect, it } from "vitest";
import { findingOf } from "#session/backtestFinding.ts";

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
