import type { AnyEventObject, AnyStateMachine } from "xstate";
import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { deriveMachineTable } from "#engine/machineTable.ts";
import { customerPoolMachine } from "#engine/machines/customerPool.ts";
import { dataCentreMachine } from "#engine/machines/dataCentre.ts";
import { educationMachine } from "#engine/machines/education.ts";
import { firmLifeMachine } from "#engine/machines/firmLife.ts";
import { investorMachine } from "#engine/machines/investor.ts";
import { projectOfficeMachine } from "#engine/machines/projectOffice.ts";
import { createPopulation } from "#engine/population.ts";
import { stepByTable, stepByXState } from "./fixtures/bothWays.ts";

type Draw = () => number;
const whole = (draw: Draw, below: number) => Math.floor(below * draw());

const MACHINES: {
  machine: AnyStateMachine;
  context: (draw: Draw) => Record<string, number>;
  event: (draw: Draw) => AnyEventObject;
}[] = [
  {
    machine: projectOfficeMachine,
    context: (draw) => ({ yearsSinceReview: whole(draw, 4), reforms: whole(draw, 2), hasFailed: whole(draw, 2) }),
    event: (draw) => ({
      type: "YEAR_PASSED",
      places: whole(draw, 3),
      yearsAhead: whole(draw, 4) - 1,
      pilotsDecided: whole(draw, 4),
      pilotsIntegrated: whole(draw, 3),
      additionalUsers: draw() * 4 - 1,
      spent: draw() * 4,
      target: 2,
    }),
  },
  {
    machine: educationMachine,
    context: (draw) => ({
      enrolledLastYear: whole(draw, 2),
      enrolledBefore: whole(draw, 2),
      graduates: 0,
      retrained: 0,
      labs: 0,
    }),
    event: (draw) => ({
      type: "YEAR_PASSED",
      seats: whole(draw, 2),
      retraining: whole(draw, 2),
      labs: whole(draw, 2),
      isAnnounced: whole(draw, 2),
    }),
  },
  {
    machine: investorMachine,
    context: (draw) => ({ invested: draw() }),
    event: (draw) => ({
      type: "YEAR_PASSED",
      demand: whole(draw, 2) * draw(),
      succeeded: whole(draw, 3),
      failed: whole(draw, 3),
      hurdle: 0.5,
    }),
  },
  {
    machine: customerPoolMachine,
    context: (draw) => ({ share: draw() * 0.5 }),
    event: (draw) => ({
      type: "YEAR_PASSED",
      lead: draw() - 0.3,
      pace: 0.2,
      members: whole(draw, 9),
      coCreating: whole(draw, 2),
    }),
  },
  {
    machine: firmLifeMachine,
    context: () => ({}),
    event: (draw) => ({
      type: "YEAR_PASSED",
      draw: draw(),
      exitChance: draw(),
      entryChance: draw(),
      yearsBelowZero: whole(draw, 4),
    }),
  },
  {
    machine: dataCentreMachine,
    context: (draw) => ({ use: draw() }),
    event: (draw) => ({ type: "YEAR_PASSED", racks: whole(draw, 2), ordered: whole(draw, 2), use: draw() * 2 }),
  },
];

it.each(MACHINES)("$machine.id: a table does what XState does, from every leaf, by every transition", (row) => {
  const { machine, context, event } = row;
  const table = deriveMachineTable(machine);
  const draw = seedrandom.alea(machine.id);
  const taken = new Set<number>();
  const population = createPopulation(table, 3);
  population.listen((_row, _from, _to, transition) => taken.add(transition));
  for (const leaf of table.leaves) {
    for (let repeat = 0; repeat < 300; repeat++) {
      const [start, what] = [context(draw), event(draw)];
      expect(stepByTable(population, leaf, start, what)).toEqual(stepByXState(machine, leaf, start, what));
    }
  }
  expect(taken.size).toBe(table.transitions.length);
});

describe("[SM-7] the project office", () => {
  const year = {
    type: "YEAR_PASSED",
    places: 60,
    yearsAhead: 0,
    pilotsDecided: 10,
    pilotsIntegrated: 5,
    additionalUsers: 3,
    spent: 6,
    target: 2,
  } as const;
  const step = (leaf: string, change: object, context: object = {}) =>
    stepByXState(
      projectOfficeMachine,
      leaf,
      { yearsSinceReview: 0, reforms: 0, hasFailed: 0, ...context },
      { ...year, ...change },
    ).leaf;

  it("is designed and funded ahead, opens with its places, and is reviewed in the third year", () => {
    expect(step("absent", { places: 0, yearsAhead: 2 })).toBe("designed");
    expect(step("designed", { places: 0, yearsAhead: 1 })).toBe("funded");
    expect(step("funded", {})).toBe("operating");
    expect(step("operating", {}, { yearsSinceReview: 1 })).toBe("operating");
    expect(step("operating", {}, { yearsSinceReview: 2 })).toBe("evaluated");
  });

  it("is scaled when half of its pilots integrate and a user costs the target, and reformed just beyond either", () => {
    expect(step("evaluated", {})).toBe("scaled");
    expect(step("evaluated", { pilotsDecided: 11 })).toBe("reformed");
    expect(step("evaluated", { spent: 6.001 })).toBe("reformed");
    expect(step("evaluated", { additionalUsers: 0, spent: 0 })).toBe("reformed");
  });

  it("is closed for good when its pilots mostly fail after a reform, else reopens with new money", () => {
    expect(step("evaluated", { pilotsDecided: 11 }, { reforms: 1 })).toBe("closed");
    expect(step("closed", {}, { hasFailed: 1 })).toBe("closed");
    expect(step("scaled", { places: 0 })).toBe("closed");
    expect(step("closed", {})).toBe("operating");
  });
});

it("[SM-8] students of a year start work two years later, those who retrain in the same year", () => {
  const idle = { enrolledLastYear: 0, enrolledBefore: 0, graduates: 0, retrained: 0, labs: 0 };
  const year = (seats: number, retraining: number) => ({
    type: "YEAR_PASSED",
    seats,
    retraining,
    labs: 0,
    isAnnounced: 0,
  });
  const first = stepByXState(educationMachine, "idle", idle, year(80, 30));
  expect(first.leaf).toBe("graduating");
  expect(first.context).toMatchObject({ graduates: 0, retrained: 30 });
  const second = stepByXState(educationMachine, first.leaf, first.context, year(0, 0));
  expect(second.leaf).toBe("enrolling");
  const third = stepByXState(educationMachine, second.leaf, second.context, year(0, 0));
  expect(third.context).toMatchObject({ graduates: 80, retrained: 0 });
});

it("[SM-11] a data centre is saturated above 90 % of use, not at it", () => {
  const step = (use: number) =>
    stepByXState(dataCentreMachine, "built", { use: 0 }, { type: "YEAR_PASSED", racks: 1, ordered: 0, use }).leaf;
  expect([step(0.9), step(0.9001)]).toEqual(["built", "saturated"]);
});
