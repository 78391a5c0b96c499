import { describe, expect, it } from "vitest";
import { presetIds, readScenario } from "#cli/scenarioArgument.ts";
import { REGIONAL_INDICATORS, type RegionalIndicatorId } from "#domain/indicators.ts";
import { leverById } from "#domain/levers.ts";
import { nationalValue } from "#domain/runResult.ts";
import { guideWords as en } from "#ui/words/guide/en.ts";
import { guideWords as kk } from "#ui/words/guide/kk.ts";
import { guideWords as ru } from "#ui/words/guide/ru.ts";
import { isLegalValue } from "./fixtures/legalValue.ts";
import { simulate, study } from "./fixtures/simulate.ts";

const regionIds = study.regions.map(({ id }) => id);
const presets = presetIds().map((id) => readScenario(id, regionIds));
const runOf = (scenario: (typeof presets)[number], until = 2035) =>
  simulate({ ...scenario, until }, "presets", 0, { isWithoutFrontiers: true });

/** Presets of the specification of the model, section 9, and the foreign strategies of section 12. */
const SPECIFIED = [
  "baseline",
  "brain-drain",
  "cloud-push",
  "core-ecosystem",
  "cyber-shock",
  "data-centres",
  "digital-code",
  "digital-twins",
  "equalisation",
  "foreign-china",
  "foreign-denmark",
  "foreign-estonia",
  "foreign-germany",
  "foreign-japan",
  "foreign-usa",
  "full-package",
  "ict-workforce",
  "import-limits",
  "investment-cut",
  "leader-scaling",
  "model-factories",
  "platform-closed",
  "platform-hybrid",
  "platform-open",
  "robots",
  "subsidy-only",
  "training-budget",
];

/**
 * What no preset should leave by 2035, nationally: far wider than any interval, narrow enough to catch a unit or a sign. An
 * indicator without a row does not compile.
 */
const RANGES: Record<RegionalIndicatorId, readonly [number, number]> = {
  firms: [984, 984], // nobody closes unless a scenario says so
  digital_users: [120, 700],
  digital_share: [0.12, 0.7],
  readiness: [0.3, 0.8],
  manuf_output: [18_000, 28_000],
  digital_output: [3000, 16_000],
  output_of_adopters: [2000, 14_000],
  efficiency_fixed: [0.15, 0.9],
  ict_investments: [400, 1600],
  innovation_expenditure: [1820, 1821], // observed, no rule moves it
  ict_specialists_per1000: [2, 20],
  fixed_capital_industry: [7939, 7940], // as above
  cloud_use_share: [0.05, 0.5],
  big_data_share: [0.01, 0.15],
  ict_staff: [2500, 20_000],
  racks: [3463, 15_000],
  platform_members: [0, 200], // three cores, 40 partners each, and those taken over
  firm_entries: [0, 0],
  firm_exits: [0, 0],
  ict_vacancies: [0, 4000],
  ict_moves: [-1e-6, 1e-6],
  rack_use: [0.2, 1],
  free_cash: [1500, 4500],
  support_money: [0, 60],
  technologies_per_user: [1, 7],
  digital_factories: [0, 200],
  smart_factories: [0, 100],
  virtual_factories: [0, 60],
  cyber_breaches: [0, 150],
  cyber_losses: [0, 100],
};

it("the presets are those of the model, each with a card and a guide in three languages", () => {
  expect(presets.map(({ id }) => id)).toEqual(SPECIFIED);
  for (const { id, card } of presets) {
    expect(Object.keys(card!)).toEqual(["changes", "evidence", "assumptions", "expectedSign", "disprovedBy"]);
    for (const [language, words] of Object.entries({ en, ru, kk }))
      expect(words.presets[id], `${id} in ${language}`).toBeDefined();
  }
});

describe("every preset", () => {
  it.each(presets)("$id: every national indicator stays in a sane range to 2035", (scenario) => {
    for (const year of runOf(scenario).years) {
      for (const { id } of REGIONAL_INDICATORS) {
        const value = nationalValue(year, id);
        const [low, high] = RANGES[id];
        expect(value >= low && value <= high, `${id} ${value} in ${year.year}`).toBe(true);
      }
      expect(year.regional.every(isLegalValue)).toBe(true);
    }
  });

  const hasParts = presets.filter(({ measures }) => measures.length > 1);
  it.each(hasParts)("$id: each measure changes the run, unless it states the usual value", (scenario) => {
    const until = Math.max(...scenario.measures.map(({ from }) => from)) + 3; // by then a core has a platform
    const end = ({ measures }: Pick<typeof scenario, "measures">) => {
      const { regional, agents, actors } = runOf({ ...scenario, measures }, until).years.at(-1)!;
      return [regional, agents, actors.states, actors.numbers].map(({ buffer }) =>
        Buffer.from(buffer).toString("latin1"),
      );
    };
    const whole = end(scenario);
    scenario.measures.forEach(({ lever, size }, k) => {
      const without = end({ measures: scenario.measures.filter((_, other) => other !== k) });
      const changes = without.some((bytes, part) => bytes !== whole[part]);
      expect(changes, lever).toBe(size !== leverById(lever).neutral);
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
  const { money } = runOf(presets.find(({ id }) => id === "model-factories")!, 2027);
  const spent = money.filter(({ line }) => line !== "unspent");
  expect(spent.every(({ year, value }) => year === 2025 || value === 0)).toBe(true);
  expect(spent.reduce((total, { value }) => total + value, 0)).toBeLessThanOrEqual(10.4);
});
