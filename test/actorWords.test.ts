import type { AskedGuard } from "#engine/guardReading.ts";
import { readScenario } from "#cli/scenarioArgument.ts";
import { LANGUAGES, type Language } from "#domain/language.ts";
import { deriveMachineTable } from "#engine/machineTable.ts";
import { inspectActor } from "#engine/inspectActor.ts";
import { MACHINES } from "#engine/machines/machines.ts";
import { ACTOR_WORDS, actorName, digitsIn, namedNumber, machineName, originOf } from "#ui/actor/actorWording.ts";
import { machineLayout } from "#ui/actor/machineLayout.ts";
import { COUNTED, createReasonWording, createSeenWording, FLAGS, SAID, SHARES } from "#ui/actor/reasonWording.ts";
import { changeLanguage, openWords } from "#ui/i18n.ts";
import i18next from "i18next";
import type { AnyStateMachine } from "xstate";
import { beforeAll, describe, expect, it } from "vitest";
import { simulate, study } from "./fixtures/simulate.ts";

const machines = Object.entries(MACHINES) as [string, AnyStateMachine][];
const { machines: worded } = ACTOR_WORDS.en as unknown as {
  machines: Record<
    string,
    Record<"states" | "guards", Record<string, string>> &
      Partial<Record<"met" | "missed" | "chances", Record<string, string>>>
  >;
};
/** How a chance begins that stands behind a reason. */
const bracketOf = ({ chance }: typeof ACTOR_WORDS.en) => `(${chance.split("{{")[0]}`;

describe.each(machines)("the machine %s", (id, machine) => {
  it("has words for its name, its states and its guards", () => {
    expect(Object.keys(worded)).toContain(id);
    expect(Object.keys(worded[id]!.states).sort()).toEqual(Object.keys(machine.states).sort());
    expect(Object.keys(worded[id]!.guards).sort()).toEqual(Object.keys(machine.implementations.guards).sort());
  });

  it("has words that tell values for its own guards alone, and only values that are read", () => {
    const { met = {}, missed = {}, chances = {}, guards } = worded[id]!;
    for (const [guard, text] of [met, missed, chances].flatMap((group) => Object.entries(group))) {
      expect(Object.keys(guards)).toContain(guard);
      const places = [...text.matchAll(/\{\{(\w+?)(Limit)?\}\}/g)].map(([, place]) => place);
      for (const place of places) expect([...Object.keys(ACTOR_WORDS.en.seen), "chance"], guard).toContain(place);
    }
    for (const text of Object.values(chances)) expect(text).toContain("{{chance}}");
  });

  it("is drawn with every state once, none on another, and every step that its table has", () => {
    const { states, steps, width, height } = machineLayout(machine);
    expect(states.map(({ state }) => state)).toEqual(Object.keys(machine.states));
    expect(new Set(states.map(({ x, y }) => `${x} ${y}`)).size).toBe(states.length);
    for (const { x, y } of states) expect(x >= 0 && y >= 0 && x < width && y < height).toBe(true);
    const { leaves, transitions } = deriveMachineTable(machine);
    const taken = transitions
      .filter(({ from, to }) => from !== to)
      .map(({ from, to }) => `${leaves[from]} ${leaves[to]}`);
    expect(steps.map(({ from, to }) => `${from} ${to}`).sort()).toEqual([...new Set(taken)].sort());
  });
});

beforeAll(() => openWords("en"));

it.each(LANGUAGES)(
  "names of actors in %s end with their region, which a list of that region leaves out",
  (language) => {
    const { id, name } = study.regions[1];
    for (const actor of [`enterprise/${id}/6`, `enterprise/${id}/other-6`, `customers/${id}`, `education/${id}`])
      expect(actorName(actor, ACTOR_WORDS[language], study, language)).toMatch(new RegExp(`.+, ${name[language]}$`));
  },
);

