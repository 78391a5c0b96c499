import type { AnyStateMachine } from "xstate";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign, createActor, setup } from "xstate";
import { stateValueOf } from "#engine/machineProbe.ts";
import { deriveMachineTable } from "#engine/machineTable.ts";
import { createPopulation } from "#engine/population.ts";
import { stepByTable, stepByXState } from "./fixtures/bothWays.ts";

type Context = { a: number; b: number; c: number };
type Event = { type: "E0" | "E1" | "E2"; u: number };
type Moment = { context: Context; event: Event };

const GUARDS = {
  aIsLow: ({ context }: Moment) => context.a < 0.5,
  bIsBelowEvent: ({ context, event }: Moment) => context.b < event.u,
  eventIsLow: ({ event }: Moment) => event.u < 0.3,
  sumIsHigh: ({ context }: Moment) => context.a + context.b + context.c > 1.5,
  cIsAbove: ({ context }: Moment, params: { limit: number }) => context.c > params.limit,
};
const ACTIONS = {
  swap: assign({ a: ({ context }: Moment) => context.b, b: ({ context }: Moment) => context.a }),
  mix: assign({
    a: ({ context, event }: Moment) => 0.9 * context.a + 0.1 * event.u,
    b: ({ context }: Moment) => context.a - context.c,
    c: ({ context }: Moment) => context.b / 3,
  }),
  reset: assign({ c: 0.25 }),
  blend: assign(({ context, event }: Moment) => ({ ...context, c: context.a * event.u })),
  scale: assign({ b: ({ context }: Moment, params: { by: number }) => context.b * params.by }),
  ring: () => {},
  wave: () => {},
};

const guard = fc.oneof(
  fc.constantFrom("aIsLow", "bIsBelowEvent", "eventIsLow", "sumIsHigh"),
  fc.constantFrom(0.2, 0.6).map((limit) => ({ type: "cIsAbove", params: { limit } })),
);
const action = fc.oneof(
  fc.constantFrom("swap", "mix", "reset", "blend", "ring", "wave"),
  fc.constantFrom(0.5, -2).map((by) => ({ type: "scale", params: { by } })),
);
const actions = fc.array(action, { maxLength: 3 });

/** Shape of a tree of states, two levels at most below the root. */
type Shape = Shape[];
const leaf: fc.Arbitrary<Shape> = fc.constant([]);
const compound = (child: fc.Arbitrary<Shape>) => fc.array(child, { minLength: 1, maxLength: 3 });
const shape = compound(fc.oneof({ weight: 2, arbitrary: leaf }, compound(fc.oneof(leaf, compound(leaf)))));

/** Machines with nested states, entry, exit and initial actions, and transitions of every kind that a table allows. */
const machines = shape.chain((tree) => {
  const ids = listIds(tree, "s");
  const transition = fc.record(
    {
      target: fc.constantFrom(...ids).map((id) => `#${id}`),
      guard,
      actions,
      reenter: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  const on = fc.dictionary(fc.constantFrom("E0", "E1", "E2"), fc.array(transition, { minLength: 1, maxLength: 3 }), {
    maxKeys: 3,
  });
  const node = fc.record({ on, entry: actions, exit: actions, initialActions: actions, initial: fc.nat() });
  return fc.tuple(node, fc.array(node, { minLength: ids.length, maxLength: ids.length })).map(([root, nodes]) => {
    const byId = new Map(ids.map((id, k) => [id, nodes[k]]));
    const build = (children: Shape, id: string, { initialActions, initial, ...rest }: typeof root): object => {
      if (children.length === 0) return { id, ...rest };
      const names = children.map((_, k) => `${id}${k}`);
      return {
        id,
        ...rest,
        initial: { target: names[initial % names.length], actions: initialActions },
        states: Object.fromEntries(names.map((name, k) => [name, build(children[k], name, byId.get(name)!)])),
      };
    };
    return { ...build(tree, "s", root), context: { a: 0.1, b: 0.2, c: 0.3 } };
  });
});

function listIds(children: Shape, id: string): string[] {
  return children.flatMap((child, k) => [`${id}${k}`, ...listIds(child, `${id}${k}`)]);
}

const number = fc.double({ min: -1, max: 2, noNaN: true });
const contexts = fc.record({ a: number, b: number, c: number });
const eventType = fc.constantFrom("E0" as const, "E1" as const, "E2" as const);
const events = fc.record({ type: eventType, u: fc.double({ min: 0, max: 1, noNaN: true }) });

const create = (config: object) =>
  setup({
    types: { context: {} as Context, events: {} as Event },
    guards: GUARDS,
    actions: ACTIONS,
  } as never).createMachine(config as never) as unknown as AnyStateMachine;

describe("random machines", () => {
  it("500 of them: one step from every leaf on every event equals XState's transition to the last bit", () => {
    let steps = 0;
    let changes = 0;
    fc.assert(
      fc.property(machines, fc.array(fc.tuple(contexts, number), { minLength: 3, maxLength: 3 }), (config, samples) => {
        const machine = create(config);
        const table = deriveMachineTable(machine);
        const population = createPopulation(table, 3);
        for (const from of table.leaves) {
          for (const type of table.events) {
            for (const [context, u] of samples) {
              const byTable = stepByTable(population, from, context, { type, u });
              expect(byTable).toEqual(stepByXState(machine, from, context, { type, u }));
              steps += 1;
              if (byTable.leaf !== from) changes += 1;
            }
          }
        }
      }),
      { numRuns: 500, seed: 2023 },
    );
    expect(steps).toBeGreaterThan(5_000);
    expect(changes).toBeGreaterThan(1_000);
  }, 60_000);

  it("100 of them: a population and running actors end a random history in the same snapshots", () => {
    const history = fc.array(fc.tuple(fc.nat({ max: 3 }), events), { maxLength: 30 });
    fc.assert(
      fc.property(machines, history, (config, sent) => {
        const machine = create(config);
        const table = deriveMachineTable(machine);
        const population = createPopulation(table, 4);
        const actors = Array.from({ length: 4 }, () => createActor(machine).start());
        let taken = 0;
        for (const [row, event] of sent) {
          actors[row].send(event);
          if (table.events.includes(event.type) && population.send(row, event) >= 0) taken += 1;
        }
        actors.forEach((actor, row) => {
          const { value, context } = actor.getSnapshot();
          expect([population.snapshotOf(row).value, population.snapshotOf(row).context]).toEqual([value, context]);
          expect(stateValueOf(table.leaves[population.states[row]])).toEqual(value);
        });
        expect(population.counts.reduce((sum, count) => sum + count, 0)).toBe(taken);
      }),
      { numRuns: 100, seed: 2035 },
    );
  }, 60_000);
});
