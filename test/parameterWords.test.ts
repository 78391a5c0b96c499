import { PARAMETERS } from "#domain/parameters.ts";
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
