import { assign, setup } from "xstate";

export type InvestorYear = {
  type: "YEAR_PASSED";
  /** Billion KZT asked for and given last year. */
  demand: number;
  /** Projects it pays for that were decided last year. */
  succeeded: number;
  failed: number;
  /** Part of its decided projects that must succeed. */
  hurdle: number;
};

export type InvestorContext = { invested: number };

/**
 * SM-9: a bank, a venture fund or the innovation fund. It hears of last year, so that it waits in the year of its first money
 * and screens in the next, in which no outcome counts yet. What a write-off stops is up to the phase: the bank's loans alone.
 */
export const investorMachine = setup({
  types: { context: {} as InvestorContext, events: {} as InvestorYear },
  guards: {
    isAsked: ({ event }) => event.demand > 0,
    isRepaid: ({ event }) =>
      event.succeeded + event.failed > 0 && event.succeeded >= event.hurdle * (event.succeeded + event.failed),
    isNotRepaid: ({ event }) => event.succeeded < event.hurdle * (event.succeeded + event.failed),
  },
  actions: {
    count: assign({ invested: ({ context, event }) => context.invested + event.demand }),
  },
}).createMachine({
  id: "investor",
  context: { invested: 0 },
  initial: "waiting",
  states: {
    waiting: { on: { YEAR_PASSED: { guard: "isAsked", target: "screening", actions: "count" } } },
    screening: { on: { YEAR_PASSED: [{ guard: "isAsked", target: "invested", actions: "count" }] } },
    invested: {
      on: {
        YEAR_PASSED: [
          { guard: "isNotRepaid", target: "writtenOff", actions: "count" },
          { guard: "isRepaid", target: "returned", actions: "count" },
          { actions: "count" },
        ],
      },
    },
    returned: {
      on: {
        YEAR_PASSED: [
          { guard: "isNotRepaid", target: "writtenOff", actions: "count" },
          { guard: "isAsked", actions: "count" },
          { target: "waiting" },
        ],
      },
    },
    writtenOff: { on: { YEAR_PASSED: { target: "waiting", actions: "count" } } },
  },
});
