import type { CaseEnterprise } from "#domain/caseEnterprises.ts";
import type { Language } from "#domain/language.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { ActorWords } from "#ui/words/actor/en.ts";
import { parseEnterpriseId } from "#domain/enterpriseId.ts";
import { CORE_CANDIDATES } from "#engine/caseEnterprises.ts";
import { fill } from "#ui/fill.ts";
import { actorWords as en } from "#ui/words/actor/en.ts";
import { actorWords as kk } from "#ui/words/actor/kk.ts";
import { actorWords as ru } from "#ui/words/actor/ru.ts";

export const ACTOR_WORDS: Readonly<Record<Language, ActorWords>> = { en, ru, kk };

type ByGuard = Readonly<Record<string, string>>;
type MachineWords = {
  readonly name: string;
  readonly states: Readonly<Record<string, string>>;
  readonly guards: ByGuard;
  /** Reasons that tell their own values: of a guard that held, of one that did not, of one that chance refused. */
  readonly met?: ByGuard;
  readonly missed?: ByGuard;
  readonly chances?: ByGuard;
};

/** A word by the name that the model uses; the name itself where a word is missing (a test finds those). */
export const wordOf = (words: Readonly<Record<string, string>> | undefined, name: string) => words?.[name] ?? name;

export function wordsOfMachine(words: ActorWords, machine: string): MachineWords | undefined {
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
