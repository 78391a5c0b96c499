import type { Lever, LeverId } from "./levers.ts";
import type { Names } from "./language.ts";
import * as z from "zod/mini";
import { describeFound, type InputProblem, InputRefused } from "./inputProblem.ts";
import { LEVERS } from "./levers.ts";
import { MECHANISMS, type MechanismId } from "./mechanisms.ts";
import { PARAMETERS } from "./parameters.ts";
import { parseJson } from "./parseJson.ts";
import { PAYERS, type PayerId } from "./payers.ts";
import { SHOCKS, type ShockId, type ShockKind } from "./shocks.ts";

/** First simulated year; 2023 is observed. */
export const START_YEAR = 2023;
export const FIRST_PLAN_YEAR = 2024;
export const LAST_YEAR = 2035;
/** After this year the sources say little and assumptions much. */
export const LAST_YEAR_OF_EVIDENCE = 2027;

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
  readonly payer: PayerId;
};

/** Something that happens and that nobody decides. */
export type Shock = {
  readonly shock: ShockId;
  readonly regions: RegionChoice;
  readonly from: number;
  readonly to: number;
  /** Size in the unit of the shock, reached after `ramp` years of equal steps (0: at once). */
  readonly size: number;
  readonly ramp: number;
};

export type ScenarioCard = {
  readonly changes: Names;
  readonly evidence: Names;
  readonly assumptions: Names;
  readonly expectedSign: Names;
  readonly disprovedBy: Names;
};

/** A plan: what is done (measures), apart from what is assumed (parameters, switched-off mechanisms, shocks). */
export type Scenario = {
  readonly version: typeof SCENARIO_VERSION;
  readonly id: string;
  readonly name: Names;
  readonly card: ScenarioCard | null;
  /** What its author wants to remember; shown as plain text. */
  readonly notes: string;
  readonly until: number;
  /** Departures from the default parameters, by id (parameters.ts). */
  readonly parameters: Readonly<Record<string, number>>;
  /** Mechanisms that are switched off, in the order of MECHANISMS. */
  readonly off: readonly MechanismId[];
  readonly shocks: readonly Shock[];
  readonly measures: readonly Measure[];
};

/** Version of the format. Files of version 1 (before payers, notes, switched-off mechanisms and shocks) are read as well. */
export const SCENARIO_VERSION = 2;
/** A scenario file beyond this size is refused before it is parsed: the largest honest plan is a hundred times smaller. */
export const MAXIMUM_SCENARIO_BYTES = 1_000_000;
export const MAXIMUM_MEASURES = 200;
export const MAXIMUM_SHOCKS = 50;
export const MAXIMUM_BUDGET = 10_000;
export const MAXIMUM_RAMP = 12;
export const MAXIMUM_TEXT = 2000;
/** First year of a measure or shock that names none. */
const USUAL_FROM = 2025;

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
  for (const [list, most] of [
    ["measures", MAXIMUM_MEASURES],
    ["shocks", MAXIMUM_SHOCKS],
  ] as const) {
    const given = isRecord(value) ? value[list] : undefined;
    if (!Array.isArray(given) || given.length <= most) continue;
    const found = `${given.length}`; // each could be wrong in seven ways: said once instead
    throw new InputRefused([{ place: `${fileName} ${list}`, expected: `at most ${most} ${list}`, found }]);
  }
  const shape = scenarioShape.safeParse(migrate(value), { error: (issue) => sayExpectation(issue) });
  const problems: InputProblem[] = shape.success
    ? []
    : shape.error.issues.flatMap((issue) => problemsOf(issue, value, fileName));
  if (isRecord(value)) problems.push(...meaningProblems(value, fileName, regionIds));
  if (!shape.success || problems.length > 0) throw new InputRefused(problems.sort(byPlace));
  return withDefaults(shape.data);
}

const BUDGET = `a number from 0 to ${MAXIMUM_BUDGET} (billion KZT a year), or null`;
const PAYER_IDS = PAYERS.map(({ id }) => id);
const ONE_OF_PAYERS = `one of ${PAYER_IDS.join(", ")}`;
const MECHANISM_IDS = MECHANISMS.map(({ id }) => id);
const ONE_OF_MECHANISMS = `one of ${MECHANISM_IDS.join(", ")}`;
const ID = "1 to 64 lower-case letters, digits and hyphens";

