import type { FirmTechnologyId } from "#domain/technologies.ts";
import type { TechnologyYear } from "./machines/technology.ts";
import type { Ecosystem } from "./ecosystem.ts";
import type { Population } from "./population.ts";
import type { TechnologySupport } from "./technologySupport.ts";
import { ADOPTION_STAGES, isDigitalUser } from "#domain/adoptionStage.ts";
import { SUB_PARAMETERS_OF_BLOCK, TECHNOLOGIES, technologyBit } from "#domain/technologies.ts";
import { RETIRED } from "./digitalTwins.ts";
import { deriveMachineTable } from "./machineTable.ts";
import { technologyMachine } from "./machines/technology.ts";
import { createPopulation } from "./population.ts";
import { phaseKey, uniform } from "./randomNumbers.ts";

const technologyTable = deriveMachineTable(technologyMachine);
const INTEGRATED = ADOPTION_STAGES.indexOf("integrated");
const IN_USE = technologyTable.leaves.indexOf("inUse");

/** Which technologies every large firm uses, besides cloud and big data. */
export type TechnologyState = {
  /** By technology, in the order of TECHNOLOGIES. */
  readonly populations: readonly Population<typeof technologyMachine>[];
  /** Bit k: the firm uses technology k; now and in 2023. */
  readonly sets: Uint16Array;
  readonly setsStart: Uint16Array;
};

export function createTechnologies(large: number, readiness: Float64Array): TechnologyState {
  return {
    populations: TECHNOLOGIES.map(() => createPopulation(technologyTable, large, { readiness })),
    sets: new Uint16Array(large),
    setsStart: new Uint16Array(large),
  };
}

/** Users of 2023 draw their set as those do who are integrated later; nothing supports them. */
export function placeTechnologies(ecosystem: Ecosystem): void {
  const { sets, setsStart } = ecosystem.technologies;
  const { large } = ecosystem.agents;
  const users = Uint8Array.from({ length: large }, (_, i) => (isDigitalUser(ecosystem.digital.states[i]) ? 1 : 0));
  const rows = rowsWithTechnologies(users, sets);
  for (let k = 0; k < TECHNOLOGIES.length; k++) advanceTechnology(ecosystem, k, rows, users, users, sets, null);
  setsStart.set(sets);
}

/**
 * SM-1, technologies of a year: a firm that has just been integrated draws a set, one that uses digital technology deepens
 * it, one that gave up loses it. What a technology needs must have been there at the start of the year, except in the first
 * set, which is put together in one project.
 */
export function deepenTechnologies(ecosystem: Ecosystem, support: TechnologySupport | null): void {
  const { agents, digital, technologies, off } = ecosystem;
  if (off.has("technologies")) return;
  const users = new Uint8Array(agents.large);
  const isNew = new Uint8Array(agents.large);
  for (let i = 0; i < agents.large; i++) {
    const stage = digital.states[i];
    users[i] = isDigitalUser(stage) ? 1 : 0;
    isNew[i] = stage === INTEGRATED && digital.columns.yearsInState[i] === 0 ? 1 : 0;
  }
  const before = Uint16Array.from(technologies.sets);
  const rows = rowsWithTechnologies(users, before);
  for (let k = 0; k < TECHNOLOGIES.length; k++) {
    if (k !== TWIN || !off.has("twins")) advanceTechnology(ecosystem, k, rows, users, isNew, before, support);
  }
}

/** Firms that may take up a technology or have one to lose; the others are passed over nine times at once. */
function rowsWithTechnologies(users: Uint8Array, sets: Uint16Array): Int32Array {
  const rows = new Int32Array(users.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) if (users[i] === 1 || sets[i] !== 0) rows[count++] = i;
  return rows.subarray(0, count);
}

