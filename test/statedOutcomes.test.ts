import type { Scenario } from "#domain/scenario.ts";
import type { Ecosystem } from "#engine/ecosystem.ts";
import { readFileSync } from "node:fs";
import { median, quantile, sum } from "d3-array";
import { readScenario } from "#cli/scenarioArgument.ts";
import { parameterValues } from "#domain/parameters.ts";
import { ln, logistic } from "#domain/portableMath.ts";
import { actorsOf, nationalValue } from "#domain/runResult.ts";
import { technologyBit } from "#domain/technologies.ts";
import { advanceYear } from "#engine/advanceYear.ts";
import { createAgents } from "#engine/agents.ts";
import { BLOCK, MODEL_SCALE_SHIFT } from "#engine/blocks.ts";
import { createEcosystem } from "#engine/ecosystem.ts";
import { createLedger } from "#engine/identities.ts";
import { scenarioOfFuture } from "#engine/parametersOfFuture.ts";
import { runKey } from "#engine/randomNumbers.ts";
import { describe, expect, it } from "vitest";
import { plan, simulate, study } from "./fixtures/simulate.ts";

const spec = readFileSync(new URL("../src/engine/SPEC.md", import.meta.url), "utf8").replace(/\s+/g, " ");
const regionIds = study.regions.map(({ id }) => id);
const defaults = parameterValues({});
const preset = (id: string) => readScenario(id, regionIds);
const run = (scenario: Scenario, future: number) => simulate(scenario, "1", future, { isWithoutFrontiers: true });

describe("SPEC says what its rules come to", () => {
  it("[EQ-2] what training brought stays when it ends", () => {
    expect(spec).toContain("lifts readiness by 0.028 in 2027 and 0.032 in 2035");
    const [trained, other] = [[{ lever: "trainingShare", size: 0.08, to: 2027 } as const], []].map((measures) =>
      run(plan(measures), 0).years.map((year) => nationalValue(year, "readiness")),
    );
    const lead = (year: number) => trained[year - 2023] - other[year - 2023];
    expect(Math.abs(lead(2027) - 0.028)).toBeLessThan(0.0015);
    expect(Math.abs(lead(2035) - 0.032)).toBeLessThan(0.0015);
  });

  it("[EQ-2] blocks stand in rules as they are, without the shift of R", () => {
    const { blocks, large } = createAgents(study, defaults, runKey("1", 0));
    const meanOf = (column: Float64Array) => sum(column.subarray(0, large)) / large;
    expect(spec).toContain("(mean 0.26 in 2023), so β' of EQ-7 is 0.51 β on average");
    expect(sum(blocks, meanOf) / blocks.length).toBeCloseTo(0.26, 2);
    expect(meanOf(blocks[BLOCK.PERS]) + meanOf(blocks[BLOCK.ORGSTRPROC])).toBeCloseTo(0.51, 1.5);
    expect(spec).toContain("0.5 and 0.6 for B9 and B6 in SM-2 are what 0.62, 0.71 and 0.79 would be for R");
    const onScaleOfR = [0.4, 0.5, 0.6].map((raw) => logistic(ln(raw / (1 - raw)) + MODEL_SCALE_SHIFT).toFixed(2));
    expect(onScaleOfR).toEqual(["0.62", "0.71", "0.79"]);
  });

  it("[SM-3] a core is paid for though it is never selected", () => {
    const parameters = { coreDigitalResults: 0.4, coreResources: 0.4 };
    const { money, years } = run(plan([{ lever: "cores", size: 3 }], { parameters }), 0);
    for (const year of years) expect(nationalValue(year, "platform_members")).toBe(0);
    expect(money.length).toBe(11);
    for (const { value } of money) expect(value).toBeCloseTo(3 * defaults.coreCost, 9);
  });

  it.each([
    ["reformed", 2, [31, 51], [7, 13]],
    ["scaled", 0, [4, 25], [5, 18]],
  ] as const)(
    "[SM-7] a %s office counts additional users that the run without it does not have",
    (state, future, counted, brought) => {
      for (const [low, high] of [counted, brought]) expect(spec).toMatch(new RegExp(`\\b${low} to ${high}\\b`));
      const scenario = plan([{ lever: "advice", size: 60 }]);
      const { years, roster } = run(scenario, future);
      const offices = years.map(({ actors }) => actorsOf(roster, actors, "projectOffice")[0].state);
      expect([offices[2028 - 2023], offices[2029 - 2023], offices[2035 - 2023]]).toEqual([
        "evaluated",
        state,
        "scaled",
      ]);
      const without = run(plan([]), future).years;
      const [more, less] = [years, without].map((of) => nationalValue(of.at(-1)!, "digital_users"));
      expectWithin(atTheEnd(scenario, future).institutions.review.additionalUsers, counted);
      expectWithin(more - less, brought);
    },
  );

  it("[SM-14] no bound on leader or renewal binds at the defaults, and consolidation is out of reach", () => {
    expect(spec).toContain("Consolidation takes 148 members (m_4), and three cores reach 147");
    expect(Math.ceil(defaults.consolidationShare * sum(study.start.firms))).toBe(148);
    expect(defaults.leaderValue).toBeLessThan(1 / 3);
    const { years, roster } = run(preset("core-ecosystem"), 2);
    for (const { actors } of years) {
      const fees = sum(actorsOf(roster, actors, "coreEnterprise"), ({ numbers }) => numbers.fees);
      if (fees > 0) expect((3 * defaults.coreCost) / fees).toBeGreaterThan(2);
      expect(["birth", "strengthening"]).toContain(actorsOf(roster, actors, "ecosystem")[0].state);
    }
    expect(Math.max(...years.map((year) => nationalValue(year, "platform_members")))).toBeLessThan(148);
  });

  it("[SM-15] without members the mechanism stays suspended, and is paid for", () => {
    const { years, roster, money } = run(scenarioOfFuture(preset("full-package"), 1, study.ensemble), 1);
    for (const { year, actors } of years) {
      const { state, numbers } = actorsOf(roster, actors, "mechanism")[0];
      if (year < 2025) continue;
      expect(state).toBe("suspended");
      expect(numbers.quality).toBeGreaterThan(0.6);
      expect(money.some((paid) => paid.year === year && paid.line.startsWith("mechanism") && paid.value > 0)).toBe(
        true,
      );
    }
  });

  it("[EQ-9] how far V is apart between open, closed and hybrid at the defaults", () => {
    expect(spec).toContain("V differs by at most 0.07 in a year");
    const runs = ["platform-closed", "platform-hybrid", "platform-open"].map((id) => run(preset(id), 1));
    const apart = runs[0].years.map((_, t) => {
      const values = runs.map(({ years, roster }) => {
        const running = actorsOf(roster, years[t].actors, "coreEnterprise").filter(({ numbers }) => numbers.value > 0);
        return running.length > 0 ? sum(running, ({ numbers }) => numbers.value) / running.length : 0;
      });
      return Math.max(...values) - Math.min(...values);
    });
    expect(Math.max(...apart)).toBeCloseTo(0.07, 2);
    const users = runs.map(({ years }) => nationalValue(years.at(-1)!, "digital_users"));
    expect(Math.max(...users) - Math.min(...users)).toBeLessThanOrEqual(3);
  });
});

