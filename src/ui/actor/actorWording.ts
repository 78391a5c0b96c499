import type { CaseEnterprise } from "#domain/caseEnterprises.ts";
import type { Language } from "#domain/language.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { AskedGuard } from "#engine/guardReading.ts";
import type { ActorStep } from "#engine/inspectActor.ts";
import type { Formats } from "#ui/formats.ts";
import type { ActorWords } from "#ui/words/actor/en.ts";
import { parseEnterpriseId } from "#domain/enterpriseId.ts";
import { CORE_CANDIDATES } from "#engine/caseEnterprises.ts";
import { fill } from "#ui/fill.ts";
import { actorWords as en } from "#ui/words/actor/en.ts";
import { actorWords as kk } from "#ui/words/actor/kk.ts";
import { actorWords as ru } from "#ui/words/actor/ru.ts";

export const ACTOR_WORDS: Readonly<Record<Language, ActorWords>> = { en, ru, kk };

type MachineWords = {
  readonly name: string;
  readonly states: Readonly<Record<string, string>>;
  readonly guards: Readonly<Record<string, string>>;
};

/** A word by the name that the model uses; the name itself where a word is missing (a test finds those). */
const wordOf = (words: Readonly<Record<string, string>> | undefined, name: string) => words?.[name] ?? name;

function wordsOfMachine(words: ActorWords, machine: string): MachineWords | undefined {
  return (words.machines as Readonly<Record<string, MachineWords>>)[machine];
}

export function machineName(words: ActorWords, machine: string, instance = machine): string {
  const named = words.instances as Readonly<Record<string, string>>;
  return named[instance] ?? wordsOfMachine(words, machine)?.name ?? machine;
}

export function stateName(words: ActorWords, machine: string, state: string): string {
  return wordOf(wordsOfMachine(words, machine)?.states, state);
}

export function guardName(words: ActorWords, machine: string, guard: string): string {
  return wordOf(wordsOfMachine(words, machine)?.guards, guard);
}

/** The industry of an enterprise that the study names, and where the model's values of it come from. */
export function originOf(id: string, words: ActorWords, data: StudyData, language: Language): string {
  const named = caseOf(id, data);
  if (!named) return words.anonymous;
  const values = { place: placeName(id, words, data, language) };
  const isCandidate = CORE_CANDIDATES.some((core) => core === named.id);
  const origin = named.scores !== null ? words.named.scored : isCandidate ? words.named.candidate : words.named.placed;
  const { industry } = named;
  const told =
    industry === undefined ? "" : `${fill(words.industry, { industry: wordOf(words.industries, industry) })} `;
  return told + fill(origin, values);
}

/** A number of an actor by name, in the unit in which it reads best: money that stays below 0.1 billion in millions. */
export function namedNumber(words: ActorWords, name: string, values: readonly number[]) {
  const text = wordOf(words.values, name);
  const isSmall = values.some((value) => value !== 0) && values.every((value) => Math.abs(value) < 0.1);
  if (!isSmall || !text.includes(words.billions)) return { text, values };
  return { text: text.replace(words.billions, words.millions), values: values.map((value) => 1000 * value) };
}

/** First part of an id where it is not that of the machine. */
const MACHINE_OF_ID: Readonly<Record<string, string>> = {
  core: "coreEnterprise",
  platform: "platformProvider",
  customers: "customerPool",
  research: "education",
};

/** The enterprise of the study that holds a place among the manufacturers of its region; undefined: a row of the model. */
function caseOf(id: string, data: StudyData): CaseEnterprise | undefined {
  const at = parseEnterpriseId(id);
  if (!at?.isManufacturer) return undefined;
  return data.caseEnterprises.find(({ region, place }) => region === at.region && place === at.place);
}

/** Name of any actor by its id. Enterprises are rows of the model, except those that the study names. */
export function actorName(id: string, words: ActorWords, data: StudyData, language: Language): string {
  const known = caseOf(id, data);
  return known ? caseName(known, words) : placeName(id, words, data, language);
}

