import type { AnyEventObject, AnyStateMachine } from "xstate";
import { describe, expect, it } from "vitest";
import { transition } from "xstate";
import { getShortestPaths } from "xstate/graph";
import { parameterValues } from "#domain/parameters.ts";
import { leafOf } from "#engine/machineProbe.ts";
import { deriveMachineTable } from "#engine/machineTable.ts";
import { INNER_LEVERS } from "#engine/machines/resourceMechanism.ts";
import { type MachineId, MACHINES } from "#engine/machines/machines.ts";
import { createPopulation } from "#engine/population.ts";
import { stepByTable, stepByXState } from "./fixtures/bothWays.ts";

type Fields = Record<string, unknown>;
type Alphabet = {
  /** What may happen in a year, in the words of the machine's events. */
  readonly events: readonly Fields[];
  /** Contexts to start from, over the machine's own: readiness and blocks come from outside. */
  readonly from?: readonly Record<string, number>[];
  /** What of the context the guards read, so that years without end are not told apart. */
  readonly sees?: (context: Record<string, number>) => unknown;
  /** Transitions that states share and from which one of them is never left, as `from → to`. */
  readonly never?: readonly string[];
};

const upTo = (most: number, ...values: readonly number[]) => values.map((value) => Math.min(most, value));
/** A usual year and years in which one thing is different. */
const varied = (usual: Fields, ...changes: readonly Fields[]): Fields[] => [
  usual,
  ...changes.map((change) => ({ ...usual, ...change })),
];
/** Every combination of the values of every field. */
const crossed = (fields: Readonly<Record<string, readonly unknown[]>>): Fields[] =>
  Object.entries(fields).reduce<Fields[]>(
    (all, [name, values]) => all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  );

const usualPilot = { regionalShare: 0.2, served: 0, hasGrant: 0, evaluationChance: 0.5, hazardRatio: 1 };
const usualShocks = { pilotShock: 1, exitShock: 1, successFactor: 1, successPoints: 0 };
const planned = {
  type: "YEAR_PLANNED",
  technical: 0.5,
  organisational: 0.5,
  legal: 0.5,
  reach: INNER_LEVERS.map(() => 1),
};
const passed = { economic: 0.5, information: 0.5, technological: 0.5, human: 0.5, quality: 0.7, limits: 0.3 };

/** Alphabets for every machine; one without a row does not compile. */
const ALPHABETS: Record<MachineId, Alphabet> = {
  adoption: {
    events: crossed({
      type: ["YEAR_PASSED", "GRANT_GIVEN"],
      draw: [0, 0.1, 0.4, 0.999],
      affordable: [0, 1],
      slotFree: [1],
    }).map((fields) => ({ rates: parameterValues({}), ...usualPilot, ...usualShocks, ...fields })),
    from: [{ readiness: 0.7 }, { readiness: 0.3 }],
    sees: ({ yearsInState }) => upTo(1, yearsInState),
  },
  platformMember: {
    events: varied(
      {
        draw: 0.5,
        invited: 1,
        platformRuns: 1,
        coreLost: 0,
        netValue: 0.1,
        breached: 0,
        breachLeave: 0.2,
        partnerLeave: 0.02,
      },
      { invited: 0 },
      { platformRuns: 0 },
      { coreLost: 1 },
      { netValue: -0.1 },
      { breached: 1, draw: 0.1 },
      { draw: 0.99 },
    ),
    from: [
      { readiness: 0.3 },
      { readiness: 0.5 },
      { readiness: 0.9 },
      { readiness: 0.5, supplyChain: 0.6, security: 0.5 },
    ],
    sees: ({ losingYears }) => upTo(1, losingYears),
  },
  coreEnterprise: {
    events: crossed({ isSupported: [true, false], readiness: [0.7, 0.9], members: [4, 12, 20] }).flatMap((fields) => [
      { score: 0.7, platformRuns: true, platformClosed: false, ...fields },
      { score: 0.5, platformRuns: false, platformClosed: true, ...fields },
    ]),
    sees: () => null,
  },
  platformProvider: {
    events: varied(
      { isHeld: true, yearsToBuild: 1, openingCapacity: 60, members: 20, funding: 1, isBreached: false },
      { isHeld: false },
      { yearsToBuild: 0 },
      { yearsToBuild: 2 },
      { members: 100 },
      { funding: 0.2 },
      { isBreached: true },
    ),
    sees: ({ yearsBuilt, degradedYears }) => upTo(2, yearsBuilt, degradedYears),
  },
  ecosystem: {
    events: varied(
      {
        bounds: parameterValues({}),
        members: 100,
        regions: 5,
        leaderShare: 0.5,
        memberShare: 0.2,
        linkDensity: 0.2,
        inflow: 30,
        rivalShare: 0,
        isShocked: false,
        renewalShare: 0.2,
        hasNewService: false,
      },
      { members: 3 },
      { members: 60 },
      { regions: 1 },
      { members: 80, regions: 1 },
      { inflow: 40 },
      { isShocked: true },
      { hasNewService: true },
    ),
    sees: ({ membersLastYear, mostMembers, inflowLastYear, ...years }) => [
      membersLastYear,
      mostMembers >= 5,
      inflowLastYear,
      upTo(1, years.fallingYears, years.slowYears, years.risingYears),
      upTo(2, years.renewalYears),
    ],
  },
  mechanism: {
    events: [
      planned,
      { ...planned, technical: 0, organisational: 0, legal: 0 },
      ...varied(passed, { limits: 0.7 }, { human: 0.3 }, { quality: 0.5 }),
    ],
    sees: ({ quality }) => quality >= 0.6,
  },
  complementor: {
    events: crossed({ draw: [0, 0.9], platforms: [0, 1], entryChance: [0.1], membersEach: [0.1, 2, 9] }),
    sees: ({ losingYears }) => upTo(1, losingYears),
  },
  supplier: {
    events: crossed({ draw: [0, 0.5, 0.999], digitalBuyers: [0, 1], mandate: [1, 2] }),
    from: [{ readiness: 0.5 }, { readiness: 0.3 }],
  },
  ictService: { events: crossed({ demandPerCapacity: [0.9, 1], growth: [0.05] }), sees: () => null },
  projectOffice: {
    events: crossed({ places: [0, 60], yearsAhead: [-1, 1, 3], pilotsIntegrated: [0, 8], additionalUsers: [0, 9] }).map(
      (fields) => ({ pilotsDecided: 10, spent: 2, target: 1, ...fields }),
    ),
    sees: ({ yearsSinceReview, reforms, hasFailed }) => [upTo(2, yearsSinceReview), upTo(1, reforms), hasFailed],
  },
  firmLife: { events: crossed({ draw: [0, 0.9], exitChance: [0.1], entryChance: [0.1], yearsBelowZero: [0, 2] }) },
  education: {
    events: crossed({ seats: [0, 9], retraining: [0, 9], labs: [0, 1], isAnnounced: [0, 1] }),
    sees: ({ enrolledLastYear, enrolledBefore }) => [enrolledLastYear > 0, enrolledBefore > 0],
    never: ["enrolling → designed", "enrolling → idle"], // who has enrolled goes on to graduate
  },
  investor: {
    events: crossed({ demand: [0, 1], succeeded: [0, 3], failed: [0, 3], hurdle: [0.6] }),
    sees: () => null,
  },
  customerPool: {
    events: crossed({ lead: [-1, 0.3, 1], pace: [1], members: [0, 5], coCreating: [0, 1] }),
    sees: ({ share }) => share >= 0.25,
  },
  dataCentre: { events: crossed({ racks: [0, 9], ordered: [0, 9], use: [0.9, 1] }), sees: () => null },
  technology: {
    events: crossed({
      draw: [0, 0.99],
      keeps: [0, 1],
      prerequisites: [0, 1],
      threshold: [0.5],
      rate: [1],
      support: [0],
    }),
    from: [{ readiness: 0.9 }, { readiness: 0.4 }],
  },
  digitalTwin: {
    events: crossed({ draw: [0, 0.9], inUse: [0, 1], syncError: [0.05, 0.06], buildRate: [0.5] }),
    sees: ({ yearsOutOfSync }) => upTo(3, yearsOutOfSync),
  },
  security: { events: crossed({ draw: [0, 0.9], breachRate: [0.5], lesson: [0.1] }), sees: () => null },
};

