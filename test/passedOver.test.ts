import type { AnyEventObject } from "xstate";
import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { stepByXState } from "./fixtures/bothWays.ts";
import { type Draw, TABLE_MACHINES } from "./fixtures/tableMachines.ts";

const machineNamed = (name: string) => TABLE_MACHINES.find((one) => one.name === name)!;

/** Years for which a phase of the engine asks no machine, since it would stay as it is: any year but for `passed`. */
const PASSED_OVER: readonly {
  readonly name: string;
  readonly machine: string;
  readonly leaf: string;
  readonly passed: (year: AnyEventObject, draw: Draw) => Record<string, number>;
}[] = [
  {
    name: "a firm outside of platforms that nobody invites",
    machine: "platformMember",
    leaf: "outside",
    passed: () => ({ invited: 0 }),
  },
  {
    name: "a protected firm whose draw is not below its rate of breaches",
    machine: "security",
    leaf: "protected",
    passed: ({ breachRate }, draw) => ({ draw: breachRate + (1 - breachRate) * draw() ** 4 }),
  },
  {
    name: "a firm without a twin that does not use the technology",
    machine: "digitalTwin",
    leaf: "none",
    passed: () => ({ inUse: 0 }),
  },
  {
    name: "a firm that has no technology and may have none",
    machine: "technology",
    leaf: "absent",
    passed: () => ({ keeps: 0 }),
  },
  {
    name: "a firm that has a technology and may keep it",
    machine: "technology",
    leaf: "inUse",
    passed: () => ({ keeps: 1 }),
  },
  {
    name: "a firm whose draw is not below the chance that full readiness would give",
    machine: "technology",
    leaf: "absent",
    passed: ({ rate, threshold, support }, draw) => ({ draw: rate * (1 - threshold) + support + draw() ** 4 }),
  },
];

describe("an actor that a phase passes over", () => {
  it.each(PASSED_OVER)("stays as it is when its machine is asked: $name", ({ name, machine: named, leaf, passed }) => {
    const { machine, context, events } = machineNamed(named);
    const draw = seedrandom(name, { global: false });
    for (let repeat = 0; repeat < 300; repeat++) {
      for (const event of events(draw)) {
        const before = context(draw);
        const year = { ...event, ...passed(event, draw) };
        expect(stepByXState(machine, leaf, before, year), JSON.stringify(year)).toEqual({
          leaf,
          context: before,
          outward: [],
        });
      }
    }
  });

  it("takes the same step whatever its hazard, unless it is aware, evaluating or has abandoned", () => {
    const { machine, context, events } = machineNamed("adoption");
    const draw = seedrandom("hazard", { global: false });
    const depends = (leaf: string) => {
      for (let repeat = 0; repeat < 300; repeat++) {
        for (const event of events(draw)) {
          const before = context(draw);
          const [one, other] = [0, 1].map(() =>
            stepByXState(machine, leaf, before, {
              ...event,
              evaluationChance: draw(),
              hazardRatio: 2 * draw(),
            }),
          );
          if (JSON.stringify(one) !== JSON.stringify(other)) return true;
        }
      }
      return false;
    };
    const leaves = Object.keys(machine.states);
    expect(leaves.filter(depends)).toEqual(["aware", "evaluating", "abandoned"]);
  });
});
