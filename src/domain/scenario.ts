import type { LeverId } from "./levers.ts";
import type { Names } from "./language.ts";
import * as z from "zod/mini";
import { describeFound, type InputProblem, InputRefused } from "./inputProblem.ts";
import { LEVERS, leverById } from "./levers.ts";
import { PARAMETERS } from "./parameters.ts";

/** First simulated year; 2023 is observed. */
export const START_YEAR = 2023;
export const FIRST_PLAN_YEAR = 2024;
export const LAST_YEAR = 2035;

/** Regions of a measure: all, a list of region ids, or a rule that is read anew at the start of every year. */
export type RegionChoice = "all" | { readonly rule: RegionRule } | readonly string[];
export const REGION_RULES = ["belowNationalShare", "outsideAstanaAndAlmaty"] as const;
export type RegionRule = (typeof REGION_RULES)[number];

export type Measure = {
  readonly lever: LeverId;
  readonly regions: RegionChoice;
  readonly from: number;
  readonly to: number;
  /** Size in the unit of the lever, reached after `ramp` years of equal steps (0: at once). */
  readonly size: number;
  readonly ramp: number;
  /** Most the measure may spend in a year, billion KZT of 2023; null: no cap. */
  readonly budget: number | null;
};

export type ScenarioCard = {
  readonly changes: Names;
  readonly evidence: Names;
  readonly assumptions: Names;
  readonly expectedSign: Names;
  readonly disprovedBy: Names;
};

/** A plan: what is done (measures), apart from what is assumed (parameters). */
export type Scenario = {
  readonly version: 1;
  readonly id: string;
  readonly name: Names;
  readonly card: ScenarioCard | null;
  readonly until: number;
  /** Departures from the default parameters, by id (parameters.ts). */
  readonly parameters: Readonly<Record<string, number>>;
  readonly measures: readonly Measure[];
};

/** A scenario file beyond this size is refused before it is parsed: the largest honest plan is a hundred times smaller. */
export const MAXIMUM_SCENARIO_BYTES = 1_000_000;
export const MAXIMUM_MEASURES = 200;
const MAXIMUM_BUDGET = 10_000;

/**
 * The one door for scenarios: text of a JSON file to a checked Scenario.
 * @throws InputRefused with every problem found, each with its JSON path.
 */
export function parseScenario(text: string, fileName: string, regionIds: readonly string[]): Scenario {
  if (text.length > MAXIMUM_SCENARIO_BYTES) {
    throw new InputRefused([
      { place: fileName, expected: `at most ${MAXIMUM_SCENARIO_BYTES} characters`, found: `${text.length}` },
    ]);
  }
  return checkScenario(parseJson(text, fileName), fileName, regionIds);
}

/** As `parseScenario`, for a value that is already parsed (a link, a form). */
export function checkScenario(value: unknown, fileName: string, regionIds: readonly string[]): Scenario {
  const shape = scenarioShape.safeParse(value, { error: (issue) => sayExpectation(issue) });
  const problems: InputProblem[] = shape.success
    ? []
    : shape.error.issues.flatMap((issue) => problemsOf(issue, value, fileName));
  if (isRecord(value)) problems.push(...meaningProblems(value, fileName, regionIds));
  if (!shape.success || problems.length > 0) throw new InputRefused(problems);
  return withDefaults(shape.data);
}

const text = z.string().check(z.minLength(1), z.maxLength(2000));
const names = z.strictObject({ en: text, ru: text, kk: text });

const measureShape = z.strictObject({
  lever: z.string(),
  regions: z._default(
    z.union([
      z.literal("all"),
      z.strictObject({ rule: z.enum(REGION_RULES) }),
      z.array(z.string()).check(z.minLength(1)),
    ]),
    "all",
  ),
  from: z._default(z.number().check(z.int()), 2025),
  to: z._default(z.number().check(z.int()), LAST_YEAR),
  size: z.number(),
  ramp: z._default(z.number().check(z.int(), z.minimum(0), z.maximum(12)), 0),
  budget: z._default(z.nullable(z.number().check(z.minimum(0), z.maximum(MAXIMUM_BUDGET))), null),
});

const scenarioShape = z.strictObject({
  $schema: z.optional(z.string()),
  version: z.literal(1),
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/)),
  name: names,
  card: z._default(
    z.nullable(
      z.strictObject({
        changes: names,
        evidence: names,
        assumptions: names,
        expectedSign: names,
        disprovedBy: names,
      }),
    ),
    null,
  ),
  until: z._default(z.number().check(z.int(), z.minimum(FIRST_PLAN_YEAR), z.maximum(LAST_YEAR)), LAST_YEAR),
  parameters: z._default(z.record(z.string(), z.number()), {}),
  measures: z._default(z.array(measureShape).check(z.maxLength(MAXIMUM_MEASURES)), []),
});

function withDefaults({ $schema: _, ...scenario }: z.infer<typeof scenarioShape>): Scenario {
  return scenario as Scenario; // levers and regions were checked by meaningProblems
}