/** As the enterprise is written in the language of the words. */
function caseName({ name }: CaseEnterprise, words: ActorWords): string {
  return wordOf(words.caseNames, name);
}

/** Name by the place in the model, as all actors have that the study does not name. */
function placeName(id: string, words: ActorWords, data: StudyData, language: Language): string {
  const regionName = (region: string) => data.regions.find((one) => one.id === region)?.name[language];
  const enterprise = parseEnterpriseId(id);
  if (enterprise !== null) {
    const values = { number: String(enterprise.place + 1), region: regionName(enterprise.region) ?? enterprise.region };
    return fill(enterprise.isManufacturer ? words.manufacturer : words.other, values);
  }
  const [kind, own = ""] = id.split("/");
  const named = data.caseEnterprises.find(({ name }) => name.toLowerCase() === own);
  if (named && kind === "core") return caseName(named, words);
  const machine = machineName(words, MACHINE_OF_ID[kind] ?? kind);
  if (/^\d+$/.test(own))
    return fill(words.numbered, { kind: machine, number: String(Number(own) + (kind === "research" ? 0 : 1)) });
  const region = regionName(own);
  if (named || region) return fill(words.inRegion, { kind: machine, region: named ? caseName(named, words) : region! });
  const place = (words.places as Readonly<Record<string, string>>)[own];
  return place ? fill(words.inRegion, { kind: machine, region: place }) : machine;
}

/**
 * Why a machine did in a year what it did: the guard that let it go on; where it stayed, those that chance refused, and the
 * last that did not hold, which leads on. Each with what decided: its chance, or the few values that would have to differ.
 */
export function reasonOf(step: ActorStep, machine: string, words: ActorWords, formats: Formats): string {
  const { asked, from, to } = step;
  const sentence = (one: AskedGuard) => sentenceOf(one, asked, machine, words, formats);
  if (from !== to) return asked.length === 0 ? words.final : sentence(asked.at(-1)!);
  const guards = asked.filter(({ guard }) => guard !== null);
  const refused = guards.filter(({ holds }) => !holds);
  if (refused.length === 0) return guards.length === 0 ? words.final : sentence(guards[0]);
  return refused
    .filter((one, k) => one.limit !== null || k === refused.length - 1)
    .map(sentence)
    .join("; ");
}

function sentenceOf(
  asked: AskedGuard,
  all: readonly AskedGuard[],
  machine: string,
  words: ActorWords,
  formats: Formats,
): string {
  if (asked.guard === null) return words.always;
  const guard = guardName(words, machine, asked.guard);
  const reason = asked.holds ? guard : fill(words.no, { guard });
  const chance = chanceOf(asked, all);
  const values =
    chance === null ? decidedIn(asked, words, formats) : fill(words.chance, { chance: shownChance(chance, formats) });
  return values === "" ? reason : fill(words.because, { reason, values });
}

/** The chance of a guard in its year. Guards of one state share one draw: a later one has what earlier ones leave of it. */
function chanceOf(asked: AskedGuard, all: readonly AskedGuard[]): number | null {
  let [low, high] = [0, 1];
  for (const { limit, holdsBelow, guard } of all) {
    if (limit === null) continue;
    const chance = Math.max(0, holdsBelow ? limit - low : high - limit);
    if (guard === asked.guard) return chance;
    if (holdsBelow) low = Math.max(low, limit);
    else high = Math.min(high, limit);
  }
  return null;
}

/** In whole per cent, below one in tenths. */
function shownChance(chance: number, { percent }: Formats): string {
  return percent(chance, chance > 0 && chance < 0.01 ? 1 : 0);
}

