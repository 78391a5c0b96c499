import type { CoreYear } from "#engine/machines/coreEnterprise.ts";
import type { MembershipYear } from "#engine/machines/platformMember.ts";
import type { ProviderYear } from "#engine/machines/platformProvider.ts";
import { describe, expect, it } from "vitest";
import { complementorMachine } from "#engine/machines/complementor.ts";
import { coreEnterpriseMachine } from "#engine/machines/coreEnterprise.ts";
import { platformMemberMachine } from "#engine/machines/platformMember.ts";
import { platformProviderMachine } from "#engine/machines/platformProvider.ts";
import { oneStep } from "./fixtures/oneStep.ts";

describe("[SM-3] a core", () => {
  const usual: CoreYear = {
    type: "YEAR_PASSED",
    isSupported: true,
    readiness: 0.81,
    score: 0.6,
    platformRuns: true,
    platformClosed: false,
    members: 12,
  };
  const next = (state: string, change: Partial<CoreYear> = {}) =>
    oneStep(coreEnterpriseMachine, state, { ...usual, ...change }).value;

  it.each([
    ["candidate", {}, "assessed"],
    ["candidate", { isSupported: false }, "candidate"],
    ["assessed", {}, "selected"],
    ["assessed", { readiness: 0.8 }, "assessed"],
    ["assessed", { score: 0.599 }, "assessed"],
    ["assessed", { isSupported: false }, "candidate"],
    ["selected", {}, "anchor"],
    ["selected", { members: 9 }, "selected"],
    ["selected", { platformRuns: false }, "selected"],
    ["selected", { isSupported: false }, "replaced"],
    ["selected", { platformClosed: true }, "replaced"],
    ["anchor", {}, "anchor"],
    ["anchor", { members: 20 }, "leader"],
    ["anchor", { members: 4 }, "replaced"],
    ["anchor", { platformClosed: true }, "replaced"],
    ["anchor", { isSupported: false }, "anchor"],
    ["leader", {}, "leader"],
    ["leader", { members: 4 }, "replaced"],
    ["leader", { platformClosed: true, members: 60 }, "replaced"],
    ["replaced", {}, "replaced"],
  ] as const)("%s with %o is %s next year", (state, change, then) => {
    expect(next(state, change)).toBe(then);
  });
});

describe("[SM-4] a provider", () => {
  const usual: ProviderYear = {
    type: "YEAR_PASSED",
    isHeld: true,
    yearsToBuild: 1,
    openingCapacity: 60,
    members: 60,
    funding: 1,
    isBreached: false,
  };
  const running = { capacity: 60, uptime: 0.99, security: 0.5 };
  const step = (state: string, change: Partial<ProviderYear> = {}, context = {}) =>
    oneStep(platformProviderMachine, state, { ...usual, ...change }, { ...running, ...context });

  it.each([
    ["planned", {}, {}, "building"],
    ["planned", { isHeld: false }, {}, "planned"],
    ["planned", { yearsToBuild: 0 }, {}, "operating"],
    ["building", {}, {}, "operating"],
    ["building", { yearsToBuild: 2 }, {}, "building"],
    ["building", { yearsToBuild: 2 }, { yearsBuilt: 1 }, "operating"],
    ["building", { isHeld: false }, {}, "closed"],
    ["operating", {}, {}, "operating"],
    ["operating", { members: 61 }, {}, "degraded"],
    ["operating", { isBreached: true }, {}, "degraded"],
    ["operating", { funding: 0.49 }, {}, "degraded"],
    ["operating", { isHeld: false }, {}, "closed"],
    ["degraded", {}, {}, "operating"],
    ["degraded", { funding: 0 }, {}, "degraded"],
    ["degraded", { funding: 0 }, { degradedYears: 2 }, "closed"],
    ["degraded", { isHeld: false }, {}, "closed"],
    ["closed", {}, {}, "closed"],
  ] as const)("%s with %o and %o is %s", (state, change, context, then) => {
    expect(step(state, change, context).value).toBe(then);
  });

  it("opens with its capacity, grows with money to spare, and never serves more than it says", () => {
    expect(step("building").context).toMatchObject({ capacity: 60, uptime: 0.99, security: 0.5 });
    expect(step("operating", { funding: 2 }).context.capacity).toBeCloseTo(72, 9);
    expect(step("operating", { funding: 9 }).context.capacity).toBeCloseTo(72, 9);
    expect(step("operating", { members: 61 }).context.uptime).toBe(0.9);
  });

  it("learns from a breach, up to a security of 0.95", () => {
    expect(step("operating", { isBreached: true }).context.security).toBeCloseTo(0.65, 9);
    expect(step("operating", {}, { security: 0.94 }).context.security).toBe(0.95);
  });
});

