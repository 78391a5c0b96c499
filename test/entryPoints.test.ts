import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { LAST_YEAR, START_YEAR } from "#domain/scenario.ts";
import { MACHINES } from "#engine/machines/machines.ts";
import { DRAWER_PARTS } from "#session/drawerParts.ts";
import { GLOSSARY, GLOSSARY_IDS } from "#ui/trust/glossary.ts";
import { AUDIENCES, QUESTION_IDS, QUESTIONS, type Question } from "#ui/trust/questions.ts";
import { glossaryWords } from "#ui/words/glossary/en.ts";
import { guideWords } from "#ui/words/guide/en.ts";
import { describe, expect, it } from "vitest";
import { study } from "./fixtures/simulate.ts";

const presets = readdirSync(fileURLToPath(new URL("../scenarios", import.meta.url))).map((file) =>
  file.replace(".json", ""),
);

describe("the glossary", () => {
  it("explains every machine of the model", () => {
    const missing = Object.keys(MACHINES).filter((id) => !(GLOSSARY_IDS as readonly string[]).includes(id));
    expect(missing).toEqual([]);
  });

  it("explains every equation under its number", () => {
    for (let number = 1; number <= 10; number++)
      expect(Object.values(glossaryWords.entries).some(([term]) => new RegExp(`EQ-${number}\\b`).test(term))).toBe(
        true,
      );
  });

  it("explains the statistics that views name", () => {
    const words = Object.values(glossaryWords.entries).flat().join(" ").toLowerCase();
    for (const name of [
      "crps",
      "mae",
      "rmse",
      "gamma",
      "bootstrap",
      "silhouette",
      "gap statistic",
      "elbow",
      "noise floor",
    ])
      expect(words).toContain(name);
  });

  it("sends the reader to views that exist", () => {
    for (const id of GLOSSARY_IDS) expect([null, ...DRAWER_PARTS]).toContain(GLOSSARY[id]);
  });
});

describe("the questions", () => {
  it("are thirty, ten for each kind of reader", () => {
    expect(QUESTION_IDS).toHaveLength(30);
    for (const audience of AUDIENCES)
      expect(QUESTION_IDS.filter((id) => QUESTIONS[id].audience === audience)).toHaveLength(10);
  });

  it.each(QUESTION_IDS)("%s opens a view, a plan, a region, a year and an indicator that exist", (id) => {
    const question: Question = QUESTIONS[id];
    expect(DRAWER_PARTS).toContain(question.part);
    expect([undefined, ...presets]).toContain(question.plan);
    expect([undefined, ...study.regions.map((region) => region.id)]).toContain(question.region);
    expect([undefined, ...REGIONAL_INDICATORS.map((indicator) => indicator.id)]).toContain(question.colour);
    if (question.year !== undefined) {
      expect(question.year).toBeGreaterThanOrEqual(START_YEAR);
      expect(question.year).toBeLessThanOrEqual(LAST_YEAR);
    }
  });
});

describe("the guide to presets", () => {
  it.each(presets)("says of %s what to notice and what to try", (preset) => {
    expect(Object.keys(guideWords.presets)).toContain(preset);
  });
});
