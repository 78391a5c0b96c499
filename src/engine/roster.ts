import type { ActorsYear, RosterGroup } from "#domain/runResult.ts";
import type { Ecosystem } from "./ecosystem.ts";
import type { MachineId } from "./machines/machines.ts";
import { MACHINES } from "./machines/machines.ts";
import { membersByCore } from "./platformPhase.ts";

/** A group of the roster with what it looks like now: state code and numbers of its k-th actor. */
type ActorGroup = RosterGroup & {
  readonly stateOf: (k: number) => number;
  readonly numbersOf: (k: number) => readonly number[];
};

export type Roster = {
  readonly groups: readonly RosterGroup[];
  /** States and numbers of all actors at this moment. */
  readonly now: () => ActorsYear;
};

/** The actors other than enterprises, whether they run live or as rows of a table. */
export function createRoster(ecosystem: Ecosystem): Roster {
  const groups = actorGroups(ecosystem);
  const actors = groups.reduce((total, { ids }) => total + ids.length, 0);
  const numbers = groups.reduce((total, { ids, numberNames }) => total + ids.length * numberNames.length, 0);
  return {
    groups: groups.map(({ machine, leaves, ids, regions, numberNames }) => ({
      machine,
      leaves,
      ids,
      regions,
      numberNames,
    })),
    now: () => {
      const year = { states: new Uint8Array(actors), numbers: new Float64Array(numbers) };
      let actor = 0;
      let number = 0;
      for (const group of groups) {
        for (let k = 0; k < group.ids.length; k++) {
          year.states[actor++] = group.stateOf(k);
          for (const value of group.numbersOf(k)) year.numbers[number++] = value;
        }
      }
      return year;
    },
  };
}

function actorGroups(ecosystem: Ecosystem): ActorGroup[] {
  const { cores } = ecosystem.live;
  const { complementors, ictServices } = ecosystem;
  return [
    liveGroup(
      "coreEnterprise",
      cores.map(({ actor }) => actor),
      cores.map(({ id }) => `core/${id}`),
      cores.map(({ region }) => region),
      ["members"],
      (k) => [membersByCore(ecosystem)[k]],
    ),
    tableGroup(
      "complementor",
      complementors,
      Array.from(complementors.states, (_, k) => `complementor/${k}`),
      Array.from(complementors.states, () => null),
      [],
      () => [],
    ),
    tableGroup(
      "ictService",
      ictServices,
      ecosystem.data.regions.map(({ id }) => `ictService/${id}`),
      ecosystem.data.regions.map((_, r) => r),
      ["capacity"],
      (k) => [ictServices.columns.capacity[k]],
    ),
  ];
}

function tableGroup(
  machine: MachineId,
  { states, table }: { readonly states: Uint8Array; readonly table: { readonly leaves: readonly string[] } },
  ids: readonly string[],
  regions: readonly (number | null)[],
  numberNames: readonly string[],
  numbersOf: (k: number) => readonly number[],
): ActorGroup {
  return { machine, leaves: table.leaves, ids, regions, numberNames, stateOf: (k) => states[k], numbersOf };
}

function liveGroup(
  machine: MachineId,
  actors: readonly { readonly getSnapshot: () => { readonly value: unknown } }[],
  ids: readonly string[],
  regions: readonly (number | null)[],
  numberNames: readonly string[],
  numbersOf: (k: number) => readonly number[],
): ActorGroup {
  const leaves = Object.keys(MACHINES[machine].states);
  const stateOf = (k: number) => leaves.indexOf(actors[k].getSnapshot().value as string);
  return { machine, leaves, ids, regions, numberNames, stateOf, numbersOf };
}