/** A file of version 1 says nothing of what came later, so the defaults of the later fields hold for it. */
function migrate(value: unknown): unknown {
  return isRecord(value) && value.version === 1 ? { ...value, version: SCENARIO_VERSION } : value;
}

/** Pure, so that code which needs only the years of a scenario is bundled without the schema library. */
const scenarioShape = /* @__PURE__ */ createShape();

function createShape() {
  const text = z
    .string("a text")
    .check(z.minLength(1, "a text"), z.maxLength(MAXIMUM_TEXT, `at most ${MAXIMUM_TEXT} characters`));
  const wholeNumber = (least: number, most: number) => {
    const expected = `a whole number from ${least} to ${most}`;
    return z.int(expected).check(z.minimum(least, expected), z.maximum(most, expected));
  };
  const names = z.strictObject({ en: text, ru: text, kk: text }, "an object with en, ru and kk");

  const whereAndWhen = () => ({
    regions: z._default(
      z.union([
        z.literal("all"),
        z.strictObject({ rule: z.enum(REGION_RULES) }),
        z.array(z.string()).check(z.minLength(1, "at least one region")),
      ]),
      "all",
    ),
    from: z._default(wholeNumber(FIRST_PLAN_YEAR, LAST_YEAR), USUAL_FROM),
    to: z._default(wholeNumber(FIRST_PLAN_YEAR, LAST_YEAR), LAST_YEAR),
    size: z.number(),
    ramp: z._default(wholeNumber(0, MAXIMUM_RAMP), 0),
  });
  const shockShape = z.strictObject({ shock: z.string(), ...whereAndWhen() });
  const measureShape = z.strictObject({
    lever: z.string(),
    ...whereAndWhen(),
    budget: z._default(
      z.nullable(z.number(BUDGET).check(z.minimum(0, BUDGET), z.maximum(MAXIMUM_BUDGET, BUDGET))),
      null,
    ),
    payer: z._default(z.enum(PAYER_IDS, ONE_OF_PAYERS), "state"),
  });

  return z.strictObject({
    $schema: z.optional(z.string()),
    version: z.literal(SCENARIO_VERSION, `${SCENARIO_VERSION}, the version of this format, or 1`),
    id: z.string(ID).check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/, ID)),
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
    notes: z._default(z.string("a text").check(z.maxLength(MAXIMUM_TEXT, `at most ${MAXIMUM_TEXT} characters`)), ""),
    until: z._default(wholeNumber(FIRST_PLAN_YEAR, LAST_YEAR), LAST_YEAR),
    parameters: z._default(z.record(z.string(), z.number()), {}),
    off: z._default(z.array(z.enum(MECHANISM_IDS, ONE_OF_MECHANISMS)), []),
    shocks: z._default(z.array(shockShape), []),
    measures: z._default(z.array(measureShape), []),
  });
}

const order = /* @__PURE__ */ new Intl.Collator("en", { numeric: true });
const byPlace = (a: InputProblem, b: InputProblem) => order.compare(a.place, b.place);

