import type { AnyEventObject, AnyStateMachine } from "xstate";
import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { parameterValues } from "#domain/parameters.ts";
import { adoptionMachine } from "#engine/machines/adoption.ts";
import { digitalTwinMachine } from "#engine/machines/digitalTwin.ts";
import { platformMemberMachine } from "#engine/machines/platformMember.ts";
import { securityMachine } from "#engine/machines/security.ts";
import { technologyMachine } from "#engine/machines/technology.ts";
import { stepByXState } from "./fixtures/bothWays.ts";

/** Years for which a phase of the engine asks no machine, since it would stay as it is; `draw` gives uniform values. */
type PassedOver = {
  readonly name: string;
  readonly machine: AnyStateMachine;
  readonly leaf: string;
  readonly context: (draw: () => number) => Record<string, number>;
  readonly event: (draw: () => number) => AnyEventObject;
};

const flag = (draw: () => number) => (draw() < 0.5 ? 1 : 0);
const technologyYear = (draw: () => number) => ({
  type: "YEAR_PASSED",
  draw: draw(),
  keeps: flag(draw),
  prerequisites: flag(draw),
  threshold: draw(),
  rate: draw(),
  support: draw(),
});
const readiness = (draw: () => number) => ({ readiness: draw() });

const PASSED_OVER: readonly PassedOver[] = [
  {
    name: "a firm outside of platforms that nobody invites",
    machine: platformMemberMachine,
    leaf: "outside",
    context: (draw) => ({ readiness: draw(), supplyChain: draw(), security: draw(), losingYears: flag(draw) }),
    event: (draw) => ({
      type: "YEAR_PASSED",
      draw: draw(),
      invited: 0,
      platformRuns: flag(draw),
      coreLost: flag(draw),
      netValue: 2 * draw() - 1,
      breached: flag(draw),
      breachLeave: draw(),
      partnerLeave: draw(),
    }),
  },
  {
    name: "a protected firm whose draw is not below its rate of breaches",
    machine: securityMachine,
    leaf: "protected",
    context: (draw) => ({ security: draw() }),
    event: (draw) => {
      const breachRate = draw();
      return { type: "YEAR_PASSED", draw: breachRate + (1 - breachRate) * draw() ** 4, breachRate, lesson: draw() };
    },
  },
  {
    name: "a firm without a twin that does not use the technology",
    machine: digitalTwinMachine,
    leaf: "none",
    context: (draw) => ({ yearsOutOfSync: flag(draw) }),
    event: (draw) => ({ type: "YEAR_PASSED", draw: draw(), inUse: 0, syncError: 0.1 * draw(), buildRate: draw() }),
  },
  {
    name: "a firm that has no technology and may have none",
    machine: technologyMachine,
    leaf: "absent",
    context: readiness,
    event: (draw) => ({ ...technologyYear(draw), keeps: 0 }),
  },
  {
    name: "a firm that has a technology and may keep it",
    machine: technologyMachine,
    leaf: "inUse",
    context: readiness,
    event: (draw) => ({ ...technologyYear(draw), keeps: 1 }),
  },
  {
    name: "a firm whose draw is not below the chance that full readiness would give",
    machine: technologyMachine,
    leaf: "absent",
    context: readiness,
    event: (draw) => {
      const year = { ...technologyYear(draw), support: 0.2 * draw() };
      const highest = year.rate * (1 - year.threshold) + year.support;
      return { ...year, draw: highest + draw() ** 4 };
    },
  },
];

describe("an actor that a phase passes over", () => {
  it.each(PASSED_OVER)("stays as it is when its machine is asked: $name", ({ name, machine, leaf, context, event }) => {
    const draw = seedrandom(name, { global: false });
    for (let year = 0; year < 300; year++) {
      const before = context(draw);
      const passed = event(draw);
      expect(stepByXState(machine, leaf, before, passed), JSON.stringify(passed)).toEqual({
        leaf,
        context: before,
        outward: [],
      });
    }
  });

  it("takes the same step whatever its hazard, unless it is aware, evaluating or has abandoned", () => {
    const draw = seedrandom("hazard", { global: false });
    const year = () => ({
      type: "YEAR_PASSED",
      rates: parameterValues({}),
      draw: draw() ** 2,
      regionalShare: draw(),
      served: flag(draw),
      affordable: flag(draw),
      hasGrant: flag(draw),
      slotFree: flag(draw),
      pilotShock: 2 * draw(),
      exitShock: 2 * draw(),
      successFactor: 0.5 + draw(),
      successPoints: 0.1 * draw(),
    });
    const depends = (leaf: string) => {
      for (let k = 0; k < 300; k++) {
        const context = { readiness: draw(), yearsInState: Math.floor(3 * draw()) };
        const passed = year();
        const [one, other] = [0, 1].map(() =>
          stepByXState(adoptionMachine, leaf, context, {
            ...passed,
            evaluationChance: draw(),
            hazardRatio: 2 * draw(),
          }),
        );
        if (JSON.stringify(one) !== JSON.stringify(other)) return true;
      }
      return false;
    };
    const leaves = Object.keys(adoptionMachine.states);
    expect(leaves.filter(depends)).toEqual(["aware", "evaluating", "abandoned"]);
  });
});
