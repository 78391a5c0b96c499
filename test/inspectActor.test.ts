import { readScenario } from "#cli/scenarioArgument.ts";
import { ADOPTION_STAGES } from "#domain/adoptionStage.ts";
import { enterpriseId, parseEnterpriseId } from "#domain/enterpriseId.ts";
import { actorsOf, AGENT_BYTE, BYTES_PER_AGENT } from "#domain/runResult.ts";
import { askGuards } from "#engine/guardReading.ts";
import { inspectActor } from "#engine/inspectActor.ts";
import { adoptionMachine } from "#engine/machines/adoption.ts";
import { platformMemberMachine } from "#engine/machines/platformMember.ts";
import { fc, it as property } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
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

  it("was told something by every machine that it runs, every year, and its guards answer as they did", () => {
    for (const place of [0, 1, 2, 3, 4]) {
      const { machines } = inspectActor(study, request, enterpriseId("karaganda", true, place))!;
      expect(machines.length).toBeGreaterThanOrEqual(5);
      for (const { steps, name } of machines) {
        expect(steps.length, name).toBeGreaterThanOrEqual(run.years.length - 1);
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
    expect(history.machines[0]!.steps.length, id).toBeGreaterThan(0);
  }
});

it("an actor that does not exist has no history", () => {
  for (const id of ["enterprise/karaganda/5000", "enterprise/nowhere/1", "core/nobody", "", "enterprise/karaganda/x"])
    expect(inspectActor(study, { ...request, scenario: { ...scenario, until: 2023 } }, id), id).toBeNull();
});

describe("guards asked again", () => {
  const rates = { pilotSuccess: 0.3, adviceSuccess: 0.1, pilotFailure: 0.2, adviceFailure: 0 };
  const event = { type: "YEAR_PASSED", draw: 0.4, rates, pilotShock: 1, served: 0 };

  it("say the limit of the draw and what they read", () => {
    const asked = askGuards(adoptionMachine, "piloting", { event, context: { readiness: 0.5, yearsInState: 1 } });
    expect(asked.map(({ guard, holds, to }) => [guard, holds, to])).toEqual([
      ["pilotSucceeds", false, "integrated"],
      ["pilotFails", true, "abandoned"],
    ]);
    expect(asked[0]!.limit).toBeCloseTo(0.3, 9);
    expect(asked[1]!.limit).toBeCloseTo(0.5, 9);
    expect(asked[0]!.saw).toContainEqual({ name: "pilotSuccess", value: 0.3 });
  });

  it("have no limit where no draw decides", () => {
    const [asked] = askGuards(platformMemberMachine, "invited", {
      event: { type: "YEAR_PASSED", invited: 0, platformRuns: 1, netValue: -0.1 },
      context: { readiness: 0.5, supplyChain: 0.3, security: 0.3, losingYears: 0 },
    });
    expect(asked).toMatchObject({ guard: "connects", holds: false, limit: null, draw: null });
    expect(asked!.saw).toContainEqual({ name: "netValue", value: -0.1 });
  });
});

property.prop([fc.constantFrom("akmola", "west-kazakhstan"), fc.boolean(), fc.nat(9999)])(
  "the id of an enterprise is read back",
  (region, isManufacturer, place) => {
    expect(parseEnterpriseId(enterpriseId(region, isManufacturer, place))).toEqual({ region, isManufacturer, place });
  },
);