/** What decided a guard without a draw; where it does not hold, with the bound that was missed. */
function decidedIn({ holds, decided }: AskedGuard, words: ActorWords, formats: Formats): string {
  return decided
    .filter(({ name }) => !holds || !FLAGS.has(name))
    .map(({ name, value, limit }) => {
      const { name: text, unit } = seenParts(name, words);
      const show = (one: number, digits: number) => `${formats.number(one, digits)}${unit}`;
      if (FLAGS.has(name)) return `${text}: ${value === 1 ? words.holds : words.fails}`;
      const digits = limit === null ? digitsIn([], [value]) : digitsApart(value, limit);
      const shown = `${text} ${show(value, digits)}`;
      if (holds || limit === null) return shown;
      const template = limit < value ? words.lessNeeded : limit > value ? words.needed : words.moreNeeded;
      return fill(template, { value: shown, limit: show(limit, digits) });
    })
    .join("; ");
}

/** As many digits as it takes to tell the two apart, and to show the smaller; none for counts. */
function digitsApart(value: number, limit: number): number {
  let digits = Math.max(digitsIn([[limit]], [value]), digitsIn([[value]], [limit]));
  while (digits < 5 && value !== limit && value.toFixed(digits) === limit.toFixed(digits)) digits++;
  return digits;
}

/** Values that say whether something is so: 0 or 1 in the machines. */
export const FLAGS: ReadonlySet<string> = new Set([
  "affordable",
  "breached",
  "coreLost",
  "hasFailed",
  "hasGrant",
  "hasNewService",
  "inUse",
  "invited",
  "isAnnounced",
  "isBreached",
  "isHeld",
  "isShocked",
  "isSupported",
  "keeps",
  "platformClosed",
  "platformRuns",
  "prerequisites",
  "served",
  "slotFree",
]);

/** A value that a guard saw, in the digits of the values `beside` it. */
export function shownSeen(
  name: string,
  value: number,
  words: ActorWords,
  { number }: Formats,
  beside: readonly number[] = [],
): string {
  if (FLAGS.has(name)) return value === 1 ? words.holds : words.fails;
  return number(
    value,
    digitsIn(
      beside.map((one) => [one]),
      [value],
    ),
  );
}

/** The name of a value that a guard saw, and the value; a unit at the end of the name stands after the value. */
export function seenParts(name: string, words: ActorWords): { readonly name: string; readonly unit: string } {
  const text = wordOf(words.seen, name);
  const unit = `, ${words.billions}`;
  return text.endsWith(unit)
    ? { name: text.slice(0, -unit.length), unit: `\u00A0${words.billions}` }
    : { name: text, unit: "" };
}

/** All that the guards of a step looked at, each value once. */
export function seenOf({ asked }: ActorStep, words: ActorWords, formats: Formats): string {
  const seen = new Map(
    asked.flatMap(({ saw, draw }) => [
      ...saw.map(({ name, value }) => [name, value] as const),
      ...(draw === null ? [] : [["draw", draw] as const]),
    ]),
  );
  const all = [...seen.values()];
  const values = [...seen].map(([name, value]) => {
    const parts = seenParts(name, words);
    return `${parts.name}${FLAGS.has(name) ? ":" : ""} ${shownSeen(name, value, words, formats, all)}${parts.unit}`;
  });
  return values.length === 0 ? "" : fill(words.saw, { values: values.join("; ") });
}

/**
 * Digits of a number in a list, which may be many values over the years: one for what is ten and more, for everything below
 * as many as the least number of the list needs. A number is as large as its largest value: zero at the start says nothing
 * about what comes.
 */
export function digitsIn(list: readonly (readonly number[])[], own: readonly number[]): number {
  if (own.every(Number.isInteger)) return 0;
  if (largestOf(own) >= 10) return 1;
  const least = Math.min(...[own, ...list].filter((values) => !values.every(Number.isInteger)).map(largestOf));
  return least < 0.01 ? 4 : least < 0.1 ? 3 : 2;
}

function largestOf(values: readonly number[]): number {
  return Math.max(...values.map(Math.abs));
}
