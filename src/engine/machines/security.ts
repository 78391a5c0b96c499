import { assign, setup } from "xstate";

export type SecurityYear = {
  type: "YEAR_PASSED";
  draw: number;
  /** Chance of a breach this year (EQ-10). */
  breachChance: number;
  /** What the firm learns from a breach: added to B9. */
  lesson: number;
};

export type SecurityContext = {
  /** Block B9, cyber security. */
  security: number;
};

/** Highest value of a block (EQ-2). */
const HIGHEST_BLOCK = 0.999;

/** Cyber incidents of a firm (EQ-10). A breach teaches: B9 rises after it. */
export const securityMachine = setup({
  types: { context: {} as SecurityContext, events: {} as SecurityYear },
  guards: {
    isBreached: ({ event }) => event.draw < event.breachChance,
  },
  actions: {
    learn: assign({ security: ({ context, event }) => Math.min(HIGHEST_BLOCK, context.security + event.lesson) }),
  },
}).createMachine({
  id: "security",
  context: { security: 0 },
  initial: "protected",
  states: {
    protected: { on: { YEAR_PASSED: { guard: "isBreached", target: "breached", actions: "learn" } } },
    breached: {
      on: {
        YEAR_PASSED: [{ guard: "isBreached", target: "breached", actions: "learn" }, { target: "recovering" }],
      },
    },
    recovering: {
      on: {
        YEAR_PASSED: [{ guard: "isBreached", target: "breached", actions: "learn" }, { target: "protected" }],
      },
    },
  },
});
