import type { Divergence } from "#engine/divergence.ts";
import type { ComparedPlan } from "#session/comparedPlans.ts";
import { describe, expect, it } from "vitest";
import { readScenario } from "#cli/scenarioArgument.ts";
import { LANGUAGES } from "#domain/language.ts";
import { findDivergence } from "#engine/divergence.ts";
import { ACTOR_WORDS, machineName } from "#ui/actor/actorWording.ts";
import { pairInText } from "#ui/compare/compareQuestion.ts";
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
          { name: "score", value: null, against: 2 },
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
  const names = { plan: "A", against: "B", underPlan: "under A", underAgainst: "under B" };
  const describeIn = (language: (typeof LANGUAGES)[number], parted = divergence) =>
    describeDivergenceInWords(parted, names, study, language, COMPARE_WORDS[language]);

  it("names the firm by region and number, both steps, the draw and what the guard saw", () => {
    const { steps, first } = describeIn("en");
    expect(steps[0]).toBe("1 × Digital technology: from “Unaware” to “Aware” under A, stays “Unaware” under B");
    expect(first[0]).toBe(
      "Manufacturer 7, Akmola Region, Digital technology: “Unaware” → “Aware” under A, “Unaware” under B. The draw is 0.14 in both. Advised by the office: yes under A, no under B.",
    );
  });

  it.each(LANGUAGES)("names an actor that is one machine once, and technologies by their names, in %s", (language) => {
    const [saw, region, draw] = [[], null, null];
    const step = { from: "idle", to: "enrolling", toAgainst: "idle", guard: "enrols", saw, region, draw };
    const alone = ["projectOffice", "education/abai"].map((actor) => ({
      ...step,
      actor,
      machine: actor.split("/")[0],
    }));
    const crm = {
      ...step,
      actor: "enterprise/abai/0",
      machine: "crm",
      from: "absent",
      to: "inUse",
      toAgainst: "absent",
    };
    const { first, steps } = describeIn(language, {
      ...divergence,
      actors: [...alone, crm],
      steps: [{ ...crm, count: 1 }],
    });
    for (const [k, { machine }] of alone.entries())
      expect(first[k].split(machineName(ACTOR_WORDS[language], machine))).toHaveLength(2);
    for (const text of [first[2], steps[0]]) expect(text).not.toMatch(/\bcrm\b|absent|inUse/);
  });

  it("tells two draws of an actor apart, not one as that of both", () => {
    const two = { ...divergence.actors[0], saw: [{ name: "draw", value: 0.26, against: 0.58 }], draw: 0.26 };
    const { first } = describeIn("en", { ...divergence, actors: [two] });
    expect(first[0]).toMatch(/Draw: 0\.26 under A, 0\.58 under B\.$/);
    expect(first[0]).not.toContain("in both");
  });

  it("says of two runs that asked different questions only what decided", () => {
    const apart = {
      ...divergence.actors[1],
      to: "awake",
      toAgainst: "gone",
      saw: [
        { name: "score", value: 2, against: null },
        { name: "tomorrow", value: null, against: 3 },
      ],
    };
    const { first } = describeIn("en", { ...divergence, actors: [apart] });
    expect(first[0]).toMatch(/The reason under A: wakes\.$/);
  });

  it("stays readable where there is no word yet", () => {
    const { steps, first } = describeIn("en");
    expect(steps[1]).toContain("aMachineOfTomorrow: from “asleep” to “awake” under B, stays “asleep” under A");
    expect(first[1]).toContain("Kazakhmys,");
    expect(first[1]).toMatch(/The reason under B: wakes\. In the other run the question did not arise\.$/);
  });

  it.each(LANGUAGES)("fills every place in %s", (language) => {
    const { steps, first } = describeIn(language);
    for (const text of [...steps, ...first]) expect(text).not.toMatch(/\{\{|undefined|NaN/);
    if (language !== "en") expect(first[0]).toContain("0,14");
  });
});

it.each(["ict-workforce", "training-budget", "model-factories"])(
  "plans part in words alone, in Russian: %s",
  (preset) => {
    const scenario = readScenario(
      preset,
      study.regions.map(({ id }) => id),
    );
    const parted = findDivergence(
      study,
      { ...scenario, until: 2027 },
      { ...scenario, until: 2027, measures: [] },
      "1",
    )!;
    const { steps, first } = describeDivergenceInWords(
      parted,
      { plan: "А", against: "Б", underPlan: "при А", underAgainst: "при Б" },
      study,
      "ru",
      COMPARE_WORDS.ru,
    );
    for (const text of [...steps, ...first]) expect(text).not.toMatch(/[a-z]{3}/);
  },
);

it.each(LANGUAGES)(
  "a plan and what it is compared with are named in every form that a sentence asks for, in %s",
  (language) => {
    const named = (letter: string, name: string) =>
      ({ letter, scenario: { name: { [language]: name } } }) as ComparedPlan;
    const plans = [named("A", "First"), named("B", "Second")];
    const [plan, against] = plans;
    const pair = pairInText({ plan, against, plans }, language, COMPARE_WORDS[language]);
    for (const text of [pair.plan, pair.underPlan]) expect(text).toMatch(/[«“]A First[»”]/);
    for (const text of [pair.against, pair.thanAgainst, pair.fromAgainst, pair.underAgainst])
      expect(text).toMatch(/[«“]B Second[»”]/);
    const alone = pairInText({ plan, against: null, plans: [plan] }, language, COMPARE_WORDS[language]);
    for (const text of [alone.plan, alone.underPlan]) expect(text).toMatch(/[«“]First[»”]/);
    for (const text of [alone.against, alone.thanAgainst, alone.fromAgainst, alone.underAgainst])
      expect(text).not.toMatch(/\{\{|[«“]|^$/);
  },
);
