import type { EcosystemContext, EcosystemYear } from "#engine/machines/ecosystemLifeCycle.ts";
import type { MechanismPlanned, MechanismYear } from "#engine/machines/resourceMechanism.ts";
import { describe, expect, it } from "vitest";
import { transition } from "xstate";
import { parameterValues } from "#domain/parameters.ts";
import { ecosystemLifeCycleMachine } from "#engine/machines/ecosystemLifeCycle.ts";
import { INNER_LEVERS, resourceMechanismMachine } from "#engine/machines/resourceMechanism.ts";
import { oneStep } from "./fixtures/oneStep.ts";

describe("[SM-14] the ecosystem", () => {
  const usual: EcosystemYear = {
    type: "YEAR_PASSED",
    bounds: parameterValues({}),
    members: 110,
    regions: 5,
    leaderShare: 0.4,
    memberShare: 0.11,
    linkDensity: 0.12,
    inflow: 30,
    rivalShare: 0.1,
    isShocked: false,
    renewalShare: 0.2,
    hasNewService: true,
  };
  const settled = { membersLastYear: 100, mostMembers: 110, inflowLastYear: 25, risingYears: 1 };
  const next = (state: string, change: Partial<EcosystemYear> = {}, context: Partial<EcosystemContext> = {}) =>
    oneStep(ecosystemLifeCycleMachine, state, { ...usual, ...change }, { ...settled, ...context }).value;
  const consolidating = { memberShare: 0.15 };

  it.each([
    ["birth", {}, {}, "strengthening"],
    ["birth", { members: 19 }, { membersLastYear: 18 }, "birth"],
    ["birth", { regions: 2 }, {}, "birth"],
    ["birth", { leaderShare: 0.29 }, {}, "birth"],
    ["birth", { members: 0 }, { membersLastYear: 0, mostMembers: 0 }, "birth"],
    ["strengthening", {}, {}, "strengthening"],
    ["strengthening", consolidating, {}, "consolidation"],
    ["strengthening", { ...consolidating, linkDensity: 0.09 }, {}, "strengthening"],
    ["strengthening", consolidating, { risingYears: 0 }, "strengthening"],
    ["strengthening", { ...consolidating, inflow: 25 }, {}, "strengthening"],
    ["consolidation", {}, {}, "consolidation"],
    ["consolidation", { rivalShare: 0.31 }, {}, "renewal"],
    ["consolidation", { isShocked: true }, {}, "renewal"],
    ["consolidation", { members: 100 }, {}, "consolidation"],
    ["consolidation", { members: 100 }, { slowYears: 1 }, "renewal"],
    ["renewal", {}, {}, "strengthening"],
    ["renewal", { renewalShare: 0.049 }, {}, "renewal"],
    ["renewal", { hasNewService: false }, {}, "renewal"],
    ["renewal", { hasNewService: false }, { renewalYears: 2 }, "decline"],
    ["decline", {}, {}, "renewal"],
    ["decline", { members: 100 }, {}, "decline"],
    ["dissolved", {}, {}, "dissolved"],
  ] as const)("%s with %o and %o is %s", (state, change, context, then) => {
    expect(next(state, change, context)).toBe(then);
  });

  it.each(["birth", "strengthening", "consolidation", "renewal"])("from %s it declines and dissolves", (state) => {
    expect(next(state, { members: 89 }, { fallingYears: 1 })).toBe("decline");
    expect(next(state, { members: 90 }, { fallingYears: 1 })).not.toBe("decline");
    expect(next(state, { members: 89 })).not.toBe("decline");
    expect(next(state, { members: 4 })).toBe("dissolved");
  });

  it("counts years of falling, slow growth and rising inflow in a row, and forgets them when they end", () => {
    const context = { ...settled, fallingYears: 2, slowYears: 2, risingYears: 2 };
    const step = (change: Partial<EcosystemYear>) =>
      oneStep(ecosystemLifeCycleMachine, "birth", { ...usual, regions: 0, ...change }, context).context;
    expect(step({})).toMatchObject({ fallingYears: 0, slowYears: 0, risingYears: 3, membersLastYear: 110 });
    expect(step({ members: 50, inflow: 20 })).toMatchObject({ fallingYears: 3, slowYears: 3, risingYears: 0 });
  });
});

