import { describe, expect, it } from "vitest";
import { REGIONAL_INDICATORS, sourceOf } from "#domain/indicators.ts";
import { LANGUAGES, type Names } from "#domain/language.ts";
import { LEVERS } from "#domain/levers.ts";
import { PARAMETER_SUBJECTS } from "#domain/parameterSubjects.ts";
import { PARAMETERS } from "#domain/parameters.ts";
import { SHOCKS } from "#domain/shocks.ts";
import { study } from "./fixtures/simulate.ts";

const cyrillic = /[\u0400-\u04FF]/;

function expectWords(words: Names): void {
  for (const language of LANGUAGES) expect(words[language].trim().length, language).toBeGreaterThan(1);
  expect(words.ru).toMatch(cyrillic);
  expect(words.kk).toMatch(cyrillic);
  expect(words.kk).not.toBe(words.ru);
}

describe("every indicator explains itself", () => {
  it.each(REGIONAL_INDICATORS)("$id has name and definition in three languages, unit, source and year", (indicator) => {
    expectWords(indicator.name);
    expectWords(indicator.definition);
    for (const language of LANGUAGES)
      expect(sourceOf(indicator, language), language).not.toMatch(language === "en" ? /^$/ : /^$|[a-z]{3}/);
    expect(indicator.observedYear).toBe(2023);
    expect(indicator.decimals).toBeGreaterThanOrEqual(0);
  });

  it("ids are unique", () => {
    expect(new Set(REGIONAL_INDICATORS.map(({ id }) => id)).size).toBe(REGIONAL_INDICATORS.length);
  });
});

describe("every lever and shock says what it does and where it stands", () => {
  it.each([...LEVERS, ...SHOCKS])("$id", ({ name, guidance, neutral, minimum, maximum, usual, step }) => {
    expectWords(name);
    expectWords(guidance);
    expect(minimum).toBeLessThan(maximum);
    expect(neutral >= minimum && neutral <= maximum).toBe(true);
    expect(usual >= minimum && usual <= maximum && usual !== (neutral as number)).toBe(true);
    expect(step).toBeGreaterThan(0);
  });
});

describe("every parameter has a range, a source class and evidence", () => {
  it.each(PARAMETERS)("$id", ({ symbol, meaning, evidence, minimum, maximum, default: usual }) => {
    expect(usual >= minimum && usual <= maximum && minimum < maximum).toBe(true);
    for (const words of [symbol, meaning, evidence]) expect(words).not.toBe("");
    expect(PARAMETERS.filter((other) => other.symbol === symbol)).toHaveLength(1);
  });
});

describe("subjects of parameters", () => {
  it.each(PARAMETER_SUBJECTS)("$name.en is said in three languages", ({ name }) => expectWords(name));

  it("have every parameter once", () => {
    const inSubjects = PARAMETER_SUBJECTS.flatMap(({ parameters }) => parameters);
    expect(inSubjects.toSorted()).toEqual(PARAMETERS.map(({ id }) => id).toSorted());
  });
});

describe("regions", () => {
  it("are 20, each with official and short names in three languages and neighbours that exist", () => {
    expect(study.regions).toHaveLength(20);
    const codes = study.regions.map(({ code }) => code);
    for (const { name, neighbours, labelAt } of study.regions) {
      expectWords(name);
      expect(Object.keys(neighbours).length).toBeGreaterThan(0);
      expect(Object.keys(neighbours).filter((code) => !codes.includes(code))).toEqual([]);
      expect(labelAt[0] > 46 && labelAt[0] < 88 && labelAt[1] > 40 && labelAt[1] < 56).toBe(true);
    }
  });

  it("neighbour each other both ways with the same border", () => {
    for (const one of study.regions) {
      for (const [code, km] of Object.entries(one.neighbours)) {
        expect(study.regions.find((other) => other.code === code)!.neighbours[one.code]).toBe(km);
      }
    }
  });
});
