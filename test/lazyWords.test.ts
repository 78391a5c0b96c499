import { LANGUAGES } from "#domain/language.ts";
import { chartWords as enCharts } from "#ui/words/charts/en.ts";
import { chartWords as kkCharts } from "#ui/words/charts/kk.ts";
import { chartWords as ruCharts } from "#ui/words/charts/ru.ts";
import { glossaryWords as enGlossary } from "#ui/words/glossary/en.ts";
import { glossaryWords as kkGlossary } from "#ui/words/glossary/kk.ts";
import { glossaryWords as ruGlossary } from "#ui/words/glossary/ru.ts";
import { questionWords as enQuestions } from "#ui/words/questions/en.ts";
import { questionWords as kkQuestions } from "#ui/words/questions/kk.ts";
import { questionWords as ruQuestions } from "#ui/words/questions/ru.ts";
import { trustWords as enTrust } from "#ui/words/trust/en.ts";
import { trustWords as kkTrust } from "#ui/words/trust/kk.ts";
import { trustWords as ruTrust } from "#ui/words/trust/ru.ts";
import { guideWords as enGuide } from "#ui/words/guide/en.ts";
import { guideWords as kkGuide } from "#ui/words/guide/kk.ts";
import { guideWords as ruGuide } from "#ui/words/guide/ru.ts";
import { timelineWords as enTimeline } from "#ui/words/timeline/en.ts";
import { timelineWords as kkTimeline } from "#ui/words/timeline/kk.ts";
import { timelineWords as ruTimeline } from "#ui/words/timeline/ru.ts";
import { tourWords as enTour } from "#ui/words/tour/en.ts";
import { tourWords as kkTour } from "#ui/words/tour/kk.ts";
import { tourWords as ruTour } from "#ui/words/tour/ru.ts";
import { describe, expect, it } from "vitest";

/** Words that are loaded with their view; the main words have a test of their own. */
const FAMILIES = {
  charts: { en: enCharts, ru: ruCharts, kk: kkCharts },
  glossary: { en: enGlossary, ru: ruGlossary, kk: kkGlossary },
  questions: { en: enQuestions, ru: ruQuestions, kk: kkQuestions },
  guide: { en: enGuide, ru: ruGuide, kk: kkGuide },
  timeline: { en: enTimeline, ru: ruTimeline, kk: kkTimeline },
  tour: { en: enTour, ru: ruTour, kk: kkTour },
  "page about the model": { en: enTrust, ru: ruTrust, kk: kkTrust },
};
const SYMBOLS =
  /\b(SM|EQ|ID)-\d+\b|\bT\d+\b|\bM[12]\b|\{\{\w+\}\}|\b(MAE|RMSE|CRPS|SM|ID|MIT|exp|Ecosystem Twin|OpenStreetMap|ODbL)\b|geokz.*?\)/g;

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
