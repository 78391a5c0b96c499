import { PARAMETERS } from "#domain/parameters.ts";
import { assumptionsWords as en } from "#ui/words/assumptions/en.ts";
import { assumptionsWords as kk } from "#ui/words/assumptions/kk.ts";
import { assumptionsWords as ru } from "#ui/words/assumptions/ru.ts";
import { parameterWords as parametersKk } from "#ui/words/parameters/kk.ts";
import { parameterWords as parametersRu } from "#ui/words/parameters/ru.ts";
import { savingWords as savingEn } from "#ui/words/saving/en.ts";
import { savingWords as savingRu } from "#ui/words/saving/ru.ts";
import { scheduleWords as scheduleEn } from "#ui/words/schedule/en.ts";
import { scheduleWords as scheduleKk } from "#ui/words/schedule/kk.ts";
import { scheduleWords as scheduleRu } from "#ui/words/schedule/ru.ts";
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

describe.each([
  ["assumptions, Russian", en, ru],
  ["assumptions, Kazakh", en, kk],
  ["schedule, Russian", scheduleEn, scheduleRu],
  ["schedule, Kazakh", scheduleEn, scheduleKk],
  ["saving, Russian", savingEn, savingRu],
])("the words of %s", (_, english, words) => {
  it("tell every value that the English ones tell, in letters of their own", () => {
    const texts = textsOf(words);
    expect([...texts.keys()]).toEqual([...textsOf(english).keys()]);
    for (const [path, text] of textsOf(english)) {
      expect(placesOf(texts.get(path)!), path).toEqual(placesOf(text));
      const own = texts.get(path)!.replaceAll(/\{\{\w+\}\}|\b(Shift|Ctrl|SPEC|P2)\b/g, "");
      expect(own, path).not.toMatch(/[A-Za-z]{2,}/);
    }
  });
});

function textsOf(words: object, path = ""): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === "string" ? [[path + key, value] as const] : [...textsOf(value, `${path}${key}.`)],
    ),
  );
}

function placesOf(text: string): string[] {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).sort();
}