describe("[SM-2] a member", () => {
  const usual: MembershipYear = {
    type: "YEAR_PASSED",
    draw: 0.5,
    invited: 0,
    platformRuns: 1,
    coreLost: 0,
    netValue: 0.1,
    breached: 0,
    breachLeave: 0.2,
    partnerLeave: 0.02,
  };
  const next = (state: string, change: Partial<MembershipYear>, context = {}) =>
    oneStep(platformMemberMachine, state, { ...usual, ...change }, { readiness: 0.5, ...context }).value;

  it.each([
    ["outside", { invited: 1 }, {}, "invited"],
    ["outside", { invited: 1, platformRuns: 0 }, {}, "outside"],
    ["invited", {}, {}, "connected"],
    ["invited", { netValue: 0 }, {}, "invited"],
    ["invited", {}, { readiness: 0.4 }, "invited"],
    ["invited", { coreLost: 1 }, {}, "outside"],
    ["connected", {}, {}, "transacting"],
    ["transacting", {}, {}, "transacting"],
    ["transacting", {}, { readiness: 0.81 }, "coCreating"],
    ["transacting", {}, { supplyChain: 0.6, security: 0.5 }, "coCreating"],
    ["transacting", {}, { supplyChain: 0.6, security: 0.49 }, "transacting"],
    ["left", { invited: 1 }, {}, "left"],
  ] as const)("%s with %o and %o is %s", (state, change, context, then) => {
    expect(next(state, change, context)).toBe(then);
  });

  it.each(["connected", "transacting", "coCreating"])("leaves from %s for the four reasons of the rule", (state) => {
    expect(next(state, { coreLost: 1 })).toBe("left");
    expect(next(state, { breached: 1, draw: 0.199 })).toBe("left");
    expect(next(state, { breached: 1, draw: 0.2 })).not.toBe("left");
    expect(next(state, { draw: 0.98 })).toBe("left");
    expect(next(state, { netValue: 0 })).toBe(state);
    expect(next(state, { netValue: 0 }, { losingYears: 1 })).toBe("left");
    expect(next(state, { platformRuns: 0 }, { losingYears: 1 })).toBe("left");
  });
});

describe("[SM-5] a complementor", () => {
  const usual = { type: "YEAR_PASSED", draw: 0.1, platforms: 1, entryChance: 0.15, membersEach: 2 };
  const step = (state: string, change = {}, context = {}) =>
    oneStep(complementorMachine, state, { ...usual, ...change }, context);

  it.each([
    ["potential", {}, {}, "onboarding"],
    ["potential", { draw: 0.15 }, {}, "potential"],
    ["potential", { platforms: 0 }, {}, "potential"],
    ["onboarding", {}, {}, "active"],
    ["active", {}, {}, "niche"],
    ["active", { membersEach: 4.1 }, {}, "growing"],
    ["niche", { membersEach: 4.1 }, {}, "growing"],
    ["niche", { membersEach: 0.4 }, {}, "niche"],
    ["niche", { membersEach: 0.4 }, { losingYears: 1 }, "exit"],
    ["growing", { platforms: 0 }, {}, "niche"],
    ["exit", {}, {}, "exit"],
  ])("%s with %o and %o is %s", (state, change, context, then) => {
    expect(step(state, change, context).value).toBe(then);
  });

  it("asks the root of its market over its capacity, from half to twice the usual price", () => {
    expect(step("niche", { membersEach: 4 }).context.price).toBe(1);
    expect(step("niche", { membersEach: 0.6 }).context.price).toBe(0.5);
    expect(step("growing", { membersEach: 100 }).context.price).toBe(2);
    expect(step("growing", { membersEach: 100 }).context.capacity).toBe(5);
  });
});
