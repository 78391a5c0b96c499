import { assign, setup } from "xstate";

export type ComplementorYear = {
  type: "YEAR_PASSED";
  draw: number;
  /** Whether any platform runs that it could offer on. */
  platformRuns: boolean;
  /** Openness of the platforms, 0.1 closed to 0.9 open (EQ-9). */
  openness: number;
  /** Members of all platforms per active complementor: its market. */
  membersEach: number;
};

export type ComplementorContext = { losingYears: number };

/** Yearly chance to come on board a platform with openness 0; it grows by 1 + 4 x openness (EQ-9). */
const ENTRY = 0.05;
/** Members each below which a year is lost, and above which a complementor grows (assumptions: no data). */
const MEMBERS_TO_LIVE = 0.5;
const MEMBERS_TO_GROW = 4;

const loses = (event: ComplementorYear) => !event.platformRuns || event.membersEach < MEMBERS_TO_LIVE;

/** SM-5: a firm that complements platforms with its own services; it leaves after two losing years. */
export const complementorMachine = setup({
  types: { context: {} as ComplementorContext, events: {} as ComplementorYear },
  guards: {
    comesOnBoard: ({ event }) => event.platformRuns && event.draw < ENTRY * (1 + 4 * event.openness),
    hasLostEnough: ({ context, event }) => context.losingYears >= 1 && loses(event),
    loses: ({ event }) => loses(event),
    grows: ({ event }) => event.membersEach > MEMBERS_TO_GROW,
  },
  actions: {
    countLoss: assign({ losingYears: ({ context }) => context.losingYears + 1 }),
    forgetLosses: assign({ losingYears: 0 }),
  },
}).createMachine({
  id: "complementor",
  context: { losingYears: 0 },
  initial: "potential",
  states: {
    potential: { on: { YEAR_PASSED: { guard: "comesOnBoard", target: "onboarding" } } },
    onboarding: { on: { YEAR_PASSED: { target: "active", actions: "forgetLosses" } } },
    active: {
      on: {
        YEAR_PASSED: [
          { guard: "hasLostEnough", target: "exit" },
          { guard: "loses", actions: "countLoss" },
          { guard: "grows", target: "growing", actions: "forgetLosses" },
          { target: "niche", actions: "forgetLosses" },
        ],
      },
    },
    niche: {
      on: {
        YEAR_PASSED: [
          { guard: "hasLostEnough", target: "exit" },
          { guard: "loses", actions: "countLoss" },
          { guard: "grows", target: "growing", actions: "forgetLosses" },
          { actions: "forgetLosses" },
        ],
      },
    },
    growing: {
      on: {
        YEAR_PASSED: [
          { guard: "hasLostEnough", target: "exit" },
          { guard: "loses", target: "niche", actions: "countLoss" },
          { actions: "forgetLosses" },
        ],
      },
    },
    exit: {},
  },
});
