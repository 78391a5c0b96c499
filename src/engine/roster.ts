import type { ActorsYear, RosterGroup } from "#domain/runResult.ts";
import type { Ecosystem } from "./ecosystem.ts";
import type { MachineId } from "./machines/machines.ts";
import { sum } from "./agents.ts";
import { institutionIds } from "./institutions.ts";
import { MACHINES } from "./machines/machines.ts";
import { INNER_LEVERS } from "./machines/resourceMechanism.ts";

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
          const values = group.numbersOf(k);
          for (let v = 0; v < values.length; v++) year.numbers[number++] = values[v];
        }
      }
      return year;
    },
  };
}

function actorGroups(ecosystem: Ecosystem): ActorGroup[] {
  const { cores, providers, lifeCycle, mechanism } = ecosystem.live;
  const { complementors, ictServices, platforms } = ecosystem;
  return [
    liveGroup(
      "coreEnterprise",
      cores.map(({ actor }) => actor),
      cores.map(({ id }) => `core/${id}`),
      cores.map(({ region }) => region),
      ["members", "value", "fees", "memberValue"],
      (k) => [platforms.members[k], platforms.value[k], platforms.fees[k], platforms.memberValue[k]],
    ),
    liveGroup(
      "platformProvider",
      providers,
      cores.map(({ id }) => `platform/${id}`),
      cores.map(({ region }) => region),
      ["capacity", "uptime", "security", "funding", "complementors"],
      (k) => {
        const { capacity, uptime, security } = providers[k].getSnapshot().context;
        return [capacity, uptime, security, platforms.funding[k], platforms.complementors[k]];
      },
    ),
    liveGroup("ecosystem", [lifeCycle], ["ecosystem"], [null], ["members", "linkDensity", "classesConnected"], () => [
      lifeCycle.getSnapshot().context.membersLastYear,
      platforms.linkDensity,
      platforms.classesConnected,
    ]),
    liveGroup("mechanism", [mechanism], ["mechanism"], [null], ["quality", "limits", ...INNER_LEVERS], () => {
      const levers = mechanism.getSnapshot().context;
      return [platforms.mechanismQuality, platforms.mechanismLimits, ...INNER_LEVERS.map((id) => levers[id])];
    }),
    tableGroup(
      "complementor",
      complementors,
      Array.from(complementors.states, (_, k) => `complementor/${k}`),
      Array.from(platforms.complementorRegion),
      ["capacity", "price", "resourceClass", "offersOn"],
      (k) => [
        complementors.columns.capacity[k],
        complementors.columns.price[k],
        platforms.complementorClass[k],
        platforms.offersOn[k],
      ],
    ),
    tableGroup(
      "ictService",
      ictServices,
      ecosystem.data.regions.map(({ id }) => `ictService/${id}`),
      ecosystem.data.regions.map((_, r) => r),
      ["capacity"],
      (k) => [ictServices.columns.capacity[k]],
    ),
    ...institutionGroups(ecosystem),
  ];
}

function institutionGroups({ institutions, data, agents, racks }: Ecosystem): ActorGroup[] {
  const { office, education, investors, customers, dataCentres, review } = institutions;
  const { ids, regions } = institutionIds(data);
  return [
    tableGroup(
      "projectOffice",
      office,
      ids.office,
      regions.office,
      ["served", "pilotsIntegrated", "pilotsDecided"],
      () => [sum(agents.served), review.pilotsIntegrated, review.pilotsDecided],
    ),
    tableGroup("education", education, ids.education, regions.education, ["enrolled", "graduates", "labs"], (k) => [
      education.columns.enrolledLastYear[k],
      education.columns.graduates[k],
      education.columns.labs[k],
    ]),
    tableGroup("investor", investors, ids.investors, regions.investors, ["invested"], (k) => [
      investors.columns.invested[k],
    ]),
    tableGroup("customerPool", customers, ids.customers, regions.customers, ["digitalShare"], (k) => [
      customers.columns.share[k],
    ]),
    tableGroup("dataCentre", dataCentres, ids.dataCentres, regions.dataCentres, ["racks", "use"], (k) => [
      racks[k],
      dataCentres.columns.use[k],
    ]),
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
