import { assign, setup } from "xstate";

export type OfficeYear = {
  type: "YEAR_PASSED";
  /** Firms that the plan lets the office advise this year. */
  places: number;
  /** Years until a measure for advice begins: 0 this year, -1 never again. */
  yearsAhead: number;
  /** Pilots of firms it advised that were decided so far, and those of them that were integrated. */
  pilotsDecided: number;
  pilotsIntegrated: number;
  /** Users more than the firms it did not advise make expect, and billion KZT spent so far. */
  additionalUsers: number;
  spent: number;
  /** Billion KZT that one additional user may cost. */
  target: number;
};

export type OfficeContext = { yearsSinceReview: number; reforms: number; hasFailed: number };

type Moment = { context: OfficeContext; event: OfficeYear };

/** Years of work before a review, and part of its decided pilots that must be integrated (SM-7). */
const YEARS_TO_REVIEW = 3;
const INTEGRATED_NEEDED = 0.5;

const mostPilotsIntegrate = ({ event }: Moment) => event.pilotsIntegrated >= INTEGRATED_NEEDED * event.pilotsDecided;
const isWorthIt = ({ event }: Moment) =>
  event.additionalUsers > 0 && event.spent <= event.target * event.additionalUsers;

/**
 * SM-7: the project office. Designed and funded ahead of the first measure, reviewed in the fourth year of work and decided
 * upon in the fifth: scaled if most of its pilots integrate and an additional user costs no more than the target, else
 * reformed; a reformed office whose pilots mostly fail is closed for good. Funding that ends closes it until there is new funding.
 */
export const projectOfficeMachine = setup({
  types: { context: {} as OfficeContext, events: {} as OfficeYear },
  guards: {
    opens: ({ context, event }) => event.places >= 1 && context.hasFailed === 0,
    isFundedNextYear: ({ event }) => event.yearsAhead === 1,
    isPlanned: ({ event }) => event.yearsAhead > 1,
    losesFunding: ({ event }) => event.places < 1,
    isDue: ({ context }) => context.yearsSinceReview + 1 >= YEARS_TO_REVIEW,
    isScaled: (moment) => mostPilotsIntegrate(moment) && isWorthIt(moment),
    isClosed: (moment) => moment.context.reforms >= 1 && !mostPilotsIntegrate(moment),
  },
  actions: {
    startWork: assign({ yearsSinceReview: 0 }),
    work: assign({ yearsSinceReview: ({ context }) => context.yearsSinceReview + 1 }),
    reform: assign({ yearsSinceReview: 0, reforms: ({ context }) => context.reforms + 1 }),
    fail: assign({ hasFailed: 1 }),
  },
}).createMachine({
  id: "projectOffice",
  context: { yearsSinceReview: 0, reforms: 0, hasFailed: 0 },
  initial: "absent",
  states: {
    absent: {
      on: {
        YEAR_PASSED: [
          { guard: "opens", target: "operating", actions: "startWork" },
          { guard: "isFundedNextYear", target: "funded" },
          { guard: "isPlanned", target: "designed" },
        ],
      },
    },
    designed: {
      on: {
        YEAR_PASSED: [
          { guard: "opens", target: "operating", actions: "startWork" },
          { guard: "isFundedNextYear", target: "funded" },
        ],
      },
    },
    funded: {
      on: {
        YEAR_PASSED: [{ guard: "opens", target: "operating", actions: "startWork" }, { target: "designed" }],
      },
    },
    operating: {
      on: {
        YEAR_PASSED: [
          { guard: "losesFunding", target: "closed" },
          { guard: "isDue", target: "evaluated" },
          { actions: "work" },
        ],
      },
    },
    evaluated: {
      on: {
        YEAR_PASSED: [
          { guard: "losesFunding", target: "closed" },
          { guard: "isScaled", target: "scaled", actions: "startWork" },
          { guard: "isClosed", target: "closed", actions: "fail" },
          { target: "reformed", actions: "reform" },
        ],
      },
    },
    scaled: { on: { YEAR_PASSED: { guard: "losesFunding", target: "closed" } } },
    reformed: {
      on: {
        YEAR_PASSED: [
          { guard: "losesFunding", target: "closed" },
          { guard: "isDue", target: "evaluated" },
          { actions: "work" },
        ],
      },
    },
    closed: { on: { YEAR_PASSED: { guard: "opens", target: "operating", actions: "startWork" } } },
  },
});