describe.each(LANGUAGES)("reasons in %s", (language) => {
  beforeAll(() => changeLanguage(language));
  const words = ACTOR_WORDS[language];
  const { reasonOf, seenOf } = createReasonWording(language, i18next.t);
  const { partsOf } = createSeenWording(language);
  const scenario = {
    ...readScenario(
      "core-ecosystem",
      study.regions.map(({ id }) => id),
    ),
    until: 2030,
  };
  const { roster } = simulate({ ...scenario, until: 2023 });
  const ids = ["enterprise/karaganda/3", ...roster.map(({ ids: [first] }) => first!)];

  it("have the unit of money after the value, not after its name", () => {
    for (const name of ["spent", "target", "demand"]) {
      expect(partsOf(name).name, name).not.toContain(words.billions);
      expect(partsOf(name).unit, name).toBe(`\u00A0${words.billions}`);
    }
    expect(partsOf("members")).toEqual({ name: words.seen.members, unit: "" });
  });

  it("are worded for all that guards look at, and for every number of an actor", () => {
    for (const id of ids) {
      const { machines: lived, numbers } = inspectActor(study, { scenario, seed: "1", replicate: 0 }, id)!;
      for (const { steps, machine, name } of lived) {
        expect(machineName(words, machine, name)).not.toBe("");
        for (const step of steps) {
          const reason = reasonOf(step, machine);
          expect(reason, `${id} ${step.year}`).not.toMatch(/\{\{|undefined|NaN|counted\./);
          if (step.from === step.to) expect(reason, "a chance is a clause of its own").not.toContain(bracketOf(words));
          for (const { saw } of step.asked)
            for (const { name: seen, value } of saw) {
              expect(Object.keys(words.seen), `${machine} looks at`).toContain(seen);
              if (FLAGS.has(seen)) expect([0, 1], `${machine} takes as a flag ${seen}`).toContain(value);
            }
          expect(seenOf(step)).not.toMatch(/\{\{|undefined|NaN/);
        }
      }
      for (const { name } of numbers) expect(Object.keys(words.values)).toContain(name);
      expect(actorName(id, words, study, language)).not.toMatch(/\{\{|undefined/);
    }
  });
});

it("enterprises that the study names go by their names, and say what of them is their own", () => {
  const words = ACTOR_WORDS.en;
  expect(actorName("enterprise/karaganda/0", words, study, "en")).toBe("Böhmer Armatura");
  expect(originOf("enterprise/karaganda/0", words, study, "en")).toMatch(/Manufacturer 1, Karaganda Region.*115/);
  expect(originOf("enterprise/ulytau/0", words, study, "en")).toMatch(/115/);
  expect(originOf("enterprise/jambyl/0", words, study, "en")).toMatch(/assumed/);
  expect(originOf("enterprise/shymkent/0", words, study, "en")).toMatch(/not its own/);
  expect(actorName("enterprise/karaganda/3", words, study, "en")).toBe("Manufacturer 4, Karaganda Region");
  expect(actorName("enterprise/karaganda/other-0", words, study, "en")).toBe("Other industry 1, Karaganda Region");
});

it.each(LANGUAGES)("every industry that the study names has a word in %s, which the enterprise tells", (language) => {
  const words = ACTOR_WORDS[language];
  for (const { industry, region, place } of study.caseEnterprises) {
    if (industry === undefined) continue;
    const told = (words.industries as Readonly<Record<string, string>>)[industry];
    expect(told, industry).toBeDefined();
    expect(originOf(`enterprise/${region}/${place}`, words, study, language)).toContain(told);
  }
});

it("what is so or not is told by yes or no, a share in per cent, a number by itself", () => {
  for (const name of [...FLAGS, ...SHARES, ...SAID, ...Object.keys(COUNTED)])
    expect(Object.keys(ACTOR_WORDS.en.seen)).toContain(name);
  const { shownSeen } = createSeenWording("kk");
  expect(shownSeen("isSupported", 1)).toBe("иә");
  expect(shownSeen("isSupported", 0)).toBe("жоқ");
  expect(shownSeen("score", 0.63)).toBe("0,63");
  expect(shownSeen("memberShare", 0.041)).toBe("4,1\u00A0%");
  expect(shownSeen("spent", 14.4)).toBe("14,4\u00A0млрд теңге");
});

it("a number that starts at zero has the digits of what it comes to", () => {
  expect(digitsIn([], [0, 0.5, 1])).toBe(2);
  expect(digitsIn([], [0, 0.004])).toBe(4);
  expect(digitsIn([], [0, 12.5])).toBe(1);
  expect(digitsIn([], [0, 12, 40])).toBe(0);
});

it("numbers below ten in one list have as many digits as the least of them, counts none", () => {
  const list = [[0.08, 0.11], [0.0813], [4.7], [12.5], [0, 29]];
  expect(list.map((own) => digitsIn(list, own))).toEqual([3, 3, 3, 1, 0]);
  const { shownSeen } = createSeenWording("en");
  expect(shownSeen("score", 0.11, [0.0988])).toBe("0.110");
  expect(shownSeen("score", 0.0988, [0.11])).toBe("0.099");
});

it("money that stays small reads in millions, other numbers as they are", () => {
  for (const words of Object.values(ACTOR_WORDS)) {
    expect(namedNumber(words, "projectCost", [0.03, 0.0125])).toEqual({
      text: words.values.projectCost.replace(words.billions, words.millions),
      values: [30, 12.5],
    });
    expect(words.values.projectCost).toContain(words.billions);
  }
  const { en } = ACTOR_WORDS;
  expect(namedNumber(en, "projectCost", [0.03, 0.2])).toEqual({ text: en.values.projectCost, values: [0.03, 0.2] });
  expect(namedNumber(en, "cash", [0, 0])).toEqual({ text: en.values.cash, values: [0, 0] });
  expect(namedNumber(en, "readiness", [0.03])).toEqual({ text: en.values.readiness, values: [0.03] });
});

describe("a reason", () => {
  beforeAll(() => changeLanguage("en"));
  const told = { draw: null, limit: null, holdsBelow: true, saw: [], decided: [] };
  const reason = (machine: string, from: string, to: string, asked: AskedGuard[], language: Language = "en") =>
    createReasonWording(language, i18next.t).reasonOf({ year: 2029, from, to, asked }, machine);
  const leads = (members: number, holds: boolean): AskedGuard => {
    const decided = [{ name: "members", value: members, limit: 20 }];
    return { ...told, guard: "leads", holds, to: "leader", saw: [{ name: "members", value: members }], decided };
  };
  const consolidates = (memberShare: number): AskedGuard => {
    const decided = [{ name: "memberShare", value: memberShare, limit: 0.15 }];
    return { ...told, guard: "consolidates", holds: false, to: "consolidation", decided };
  };

  it("gives each guard the chance that is its own, though guards of a state share one draw", () => {
    const succeeds = { ...told, guard: "pilotSucceeds", holds: false, to: "integrated", draw: 0.36, limit: 0.3 };
    const fails = { ...told, guard: "pilotFails", holds: false, to: "abandoned", draw: 0.36, limit: 0.35 };
    expect(reason("adoption", "piloting", "piloting", [succeeds, fails])).toBe(
      "chance that the pilot succeeds 30\u00A0%; chance that it fails 5\u00A0%",
    );
    expect(reason("adoption", "piloting", "abandoned", [succeeds, { ...fails, holds: true, draw: 0.31 }])).toBe(
      "the pilot fails (chance 5\u00A0%)",
    );
  });

  it("of an actor that stays tells the step that leads on, with the value that was missed in as many digits as tell", () => {
    const gone = { ...told, guard: "losesCore", holds: false, to: "left" };
    const decided = [{ name: "readiness", value: 0.7999, limit: 0.8 }];
    const creates = { ...told, guard: "coCreates", holds: false, to: "coCreating", decided };
    expect(reason("platformMember", "transacting", "transacting", [gone, creates])).toBe(
      "“ready to create together”: not this year (readiness 0.7999, at least 0.8000 needed)",
    );
  });

  it("tells its values in a clause, each once, where the guard has such words", () => {
    expect(reason("coreEnterprise", "anchor", "leader", [leads(20, true)])).toBe("has 20 members");
    expect(reason("coreEnterprise", "anchor", "anchor", [leads(1, false)])).toBe("has 1 member, a leader needs 20");
  });

  it("counts by the rules of its language", async () => {
    await changeLanguage("ru");
    expect(reason("coreEnterprise", "anchor", "leader", [leads(21, true)], "ru")).toBe("набралось 21 участник");
    expect(reason("coreEnterprise", "anchor", "leader", [leads(22, true)], "ru")).toBe("набралось 22 участника");
    await changeLanguage("en");
  });

  it("tells shares in per cent, never a value that was missed as its bound", () => {
    const stays = (share: number) => reason("ecosystem", "strengthening", "strengthening", [consolidates(share)]);
    expect(stays(0.13)).toBe("members are 13\u00A0% of all firms, at least 15\u00A0% needed");
    expect(stays(0.149)).toBe("members are 14.9\u00A0% of all firms, at least 15.0\u00A0% needed");
    expect(stays(0.14996)).toBe("members are 14.996\u00A0% of all firms, at least 15.000\u00A0% needed");
  });

  it("lists what decided behind the words of the guard where the clause would tell of something else", () => {
    const decided = [{ name: "linkDensity", value: 0.14, limit: 0.2 }];
    const links = { ...told, guard: "consolidates", holds: false, to: "consolidation", decided };
    expect(reason("ecosystem", "strengthening", "strengthening", [links])).toBe(
      "“a large part of all firms, dense links, rising inflow”: not this year (density of links 14\u00A0%, at least 20\u00A0% needed)",
    );
  });

  it("says what is so only where it alone decided among numbers that could have", () => {
    const breach = { name: "isBreached", value: 1, limit: null };
    const members = { name: "members", value: 12, limit: 60 };
    const strained = { ...told, guard: "isStrained", holds: true, to: "degraded", saw: [members, breach] };
    const words = "too many members, a breach or too little money";
    const degraded = (decided: AskedGuard["decided"], saw: AskedGuard["saw"] = strained.saw) =>
      reason("platformProvider", "operating", "degraded", [{ ...strained, saw, decided }]);
    expect(degraded([breach])).toBe(`${words} (breached: yes)`);
    expect(degraded([members, breach])).toBe(`${words} (12 members)`);
    expect(degraded([breach], [breach])).toBe(words);
  });

  it("does not list years that the words of the guard count, one off", () => {
    const decided = [{ name: "yearsSinceReview", value: 2, limit: 2 }];
    const due = { ...told, guard: "isDue", holds: true, to: "evaluated", decided };
    expect(reason("projectOffice", "operating", "evaluated", [due])).toBe("third year: a review is due");
  });

  it("calls a step that no guard keeps certain only where no other could be taken", () => {
    const always = { ...told, guard: null, holds: true, to: "reformed" };
    const scaled = { ...told, guard: "isScaled", holds: false, to: "scaled" };
    expect(reason("projectOffice", "evaluated", "reformed", [always])).toBe(ACTOR_WORDS.en.always);
    expect(reason("projectOffice", "evaluated", "reformed", [scaled, always])).toBe(ACTOR_WORDS.en.otherwise);
  });
});
