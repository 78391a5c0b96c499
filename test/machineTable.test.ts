import type { AnyStateMachine } from "xstate";
import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { and, assign, createActor, emit, enqueueActions, raise, setup } from "xstate";
import { deriveMachineTable } from "#engine/machineTable.ts";
import { createPopulation } from "#engine/population.ts";
import { enterpriseMachine } from "./fixtures/enterpriseMachine.ts";
import { stepByTable, stepByXState } from "./fixtures/bothWays.ts";
import { TABLE_MACHINES } from "./fixtures/tableMachines.ts";

describe("[SM] a table does what XState does", () => {
  it.each(TABLE_MACHINES)(
    "$name: one step from every leaf on every event, to the last bit",
    ({ machine, context, events }) => {
      const table = deriveMachineTable(machine);
      const draw = seedrandom.alea("steps");
      const taken = new Set<number>();
      const population = createPopulation(table, 3);
      population.listen((_row, _from, _to, transition) => taken.add(transition));
      for (const leaf of table.leaves) {
        for (let repeat = 0; repeat < 100; repeat += 1) {
          for (const event of events(draw)) {
            const start = context(draw);
            expect(stepByTable(population, leaf, start, event)).toEqual(stepByXState(machine, leaf, start, event));
          }
        }
      }
      expect([...taken].sort((a, b) => a - b)).toEqual(table.transitions.map((_, k) => k));
    },
  );

  it("a row goes back to XState as a snapshot from which an actor goes on", () => {
    const population = createPopulation(deriveMachineTable(enterpriseMachine), 2);
    population.states[1] = population.table.leaves.indexOf("using.integrated");
    population.columns.cash[1] = 3;
    const snapshot = population.snapshotOf(1);
    expect(snapshot.matches({ using: "integrated" })).toBe(true);
    expect(snapshot.context).toEqual({ readiness: 0.4, cash: 3, projectCost: 0.12, yearsOut: 0, spent: 0, losses: 0 });
    const actor = createActor(enterpriseMachine, { snapshot }).start();
    actor.send({ type: "BREACHED", loss: 2 });
    population.send(1, { type: "BREACHED", loss: 2 });
    expect(population.snapshotOf(1).value).toBe("abandoned");
    expect(actor.getSnapshot().value).toBe("abandoned");
    expect(population.snapshotOf(1).context).toEqual(actor.getSnapshot().context);
  });
});

const notes: string[] = [];
const ladder = setup({
  types: {
    context: {} as { height: number; falls: number },
    events: {} as { type: "CLIMB"; by: number } | { type: "FALL" } | { type: "LOOK" },
  },
  guards: {
    isAbove: ({ context }, params: { limit: number }) => context.height > params.limit,
    isGentle: ({ event }) => event.type === "CLIMB" && event.by < 1,
  },
  actions: {
    climb: assign({ height: ({ context, event }) => context.height + (event.type === "CLIMB" ? event.by : 0) }),
    swap: assign({ height: ({ context }) => context.falls, falls: ({ context }) => context.height }),
    fall: assign(({ context }) => ({ height: 0, falls: context.falls + 1 })),
    ring: () => notes.push("ring ran"),
    wave: () => notes.push("wave ran"),
  },
}).createMachine({
  id: "ladder",
  initial: "low",
  context: { height: 0.5, falls: 0 },
  on: { FALL: { target: ".low", actions: ["fall", "wave"] }, LOOK: { actions: "swap" } },
  states: {
    low: {
      exit: "ring",
      on: { CLIMB: [{ guard: { type: "isAbove", params: { limit: 2 } }, target: "high" }, { actions: "climb" }] },
    },
    high: {
      initial: "careful",
      states: { careful: { on: { CLIMB: { guard: "isGentle", target: "bold", actions: "climb" } } }, bold: {} },
    },
  },
});