describe("cards of presets say what their rules come to", () => {
  it("baseline: firms ready to adopt in 2035", () => {
    expect(preset("baseline").card!.assumptions.en).toContain("to about 55 % by 2035 only");
    const { agents } = atTheEnd(plan([]), 0);
    const ready = sum(agents.weight.subarray(0, agents.large), (weight, row) =>
      agents.readiness[row] > defaults.threshold ? weight : 0,
    );
    expect(ready / sum(study.start.firms)).toBeCloseTo(0.55, 1.8);
  });

  it("baseline: nine futures in ten lie between the bounds of 2027", () => {
    expect(preset("baseline").card!.disprovedBy.en).toContain("below 19 or above 40 %: nine futures in ten");
    const inside = Array.from({ length: 30 }, (_, future) => {
      const scenario = scenarioOfFuture(plan([], { until: 2027 }), future, study.ensemble);
      const share = nationalValue(run(scenario, future).years.at(-1)!, "digital_share");
      return share >= 0.19 && share <= 0.4 ? 1 : 0;
    });
    expect(sum(inside)).toBeGreaterThanOrEqual(25);
    expect(sum(inside)).toBeLessThan(30);
  });

  it("digital-twins: how many of the firms helped have a twin for it in 2030, and what it adds to their output", () => {
    expect(preset("digital-twins").card!.expectedSign.en).toContain(
      "About 20 of the 60 firms helped have a twin in 2030 that they would not have otherwise; their output is higher by about 0.7 %",
    );
    const [helped, other] = [preset("digital-twins"), plan([])].map((of) => atTheEnd({ ...of, until: 2030 }, 0));
    const hasTwin = ({ technologies }: Ecosystem, row: number) =>
      (technologies.sets[row] & technologyBit("twin")) !== 0;
    const gains = Array.from({ length: helped.agents.large }, (_, row) => row)
      .filter((row) => hasTwin(helped, row) && !hasTwin(other, row))
      .map((row) => helped.agents.output[row] / other.agents.output[row] - 1);
    expect(Math.abs(gains.length - 20)).toBeLessThanOrEqual(4);
    expect(Math.abs(median(gains)! - 0.007)).toBeLessThan(0.002);
    expect(quantile(gains, 0.9)!).toBeLessThan(0.018);
  });
});

function atTheEnd(scenario: Scenario, future: number): Ecosystem {
  const ecosystem = createEcosystem(study, scenario, "1", future);
  const ledger = createLedger();
  while (ecosystem.year < scenario.until) advanceYear(ecosystem, ledger);
  return ecosystem;
}

function expectWithin(value: number, [low, high]: readonly [number, number]): void {
  expect(Math.round(value)).toBeGreaterThanOrEqual(low);
  expect(Math.round(value)).toBeLessThanOrEqual(high);
}
