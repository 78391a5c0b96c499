import type { StudyData } from "#domain/studyData.ts";
import type { FirmTechnologyId } from "#domain/technologies.ts";
import type { Ecosystem } from "./ecosystem.ts";
import type { AskedGuard } from "./guardReading.ts";
import type { Roster } from "./roster.ts";
import type { RunRequest } from "./simulationService.ts";
import type { WatchedMachine } from "./watchActor.ts";
import { enterpriseId, parseEnterpriseId } from "#domain/enterpriseId.ts";
import { actorsOf, BUYERS_PER_FIRM } from "#domain/runResult.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { TECHNOLOGIES } from "#domain/technologies.ts";
import { advanceYear } from "./advanceYear.ts";
import { BLOCKS } from "./blocks.ts";
import { createEcosystem } from "./ecosystem.ts";
import { askGuards } from "./guardReading.ts";
import { createLedger } from "./identities.ts";
import { createRoster } from "./roster.ts";
import { watchEnterprise, watchRosterActor } from "./watchActor.ts";

/** One answer of a machine to its event of a year: the guards it asked, the last of which decided. */
export type ActorStep = {
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly asked: readonly AskedGuard[];
};

export type InspectedMachine = {
  /** Which of the actor's machines: `digital`, `cloud`, …, or the id of its only one. */
  readonly name: string;
  /** Id of the machine (machines/machines.ts). */
  readonly machine: string;
  /** State at the end of each year. */
  readonly states: readonly string[];
  readonly steps: readonly ActorStep[];
};

/** One number of the actor in every year. Money is billion KZT in prices of 2023. */
export type InspectedNumber = { readonly name: string; readonly values: readonly number[] };

/** A technology besides cloud and big data, with the years at whose end the actor used it. */
export type InspectedTechnology = { readonly id: FirmTechnologyId; readonly years: readonly number[] };

export type ActorHistory = {
  readonly id: string;
  readonly years: readonly number[];
  readonly machines: readonly InspectedMachine[];
  readonly numbers: readonly InspectedNumber[];
  /** Those that it ever used; empty for other actors than large and medium manufacturers. */
  readonly technologies: readonly InspectedTechnology[];
  /** Enterprises that it sells to and buys from. */
  readonly buyers: readonly string[];
  readonly sellers: readonly string[];
  /** Core whose platform it belongs to or was invited by at the end of each year; empty for other actors. */
  readonly cores: readonly (string | null)[];
};

/**
 * Runs the future of a request again, without observation and estimates, which no rule reads, and keeps what one actor was
 * told, did and was worth. null: there is no such actor.
 */
export function inspectActor(
  data: StudyData,
  { scenario, seed, replicate }: RunRequest,
  id: string,
): ActorHistory | null {
  const ecosystem = createEcosystem(data, scenario, seed, replicate);
  const roster = createRoster(ecosystem);
  const row = enterpriseRow(ecosystem, id);
  const machines = row === null ? watchOther(ecosystem, roster, id) : watchEnterprise(ecosystem, row);
  if (machines.length === 0) return null;

  const years: number[] = [];
  const states: string[][] = machines.map(() => []);
  const cores: (string | null)[] = [];
  const numbers = new Map<string, number[]>();
  const sets: number[] = [];
  const close = () => {
    years.push(ecosystem.year);
    machines.forEach(({ leaf }, m) => {
      states[m].push(leaf());
    });
    const values = row === null ? otherNumbers(roster, id) : enterpriseNumbers(ecosystem, row);
    for (const [name, value] of values) numbers.set(name, [...(numbers.get(name) ?? []), value]);
    if (row !== null && row < ecosystem.agents.large) {
      sets.push(ecosystem.technologies.sets[row]);
      const core = ecosystem.coreOf[row];
      cores.push(core < 0 ? null : `core/${ecosystem.live.cores[core].id}`);
    }
  };
  const ledger = createLedger();
  close();
  while (ecosystem.year < scenario.until) {
    advanceYear(ecosystem, ledger);
    close();
  }
  return {
    id,
    years,
    machines: machines.map((watched, m) => describeMachine(watched, states[m])),
    numbers: [...numbers].map(([name, values]) => ({ name, values })),
    technologies: TECHNOLOGIES.map(({ id }, k) => ({
      id,
      years: years.filter((_, t) => (sets[t] & (1 << k)) !== 0),
    })).filter(({ years }) => years.length > 0),
    ...partnersOf(ecosystem, row),
    cores,
  };
}

/** Row of an enterprise; null for another actor, or a number that no enterprise has. */
function enterpriseRow({ agents, data }: Ecosystem, id: string): number | null {
  const place = parseEnterpriseId(id);
  const region = data.regions.findIndex((one) => one.id === place?.region);
  if (place === null || region < 0) return null;
  const rows = place.isManufacturer ? agents.largeStart : agents.otherStart;
  return place.place < rows[region + 1] - rows[region] ? rows[region] + place.place : null;
}

function watchOther(ecosystem: Ecosystem, { groups }: Roster, id: string): WatchedMachine[] {
  const group = groups.find(({ ids }) => ids.includes(id));
  return group ? watchRosterActor(ecosystem, group.machine, group.ids.indexOf(id), group.ids.length) : [];
}

function describeMachine({ name, machine, told }: WatchedMachine, states: readonly string[]): InspectedMachine {
  const steps = told.map(({ year, leaf, event, context }, k) => {
    const isLastOfYear = told[k + 1]?.year !== year;
    const to = isLastOfYear ? states[year - START_YEAR] : told[k + 1].leaf;
    return { year, from: leaf, to, asked: askGuards(machine, leaf, { event, context }) };
  });
  return { name, machine: machine.id, states, steps };
}

function enterpriseNumbers({ agents, accounts }: Ecosystem, row: number): [string, number][] {
  return [
    ["readiness", agents.readiness[row]],
    ["output", agents.output[row]],
    ["ictSpending", agents.ictSpending[row]],
    ["ictCapital", agents.ictCapital[row]],
    ["projectCost", agents.projectCost[row]],
    ["cash", accounts.cash[row]],
    ...BLOCKS.map((block, b): [string, number] => [block, agents.blocks[b][row]]),
  ];
}

function otherNumbers(roster: Roster, id: string): [string, number][] {
  const group = roster.groups.find(({ ids }) => ids.includes(id))!;
  const actor = actorsOf(roster.groups, roster.now(), group.machine).find((one) => one.id === id)!;
  // A set of bits is nothing to look at; the links of the map show what it says.
  return Object.entries(actor.numbers).filter(([name]) => name !== "offersOn");
}

function partnersOf({ agents, data }: Ecosystem, row: number | null): Pick<ActorHistory, "buyers" | "sellers"> {
  const idOf = (other: number) => {
    const region = agents.region[other];
    const isManufacturer = other < agents.large;
    const first = (isManufacturer ? agents.largeStart : agents.otherStart)[region];
    return enterpriseId(data.regions[region].id, isManufacturer, other - first);
  };
  const buyersOf = (seller: number) => [
    ...agents.buyers.subarray(seller * BUYERS_PER_FIRM, (seller + 1) * BUYERS_PER_FIRM),
  ];
  if (row === null || row >= agents.large) return { buyers: [], sellers: [] };
  const sellers = Array.from({ length: agents.large }, (_, seller) => seller).filter((seller) =>
    buyersOf(seller).includes(row),
  );
  return { buyers: [...new Set(buyersOf(row))].map(idOf), sellers: sellers.map(idOf) };
}
