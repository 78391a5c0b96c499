import type { Language } from "#domain/language.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { Divergence, PartedActor } from "#engine/divergence.ts";
import type { CompareWords } from "#ui/words/compare/en.ts";
import { TECHNOLOGIES } from "#domain/technologies.ts";
import { ACTOR_WORDS, actorName, guardName, machineName, stateName } from "#ui/actor/actorWording.ts";
import { createSeenWording } from "#ui/actor/reasonWording.ts";
import { fill } from "#ui/fill.ts";
import { formatsOf } from "#ui/formats.ts";
import { sentence } from "#ui/sentence.ts";

/** Actors told one by one, and kinds of step told in the list. */
const FIRST_ACTORS = 3;
const MOST_STEPS = 6;

type PlanNames = Readonly<Record<"plan" | "against" | "underPlan" | "underAgainst", string>>;

/** Where two plans part, as sentences: how many took which other step, and the first of them with what the guards saw. */
export function describeDivergenceInWords(
  { year, actors, steps }: Divergence,
  names: PlanNames,
  data: StudyData,
  language: Language,
  words: CompareWords,
) {
  const { number } = formatsOf(language);
  const own = words.why.divergence;
  return {
    year: String(year),
    count: number(actors.length),
    steps: steps.slice(0, MOST_STEPS).map(({ count, machine, from, to, toAgainst }) => {
      const template = from === toAgainst ? own.stepStays : from === to ? own.stepStaysInPlan : own.step;
      const state = stateIn(machine, language);
      return fill(template, {
        ...names,
        count: number(count),
        machine: nameOfMachine(machine, language),
        from: state(from),
        to: state(to),
        toAgainst: state(toAgainst),
      });
    }),
    first: actors.slice(0, FIRST_ACTORS).map((actor) => describeActor(actor, names, data, language, words)),
  };
}

function describeActor(
  { actor, machine, from, to, toAgainst, guard, saw, draw }: PartedActor,
  names: PlanNames,
  data: StudyData,
  language: Language,
  words: CompareWords,
): string {
  const { partsOf, shownSeen } = createSeenWording(language);
  const actorWords = ACTOR_WORDS[language];
  const own = words.why.divergence;
  const shown = (name: string, value: number | null, beside: number | null = null) =>
    value === null ? "—" : shownSeen(name, value, beside === null ? [] : [beside]);
  const state = stateIn(machine, language);
  const inBoth = saw.filter(({ value, against }) => value !== null && against !== null);
  const isToldByGuard = saw.length > 0 && inBoth.length === 0;
  const isAskedInOne = saw.every(({ value }) => value === null) || saw.every(({ against }) => against === null);
  const reason = guardName(actorWords, ownerOf(machine, language), guard);
  // An actor that is one machine, as the office or the universities of a region are, is named once.
  const actorText = actorName(actor, actorWords, data, language);
  const machineText = nameOfMachine(machine, language);
  const who = actorText.startsWith(machineText) ? actorText : `${actorText}, ${machineText}`;
  // An actor that takes two steps a year draws twice, and the runs may part at the first.
  const isSharedDraw = draw !== null && saw.every(({ name }) => name !== "draw");
  const reasonIn =
    from === to
      ? { plan: names.against, underPlan: names.underAgainst }
      : { plan: names.plan, underPlan: names.underPlan };
  return [
    fill(own.actor, {
      ...names,
      who,
      from: state(from),
      to: state(to),
      toAgainst: state(toAgainst),
    }),
    ...(isSharedDraw ? [fill(own.draw, { draw: shown("draw", draw) })] : []),
    ...(saw.length === 0 ? [own.sawNothing] : []),
    ...inBoth.map(({ name, value, against }) =>
      fill(own.saw, {
        ...names,
        name: partsOf(name).name,
        value: shown(name, value, against),
        valueAgainst: shown(name, against, value),
      }),
    ),
    ...(isToldByGuard ? [fill(own.reason, { ...reasonIn, reason })] : []),
    ...(isToldByGuard && isAskedInOne ? [own.notAsked] : []),
  ]
    .map(sentence)
    .join(" ");
}

function stateIn(machine: string, language: Language): (state: string) => string {
  return (state) => stateName(ACTOR_WORDS[language], ownerOf(machine, language), state);
}

/** Digital technology, cloud and big data are instances of one machine, all other technologies of another. */
function ownerOf(machine: string, language: Language): string {
  return machine in ACTOR_WORDS[language].instances ? "adoption" : technologyOf(machine) ? "technology" : machine;
}

function nameOfMachine(machine: string, language: Language): string {
  return technologyOf(machine)?.name[language] ?? machineName(ACTOR_WORDS[language], machine);
}

function technologyOf(machine: string) {
  return TECHNOLOGIES.find(({ id }) => id === machine);
}
