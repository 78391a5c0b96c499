import { assign, setup } from "xstate";

export type MembershipYear = {
  type: "YEAR_PASSED";
  /** Uniform in [0, 1): decides who leaves after a breach (low draws) or as a partner (high draws). */
  draw: number;
  /** 1 if a core invites the enterprise this year, else 0. */
  invited: number;
  /** 1 if the platform that the enterprise uses or is invited to runs, else 0. */
  platformRuns: number;
  /** 1 if the core of its platform was replaced and no other platform takes the enterprise over, else 0. */
  coreLost: number;
  /** What membership is worth to the enterprise less fee and integration cost, as a share of its ICT spending (EQ-9). */
  netValue: number;
  /** 1 if a breach hit the enterprise or its platform last year, else 0. */
  breached: number;
  /** Chance to leave after a breach, and to leave as a partner that nothing holds. */
  breachLeave: number;
  partnerLeave: number;
};

export type MembershipContext = {
  readiness: number;
  /** Blocks B6 (supply chain) and B9 (security), which open co-creation to enterprises below the high band. */
  supplyChain: number;
  security: number;
  losingYears: number;
};

/**
 * SM-2: an enterprise on the platform of a core. One step a year; it leaves after two losing years, perhaps after a breach,
 * as a partner that nothing holds, or when its core is replaced and nobody takes it over.
 */
export const platformMemberMachine = setup({
  types: { context: {} as MembershipContext, events: {} as MembershipYear },
  guards: {
    isInvited: ({ event }) => event.invited === 1 && event.platformRuns === 1,
    connects: ({ context, event }) => context.readiness > 0.4 && event.netValue > 0 && event.platformRuns === 1,
    losesCore: ({ event }) => event.coreLost === 1,
    fleesBreach: ({ event }) => event.breached === 1 && event.draw < event.breachLeave,
    partsWays: ({ event }) => event.draw >= 1 - event.partnerLeave,
    loses: ({ event }) => event.netValue <= 0 || event.platformRuns === 0,
    hasLostEnough: ({ context, event }) =>
      context.losingYears >= 1 && (event.netValue <= 0 || event.platformRuns === 0),
    coCreates: ({ context }) => context.readiness > 0.8 || (context.supplyChain >= 0.6 && context.security >= 0.5),
  },
  actions: {
    countLoss: assign({ losingYears: ({ context }) => context.losingYears + 1 }),
    forgetLosses: assign({ losingYears: 0 }),
  },
}).createMachine({
  id: "platformMember",
  context: { readiness: 0, supplyChain: 0, security: 0, losingYears: 0 },
  initial: "outside",
  states: {
    outside: { on: { YEAR_PASSED: { guard: "isInvited", target: "invited" } } },
    invited: {
      on: {
        YEAR_PASSED: [
          { guard: "losesCore", target: "outside" },
          { guard: "connects", target: "connected", actions: "forgetLosses" },
        ],
      },
    },
    connected: {
      on: {
        YEAR_PASSED: [
          { guard: "losesCore", target: "left" },
          { guard: "fleesBreach", target: "left" },
          { guard: "partsWays", target: "left" },
          { guard: "hasLostEnough", target: "left" },
          { guard: "loses", actions: "countLoss" },
          { target: "transacting", actions: "forgetLosses" },
        ],
      },
    },
    transacting: {
      on: {
        YEAR_PASSED: [
          { guard: "losesCore", target: "left" },
          { guard: "fleesBreach", target: "left" },
          { guard: "partsWays", target: "left" },
          { guard: "hasLostEnough", target: "left" },
          { guard: "loses", actions: "countLoss" },
          { guard: "coCreates", target: "coCreating", actions: "forgetLosses" },
          { actions: "forgetLosses" },
        ],
      },
    },
    coCreating: {
      on: {
        YEAR_PASSED: [
          { guard: "losesCore", target: "left" },
          { guard: "fleesBreach", target: "left" },
          { guard: "partsWays", target: "left" },
          { guard: "hasLostEnough", target: "left" },
          { guard: "loses", actions: "countLoss" },
          { actions: "forgetLosses" },
        ],
      },
    },
    left: {},
  },
});
