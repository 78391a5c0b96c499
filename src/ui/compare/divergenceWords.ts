import type { Language } from "#domain/language.ts";
import type { Region } from "#domain/region.ts";
import type { Divergence, PartedActor } from "#engine/divergence.ts";
import type { CompareWords } from "#ui/words/compare/en.ts";
import { fill } from "#ui/fill.ts";
import { createFormats } from "#ui/formats.ts";

/** Actors told one by one, and kinds of step told in the list. */
const FIRST_ACTORS = 3;
const MOST_STEPS = 6;

type PlanNames = { readonly plan: string; readonly against: string };

/** Where two plans part, as sentences: how many took which other step, and the first of them with what the guards saw. */
export function describeDivergenceInWords(
  { year, actors, steps }: Divergence,
  names: PlanNames,
  regions: readonly Region[],
  language: Language,
  words: CompareWords,
) {
  const { number } = createFormats(language);
  const own = words.why.divergence;
  return {
    year: String(year),
    count: number(actors.length),
    steps: steps.slice(0, MOST_STEPS).map(({ count, machine, from, to, toAgainst }) => {
      const template = from === toAgainst ? own.stepStays : from === to ? own.stepStaysInPlan : own.step;
      return fill(template, {
        ...names,
        count: number(count),
        machine: wordOf(words.machines, machine),
        from: wordOf(words.states, from),
        to: wordOf(words.states, to),
        toAgainst: wordOf(words.states, toAgainst),
      });
    }),
    first: actors.slice(0, FIRST_ACTORS).map((actor) => describeActor(actor, names, regions, language, words)),
  };
}

function describeActor(
  { actor, region, machine, from, to, toAgainst, saw, draw }: PartedActor,
  names: PlanNames,
  regions: readonly Region[],
  language: Language,
  words: CompareWords,
): string {
  const { number } = createFormats(language);
  const own = words.why.divergence;
  const shown = (value: number | null) => (value === null ? "—" : number(value, Number.isInteger(value) ? 0 : 2));
  return [
    fill(own.actor, {
      ...names,
      actor: nameOfActor(actor, region === null ? null : regions[region].shortName[language], own),
      machine: wordOf(words.machines, machine),
      from: wordOf(words.states, from),
      to: wordOf(words.states, to),
      toAgainst: wordOf(words.states, toAgainst),
    }),
    ...(draw === null ? [] : [fill(own.draw, { draw: shown(draw) })]),
    ...(saw.length === 0
      ? [own.sawNothing]
      : saw.map(({ name, value, against }) =>
          fill(own.saw, {
            ...names,
            name: wordOf(words.values, name),
            value: shown(value),
            valueAgainst: shown(against),
          }),
        )),
  ]
    .map(sentence)
    .join(" ");
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `enterprise/akmola/7` as a manufacturer of Akmola; numbers start at 1 for readers. Other ids stand as they are. */
function nameOfActor(actor: string, region: string | null, own: CompareWords["why"]["divergence"]): string {
  const place = /^enterprise\/[^/]+\/(other-)?(\d+)$/.exec(actor);
  if (!place || region === null) return actor.split("/").at(-1)!;
  return fill(place[1] ? own.otherFirm : own.firm, { number: String(Number(place[2]) + 1), region });
}

/** A word of the model, or its id where there is no word yet. */
function wordOf(words: Readonly<Record<string, string>>, id: string): string {
  return words[id] ?? id;
}