describe("[SM-15] the mechanism", () => {
  const planned: MechanismPlanned = {
    type: "YEAR_PLANNED",
    technical: 0.5,
    organisational: 0.5,
    legal: 0.5,
    reach: INNER_LEVERS.map((_, k) => (k + 1) / INNER_LEVERS.length),
  };
  const off = { ...planned, technical: 0, organisational: 0, legal: 0 };
  const passed: MechanismYear = {
    type: "YEAR_PASSED",
    economic: 0.4,
    information: 0.4,
    technological: 0.4,
    human: 0.4,
    quality: 0.6,
    limits: 0.6,
  };
  const next = (state: string, event: MechanismPlanned | MechanismYear, context = {}) =>
    oneStep(resourceMechanismMachine, state, event, context).value;

  it("has 16 inner levers: six technical, five organisational, five legal and contractual", () => {
    expect(INNER_LEVERS).toHaveLength(16);
    expect(new Set(INNER_LEVERS).size).toBe(16);
  });

  it.each([
    ["goalSet", planned, {}, "leversSet"],
    ["goalSet", off, {}, "goalSet"],
    ["leversSet", passed, {}, "resourcesChecked"],
    ["leversSet", { ...passed, human: 0.39 }, {}, "leversSet"],
    ["leversSet", { ...passed, limits: 0.61 }, {}, "suspended"],
    ["resourcesChecked", planned, {}, "operating"],
    ["operating", passed, {}, "evaluated"],
    ["operating", { ...passed, limits: 0.61 }, {}, "suspended"],
    ["evaluated", planned, { quality: 0.6 }, "optimal"],
    ["evaluated", planned, { quality: 0.59 }, "needsRefinement"],
    ["optimal", passed, {}, "optimal"],
    ["optimal", { ...passed, quality: 0.59 }, {}, "evaluated"],
    ["optimal", { ...passed, limits: 0.61 }, {}, "suspended"],
    ["needsRefinement", passed, {}, "diagnosis"],
    ["diagnosis", planned, {}, "correction"],
    ["correction", passed, {}, "operating"],
    ["suspended", { ...passed, limits: 0.61 }, {}, "suspended"],
    ["suspended", passed, {}, "leversSet"],
  ] as const)("%s, hearing %o with %o, is %s", (state, event, context, then) => {
    expect(next(state, event, context)).toBe(then);
  });

  it.each(["leversSet", "resourcesChecked", "operating", "evaluated", "optimal", "diagnosis", "suspended"])(
    "goes from %s back to its goal when the plan stops",
    (state) => expect(next(state, off)).toBe("goalSet"),
  );

  it("corrects the two weakest inner levers by 0.2 each, and no lever exceeds 1", () => {
    let snapshot = resourceMechanismMachine.resolveState({
      value: "leversSet",
      context: resourceMechanismMachine.getInitialSnapshot({} as never).context,
    });
    [snapshot] = transition(resourceMechanismMachine, snapshot, planned);
    const before = snapshot.context;
    [snapshot] = transition(
      resourceMechanismMachine,
      resourceMechanismMachine.resolveState({ value: "diagnosis", context: snapshot.context }),
      planned,
    );
    const raised = INNER_LEVERS.filter((id) => snapshot.context[id] > before[id]);
    expect(raised).toEqual(["integration", "monitoring"]);
    for (const id of raised) expect(snapshot.context[id]).toBeCloseTo(before[id] + 0.2, 12);
    const full = {
      ...planned,
      technical: 1,
      organisational: 1,
      legal: 1,
      reach: INNER_LEVERS.map(() => 1),
    };
    [snapshot] = transition(
      resourceMechanismMachine,
      resourceMechanismMachine.resolveState({ value: "diagnosis", context: snapshot.context }),
      full,
    );
    expect(Math.max(...INNER_LEVERS.map((id) => snapshot.context[id]))).toBe(1);
  });
});