/** The machine with guards that note their answers. */
function watched(machine: AnyStateMachine, answers: Map<string, Set<boolean>>): AnyStateMachine {
  const guards = Object.entries(machine.implementations.guards).map(([name, holds]) => {
    const noting = (...moment: unknown[]) => {
      const answer = Boolean((holds as (...args: unknown[]) => unknown)(...moment));
      answers.set(name, (answers.get(name) ?? new Set()).add(answer));
      return answer;
    };
    return [name, noting];
  });
  return machine.provide({ guards: Object.fromEntries(guards) } as never) as AnyStateMachine;
}

describe("along all paths that xstate/graph finds from its start", () => {
  it.each(Object.keys(MACHINES) as MachineId[])(
    "%s reaches every state, asks every guard to both answers, takes every transition, and is the same as a table",
    (id) => {
      const machine: AnyStateMachine = MACHINES[id];
      const { from = [{}], sees = (context) => context, never = [] } = ALPHABETS[id];
      const events = ALPHABETS[id].events.map((fields) => ({ type: "YEAR_PASSED", ...fields }) as AnyEventObject);
      const answers = new Map<string, Set<boolean>>();
      const byXState = watched(machine, answers);
      const table = deriveMachineTable(machine);
      const taken = new Set<number>();
      const reached = new Set<string>();
      const population = createPopulation(table, 2);
      const columns = population.columns as Record<string, Float64Array>;
      population.listen((_row, _from, _to, transition) => taken.add(transition));

      for (const outside of from) {
        const initial = machine.getInitialSnapshot({} as never) as { value: string; context: object };
        const start = { value: initial.value, context: { ...initial.context, ...outside } };
        const paths = getShortestPaths(byXState, {
          events,
          fromState: byXState.resolveState(start),
          serializeState: ({ value, context }) => `${leafOf(value)} ${JSON.stringify(sees(context))}`,
        });
        for (const { steps } of paths) {
          let snapshot = byXState.resolveState(start);
          population.states[0] = table.leaves.indexOf(start.value);
          for (const [key, value] of Object.entries(start.context)) columns[key][0] = value as number;
          for (const { event } of steps.filter((step) => events.includes(step.event))) {
            snapshot = transition(byXState, snapshot, event)[0];
            population.send(0, event);
          }
          const { value, context } = snapshot;
          expect(population.snapshotOf(0)).toMatchObject({ value, context });
          reached.add(leafOf(value));
          for (const event of events)
            expect(stepByTable(population, leafOf(value), context, event)).toEqual(
              stepByXState(byXState, leafOf(value), context, event),
            );
        }
      }

      expect([...reached].sort()).toEqual([...table.leaves].sort());
      const idle = table.transitions.filter((_, k) => !taken.has(k));
      expect(idle.map((t) => `${table.leaves[t.from]} → ${table.leaves[t.to]}`)).toEqual(never);
      const oneSided = Object.keys(machine.implementations.guards).filter((name) => answers.get(name)?.size !== 2);
      expect(oneSided).toEqual([]);
    },
  );
});