/** What the shape cannot say: names that must exist, ranges that depend on the lever, years in order. */
function meaningProblems(
  value: Record<string, unknown>,
  fileName: string,
  regionIds: readonly string[],
): InputProblem[] {
  const problems: InputProblem[] = [];
  const refuse = (path: string, expected: string, found: unknown) =>
    problems.push({ place: `${fileName} ${path}`, expected, found: describeFound(found) });

  if (isRecord(value.parameters)) {
    for (const [id, setting] of Object.entries(value.parameters)) {
      const parameter = PARAMETERS.find((candidate) => candidate.id === id);
      if (!parameter)
        refuse(`parameters.${id}`, `a parameter of the model (${PARAMETERS.map((p) => p.id).join(", ")})`, id);
      else if (typeof setting === "number" && !(setting >= parameter.minimum && setting <= parameter.maximum))
        refuse(`parameters.${id}`, `a number from ${parameter.minimum} to ${parameter.maximum}`, setting);
    }
  }
  if (!Array.isArray(value.measures)) return problems;
  value.measures.slice(0, MAXIMUM_MEASURES).forEach((measure: unknown, index) => {
    if (!isRecord(measure)) return;
    const path = `measures[${index}]`;
    const lever = LEVERS.find((candidate) => candidate.id === measure.lever);
    if (typeof measure.lever === "string" && !lever)
      refuse(`${path}.lever`, `one of ${LEVERS.map(({ id }) => id).join(", ")}`, measure.lever);
    if (lever && typeof measure.size === "number" && !(measure.size >= lever.minimum && measure.size <= lever.maximum))
      refuse(`${path}.size`, `${describeLeverRange(lever.id)}`, measure.size);
    if (lever?.reach === "national" && measure.regions !== undefined && measure.regions !== "all")
      refuse(`${path}.regions`, `"all", since ${lever.id} acts on the whole country`, measure.regions);
    if (lever && !lever.costs && measure.budget !== undefined && measure.budget !== null)
      refuse(`${path}.budget`, `no budget, since ${lever.id} costs nothing`, measure.budget);
    for (const key of ["from", "to"] as const) {
      const year = measure[key];
      if (typeof year === "number" && Number.isInteger(year) && !(year >= FIRST_PLAN_YEAR && year <= LAST_YEAR))
        refuse(`${path}.${key}`, `a year from ${FIRST_PLAN_YEAR} to ${LAST_YEAR}`, year);
    }
    if (typeof measure.from === "number" && typeof measure.to === "number" && measure.from > measure.to)
      refuse(`${path}.to`, `a year not before from (${measure.from})`, measure.to);
    const { regions } = measure;
    if (Array.isArray(regions)) {
      regions.forEach((region: unknown, place) => {
        if (typeof region === "string" && !regionIds.includes(region))
          refuse(`${path}.regions[${place}]`, "the id of a region (abai, akmola, …, shymkent)", region);
        else if (regions.indexOf(region) < place) refuse(`${path}.regions[${place}]`, "each region once", region);
      });
    }
  });
  return problems;
}

function describeLeverRange(id: LeverId): string {
  const { minimum, maximum, unit } = leverById(id);
  return `${unit === "share" ? "a share" : "a number"} from ${minimum} to ${maximum}`;
}

function parseJson(source: string, fileName: string): unknown {
  try {
    return JSON.parse(source.replace(/^\uFEFF/, ""));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new InputRefused([{ place: `${fileName}${linePlace(source, reason)}`, expected: "JSON", found: reason }]);
  }
}

/** JSON.parse tells an offset; people look for a line. */
function linePlace(source: string, reason: string): string {
  const offset = /position (\d+)/.exec(reason)?.[1];
  if (offset === undefined) return "";
  const before = source.slice(0, Number(offset)).split("\n");
  return `:${before.length}:${before.at(-1)!.length + 1}`;
}

type Issue = { code?: string; path?: PropertyKey[]; [detail: string]: unknown };

function problemsOf(issue: z.core.$ZodIssue, value: unknown, fileName: string): InputProblem[] {
  const place = (path: readonly PropertyKey[]) => `${fileName} ${describePath(path)}`;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      place: place([...issue.path, key]),
      expected: "no such field",
      found: describeFound(key),
    }));
  }
  return [{ place: place(issue.path), expected: issue.message, found: describeFound(valueAt(value, issue.path)) }];
}

function sayExpectation(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === "int" ? "a whole number" : `${article(String(issue.expected))}`;
    case "invalid_value":
      return `one of ${(issue.values as unknown[]).map((value) => JSON.stringify(value)).join(", ")}`;
    case "too_small":
      return issue.origin === "number" ? `at least ${issue.minimum}` : `not empty`;
    case "too_big":
      return issue.origin === "number" ? `at most ${issue.maximum}` : `at most ${issue.maximum} entries or characters`;
    case "invalid_format":
      return "lower-case letters, digits and hyphens, at most 64";
    case "invalid_union":
      return `"all", a list of region ids, or {"rule": ${REGION_RULES.map((rule) => `"${rule}"`).join(" | ")}}`;
    default:
      return "a legal value";
  }
}

function article(type: string): string {
  if (type === "object" || type === "array" || type === "int") return `an ${type === "int" ? "integer" : type}`;
  return `a ${type}`;
}

function describePath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "(whole file)";
  return path.reduce<string>(
    (so, key) => (typeof key === "number" ? `${so}[${key}]` : so === "" ? String(key) : `${so}.${String(key)}`),
    "",
  );
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((so, key) => (isRecord(so) || Array.isArray(so) ? (so as never)[key] : undefined), value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
