import type { Language } from "#domain/language.ts";
import type { AskedGuard, DecidingValue } from "#engine/guardReading.ts";
import type { ActorStep } from "#engine/inspectActor.ts";
import type { TFunction } from "i18next";
import { fill } from "#ui/fill.ts";
import { formatsOf } from "#ui/formats.ts";
import { ACTOR_WORDS, digitsIn, guardName, wordOf, wordsOfMachine } from "./actorWording.ts";

/** Why machines did in a year what they did, in the language that `t` counts in. */
export function createReasonWording(language: Language, t: TFunction) {
  const words = ACTOR_WORDS[language];
  const { number, percent } = formatsOf(language);
  const { partsOf, shown, shownSeen } = createSeenWording(language);
  return { reasonOf, seenOf };

  /**
   * The guard that let a machine go on; where it stayed, those that chance refused, and the last that did not hold, which
   * leads on. Each with what decided: its chance, or the few values that would have to differ.
   */
  function reasonOf({ asked, from, to }: ActorStep, machine: string): string {
    const told = (one: AskedGuard) => sentenceOf(one, asked, machine);
    if (from !== to) return asked.length === 0 ? words.final : told(asked.at(-1)!);
    const guards = asked.filter(({ guard }) => guard !== null);
    const refused = guards.filter(({ holds }) => !holds);
    if (refused.length === 0) return guards.length === 0 ? words.final : told(guards[0]);
    return refused
      .filter((one, k) => one.limit !== null || k === refused.length - 1)
      .map(told)
      .join("; ");
  }

  /** All that the guards of a step looked at, each value once. */
  function seenOf({ asked }: ActorStep): string {
    const seen = new Map(
      asked.flatMap(({ saw, draw }) => [
        ...saw.map(({ name, value }) => [name, value] as const),
        ...(draw === null ? [] : [["draw", draw] as const]),
      ]),
    );
    const all = [...seen.values()];
    const values = [...seen].map(([name, value]) => named(name, shownSeen(name, value, all)));
    return values.length === 0 ? "" : fill(words.saw, { values: values.join("; ") });
  }

  function sentenceOf(asked: AskedGuard, all: readonly AskedGuard[], machine: string): string {
    const { guard, holds } = asked;
    if (guard === null) return all.length > 1 ? words.otherwise : words.always;
    const own = wordsOfMachine(words, machine);
    const chance = chanceOf(asked, all);
    const templates = chance === null ? (holds ? own?.met : own?.missed) : holds ? undefined : own?.chances;
    const values = chance === null ? valuesOf(asked) : { chance: shownChance(chance) };
    const template = templates?.[guard];
    if (template !== undefined && placesOf(template).every((name) => name in values)) return fill(template, values);
    const name = guardName(words, machine, guard);
    const reason = holds ? name : fill(words.no, { guard: name });
    const list = chance === null ? decidedIn(asked) : fill(words.chance, values);
    return list === "" ? reason : fill(words.because, { reason, values: list });
  }

  /** In whole per cent, below one in tenths. */
  function shownChance(chance: number): string {
    return percent(chance, chance > 0 && chance < 0.0095 ? 1 : 0);
  }

  /** What a reason can tell by itself: all that the guard looked at, and as `nameLimit` the bound of each that decided. */
  function valuesOf({ saw, decided }: AskedGuard): Record<string, string> {
    const values: Record<string, string> = {};
    for (const { name, value } of saw) values[name] = counted(name, value, digitsOf({ name, value, limit: null }));
    for (const one of decided) {
      const { name, value, limit } = one;
      const digits = digitsOf(one);
      if (!Number.isInteger(value)) values[name] = counted(name, value, digits);
      if (limit !== null) values[`${name}Limit`] = shown(name, limit, digits);
    }
    return values;
  }

  /** What decided a guard without a draw, save for what its words say; where it does not hold, with the bound that was missed. */
  function decidedIn({ holds, saw, decided }: AskedGuard): string {
    const listed = decided.filter(({ name }) => !SAID.has(name));
    const numbers = listed.filter(({ name }) => !FLAGS.has(name));
    // What is so goes without saying, unless it alone decided where numbers could have: a breach is one of three strains.
    const isSaid = holds && (numbers.length > 0 || saw.every(({ name }) => FLAGS.has(name)));
    return (isSaid ? numbers : listed)
      .map((one) => {
        const { name, value, limit } = one;
        const digits = digitsOf(one);
        const text = counted(name, value, digits);
        const told = name in COUNTED ? text : named(name, text);
        if (holds || limit === null) return told;
        const template = limit < value ? words.lessNeeded : limit > value ? words.needed : words.moreNeeded;
        return fill(template, { value: told, limit: shown(name, limit, digits) });
      })
      .join("; ");
  }

  function counted(name: string, value: number, digits: number): string {
    if (!(name in COUNTED)) return shown(name, value, digits);
    return t(COUNTED[name as keyof typeof COUNTED], {
      count: value,
      number: number(value, Number.isInteger(value) ? 0 : digits),
    });
  }

  function named(name: string, text: string): string {
    return `${partsOf(name).name}${FLAGS.has(name) ? ":" : ""} ${text}`;
  }
}

