import { LANGUAGES } from "#domain/language.ts";
import { chartWords as enCharts } from "#ui/words/charts/en.ts";
import { chartWords as kkCharts } from "#ui/words/charts/kk.ts";
import { chartWords as ruCharts } from "#ui/words/charts/ru.ts";
import { describe, expect, it } from "vitest";

/** Words that are loaded with their view; the main words have a test of their own. */
const FAMILIES = {
  charts: { en: enCharts, ru: ruCharts, kk: kkCharts },
};
const SYMBOLS = /\b(SM|EQ|ID)-\d+\b|\bT\d+\b|\bM[12]\b|\{\{\w+\}\}/g;

describe.each(Object.entries(FAMILIES))("the words of the %s", (_, family) => {
  const english = textsOf(family.en);

  it.each(LANGUAGES)("are all written in %s, with the values that the English text tells", (language) => {
    const texts = textsOf(family[language]);
    expect([...texts.keys()]).toEqual([...english.keys()]);
    for (const [path, text] of texts) {
      expect(text.trim(), path).not.toBe("");
      expect(placesOf(text), path).toEqual(placesOf(english.get(path)!));
      expect(text, path).not.toContain("!");
      expect(text, path).not.toMatch(/\bwill\b/i);
    }
  });

  it.each(["ru", "kk"] as const)("have no English left in %s", (language) => {
    for (const [path, text] of textsOf(family[language]))
      expect(text.replaceAll(SYMBOLS, ""), path).not.toMatch(/[A-Za-z]{2,}/);
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
  return [...new Set([...text.matchAll(/\{\{\w+\}\}/g)].map(([place]) => place))].sort();
}
