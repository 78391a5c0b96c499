import { describe, expect, it } from "vitest";
import { presetIds, readScenario } from "#cli/scenarioArgument.ts";
import { REGIONAL_INDICATORS, type RegionalIndicatorId } from "#domain/indicators.ts";
import { nationalValue } from "#domain/runResult.ts";
import { simulate, study } from "./fixtures/simulate.ts";

const regionIds = study.regions.map(({ id }) => id);
const presets = presetIds().map((id) => readScenario(id, regionIds));
const runOf = (scenario: (typeof presets)[number]) => simulate({ ...scenario, until: 2030 }, "presets");

/** What no preset should leave by 2035: far wider than any interval, narrow enough to catch a unit or a sign. */
const RANGES: Partial<Record<RegionalIndicatorId, readonly [number, number]>> = {
  digital_users: [120, 700],
  readiness: [0.3, 0.8],
  manuf_output: [18_000, 28_000],
  ict_staff: [2500, 20_000],
  ict_vacancies: [0, 4000],
  ict_moves: [-1e-6, 1e-6],
  racks: [3463, 15_000],
  rack_use: [0, 1],
  free_cash: [500, 6000],
  support_money: [0, 60],
};

describe("every preset", () => {
  it.each(presets)("$id: national indicators stay in a sane range", (scenario) => {
    for (const year of runOf(scenario).years) {
      for (const { id } of REGIONAL_INDICATORS) {
        const value = nationalValue(year, id);
        const [low, high] = RANGES[id] ?? [-Number.MAX_VALUE, Number.MAX_VALUE];
        expect(value >= low && value <= high, `${id} ${value} in ${year.year}`).toBe(true);
      }
    }
  });

  it.each(presets.filter(({ measures }) => measures.length > 1))("$id: each measure changes the run", (scenario) => {
    const whole = runOf(scenario);
    scenario.measures.forEach(({ lever }, k) => {
      const without = runOf({ ...scenario, measures: scenario.measures.filter((_, other) => other !== k) });
      expect(without.digest + JSON.stringify(without.money), lever).not.toBe(
        whole.digest + JSON.stringify(whole.money),
      );
    });
  });
});

it("foreign strategies have the same money, 4 billion KZT a year", () => {
  const foreign = presets.filter(({ id }) => id.startsWith("foreign-"));
  expect(foreign.map(({ id }) => id.slice(8))).toEqual(["china", "denmark", "estonia", "germany", "japan", "usa"]);
  for (const { measures } of foreign) {
    expect(measures.reduce((total, { budget }) => total + (budget ?? 0), 0)).toBeCloseTo(4, 9);
  }
});

it("model factories once cost at most 10.4 billion KZT", () => {
  const { money } = runOf(presets.find(({ id }) => id === "model-factories")!);
  const spent = money.filter(({ line }) => line !== "unspent");
  expect(spent.every(({ year, value }) => year === 2025 || value === 0)).toBe(true);
  expect(spent.reduce((total, { value }) => total + value, 0)).toBeLessThanOrEqual(10.4);
});
