import type { InputProblem } from "#domain/inputProblem.ts";
import { readFile } from "node:fs/promises";
import { InputRefused } from "#domain/inputProblem.ts";
import { NO_PLAN } from "#domain/noPlan.ts";
import { parseJson } from "#domain/parseJson.ts";
import { checkScenario, MAXIMUM_SCENARIO_BYTES, parseScenario } from "#domain/scenario.ts";
import { checkSavedPage } from "#session/savedPage.ts";
import { problemText, wordsFor } from "#ui/ProblemList.tsx";
import { expectationWords as kk } from "#ui/words/expectations/kk.ts";
import { expectationWords as ru } from "#ui/words/expectations/ru.ts";
import { describe, expect, it } from "vitest";
import { study } from "./fixtures/simulate.ts";

const regionIds = study.regions.map(({ id }) => id);
const preset = JSON.parse(await readFile(new URL("../scenarios/full-package.json", import.meta.url), "utf8"));
const shock = {
  shock: "cyberattack",
  regions: { rule: "belowNationalShare" },
  from: 2026,
  to: 2027,
  size: 0.3,
  ramp: 0,
};
const plan = {
  ...preset,
  notes: "note",
  off: ["labour"],
  parameters: { threshold: 0.5, nothing: 1 },
  shocks: [shock, { ...shock, shock: "policyRate" }],
  measures: [
    ...preset.measures.map((measure: object) => ({ regions: "all", payer: "state", budget: 1, ...measure })),
    {
      lever: "ictTraining",
      regions: ["astana", "astana"],
      from: 2030,
      to: 2028,
      size: 1,
      payer: "business",
      budget: 2,
    },
  ],
};
const digest = "0".repeat(64);
const run = { key: "A", scenario: digest, output: digest, years: "0", indicators: "0" };
const page = {
  version: 1,
  plans: [{ key: "A", plan: NO_PLAN, opened: null }],
  active: "A",
  seed: "1",
  futures: 40,
  view: "",
  receipt: { engine: "1", data: digest, runs: [run] },
};

const ODD = [
  null,
  "",
  "x",
  "X",
  "A",
  -1,
  0.5,
  1e9,
  2030,
  2024,
  true,
  [],
  {},
  ["x"],
  ["astana", "astana"],
  "x".repeat(3000),
];
const LONG = [
  Array.from({ length: 60 }, () => shock),
  Array.from({ length: 201 }, () => plan.measures[0]),
  [1, 2, 3, 4, 5],
];

/** The value with each of its parts, one at a time, left out, made odd, or given a field that is not there. */
function* spoilt(value: unknown): Generator<unknown> {
  yield* ODD;
  yield* LONG;
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value)) yield { ...value, extra: 1 };
  for (const [key, part] of Object.entries(value)) {
    const { [key]: _, ...rest } = value as Record<string, unknown>;
    if (!Array.isArray(value)) yield rest;
    for (const one of spoilt(part)) {
      if (Array.isArray(value)) yield value.map((other, place) => (String(place) === key ? one : other));
      else yield { ...rest, [key]: one };
    }
  }
}

const json = `{"a": [1, -2.5e3, "t\\u0041\\n", true, null], "b": {"c": {}}}`;
const SIGNS = ['"', "}", "]", ",", ":", "x", "\\", "\n", "\\q"];
function* spoiltTexts(): Generator<string> {
  yield* ["[".repeat(40), '{"a": 1, "a": 2}', "1e999", `1e${"9".repeat(80)}`, "x".repeat(MAXIMUM_SCENARIO_BYTES + 1)];
  for (let at = 0; at <= json.length; at++) {
    yield json.slice(0, at);
    for (const sign of SIGNS) yield `${json.slice(0, at)}${sign}${json.slice(at + 1)}`;
  }
}

const problems: InputProblem[] = [
  { place: "x.json", expected: "at most 9 characters", found: "12 bytes" },
  { place: "x.json", expected: "text in UTF-8", found: "bytes of another encoding" },
];
const refuse = (door: () => unknown) => {
  try {
    door();
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error;
    problems.push(...error.problems);
  }
};
for (const one of spoilt(plan)) refuse(() => checkScenario(one, "plan.json", regionIds));
for (const one of spoilt(page)) refuse(() => checkSavedPage(one, "link", { data: study, presets: [] } as never));
refuse(() => checkSavedPage({ ...page, active: "B" }, "link", { data: study, presets: [] } as never));
for (const text of spoiltTexts()) {
  refuse(() => parseJson(text, "plan.json"));
  refuse(() => parseScenario(text, "plan.json", regionIds));
}

const unique = (texts: readonly string[]) => [...new Set(texts)];
/** Texts that quote a value of the file are the same in every language. */
const isQuoted = (text: string) => /^(".*"|[[{].*|-?[\d.e+]+|true|false|null|".{56}\.\.\.)$/s.test(text);

describe.each([
  ["ru", ru],
  ["kk", kk],
] as const)("a refusal in %s", (language, words) => {
  it("has words for all that the doors of the page expect and find", () => {
    const texts = unique(problems.flatMap(({ expected, found }) => [expected, found]));
    expect(texts.filter((text) => !isQuoted(text) && wordsFor(text, language) === text)).toEqual([]);
  });

  it("has no sentence that no door says", () => {
    const said = unique(problems.flatMap(({ expected, found }) => [expected, found]));
    const unused = Object.entries(words).filter(
      ([, own]) => !own.includes("{{") && !said.some((text) => wordsFor(text, language) === own),
    );
    expect(unused.map(([template]) => template)).toEqual([]);
  });
});

it("a refusal keeps the place, numbers and values, with the decimal sign of the language", () => {
  const problem = { place: "plan.json measures[0].size", expected: "a share from 0 to 0.9", found: "1.4" };
  expect(problemText(problem, "file", "en")).toBe(
    "plan.json measures[0].size: expected a share from 0 to 0.9, got 1.4",
  );
  expect(problemText(problem, "file", "ru")).toBe(
    "plan.json measures[0].size: нужно — доля от 0 до 0,9; получено — 1.4",
  );
  expect(problemText({ ...problem, found: "1,4" }, "field", "kk")).toBe(
    "Керегі — 0 … 0,9 аралығындағы үлес; алынғаны — 1,4",
  );
  const below = { ...problem, expected: "a number from -3.05 to 2", found: "9" };
  expect(problemText(below, "field", "kk")).toBe("Керегі — −3,05 … 2 аралығындағы сан; алынғаны — 9");
  const year = { place: "plan measures[0].to", expected: "a year not before from (2030)", found: "2028" };
  expect(problemText(year, "field", "ru")).toBe("Последний год: нужно — год не раньше первого (2030); получено — 2028");
});
