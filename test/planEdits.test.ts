import { describeProblem, InputRefused } from "#domain/inputProblem.ts";
import { LEVERS } from "#domain/levers.ts";
import { checkScenario, type Scenario } from "#domain/scenario.ts";
import { PARAMETERS } from "#domain/parameters.ts";
import { SHOCKS } from "#domain/shocks.ts";
import {
  addMeasure,
  addShock,
  changeMeasure,
  changeParameter,
  changeShock,
  type Edited,
  removeMeasure,
} from "#session/planEdits.ts";
import { describe, expect, it } from "vitest";

const REGIONS = ["akmola", "astana", "kostanay"];
const NAMES = { en: "Office", ru: "Офис", kk: "Кеңсе" };
const CARD = { changes: NAMES, evidence: NAMES, assumptions: NAMES, expectedSign: NAMES, disprovedBy: NAMES };
const PLAN = checkScenario(
  { version: 1, id: "office", name: NAMES, card: CARD, measures: [{ lever: "subsidy", size: 0.3, budget: 2 }] },
  "office.json",
  REGIONS,
);

describe("an accepted edit", () => {
  it("changes one field of one measure and nothing else", () => {
    expect(accepted(changeMeasure(PLAN, 0, { size: 0.4 }, REGIONS)).measures).toEqual([
      { ...PLAN.measures[0], size: 0.4 },
    ]);
  });

  it("names the plan as changed once, and drops the claims of the preset's card", () => {
    const once = accepted(changeMeasure(PLAN, 0, { size: 0.4 }, REGIONS));
    const twice = accepted(changeMeasure(once, 0, { size: 0.5 }, REGIONS));
    expect([twice.id, twice.name.en, twice.card]).toEqual(["office-changed", "Office, changed", null]);
    expect(PLAN.id).toBe("office");
  });

  it("can add every lever to a plan, with its usual size, and take it away again", () => {
    for (const { id, usual } of LEVERS) {
      const plan = accepted(addMeasure(PLAN, id, REGIONS));
      expect(plan.measures.at(-1)).toMatchObject({ lever: id, size: usual, regions: "all", budget: null });
      expect(accepted(removeMeasure(plan, 1, REGIONS)).measures).toEqual(PLAN.measures);
    }
  });

  it("keeps the id of a changed plan legal however long the preset's id was", () => {
    const long = { ...PLAN, id: "a".repeat(64) };
    expect(accepted(changeMeasure(long, 0, { size: 0.4 }, REGIONS)).id).toHaveLength(64);
  });
});

describe("assumptions", () => {
  it("are changed apart from the measures; a parameter put back to its default is no departure any more", () => {
    const changed = accepted(changeParameter(PLAN, "matureShare", 0.6, REGIONS));
    expect([changed.parameters, changed.measures]).toEqual([{ matureShare: 0.6 }, PLAN.measures]);
    const { default: byDefault } = PARAMETERS.find(({ id }) => id === "matureShare")!;
    expect(accepted(changeParameter(changed, "matureShare", byDefault, REGIONS)).parameters).toEqual({});
  });

  it("take shocks with their usual size, which can be changed", () => {
    for (const { id, usual } of SHOCKS) {
      const shocked = accepted(addShock(PLAN, id, REGIONS));
      expect(shocked.shocks).toMatchObject([{ shock: id, size: usual }]);
      expect(accepted(changeShock(shocked, 0, { ramp: 2 }, REGIONS)).shocks[0].ramp).toBe(2);
    }
  });

  it("outside their range are refused with the range", () => {
    const edited = changeParameter(PLAN, "matureShare", 2, REGIONS);
    expect(edited.status === "refused" && describeProblem(edited.problems[0])).toMatch(
      /plan parameters\.matureShare: expected a number from 0\.3 to 0\.95, got 2/,
    );
  });
});

describe("a refused edit", () => {
  it.each([
    ["a share of 140", { size: 1.4 }, /^plan measures\[0\]\.size: expected .* 0\.9.*, got 1\.4$/],
    ["a negative budget", { budget: -1 }, /^plan measures\[0\]\.budget: expected .*, got -1$/],
    ["a year before the plan's first", { from: 2010 }, /^plan measures\[0\]\.from: expected .*2024 to 2035, got 2010$/],
    ["years in the wrong order", { to: 2024 }, /^plan measures\[0\]\.to: expected .*2025.*, got 2024$/],
    ["no region", { regions: [] }, /^plan measures\[0\]\.regions: expected .*, got \[\]$/],
    ["an empty field", { size: null }, /^plan measures\[0\]\.size: expected .*, got null$/],
    ["what is no number", { size: Number.NaN }, /^plan measures\[0\]\.size: expected /],
  ])("of %s says what the command line says", (_, change, text) => {
    const edited = changeMeasure(PLAN, 0, change, REGIONS);
    const problems = edited.status === "refused" ? edited.problems : [];
    expect(problems.map(describeProblem).join("\n")).toMatch(text);
    expect(problems).toEqual(problemsOf({ ...PLAN, measures: [{ ...PLAN.measures[0], ...change }] }));
  });
});

function accepted(edited: Edited): Scenario {
  if (edited.status === "refused") throw new InputRefused(edited.problems);
  return edited.plan;
}

function problemsOf(value: unknown) {
  try {
    checkScenario(value, "plan", REGIONS);
  } catch (error) {
    if (error instanceof InputRefused) return error.problems;
  }
  return [];
}
