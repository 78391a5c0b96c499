import type { Measure } from "#domain/scenario.ts";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { MAP_INDICATORS, REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { LANGUAGES } from "#domain/language.ts";
import { checkScenario, LAST_YEAR, parseScenario, START_YEAR } from "#domain/scenario.ts";
import { MACHINES } from "#engine/machines/machines.ts";
import { DRAWER_PARTS } from "#session/drawerParts.ts";
import { newEntry, PLAN_KEYS } from "#session/plans.ts";
import { runKey } from "#session/runKey.ts";
import { GLOSSARY, GLOSSARY_IDS } from "#ui/trust/glossary.ts";
import { AUDIENCES, QUESTION_IDS, QUESTIONS, type Question } from "#ui/trust/questions.ts";
import { placesBeside, QUESTION_PLANS, questionPlan } from "#ui/trust/questionPlans.ts";
import { ACTOR_WORDS } from "#ui/actor/actorWording.ts";
import { glossaryWords } from "#ui/words/glossary/en.ts";
import { glossaryWords as glossaryKk } from "#ui/words/glossary/kk.ts";
import { glossaryWords as glossaryRu } from "#ui/words/glossary/ru.ts";
import { guideWords } from "#ui/words/guide/en.ts";
import { describe, expect, it } from "vitest";
import { study } from "./fixtures/simulate.ts";

const GLOSSARY_WORDS = { en: glossaryWords, ru: glossaryRu, kk: glossaryKk };
const folder = fileURLToPath(new URL("../scenarios/", import.meta.url));
const presets = readdirSync(folder).map((file) => file.replace(".json", ""));
const regionIds = study.regions.map(({ id }) => id);
const PRESETS = presets.map((id) => parseScenario(readFileSync(`${folder}${id}.json`, "utf8"), id, regionIds));

describe("the glossary", () => {
  it("explains every machine of the model", () => {
    const missing = Object.keys(MACHINES).filter((id) => !(GLOSSARY_IDS as readonly string[]).includes(id));
    expect(missing).toEqual([]);
  });

  it.each(["coreEnterprise", "platformProvider", "customerPool", "digitalTwin"] as const)(
    "names the states of %s as the actor's page does, in every language",
    (id) => {
      for (const language of LANGUAGES) {
        const [, meaning] = GLOSSARY_WORDS[language].entries[id];
        const { none: _, ...states }: Record<string, string> = ACTOR_WORDS[language].machines[id].states;
        for (const state of Object.values(states)) expect(meaning.toLowerCase()).toContain(state.toLowerCase());
      }
    },
  );

  it("shows every machine and every equation in a view", () => {
    const shown = GLOSSARY_IDS.filter((id) => id in MACHINES || /^eq\d+$/.test(id));
    expect(shown.filter((id) => GLOSSARY[id] === null)).toEqual([]);
    expect(shown).toHaveLength(Object.keys(MACHINES).length + 10);
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
    const plans = [...(question.plan === undefined ? [] : [question.plan]), ...(question.beside ?? [])];
    for (const id of plans) {
      const plan = questionPlan(id, PRESETS);
      expect(() => checkScenario(plan, id, regionIds)).not.toThrow();
      if (id in QUESTION_PLANS) expect(runKey(plan)).not.toBe(runKey(questionPlan(QUESTION_PLANS[id].preset, PRESETS)));
    }
    expect(new Set(plans.map((id) => runKey(questionPlan(id, PRESETS)))).size).toBe(plans.length);
    expect([undefined, ...REGIONAL_INDICATORS.map((indicator) => indicator.id)]).toContain(question.comparedBy);
    expect([undefined, ...regionIds]).toContain(question.region);
    expect([undefined, ...MAP_INDICATORS.map((indicator) => indicator.id)]).toContain(question.colour);
    if (question.year !== undefined) {
      expect(question.year).toBeGreaterThanOrEqual(START_YEAR);
      expect(question.year).toBeLessThanOrEqual(LAST_YEAR);
    }
  });
});

describe("the plans of a question", () => {
  const plan = (id: string) => questionPlan(id, PRESETS);
  const onPage = (...ids: string[]) => ids.map((id, k) => newEntry(PLAN_KEYS[k], plan(id)));

  it("office or subsidy: two measures, each alone, may spend the same in every year", () => {
    const [office, subsidy] = [plan("office").measures, plan("subsidy").measures];
    expect(office.map(({ lever }) => lever)).toEqual(["advice"]);
    expect(subsidy.map(({ lever }) => lever)).toEqual(["subsidy"]);
    const terms = ({ from, to, budget, payer, regions }: Measure) => ({ from, to, budget, payer, regions });
    expect(terms(office[0])).toEqual(terms(subsidy[0]));
    expect(office[0].budget).toBeGreaterThan(0);
  });

  it("take free places, or that where the same plan stands, or that of another plan", () => {
    const beside = [plan("no-peers"), plan("no-platforms")];
    expect(placesBeside(beside, onPage("office"), "A")).toEqual([
      { key: "B", has: "nothing" },
      { key: "C", has: "nothing" },
    ]);
    expect(placesBeside(beside, onPage("office", "no-platforms", "robots"), "A")).toEqual([
      { key: "D", has: "nothing" },
      { key: "B", has: "it" },
    ]);
    expect(placesBeside(beside, onPage("office", "robots", "baseline", "subsidy"), "B")).toEqual([
      { key: "A", has: "another" },
      { key: "C", has: "another" },
    ]);
  });
});

describe("the guide to presets", () => {
  it.each(presets)("says of %s what to notice and what to try", (preset) => {
    expect(Object.keys(guideWords.presets)).toContain(preset);
  });
});
