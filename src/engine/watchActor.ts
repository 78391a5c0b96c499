import type { AnyStateMachine } from "xstate";
import type { Ecosystem } from "./ecosystem.ts";
import type { Population } from "./population.ts";

type YearEvent = { readonly type: string };

/** A machine that the actor runs, and what it was told in every year: copies, made before the machine answered. */
export type WatchedMachine = {
  /** Name of the population in the ecosystem (`digital`, `cloud`, …) or id of the machine. */
  readonly name: string;
  readonly machine: AnyStateMachine;
  readonly told: {
    readonly year: number;
    readonly leaf: string;
    readonly event: Readonly<Record<string, unknown>> & YearEvent;
    readonly context: Readonly<Record<string, number>>;
  }[];
  readonly leaf: () => string;
};

/** Watches row `row` of every population of enterprises that has it: manufacturers alone, or all of industry. */
export function watchEnterprise(ecosystem: Ecosystem, row: number): WatchedMachine[] {
  const { large, count } = ecosystem.agents;
  return populationsOf(ecosystem)
    .filter(([, { size }]) => (size === large || size === count) && row < size)
    .map(([name, population]) => watchRow(ecosystem, name, population, row));
}

/** Watches the k-th actor of a group of the roster, whether it runs live or as a row of a table. */
export function watchRosterActor(ecosystem: Ecosystem, machine: string, k: number, size: number): WatchedMachine[] {
  const table = populationsOf(ecosystem).find(([, one]) => one.table.machine.id === machine && one.size === size);
  if (table) return [watchRow(ecosystem, machine, table[1], k)];
  const groups = Object.values(ecosystem.live as object).map((group) => [group].flat().map(liveActorOf));
  const group = groups.find((actors) => actors[0]?.logic.id === machine);
  return group?.[k] ? [watchLive(ecosystem, machine, group[k])] : [];
}

type AnyPopulation = Population<AnyStateMachine>;

function populationsOf(ecosystem: Ecosystem): [string, AnyPopulation][] {
  const isPopulation = (value: unknown): value is AnyPopulation =>
    typeof value === "object" && value !== null && "table" in value && "sendAll" in value;
  return Object.entries(ecosystem as object).flatMap(([name, value]): [string, AnyPopulation][] => {
    if (isPopulation(value)) return [[name, value]];
    if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return [];
    return Object.values(value)
      .filter(isPopulation)
      .map((population) => [population.table.machine.id, population]);
  });
}

function watchRow(ecosystem: Ecosystem, name: string, population: AnyPopulation, row: number): WatchedMachine {
  const { table, states, columns, send, sendAll } = population;
  const told: WatchedMachine["told"] = [];
  const leaf = () => table.leaves[states[row]];
  const listen = (event: YearEvent) => {
    const context = Object.fromEntries(table.contextKeys.map((key) => [key, columns[key][row]]));
    told.push({ year: ecosystem.year, leaf: leaf(), event: { ...event }, context });
  };
  Object.assign(population, {
    send(to: number, event: YearEvent) {
      if (to === row) listen(event);
      return send(to, event);
    },
    sendAll(event: YearEvent, prepare?: (event: YearEvent, to: number) => void) {
      sendAll(event, (prepared, to) => {
        prepare?.(prepared, to);
        if (to === row) listen(prepared);
      });
    },
  });
  return { name, machine: table.machine, told, leaf };
}

type LiveActor = {
  readonly logic: AnyStateMachine;
  send: (event: YearEvent) => void;
  readonly getSnapshot: () => { readonly value: unknown; readonly context: Readonly<Record<string, number>> };
};

/** Live actors stand in the ecosystem alone or beside their id and region. */
function liveActorOf(entry: LiveActor | { readonly actor: LiveActor }): LiveActor {
  return "actor" in entry ? entry.actor : entry;
}

function watchLive(ecosystem: Ecosystem, name: string, actor: LiveActor): WatchedMachine {
  const told: WatchedMachine["told"] = [];
  const leaf = () => String(actor.getSnapshot().value);
  const send = actor.send.bind(actor);
  actor.send = (event) => {
    told.push({ year: ecosystem.year, leaf: leaf(), event: { ...event }, context: actor.getSnapshot().context });
    send(event);
  };
  return { name, machine: actor.logic, told, leaf };
}