/** How the values that guards saw are called and written. */
export function createSeenWording(language: Language) {
  const words = ACTOR_WORDS[language];
  const { number, percent } = formatsOf(language);
  return { partsOf, shown, shownSeen };

  /** The name of a value; a unit at its end stands after the value. */
  function partsOf(name: string): { readonly name: string; readonly unit: string } {
    const text = wordOf(words.seen, name);
    const unit = `, ${words.billions}`;
    return text.endsWith(unit)
      ? { name: text.slice(0, -unit.length), unit: `\u00A0${words.billions}` }
      : { name: text, unit: "" };
  }

  /** A value with its unit. */
  function shown(name: string, value: number, digits: number): string {
    if (FLAGS.has(name)) return value === 1 ? words.holds : words.fails;
    if (SHARES.has(name)) return percent(value, Math.max(0, digits - 2));
    return `${number(value, digits)}${partsOf(name).unit}`;
  }

  /** A value with its unit, in the digits of the values `beside` it. */
  function shownSeen(name: string, value: number, beside: readonly number[] = []): string {
    const digits = digitsIn(
      beside.map((one) => [one]),
      [value],
    );
    return shown(name, value, Math.min(digits, mostDigits(name)));
  }
}

function placesOf(template: string): string[] {
  return [...template.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
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

/** As many digits as it takes to tell a value and its bound apart, and to show the smaller; none for counts. */
function digitsOf({ name, value, limit }: DecidingValue): number {
  const own =
    limit === null ? digitsIn([], [value]) : Math.max(digitsIn([[limit]], [value]), digitsIn([[value]], [limit]));
  let digits = Math.min(own, mostDigits(name));
  while (limit !== null && digits < 5 && value !== limit && value.toFixed(digits) === limit.toFixed(digits)) digits++;
  return digits;
}

/** A number of firms that is estimated, and so a fraction, is told in tenths. */
const mostDigits = (name: string) => (name === "additionalUsers" ? 1 : 5);

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

/** Values that are parts of something or chances, and read in per cent. */
export const SHARES: ReadonlySet<string> = new Set([
  "consolidationDensity",
  "consolidationShare",
  "declineRate",
  "demandPerCapacity",
  "digitalBuyers",
  "entryChance",
  "evaluationChance",
  "exitChance",
  "funding",
  "hurdle",
  "leaderShare",
  "leaderValue",
  "linkDensity",
  "memberShare",
  "netValue",
  "regionalShare",
  "renewalShare",
  "renewalSpending",
  "rivalShare",
  "share",
  "slowGrowth",
  "syncError",
  "use",
]);

/** Years before this one in a row, which the words of a guard count with this one. */
export const SAID: ReadonlySet<string> = new Set([
  "degradedYears",
  "fallingYears",
  "losingYears",
  "renewalYears",
  "yearsAhead",
  "yearsBelowZero",
  "yearsBuilt",
  "yearsOutOfSync",
  "yearsSinceReview",
]);

/** Counts that stand before their noun. */
export const COUNTED = {
  members: "counted.members",
  places: "counted.places",
  regions: "counted.regionsChosen",
  yearsAhead: "counted.years",
  yearsToBuild: "counted.years",
} as const;