describe("a population", () => {
  it("lists what the machine does: guards with their params and all actions in order", () => {
    const { leaves, events, transitions, guards, actions } = deriveMachineTable(ladder);
    expect(leaves).toEqual(["low", "high.careful", "high.bold"]);
    const readable = transitions.map((t) => ({
      from: leaves[t.from],
      event: events[t.event],
      guard: t.guard < 0 ? null : guards[t.guard].reference,
      to: leaves[t.to],
      actions: t.actions.map((k) => actions[k].reference.type),
    }));
    expect(readable).toContainEqual({
      from: "low",
      event: "CLIMB",
      guard: { type: "isAbove", params: { limit: 2 } },
      to: "high.careful",
      actions: ["ring"],
    });
    expect(readable).toContainEqual({ from: "low", event: "CLIMB", guard: null, to: "low", actions: ["climb"] });
    expect(readable).toContainEqual({
      from: "low",
      event: "FALL",
      guard: null,
      to: "low",
      actions: ["ring", "fall", "wave"],
    });
    expect(readable).toHaveLength(3 + 2 + 1 + 2 + 1);
  });

  it("computes all values of an assignment from the old context, whether by keys or by one function", () => {
    const population = createPopulation(deriveMachineTable(ladder), 1);
    population.columns.falls[0] = 7;
    population.send(0, { type: "LOOK" });
    expect([population.columns.height[0], population.columns.falls[0]]).toEqual([7, 0.5]);
    population.send(0, { type: "FALL" });
    expect([population.columns.height[0], population.columns.falls[0]]).toEqual([0, 1.5]);
  });

  it("sends one event object to all rows in order and fills it for each", () => {
    const population = createPopulation(deriveMachineTable(ladder), 4);
    const order: number[] = [];
    population.sendAll({ type: "CLIMB", by: 0 }, (event, row) => {
      order.push(row);
      event.by = row;
    });
    expect(order).toEqual([0, 1, 2, 3]);
    expect([...population.columns.height]).toEqual([0.5, 1.5, 2.5, 3.5]);
  });

  it("reads and writes columns of the caller in place and starts its own at the machine's context", () => {
    const height = Float64Array.of(3, 1, 9);
    const population = createPopulation(deriveMachineTable(ladder), 2, { height });
    population.sendAll({ type: "CLIMB", by: 1 });
    expect(population.columns.height).toBe(height);
    expect([...height]).toEqual([3, 2, 9]);
    expect([...population.columns.falls]).toEqual([0, 0]);
    expect([...population.states]).toEqual([1, 0]);
    expect(() => createPopulation(population.table, 4, { height })).toThrow(
      "shared column height must have 4 rows, got 3",
    );
  });

  it("two populations of one table do not see each other, even when one is sent to while the other runs", () => {
    const table = deriveMachineTable(ladder);
    const [left, right] = [createPopulation(table, 2), createPopulation(table, 2)];
    left.sendAll({ type: "CLIMB", by: 1 }, (event, row) => {
      right.send(row, { type: "CLIMB", by: 10 * event.by });
    });
    const both = { type: "CLIMB" as const, by: 0.25 };
    left.send(0, both);
    right.send(1, both);
    expect([...left.columns.height]).toEqual([1.75, 1.5]);
    expect([...right.columns.height]).toEqual([10.5, 10.5]);
    expect([...right.states]).toEqual([0, 1]);
  });

  it("counts transitions by leaf before and after, stays on the diagonal, ignored events nowhere", () => {
    const population = createPopulation(deriveMachineTable(ladder), 3);
    population.columns.height[2] = 5;
    population.sendAll({ type: "CLIMB", by: 0.5 });
    population.states[0] = 2;
    expect(population.send(0, { type: "CLIMB", by: 0.5 })).toBe(-1);
    expect([...population.counts]).toEqual([2, 1, 0, 0, 0, 0, 0, 0, 0]);
    population.clearCounts();
    expect(Math.max(...population.counts)).toBe(0);
  });

  it("tells a listener row, states, transition and deciding guard while the guard's numbers still stand", () => {
    const table = deriveMachineTable(ladder);
    const population = createPopulation(table, 2);
    population.columns.height.set([1, 5]);
    const heard: unknown[] = [];
    population.listen((row, from, to, transition, guard) => {
      const name = guard < 0 ? null : table.guards[guard].reference.type;
      heard.push([row, table.leaves[from], table.leaves[to], name, { ...table.args.context }]);
      expect(table.transitions[transition]).toMatchObject({ from, to, guard });
    });
    population.sendAll({ type: "CLIMB", by: 0.5 });
    population.listen(null);
    population.sendAll({ type: "LOOK" });
    expect(heard).toEqual([
      [0, "low", "low", null, { height: 1, falls: 0 }],
      [1, "low", "high.careful", "isAbove", { height: 5, falls: 0 }],
    ]);
  });

  it("collects other actions without running them and hands them over once, by row, in XState's order", () => {
    notes.length = 0;
    const table = deriveMachineTable(ladder);
    const population = createPopulation(table, 3);
    population.send(2, { type: "FALL" });
    population.send(0, { type: "FALL" });
    const handed: string[] = [];
    const hand = (row: number, action: number) => handed.push(`${row} ${table.actions[action].reference.type}`);
    population.drainOutbox(hand);
    population.drainOutbox(hand);
    expect(handed).toEqual(["0 ring", "0 wave", "2 ring", "2 wave"]);
    expect(notes).toEqual([]);
  });

  it("starts in the nested initial state and after the assignments of the initial entry", () => {
    const machine = setup({
      types: { context: {} as { n: number } },
      actions: { add: assign({ n: ({ context }) => context.n + 1 }) },
    }).createMachine({
      context: { n: 1 },
      initial: "outer",
      states: { idle: {}, outer: { initial: "inner", entry: "add", states: { other: {}, inner: { entry: "add" } } } },
    });
    const population = createPopulation(deriveMachineTable(machine), 1);
    const { value, context } = createActor(machine).start().getSnapshot();
    expect(population.snapshotOf(0).value).toEqual(value);
    expect(population.snapshotOf(0).context).toEqual(context);
  });

  it("an unknown event is refused by name", () => {
    const population = createPopulation(deriveMachineTable(ladder), 1);
    expect(() => population.send(0, { type: "JUMP" } as never)).toThrow(
      "event must be one of FALL, LOOK, CLIMB, got JUMP",
    );
  });

  it("a function assignment that gives something else than numbers of the context is refused", () => {
    const machine = setup({
      types: { context: {} as { n: number }, events: {} as { type: "A" } | { type: "B" } },
      actions: {
        wrongKey: assign(() => ({ m: 1 }) as object),
        wrongType: assign(() => ({ n: "two" }) as object),
      },
    }).createMachine({
      context: { n: 1 },
      initial: "s",
      states: { s: { on: { A: { actions: "wrongKey" }, B: { actions: "wrongType" } } } },
    });
    const population = createPopulation(deriveMachineTable(machine), 1);
    expect(() => population.send(0, { type: "A" })).toThrow("an assignment must give numbers of the context, got m: 1");
    expect(() => population.send(0, { type: "B" })).toThrow(
      "an assignment must give numbers of the context, got n: two",
    );
  });
});

