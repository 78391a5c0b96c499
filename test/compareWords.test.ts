import type { Divergence } from "#engine/divergence.ts";
import { describe, expect, it } from "vitest";
import { LANGUAGES } from "#domain/language.ts";
import { describeDivergenceInWords } from "#ui/compare/divergenceWords.ts";
import { compareWords as compareEn } from "#ui/words/compare/en.ts";
import { compareWords as compareKk } from "#ui/words/compare/kk.ts";
import { compareWords as compareRu } from "#ui/words/compare/ru.ts";
import { study } from "./fixtures/simulate.ts";

const COMPARE_WORDS = { en: compareEn, ru: compareRu, kk: compareKk };

describe("the first year in which plans part, in words", () => {
  const served = { name: "served", value: 1, against: 0 };
  const divergence: Divergence = {
    year: 2026,
    actors: [
      {
        actor: "enterprise/akmola/6",
        region: 1,
        machine: "digital",
        from: "unaware",
        to: "aware",
        toAgainst: "unaware",
        guard: "becomesAware",
        saw: [served],
        draw: 0.1437,
      },
      {
        actor: "core/kazakhmys",
        region: null,
        machine: "aMachineOfTomorrow",
        from: "asleep",
        to: "asleep",
        toAgainst: "awake",
        guard: "wakes",
        saw: [
          { name: "served", value: null, against: 2 },
          { name: "tomorrow", value: null, against: 3 },
        ],
        draw: null,
      },
    ],
    steps: [
      { machine: "digital", from: "unaware", to: "aware", toAgainst: "unaware", count: 1 },
      { machine: "aMachineOfTomorrow", from: "asleep", to: "asleep", toAgainst: "awake", count: 1 },
    ],
  };
  const describeIn = (language: (typeof LANGUAGES)[number]) =>
    describeDivergenceInWords(divergence, { plan: "A", against: "B" }, study, language, COMPARE_WORDS[language]);

  it("names the firm by region and number, both steps, the draw and what the guard saw", () => {
    const { steps, first } = describeIn("en");
    expect(steps[0]).toBe("1 × Digital technology: from “Unaware” to “Aware” in A, stays in B");
    expect(first[0]).toBe(
      "Manufacturer 7, Akmola Region, Digital technology: “Unaware” → “Aware” in A, “Unaware” in B. The draw is 0.14 in both. Served by the office: 1 in A, 0 in B.",
    );
  });

  it("stays readable where there is no word yet", () => {
    const { steps, first } = describeIn("en");
    expect(steps[1]).toContain("aMachineOfTomorrow: from “asleep” to “awake” in B, stays in A");
    expect(first[1]).toContain("Kazakhmys,");
    expect(first[1]).toContain("Only looked at in B: served by the office 2; tomorrow 3.");
  });

  it.each(LANGUAGES)("fills every place in %s", (language) => {
    const { steps, first } = describeIn(language);
    for (const text of [...steps, ...first]) expect(text).not.toMatch(/\{\{|undefined|NaN/);
    if (language !== "en") expect(first[0]).toContain("0,14");
  });
});
