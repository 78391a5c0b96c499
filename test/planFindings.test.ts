import type { Measure } from "#domain/scenario.ts";
import { conflictsOf, idleReasons } from "#session/planFindings.ts";
import { describe, expect, it } from "vitest";
import { REGION_IDS } from "./fixtures/regionIds.ts";
import { plan, simulate } from "./fixtures/simulate.ts";

const REGIONS = [...REGION_IDS];
const conflicts = (...measures: Partial<Measure>[]) => conflictsOf(plan(measures), REGIONS);
const reasons = (measures: Partial<Measure>[], until = 2035) => idleReasons(plan(measures, { until }), REGIONS);

describe("[P2] a conflict", () => {
  it("is two measures on the same lever in common regions and years", () => {
    expect(
      conflicts(
        { lever: "subsidy", size: 0.3, regions: ["akmola", "abai"], from: 2025, to: 2030 },
        { lever: "subsidy", size: 0.2, regions: ["abai", "astana"], from: 2028, to: 2035 },
      ),
    ).toEqual([{ lever: "subsidy", first: 0, second: 1, from: 2028, to: 2030, regions: ["abai"], isCut: false }]);
  });

  it.each([
    ["on different levers", { lever: "loanPoints", size: 5 }],
    ["in different regions", { lever: "subsidy", size: 0.2, regions: ["astana"] }],
    ["in different years", { lever: "subsidy", size: 0.2, from: 2031 }],
    ["with a size that changes nothing", { lever: "subsidy", size: 0 }],
  ] as const)("is none %s", (_, other) => {
    expect(conflicts({ lever: "subsidy", size: 0.3, regions: ["abai"], to: 2030 }, other)).toEqual([]);
  });

  it("says when the sum is cut at the end of the range, also when only a ramp reaches it", () => {
    expect(conflicts({ lever: "subsidy", size: 0.5 }, { lever: "subsidy", size: 0.5 })[0].isCut).toBe(true);
    expect(conflicts({ lever: "subsidy", size: 0.4 }, { lever: "subsidy", size: 0.5 })[0].isCut).toBe(false);
    const late = { lever: "subsidy", size: 0.6, ramp: 11 } as const;
    expect(conflicts({ lever: "subsidy", size: 0.5 }, late)[0].isCut).toBe(true);
    expect(conflicts({ lever: "subsidy", size: 0.5, to: 2027 }, late)[0].isCut).toBe(false);
    expect(conflicts({ lever: "advice", size: 300 }, { lever: "advice", size: 300 })[0].isCut).toBe(false);
  });

  it("leaves the regions open where a rule decides them during the run", () => {
    const [found] = conflicts(
      { lever: "subsidy", size: 0.3, regions: { rule: "belowNationalShare" } },
      { lever: "subsidy", size: 0.3, regions: ["abai"] },
    );
    expect(found.regions).toBeNull();
  });

  it("between three measures is named pair by pair", () => {
    const one = { lever: "subsidy", size: 0.1 } as const;
    expect(conflicts(one, one, one).map(({ first, second }) => [first, second])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
  });
});

describe("a measure that changes nothing", () => {
  const cases: [string, Partial<Measure>[], number, string][] = [
    ["because it begins after the last year", [{ lever: "subsidy", size: 0.3, from: 2031 }], 2030, "afterUntil"],
    ["because its size is neutral", [{ lever: "openness", size: 0.5 }], 2035, "sizeNeutral"],
    ["because it is less than one firm", [{ lever: "advice", size: 0.5 }], 2035, "belowOne"],
    ["because it has no money", [{ lever: "subsidy", size: 0.3, budget: 0 }], 2035, "noBudget"],
    ["because there is no platform", [{ lever: "superApp", size: 1 }], 2035, "needsPlatform"],
    [
      "because others fill the range",
      [
        { lever: "staffLoss", size: -0.03, regions: ["abai"] },
        { lever: "staffLoss", size: -0.05 },
      ],
      2035,
      "rangeFull",
    ],
  ];
  it.each(cases)("is named %s, and the run agrees", (_, measures, until, reason) => {
    const short = Math.min(until, 2030);
    expect(reasons(measures, until)[0]).toBe(reason);
    const measured = plan(measures, { until: short });
    const without = { ...measured, measures: measured.measures.slice(1) };
    expect(simulate(measured).digest).toBe(simulate(without).digest);
  });

  it("is not suspected where it may change something", () => {
    expect(
      reasons([
        { lever: "cores", size: 1 },
        { lever: "superApp", size: 1 },
        { lever: "advice", size: 60 },
        { lever: "subsidy", size: 0.9, regions: { rule: "belowNationalShare" } },
        { lever: "subsidy", size: 0.3 },
      ]),
    ).toEqual([null, null, null, null, null]);
    expect(
      reasons([
        { lever: "superApp", size: 1, to: 2028 },
        { lever: "cores", size: 3, from: 2030 },
      ])[0],
    ).toBe("needsPlatform");
  });
});
