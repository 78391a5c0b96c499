import type { Lever } from "#domain/levers.ts";
import type { Parameter } from "#domain/parameter.ts";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { InputRefused } from "#domain/inputProblem.ts";
import { LEVERS } from "#domain/levers.ts";
import { MECHANISMS } from "#domain/mechanisms.ts";
import { PARAMETERS, type ParameterId } from "#domain/parameters.ts";
import { PARAMETER_UNITS } from "#domain/parameterUnits.ts";
import { PAYERS } from "#domain/payers.ts";
import { SHOCKS, type ShockKind } from "#domain/shocks.ts";
import {
  checkScenario,
  FIRST_PLAN_YEAR,
  LAST_YEAR,
  MAXIMUM_BUDGET,
  MAXIMUM_MEASURES,
  MAXIMUM_RAMP,
  MAXIMUM_SHOCKS,
  MAXIMUM_TEXT,
  REGION_RULES,
  SCENARIO_VERSION,
} from "#domain/scenario.ts";
import { arbitraryDamagedScenario, arbitraryScenario } from "./fixtures/arbitraryScenario.ts";
import { REGION_IDS } from "./fixtures/regionIds.ts";

const file = fileURLToPath(new URL("../public/scenario.schema.json", import.meta.url));

describe("public/scenario.schema.json", () => {
  it("is what the tables of levers, parameters and regions say (`npx vitest run -u test/scenarioSchema.test.ts` writes it)", async () => {
    await expect(`${JSON.stringify(scenarioSchema(), null, 2)}\n`).toMatchFileSnapshot(file);
  });

  it("accepts every scenario that the door accepts, and no other, but for years in the wrong order", () => {
    const schema = z.fromJSONSchema(JSON.parse(readFileSync(file, "utf8")));
    const counts = { both: 0, neither: 0 };
    fc.assert(
      fc.property(fc.oneof(arbitraryScenario, arbitraryDamagedScenario), (value) => {
        const problems = problemsOf(value).filter(({ expected }) => !/^a year not before/.test(expected));
        const accepted = schema.safeParse(value).success;
        expect(accepted, problems[0]?.place).toBe(problems.length === 0);
        counts[accepted ? "both" : "neither"] += 1;
      }),
      { numRuns: 700 },
    );
    expect(Math.min(counts.both, counts.neither)).toBeGreaterThan(100);
  });
});

function problemsOf(value: unknown) {
  try {
    checkScenario(value, "plan.json", REGION_IDS);
    return [];
  } catch (error) {
    if (error instanceof InputRefused) return error.problems;
    throw error;
  }
}

const text = { type: "string", minLength: 1, maxLength: MAXIMUM_TEXT };
const regions = {
  description: "All regions, a list of them, or a rule that is read anew at the start of every year.",
  anyOf: [
    { const: "all" },
    strictObject({ rule: { enum: REGION_RULES } }, ["rule"]),
    { type: "array", minItems: 1, uniqueItems: true, items: { enum: REGION_IDS } },
  ],
  default: "all",
};
const budget = {
  description: "Most that the measure may spend in a year, billion KZT of 2023; null: no cap.",
  anyOf: [{ type: "null" }, { type: "number", minimum: 0, maximum: MAXIMUM_BUDGET }],
  default: null,
};
const planYear = { type: "integer", minimum: FIRST_PLAN_YEAR, maximum: LAST_YEAR };

function scenarioSchema() {
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Scenario of Ecosystem Twin",
    description:
      "A plan: measures (what is done), apart from what is assumed: parameters, mechanisms switched off, shocks.",
    ...strictObject(
      {
        $schema: { type: "string" },
        version: { const: SCENARIO_VERSION },
        id: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{0,63}$" },
        name: { $ref: "#/$defs/names" },
        card: { anyOf: [{ type: "null" }, cardSchema()], default: null },
        notes: { type: "string", maxLength: MAXIMUM_TEXT, default: "" },
        until: { ...planYear, default: LAST_YEAR },
        parameters: {
          ...strictObject(
            Object.fromEntries(PARAMETERS.map((parameter) => [parameter.id, parameterSchema(parameter)])),
          ),
          default: {},
        },
        off: {
          description: "Mechanisms of the model that are switched off.",
          type: "array",
          uniqueItems: true,
          items: { enum: MECHANISMS.map(({ id }) => id) },
          default: [],
        },
        shocks: {
          description: "What happens and nobody decides.",
          type: "array",
          maxItems: MAXIMUM_SHOCKS,
          items: { anyOf: SHOCKS.map(shockSchema) },
          default: [],
        },
        measures: {
          type: "array",
          maxItems: MAXIMUM_MEASURES,
          items: { anyOf: LEVERS.map(measureSchema) },
          default: [],
        },
      },
      ["version", "id", "name"],
    ),
    $defs: { names: strictObject({ en: text, ru: text, kk: text }, ["en", "ru", "kk"]), regions, budget },
  };
}

function cardSchema() {
  const parts = ["changes", "evidence", "assumptions", "expectedSign", "disprovedBy"];
  return strictObject(Object.fromEntries(parts.map((part) => [part, { $ref: "#/$defs/names" }])), parts);
}

function parameterSchema({ id, symbol, meaning, minimum, maximum, default: byDefault }: Parameter) {
  return {
    description: `${symbol}: ${meaning}, ${PARAMETER_UNITS[id as ParameterId]}`,
    type: "number",
    minimum,
    maximum,
    default: byDefault,
  };
}

function measureSchema(lever: Lever) {
  return {
    title: lever.name.en,
    ...strictObject(
      {
        lever: { const: lever.id, description: lever.guidance.en },
        ...whereAndWhen(lever),
        payer: lever.costs
          ? { description: "Who pays.", enum: PAYERS.map(({ id }) => id), default: "state" }
          : { const: "state" },
        budget: lever.costs ? { $ref: "#/$defs/budget" } : { type: "null" },
      },
      ["lever", "size"],
    ),
  };
}

function shockSchema(kind: ShockKind) {
  const shock = { const: kind.id, description: kind.guidance.en };
  return { title: kind.name.en, ...strictObject({ shock, ...whereAndWhen(kind) }, ["shock", "size"]) };
}

function whereAndWhen({ reach, minimum, maximum }: Lever | ShockKind) {
  return {
    regions: reach === "national" ? { const: "all" } : { $ref: "#/$defs/regions" },
    from: { ...planYear, default: 2025 },
    to: { ...planYear, default: LAST_YEAR },
    size: { type: "number", minimum, maximum },
    ramp: { type: "integer", minimum: 0, maximum: MAXIMUM_RAMP, default: 0 },
  };
}

function strictObject(properties: Record<string, unknown>, required: readonly string[] = []) {
  return { type: "object", additionalProperties: false, required, properties };
}