describe("the one internal thing of XState that the table relies on", () => {
  it("assign() keeps its argument as `assignment`", () => {
    const byKey = { n: () => 1 };
    const whole = () => ({ n: 1 });
    expect((assign(byKey) as unknown as { assignment: unknown }).assignment).toBe(byKey);
    expect((assign(whole) as unknown as { assignment: unknown }).assignment).toBe(whole);
    expect((raise({ type: "A" }) as unknown as { assignment: unknown }).assignment).toBeUndefined();
  });
});

describe("a machine that a table cannot run faithfully is refused with its node", () => {
  const implementations = {
    guards: { yes: () => true, both: and(["yes", "yes"]) },
    actions: {
      note: () => {},
      bump: assign({ n: 1 }),
      raised: raise({ type: "E" }),
      queued: enqueueActions(() => {}),
      emitted: emit({ type: "E" }),
      stranger: assign({ m: 1 }),
      text: assign({ n: "one" }),
    },
  };
  const refusal = (states: object, rest: object = {}) => {
    const config = { id: "m", initial: "a", context: { n: 0 }, states, ...rest };
    const machine = setup(implementations as never).createMachine(config as never) as unknown as AnyStateMachine;
    return () => deriveMachineTable(machine);
  };

  const cases: [string, object, string][] = [
    ["an inline guard", { a: { on: { E: { guard: () => true } } } }, "node m.a: an inline guard is not supported"],
    ["an inline entry action", { a: { entry: () => {} } }, "node m.a: an inline action is not supported"],
    ["an inline exit action", { a: { exit: assign({ n: 1 }) } }, "node m.a: an inline action is not supported"],
    [
      "an inline transition action",
      { a: { initial: "b", states: { b: { on: { E: { actions: ["note", raise({ type: "E" })] } } } } } },
      "node m.a.b: an inline action is not supported",
    ],
    [
      "an inline initial action",
      { a: { initial: { target: "b", actions: () => {} }, states: { b: {} } } },
      "node m.a: an inline action is not supported",
    ],
    [
      "dynamic params of a guard",
      { a: { on: { E: { guard: { type: "yes", params: () => ({}) } } } } },
      "node m.a: guard yes with dynamic params is not supported",
    ],
    [
      "dynamic params of an action",
      { a: { entry: { type: "note", params: () => ({}) } } },
      "node m.a: action note with dynamic params is not supported",
    ],
    ["invoke", { a: { invoke: { src: "x" } } }, "node m.a: invoke is not supported"],
    ["after", { a: { after: { 10: "a" } } }, "node m.a: after is not supported"],
    ["always", { a: { always: { guard: "yes", target: "b" } }, b: {} }, "node m.a: always is not supported"],
    ["onDone", { a: { initial: "b", onDone: "c", states: { b: {} } }, c: {} }, "node m.a: onDone is not supported"],
    ["route", { a: { id: "here", route: {} } }, "node here: route is not supported"],
    [
      "a parallel state",
      { a: { type: "parallel", states: { b: {}, c: {} } } },
      "node m.a: parallel states are not supported",
    ],
    [
      "a history state",
      { a: { initial: "b", states: { b: {}, h: { type: "history" } } } },
      "node m.a.h: history states are not supported",
    ],
    ["a final state", { a: { on: { E: "z" } }, z: { type: "final" } }, "node m.z: final states are not supported"],
    ["a wildcard", { a: { on: { "*": "a" } } }, "node m.a: the wildcard event * is not supported"],
    ["a partial wildcard", { a: { on: { "x.*": "a" } } }, "node m.a: the wildcard event x.* is not supported"],
    [
      "a guard made of guards",
      { a: { on: { E: { guard: "both" } } } },
      "guard both: made of other guards is not supported, write one function",
    ],
    ["an unknown guard", { a: { on: { E: { guard: "who" } } } }, "guard who: not implemented"],
    ["an unknown action", { a: { entry: "who" } }, "action who: not implemented"],
    ["raise", { a: { on: { E: { actions: "raised" } } } }, "action raised: xstate.raise is not supported"],
    [
      "enqueueActions",
      { a: { on: { E: { actions: "queued" } } } },
      "action queued: xstate.enqueueActions is not supported",
    ],
    ["emit", { a: { on: { E: { actions: "emitted" } } } }, "action emitted: xstate.emit is not supported"],
    [
      "a key that the context does not have",
      { a: { on: { E: { actions: "stranger" } } } },
      "action stranger: assigns m, which the initial context does not have",
    ],
    [
      "a constant that is not a number",
      { a: { on: { E: { actions: "text" } } } },
      "action text: n must be assigned a number, got string",
    ],
  ];
  it.each(cases)("%s", (_, states, message) => {
    expect(refusal(states)).toThrow(message);
  });

  it("context that is not numbers, or that needs input", () => {
    expect(refusal({ a: {} }, { context: { n: 0, name: "x", list: null } })).toThrow(
      "context name: expected a number, got string\ncontext list: expected a number, got null",
    );
    expect(refusal({ a: {} }, { context: ({ input }: { input: { n: number } }) => ({ n: input.n }) })).toThrow(
      "context: cannot be made without input",
    );
  });

  it("a machine without states", () => {
    expect(refusal({}, { initial: undefined })).toThrow("node m: a machine without states");
  });

  it("more leaf states than a byte can number", () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, k) => [`s${k}`, {}]));
    expect(refusal(many, { initial: "s0" })).toThrow("node m: more than 256 leaf states");
  });

  it("all problems are listed at once", () => {
    expect(refusal({ a: { always: "b", entry: () => {} }, b: { on: { E: { guard: "who" } } } })).toThrow(
      "machine m cannot run as a table:\nnode m.a: always is not supported\nnode m.a: an inline action is not supported\nguard who: not implemented",
    );
  });
});