function withDefaults({ $schema: _, off, ...scenario }: z.infer<typeof scenarioShape>): Scenario {
  const inOrder = MECHANISM_IDS.filter((id) => off.includes(id));
  return { ...scenario, off: inOrder } as Scenario; // levers, shocks and regions were checked by meaningProblems
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
      if (!parameter) refuse(describePath(["parameters", id]), "the id of a parameter, as in scenario.schema.json", id);
      else if (typeof setting === "number" && !(setting >= parameter.minimum && setting <= parameter.maximum))
        refuse(`parameters.${id}`, `a number from ${parameter.minimum} to ${parameter.maximum}`, setting);
    }
  }
  if (Array.isArray(value.off)) {
    value.off.forEach((id: unknown, place, all) => {
      if (all.indexOf(id) < place) refuse(`off[${place}]`, "each mechanism once", id);
    });
  }
  const listed = (list: "measures" | "shocks", check: (entry: Record<string, unknown>, path: string) => void) => {
    const given = value[list];
    if (!Array.isArray(given)) return;
    given.forEach((entry: unknown, index) => {
      if (isRecord(entry)) check(entry, `${list}[${index}]`);
    });
  };
  listed("shocks", (entry, path) => whereAndWhenProblems(entry, path, "shock", SHOCKS, regionIds, refuse));
  listed("measures", (measure, path) => {
    whereAndWhenProblems(measure, path, "lever", LEVERS, regionIds, refuse);
    const lever = LEVERS.find((candidate) => candidate.id === measure.lever);
    if (lever && !lever.costs && measure.payer !== undefined && measure.payer !== "state")
      refuse(`${path}.payer`, `no payer, since ${lever.id} costs nothing`, measure.payer);
    if (lever && !lever.costs && measure.budget !== undefined && measure.budget !== null)
      refuse(`${path}.budget`, `no budget, since ${lever.id} costs nothing`, measure.budget);
  });
  return problems;
}

/** What is wrong with a measure or shock as such: which it is, how large, where and when. */
function whereAndWhenProblems(
  entry: Record<string, unknown>,
  path: string,
  field: "lever" | "shock",
  registry: readonly (Lever | ShockKind)[],
  regionIds: readonly string[],
  refuse: (path: string, expected: string, found: unknown) => void,
): void {
  const kind = registry.find(({ id }) => id === entry[field]);
  if (typeof entry[field] === "string" && !kind)
    refuse(`${path}.${field}`, `one of ${registry.map(({ id }) => id).join(", ")}`, entry[field]);
  if (kind && typeof entry.size === "number" && !(entry.size >= kind.minimum && entry.size <= kind.maximum))
    refuse(`${path}.size`, describeRange(kind), entry.size);
  if (kind?.reach === "national" && entry.regions !== undefined && entry.regions !== "all")
    refuse(`${path}.regions`, `"all", since ${kind.id} acts on the whole country`, entry.regions);
  const { from = USUAL_FROM, to = LAST_YEAR, regions } = entry;
  if (typeof from === "number" && typeof to === "number" && from > to)
    refuse(`${path}.to`, `a year not before from (${from})`, to);
  if (!Array.isArray(regions)) return;
  regions.forEach((region: unknown, place) => {
    if (typeof region === "string" && !regionIds.includes(region))
      refuse(`${path}.regions[${place}]`, `the id of a region (${regionIds.join(", ")})`, region);
    else if (regions.indexOf(region) < place) refuse(`${path}.regions[${place}]`, "each region once", region);
  });
}

function describeRange({ minimum, maximum, unit }: Lever | ShockKind): string {
  return `${unit === "share" ? "a share" : "a number"} from ${minimum} to ${maximum}`;
}

type Issue = { readonly code?: string; readonly expected?: unknown };

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

/** What the schema does not say in its own words: types, lists of choices. */
function sayExpectation(issue: Issue): string {
  switch (issue.code) {
    case "invalid_type":
      return describeType(String(issue.expected));
    case "invalid_union":
      return `"all", a list of region ids, or {"rule": ${REGION_RULES.map((rule) => `"${rule}"`).join(" | ")}}`;
    default:
      return "a legal value";
  }
}

function describeType(type: string): string {
  const names: Record<string, string> = { array: "a list", object: "an object", record: "an object" };
  return names[type] ?? `a ${type}`;
}

/** `measures[0].size`; a name that is no plain word in quotes, shortened, so that it cannot spoil the message. */
function describePath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "(whole file)";
  return path.reduce<string>((so, key) => {
    if (typeof key === "number") return `${so}[${key}]`;
    if (!/^[$\w]{1,40}$/.test(String(key))) return `${so}[${describeFound(key)}]`;
    return so === "" ? String(key) : `${so}.${String(key)}`;
  }, "");
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>((so, key) => {
    return (isRecord(so) || Array.isArray(so)) && Object.hasOwn(so, key) ? so[key as never] : undefined;
  }, value);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
