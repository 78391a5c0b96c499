import { LANGUAGES } from "#domain/language.ts";
import { PARAMETERS } from "#domain/parameters.ts";
import { PARAMETER_UNITS } from "#domain/parameterUnits.ts";
import { parameterMeaning, parameterUnit } from "#ui/assumptions/parameterMeaning.ts";
import { parameterWords as parametersKk } from "#ui/words/parameters/kk.ts";
import { parameterWords as parametersRu } from "#ui/words/parameters/ru.ts";
import { describe, expect, it } from "vitest";

describe("the meanings of the parameters in Russian and Kazakh", () => {
  it("are of the same parameters in both, and of none that the model does not have", () => {
    const ids = PARAMETERS.map(({ id }) => id as string);
    expect(Object.keys(parametersRu).filter((id) => !ids.includes(id))).toEqual([]);
    expect(Object.keys(parametersKk)).toEqual(Object.keys(parametersRu));
  });

  it("are there for every parameter", () => {
    expect(PARAMETERS.map(({ id }) => id as string).filter((id) => !(id in parametersRu))).toEqual([]);
  });

  it("are written in their own letters, and no two are the same", () => {
    for (const words of [parametersRu, parametersKk]) {
      for (const text of Object.values(words)) expect(text.replaceAll(/\b(ln|V)\b/g, "")).not.toMatch(/[A-Za-z]{2,}/);
      expect(new Set(Object.values(words)).size).toBe(Object.values(words).length);
    }
  });
});

describe("the units of the parameters", () => {
  it("are there for every parameter, in the order of the registry", () => {
    expect(Object.keys(PARAMETER_UNITS)).toEqual(PARAMETERS.map(({ id }) => id));
  });

  it("are said in three languages, each in its own letters", () => {
    for (const { id } of PARAMETERS) {
      expect(parameterUnit(id, "en"), id).toMatch(/^[a-zKZT0-9%= -]+$/);
      for (const language of ["ru", "kk"] as const)
        expect(parameterUnit(id, language), id).not.toMatch(/[a-z]|undefined/i);
    }
  });

  it("stand once: no meaning says what its unit says, in no language", () => {
    for (const parameter of PARAMETERS)
      for (const language of LANGUAGES) {
        // The year of a value is not the year of a rate.
        const meaning = parameterMeaning(parameter, language).replaceAll(/\d{4} (год|жыл)\S*/g, "");
        const unit = parameterUnit(parameter.id, language).replace(" the ", " ");
        for (const stem of unit.match(/\p{L}{3,}/gu)?.map((word) => word.slice(0, Math.max(3, word.length - 3))) ?? [])
          expect(meaning, `${parameter.id}: ${unit}`).not.toMatch(new RegExp(`(?<!\\p{L})${stem}`, "iu"));
      }
  });
});
