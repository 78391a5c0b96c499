import { readScenario } from "#cli/scenarioArgument.ts";
import { ADOPTION_STAGES } from "#domain/adoptionStage.ts";
import { enterpriseId, parseEnterpriseId } from "#domain/enterpriseId.ts";
import { actorsOf, AGENT_BYTE, BYTES_PER_AGENT } from "#domain/runResult.ts";
import { askGuards } from "#engine/guardReading.ts";
import { inspectActor } from "#engine/inspectActor.ts";
import { fc, it as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { setup } from "xstate";
import { simulate, study } from "./fixtures/simulate.ts";

const scenario = readScenario(
  "core-ecosystem",
  study.regions.map(({ id }) => id),
);
const run = simulate(scenario, "1", 0, { isRecorded: true });
const request = { scenario, seed: "1", replicate: 0 };
const karaganda = study.regions.findIndex(({ id }) => id === "karaganda");
const first = run.agentRegion.indexOf(karaganda);

describe("an enterprise looked into", () => {
  it.each([0, 3, 20, 41])("took the path of the run, number %i of Karaganda", (place) => {
    const history = inspectActor(study, request, enterpriseId("karaganda", true, place))!;
    const row = first + place;
    const digital = history.machines.find(({ name }) => name === "digital")!;
    const readiness = history.numbers.find(({ name }) => name === "readiness")!;
    for (const [t, { year, agents }] of run.years.entries()) {
      expect(history.years[t]).toBe(year);
      expect(digital.states[t]).toBe(ADOPTION_STAGES[agents[BYTES_PER_AGENT * row]!]);
      expect(Math.round(255 * readiness.values[t]!)).toBe(agents[BYTES_PER_AGENT * row + AGENT_BYTE.readiness]);
    }
    expect(history.numbers.map(({ values }) => values.length)).toEqual(history.numbers.map(() => run.years.length));
  });

  it("was told of every year, and the guards of its machines answer as they did", () => {
    for (const place of [0, 1, 2, 3, 4]) {
      const { machines } = inspectActor(study, request, enterpriseId("karaganda", true, place))!;
      expect(machines.length).toBeGreaterThanOrEqual(5);
      for (const { steps, name, machine } of machines) {
        if (machine === "adoption") expect(steps.length, name).toBe(run.years.length - 1);
        for (const { from, to, asked } of steps) {
          const deciding = asked.at(-1);
          expect(deciding?.holds ? deciding.to : from, name).toBe(to);
          for (const { draw, limit, holds, holdsBelow } of asked)
            if (draw !== null) expect(holds).toBe(holdsBelow ? draw < limit! : draw >= limit!);
        }
      }
    }
  });

  it("changes its state where the log of the run says so, for the same guard", () => {
    for (const place of [0, 5, 9]) {
      const id = enterpriseId("karaganda", true, place);
      const { machines } = inspectActor(study, request, id)!;
      const log = run.events.filter(({ actor, machine }) => actor === id && machine === "digital");
      const steps = machines.find(({ name }) => name === "digital")!.steps.filter(({ from, to }) => from !== to);
      expect(steps.map(({ year, from, to }) => [year, from, to])).toEqual(
        log.map(({ year, from, to }) => [year, from, to]),
      );
      expect(steps.map(({ asked }) => asked.at(-1)!.guard)).toEqual(log.map(({ because }) => because.split(":")[0]));
    }
  });

  it("uses a technology only while it uses digital technology, and has cash in every year", () => {
    const used = [0, 1, 2, 3, 4, 5].flatMap((place) => {
      const { machines, technologies, years, numbers } = inspectActor(
        study,
        request,
        enterpriseId("karaganda", true, place),
      )!;
      const { states } = machines.find(({ name }) => name === "digital")!;
      const cash = numbers.find(({ name }) => name === "cash")!;
      expect(cash.values.every(Number.isFinite)).toBe(true);
      expect(cash.values[0]).toBeGreaterThan(0);
      for (const { id, years: used } of technologies)
        for (const year of used)
          expect(["integrated", "scaled"], `${id} ${year}`).toContain(states[years.indexOf(year)]);
      return technologies;
    });
    expect(used.length).toBeGreaterThan(0);
  });

  it("names its partners both ways", () => {
    const id = enterpriseId("karaganda", true, 0);
    const { buyers } = inspectActor(study, request, id)!;
    expect(buyers.length).toBeGreaterThan(0);
    const buyer = inspectActor(study, { ...request, scenario: { ...scenario, until: 2024 } }, buyers[0]!)!;
    expect(buyer.sellers).toContain(id);
  });
});

it("every actor of the roster can be looked into, and its states are those of the run", () => {
  for (const { machine, ids } of run.roster) {
    const id = ids.at(-1)!;
    const history = inspectActor(study, request, id)!;
    const states = run.years.map(({ actors }) => actorsOf(run.roster, actors, machine).at(-1)!.state);
    expect(history.machines[0]!.states, id).toEqual(states);
    if (machine === "mechanism") continue; // no measure of this plan reaches it, so it hears of no year
    expect(history.machines[0]!.steps.length, id).toBeGreaterThan(0);
  }
});

it("an actor that does not exist has no history", () => {
  for (const id of ["enterprise/karaganda/5000", "enterprise/nowhere/1", "core/nobody", "", "enterprise/karaganda/x"])
    expect(inspectActor(study, { ...request, scenario: { ...scenario, until: 2023 } }, id), id).toBeNull();
});

describe("guards asked again", () => {
  const coin = setup({
    types: {
      context: {} as { luck: number },
      events: {} as { type: "TOSSED"; draw: number; rates: { chance: number } },
    },
    guards: {
      wins: ({ context, event }) => event.draw < event.rates.chance * context.luck,
      loses: ({ event }) => event.draw > 0.9,
    },
  }).createMachine({
    id: "coin",
    context: { luck: 1 },
    initial: "waiting",
    states: {
      waiting: {
        on: {
          TOSSED: [
            { guard: "wins", target: "won" },
            { guard: "loses", target: "lost" },
          ],
        },
      },
      won: {},
      lost: {},
    },
  });

  it("say the limit of the draw and what they read", () => {
    const event = { type: "TOSSED", draw: 0.95, rates: { chance: 0.2 } };
    const [wins, loses] = askGuards(coin, "waiting", { event, context: { luck: 1.5 } });
    expect(wins).toMatchObject({ guard: "wins", holds: false, to: "won", draw: 0.95, holdsBelow: true });
    expect(wins!.limit).toBeCloseTo(0.3, 9);
    expect(wins!.saw).toEqual([
      { name: "chance", value: 0.2 },
      { name: "luck", value: 1.5 },
    ]);
    expect(loses).toMatchObject({ guard: "loses", holds: true, to: "lost", draw: 0.95, holdsBelow: false });
    expect(loses!.limit).toBeCloseTo(0.9, 9);
    expect([wins!.decided, loses!.decided]).toEqual([[], []]);
  });

  it("say which values decided: those that alone would have changed the answer or what was asked next", () => {
    const door = setup({
      types: {
        context: {} as { height: number; age: number },
        events: {} as { type: "SEEN"; hasKey: boolean; isDay: number },
      },
      guards: {
        isOpen: ({ context, event }) => context.age > 0 && event.hasKey && event.isDay === 1 && context.height < 2,
      },
    }).createMachine({
      id: "door",
      context: { height: 1, age: 0 },
      initial: "shut",
      states: { shut: { on: { SEEN: { guard: "isOpen", target: "open" } } }, open: {} },
    });
    const decidedAt = (hasKey: boolean, isDay: number, height: number) =>
      askGuards(door, "shut", { event: { type: "SEEN", hasKey, isDay }, context: { height, age: 7 } })[0]!.decided;
    expect(decidedAt(false, 1, 1)).toEqual([{ name: "hasKey", value: 0, limit: null }]);
    expect(decidedAt(true, 0, 1)).toEqual([{ name: "isDay", value: 0, limit: null }]);
    expect(decidedAt(true, 1, 3)).toEqual([{ name: "height", value: 3, limit: 2 }]);
  });

  it("have no limit where no draw decides", () => {
    const lamp = setup({
      types: { context: {} as { light: number }, events: {} as { type: "SEEN"; needed: number } },
      guards: { isDark: ({ context, event }) => context.light < event.needed },
    }).createMachine({
      id: "lamp",
      context: { light: 0 },
      initial: "off",
      states: { off: { on: { SEEN: { guard: "isDark", target: "on" } } }, on: {} },
    });
    expect(askGuards(lamp, "off", { event: { type: "SEEN", needed: 3 }, context: { light: 5 } })).toEqual([
      {
        guard: "isDark",
        holds: false,
        to: "on",
        draw: null,
        limit: null,
        holdsBelow: true,
        saw: [
          { name: "light", value: 5 },
          { name: "needed", value: 3 },
        ],
        decided: [{ name: "light", value: 5, limit: 3 }],
      },
    ]);
  });
});

property.prop([fc.constantFrom("akmola", "west-kazakhstan"), fc.boolean(), fc.nat(9999)])(
  "the id of an enterprise is read back",
  (region, isManufacturer, place) => {
    expect(parseEnterpriseId(enterpriseId(region, isManufacturer, place))).toEqual({ region, isManufacturer, place });
  },
);
