import type { ComparedSession } from "#session/comparedPlans.ts";
import type { Simulated } from "#session/sessionContext.ts";
import { describe, expect, it } from "vitest";
import { withoutMeasures } from "#domain/noPlan.ts";
import { type ReplicateResult, runReplicate } from "#engine/replicate.ts";
import { summariseDifference } from "#engine/summaries.ts";
import { comparedPlans } from "#session/comparedPlans.ts";
import { verdictOf } from "#session/comparisonFinding.ts";
import { FUTURES_FOR_A_BAND } from "#session/futures.ts";
import { newEntry } from "#session/plans.ts";
import { moneyLines } from "#ui/compare/moneyLines.ts";
import { plan, simulate, study } from "./fixtures/simulate.ts";

const until = 2026;
const advised = plan([{ lever: "advice", size: 150 }], { until, id: "advised" });
const idle = plan([], { until, id: "idle" });

/** A run as the page keeps it. */
function shown(scenario: typeof advised): Simulated {
  const { years, money, identities, digest, agentRegion } = simulate(scenario);
  const receipt = { identities, outputDigest: digest } as Simulated["summary"]["receipt"];
  return { scenario, seed: "1", years, summary: { money, receipt, agentRegion } as Simulated["summary"] };
}

const results = new Map<string, ReplicateResult>();

/** A future of a plan, simulated when first asked for. */
function resultOf(scenario: typeof advised, replicate: number): ReplicateResult {
  const key = JSON.stringify([scenario.measures, replicate]);
  const result = results.get(key) ?? runReplicate(study, { scenario, seed: "1", replicate, isRecorded: false });
  results.set(key, result);
  return result;
}

const futuresOf = (scenario: typeof advised, count: number) => {
  const run = (one: typeof advised) => Array.from({ length: count }, (_, replicate) => resultOf(one, replicate));
  return { scenario, seed: "1", wanted: 40, plan: run(scenario), baseline: run({ ...scenario, measures: [] }) };
};

const session: ComparedSession = {
  plans: [newEntry("A", advised), newEntry("B", idle)],
  runs: { A: shown(advised), B: shown(idle) },
  baselines: [shown(withoutMeasures(advised))],
  futures: {},
  futuresWanted: 40,
  seed: "1",
};

describe("the plans that the page compares", () => {
  it("have the one future that is shown until many have come, with the digits of that future", () => {
    const [a, b] = comparedPlans(session);
    expect([a.letter, b.letter, a.results.length, b.results.length]).toEqual(["A", "B", 1, 1]);
    const [first] = futuresOf(advised, 1).plan;
    expect(a.results[0].regional).toEqual(first.regional);
    expect(a.results[0].estimates).toEqual(first.estimates);
  });

  it("have as many futures as the plan that has fewest", () => {
    const few = FUTURES_FOR_A_BAND;
    const futures = { A: futuresOf(advised, few + 1), B: futuresOf(idle, few) };
    const compared = comparedPlans({ ...session, futures });
    expect(compared.map(({ results }) => results.length)).toEqual([few, few]);
    expect(compared.map(({ without }) => without.length)).toEqual([few, few]);
    expect(compared[0].results).toEqual(futures.A.plan.slice(0, few));
  });

  it("rest on the future that is shown while there are too few for an interval, and count the others", () => {
    const futures = { A: futuresOf(advised, 3), B: futuresOf(idle, 2) };
    const compared = comparedPlans({ ...session, futures });
    expect(compared.map(({ results, without, done }) => [results.length, without.length, done])).toEqual([
      [1, 1, 2],
      [1, 1, 2],
    ]);
  });

  it("are not those whose run is of an older state, and futures of an older state do not count", () => {
    const newer = plan([{ lever: "advice", size: 10 }], { until });
    const changed = { ...session, plans: [newEntry("A", newer), newEntry("B", idle)] };
    expect(comparedPlans(changed).map(({ letter }) => letter)).toEqual(["B"]);
    const futures = { A: futuresOf(newer, 2), B: futuresOf(idle, 2) };
    expect(comparedPlans({ ...session, futures })[0].results).toHaveLength(1);
  });
});

describe("money by line", () => {
  it("is the mean over the futures, and leaves out what is never spent", () => {
    const { plan: results } = futuresOf(advised, 2);
    const [advice, ...others] = moneyLines(results);
    expect([advice.line, others]).toEqual(["advice", []]);
    const spent = results.map(
      ({ money }) => money.find(({ year, line }) => year === until && line === "advice")!.value,
    );
    expect(advice.byYear.get(until)).toBeCloseTo((spent[0] + spent[1]) / 2, 12);
    expect(moneyLines(futuresOf(idle, 1).plan)).toEqual([]);
  });
});

describe("the verdict on a difference", () => {
  const difference = { p10: 1, p50: 2, p90: 3, mean: 2, probabilityHigher: 1, standardError: 0.5 };

  it.each([
    ["higher where the whole interval is above zero", {}, "higher"],
    ["lower where the whole interval is below zero", { p10: -3, p50: -2, p90: -1 }, "lower"],
    ["a tie where the interval contains zero", { p10: -1 }, "tie"],
    ["a tie where the interval ends at zero", { p10: 0 }, "tie"],
    ["the same where every future is equal", { p10: 0, p50: 0, p90: 0, mean: 0, standardError: 0 }, "same"],
  ] as const)("is %s", (_, change, verdict) => {
    expect(verdictOf({ ...difference, ...change })).toBe(verdict);
  });

  it("of a plan against itself is the same", () => {
    const { plan: results } = futuresOf(advised, 2);
    expect(verdictOf(summariseDifference(results, results, "digital_users", 2, null)!)).toBe("same");
  });
});
