import { HIGHEST_BLOCK } from "#domain/explanation.ts";
import { expm1 } from "#domain/portableMath.ts";
import { assign, setup } from "xstate";

export type SecurityYear = {
  type: "YEAR_PASSED";
  draw: number;
  /** Rate of breaches this year; the chance of one is 1 - exp(-rate) (EQ-10). */
  breachRate: number;
  /** What the firm learns from a breach: added to B9. */
  lesson: number;
};

export type SecurityContext = {
  /** Block B9, cyber security. */
  security: number;
};

/** Cyber incidents of a firm (EQ-10). A breach teaches: B9 rises after it. */
export const securityMachine = setup({
  types: { context: {} as SecurityContext, events: {} as SecurityYear },
  guards: {
    // 1 - exp(-x) is below x, so most draws need no exponential.
    isBreached: ({ event }) => event.draw < event.breachRate && event.draw < -expm1(-event.breachRate),
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
