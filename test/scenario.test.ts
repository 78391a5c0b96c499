import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { InputRefused } from "#domain/inputProblem.ts";
import { LEVERS, leverById } from "#domain/levers.ts";
import { PARAMETERS } from "#domain/parameters.ts";
import {
  checkScenario,
  FIRST_PLAN_YEAR,
  LAST_YEAR,
  MAXIMUM_BUDGET,
  MAXIMUM_MEASURES,
  parseScenario,
  type Scenario,
} from "#domain/scenario.ts";
import { arbitraryDamagedScenario, arbitraryScenario } from "./fixtures/arbitraryScenario.ts";
import { REGION_IDS } from "./fixtures/regionIds.ts";

const smallest = { version: 2, id: "plan", name: { en: "Plan", ru: "План", kk: "Жоспар" } };
const advice = { lever: "advice", size: 60 };

const parse = (value: unknown) => parseScenario(JSON.stringify(value), "plan.json", REGION_IDS);
const withMeasure = (measure: object) => ({ ...smallest, measures: [{ ...advice, ...measure }] });

describe("a scenario that is accepted", () => {
  it("comes back unchanged when it is written as JSON and read again", () => {
    fc.assert(fc.property(arbitraryScenario, (scenario) => void expect(parse(scenario)).toEqual(scenario)));
  });

  it("needs a version, an id and a name, and is the baseline otherwise", () => {
    expect(parse(smallest)).toEqual({
      ...smallest,
      card: null,
      notes: "",
      until: 2035,
      parameters: {},
      off: [],
      shocks: [],
      measures: [],
    });
  });

  it("of version 1 is the same plan in the version of today", () => {
    const old = { ...smallest, version: 1, measures: [advice] };
    expect(parse(old)).toEqual(parse({ ...old, version: 2 }));
  });

  it("lists what is switched off in the order of the mechanisms", () => {
    expect(parse({ ...smallest, off: ["exits", "peers"] }).off).toEqual(["peers", "exits"]);
  });

  it("has measures in all regions from 2025 to 2035, at once and without a cap, unless it says otherwise", () => {
    expect(parse({ ...smallest, measures: [advice] }).measures).toEqual([
      { lever: "advice", size: 60, regions: "all", from: 2025, to: 2035, ramp: 0, budget: null, payer: "state" },
    ]);
  });

  it("may name its schema, which is not part of the plan", () => {
    expect(parse({ $schema: "scenario.schema.json", ...smallest })).toEqual(parse(smallest));
  });

  it("is within every range, whatever was done to the file it came from", () => {
    fc.assert(
      fc.property(arbitraryDamagedScenario, (damaged) => {
        const outcome = tryParse(JSON.stringify(damaged));
        if (!(outcome instanceof InputRefused)) expectLegal(outcome);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("a scenario that is refused", () => {
  it("is refused with file, place, expectation and value, whatever is wrong with it", () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryDamagedScenario, fc.jsonValue()), (value) => {
        const outcome = tryParse(JSON.stringify(value));
        if (!(outcome instanceof InputRefused)) return;
        expect(outcome.problems.length).toBeGreaterThan(0);
        for (const { place, expected, found } of outcome.problems) {
          expect(place).toMatch(/^plan\.json .+/);
          expect(expected).not.toMatch(/^$|legal value|undefined|\[object/);
          expect(found).not.toMatch(/^$|undefined|\[object/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it("does not crash the reader when the text is no JSON at all", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void tryParse(text)));
  });

  it.each([
    ["not JSON", '{"version": 1,\n "id": }', 'plan.json:2:8: expected a value, got "}"'],
    ["NaN", '{"version": NaN}', 'plan.json:1:13: expected a value, got "NaN"'],
    [
      "a key given twice",
      '{"id": "a", "id": "b"}',
      'plan.json:1:13: expected each name once in an object, got "id" again',
    ],
    ["a huge file", " ".repeat(1_000_001), "plan.json: expected at most 1000000 characters, got 1000001"],
    [
      "deep nesting",
      "[".repeat(500_000),
      "plan.json:1:34: expected at most 32 levels of lists and objects, got one more",
    ],
  ])("for %s", (_, text, message) => {
    expect(messageFor(text)).toBe(message);
  });

  it.each([
    ["no object", [], "plan.json (whole file): expected an object, got []"],
    [
      "another version",
      { ...smallest, version: 3 },
      "plan.json version: expected 2, the version of this format, or 1, got 3",
    ],
    [
      "an id with spaces",
      { ...smallest, id: "My plan" },
      'plan.json id: expected 1 to 64 lower-case letters, digits and hyphens, got "My plan"',
    ],
    [
      "a name in two languages",
      { ...smallest, name: { en: "a", ru: "б" } },
      "plan.json name.kk: expected a text, got nothing",
    ],
    ["an unknown field", { ...smallest, sead: 7 }, 'plan.json sead: expected no such field, got "sead"'],
    [
      "an end after 2035",
      { ...smallest, until: 2050 },
      "plan.json until: expected a whole number from 2024 to 2035, got 2050",
    ],
    [
      "an unknown parameter",
      { ...smallest, parameters: { beta: 1 } },
      'plan.json parameters.beta: expected the id of a parameter, as in scenario.schema.json, got "beta"',
    ],
    [
      "a parameter out of range",
      { ...smallest, parameters: { threshold: 0.9 } },
      "plan.json parameters.threshold: expected a number from 0.3 to 0.5, got 0.9",
    ],
    [
      "an unknown lever",
      withMeasure({ lever: "magic" }),
      `plan.json measures[0].lever: expected one of ${LEVERS.map(({ id }) => id).join(", ")}, got "magic"`,
    ],
    [
      "a share of 140",
      withMeasure({ lever: "subsidy", size: 140 }),
      "plan.json measures[0].size: expected a share from 0 to 0.9, got 140",
    ],
    ["a number in words", withMeasure({ size: "60" }), 'plan.json measures[0].size: expected a number, got "60"'],
    ["no size", withMeasure({ size: undefined }), "plan.json measures[0].size: expected a number, got nothing"],
    [
      "a year before 2024",
      withMeasure({ from: 2023 }),
      "plan.json measures[0].from: expected a whole number from 2024 to 2035, got 2023",
    ],
    [
      "half a year",
      withMeasure({ from: 2025.5 }),
      "plan.json measures[0].from: expected a whole number from 2024 to 2035, got 2025.5",
    ],
    [
      "an end before the start",
      withMeasure({ from: 2030, to: 2029 }),
      "plan.json measures[0].to: expected a year not before from (2030), got 2029",
    ],
    [
      "an end before the usual start",
      withMeasure({ to: 2024 }),
      "plan.json measures[0].to: expected a year not before from (2025), got 2024",
    ],
    [
      "a negative budget",
      withMeasure({ budget: -1 }),
      "plan.json measures[0].budget: expected a number from 0 to 10000 (billion KZT a year), or null, got -1",
    ],
    [
      "a budget for what costs nothing",
      withMeasure({ lever: "openness", size: 0.5, budget: 1 }),
      "plan.json measures[0].budget: expected no budget, since openness costs nothing, got 1",
    ],
    [
      "a region that does not exist",
      withMeasure({ regions: ["semey"] }),
      `plan.json measures[0].regions[0]: expected the id of a region (${REGION_IDS.join(", ")}), got "semey"`,
    ],
    [
      "a region named twice",
      withMeasure({ regions: ["abai", "abai"] }),
      'plan.json measures[0].regions[1]: expected each region once, got "abai"',
    ],
    ["no region", withMeasure({ regions: [] }), "plan.json measures[0].regions: expected at least one region, got []"],
    [
      "regions for a lever of the whole country",
      withMeasure({ lever: "cores", size: 3, regions: ["abai"] }),
      'plan.json measures[0].regions: expected "all", since cores acts on the whole country, got ["abai"]',
    ],
    ["a measure that is none", { ...smallest, measures: [7] }, "plan.json measures[0]: expected an object, got 7"],
  ])("for %s", (_, value, message) => {
    expect(messageFor(JSON.stringify(value))).toBe(message);
  });

  it("for more measures than a plan can have, said once", () => {
    expect(messageFor(JSON.stringify({ ...smallest, measures: new Array(100_000).fill({}) }))).toBe(
      `plan.json measures: expected at most ${MAXIMUM_MEASURES} measures, got 100000`,
    );
  });

  it("for an infinite number in a value that is already parsed", () => {
    expect(() => checkScenario(withMeasure({ size: Infinity }), "link", REGION_IDS)).toThrow(
      "link measures[0].size: expected a number, got Infinity",
    );
    expect(() => checkScenario(withMeasure({ size: Number.NaN }), "link", REGION_IDS)).toThrow(
      /expected a number, got NaN/,
    );
  });

  it("with all its problems, by place", () => {
    const measures = [
      { ...advice, regions: ["semey"], from: 2020 },
      { lever: "subsidy", size: 140, budget: -5 },
    ];
    const refused = tryParse(JSON.stringify({ ...smallest, version: 3, measures })) as InputRefused;
    expect(refused.problems.map(({ place }) => place)).toEqual([
      "plan.json measures[0].from",
      "plan.json measures[0].regions[0]",
      "plan.json measures[1].budget",
      "plan.json measures[1].size",
      "plan.json version",
    ]);
  });

  it("without touching any prototype", () => {
    const text = JSON.stringify(smallest).replace(
      "{",
      '{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}},',
    );
    expect(messageFor(text)).toBe(
      'plan.json __proto__: expected no such field, got "__proto__"\nplan.json constructor: expected no such field, got "constructor"',
    );
    const parameters = `{"__proto__": 1, "toString": 2}`;
    expect(messageFor(JSON.stringify(smallest).replace("{", `{"parameters": ${parameters},`))).toMatch(
      /^plan\.json parameters\.__proto__: .*\nplan\.json parameters\.toString: .*$/,
    );
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it("in a short message, however many and long the problems are", () => {
    const parameters = Object.fromEntries(Array.from({ length: 40_000 }, (_, index) => [`p${index}\u001b[31m`, 1]));
    const message = messageFor(JSON.stringify({ ...smallest, parameters }));
    expect(message.split("\n")).toHaveLength(201);
    expect(message).toMatch(/and 39800 more$/);
    expect(message).not.toContain("\u001b");
  });
});

function tryParse(text: string): Scenario | InputRefused {
  try {
    return parseScenario(text, "plan.json", REGION_IDS);
  } catch (error) {
    if (error instanceof InputRefused) return error;
    throw error;
  }
}

function messageFor(text: string): string {
  const outcome = tryParse(text);
  return outcome instanceof InputRefused ? outcome.message : "accepted";
}

function expectLegal({ until, parameters, measures }: Scenario) {
  expectWithin(until, FIRST_PLAN_YEAR, LAST_YEAR);
  for (const [id, setting] of Object.entries(parameters)) {
    const { minimum, maximum } = PARAMETERS.find((parameter) => parameter.id === id)!;
    expectWithin(setting, minimum, maximum);
  }
  for (const measure of measures) {
    const lever = leverById(measure.lever);
    expectWithin(measure.size, lever.minimum, lever.maximum);
    expectWithin(measure.from, FIRST_PLAN_YEAR, measure.to);
    expectWithin(measure.to, measure.from, LAST_YEAR);
    expectWithin(measure.ramp, 0, 12);
    if (measure.budget !== null) expectWithin(measure.budget, 0, lever.costs ? MAXIMUM_BUDGET : Number.NaN);
    if (lever.reach === "national") expect(measure.regions).toBe("all");
    if (Array.isArray(measure.regions)) expect(REGION_IDS).toEqual(expect.arrayContaining([...measure.regions]));
  }
}

function expectWithin(value: number, least: number, most: number) {
  expect(value >= least && value <= most, `${value} in ${least} to ${most}`).toBe(true);
}