function advanceTechnology(
  { agents, technologies, digitalTwins, parameters: p, run, year }: Ecosystem,
  k: number,
  rows: Int32Array,
  users: Uint8Array,
  isNew: Uint8Array,
  before: Uint16Array,
  support: TechnologySupport | null,
): void {
  const { sets, populations } = technologies;
  const population = populations[k];
  const bit = 1 << k;
  const all = NEEDS_ALL[k];
  const one = NEEDS_ONE[k];
  const chances = support === null ? null : support[k];
  const draws = phaseKey(run, `technology/${TECHNOLOGIES[k].id}`, year);
  const { threshold } = TECHNOLOGIES[k];
  const event: TechnologyYear = {
    type: "YEAR_PASSED",
    draw: 0,
    keeps: 0,
    prerequisites: 0,
    threshold,
    rate: 0.5,
    support: 0.5,
  };
  const { id } = agents;
  const { technologyDraw, technologyDeepening } = p;
  for (let n = 0; n < rows.length; n++) {
    const i = rows[n];
    const has = (sets[i] & bit) !== 0;
    const keeps = users[i] === 1 && !(k === TWIN && digitalTwins.states[i] === RETIRED);
    if (has === keeps && (has || users[i] === 0)) continue; // neither guard of the machine could hold
    const rate = isNew[i] === 1 ? technologyDraw : technologyDeepening;
    const added = chances === null ? 0 : chances[i];
    const draw = uniform(draws, id[i]);
    if (!has && draw >= rate * (1 - threshold) + added) continue; // readiness is below 1, so it could not either
    const known = isNew[i] === 1 ? sets[i] : before[i];
    event.draw = draw;
    event.keeps = keeps ? 1 : 0;
    event.prerequisites = (known & all) === all && (one === 0 || (known & one) !== 0) ? 1 : 0;
    event.rate = rate;
    event.support = added;
    population.send(i, event);
    sets[i] = population.states[i] === IN_USE ? sets[i] | bit : sets[i] & ~bit;
  }
}

const TWIN = indexOf("twin");

function indexOf(id: FirmTechnologyId): number {
  return TECHNOLOGIES.findIndex((technology) => technology.id === id);
}

const bitsOf = (ids: readonly string[]) => ids.reduce((bits, id) => bits | technologyBit(id as FirmTechnologyId), 0);
const NEEDS_ALL = TECHNOLOGIES.map(({ allOf }) => bitsOf(allOf));
const NEEDS_ONE = TECHNOLOGIES.map(({ oneOf }) => bitsOf(oneOf));

/** Every set that a firm can have. */
const SETS = 1 << TECHNOLOGIES.length;
const sumOver = (set: number, value: (k: number) => number) =>
  TECHNOLOGIES.reduce((total, _, k) => ((set & (1 << k)) === 0 ? total : total + value(k)), 0);

/** Number of technologies in a set, by set. */
export const SIZE_OF_SET = Uint8Array.from({ length: SETS }, (_, set) => sumOver(set, () => 1));

/** Source effects on output of a set without the twin, whose state matters as well (EQ-7), by set. */
export const EFFECT_OF_SET = Float64Array.from({ length: SETS }, (_, set) =>
  sumOver(set, (k) => (k === TWIN ? 0 : TECHNOLOGIES[k].effect)),
);
export const TWIN_EFFECT = TECHNOLOGIES[TWIN].effect;

/**
 * EQ-2: share of the sub-parameters of each block that name the technologies of a set; set by set, B1 to B9 of a set side by
 * side, so that a firm's two sets are two reads of memory and not eighteen.
 */
export const BLOCK_SHARES_OF_SET = Float64Array.from({ length: SETS * SUB_PARAMETERS_OF_BLOCK.length }, (_, at) => {
  const j = at % SUB_PARAMETERS_OF_BLOCK.length;
  const set = (at - j) / SUB_PARAMETERS_OF_BLOCK.length;
  return sumOver(set, (k) => {
    const named: Readonly<Record<string, number>> = TECHNOLOGIES[k].subParameters;
    return (named[`B${j + 1}`] ?? 0) / SUB_PARAMETERS_OF_BLOCK[j];
  });
});
