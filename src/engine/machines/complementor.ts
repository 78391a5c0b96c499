import { assign, setup } from "xstate";

export type ComplementorYear = {
  type: "YEAR_PASSED";
  draw: number;
  /** Platforms that run and that it could offer on. */
  platforms: number;
  /** Chance to come on board this year: entry of a closed platform, raised by openness (EQ-9). */
  entryChance: number;
  /** Members of its platforms per complementor there: its market. */
  membersEach: number;
};

export type ComplementorContext = {
  losingYears: number;
  /** Members it can serve. */
  capacity: number;
  /** Its price relative to the usual one: the root of its market over its capacity. */
  price: number;
};

/** Members each below which a year is lost, and above which a complementor grows (assumptions: no data). */
const MEMBERS_TO_LIVE = 0.5;
const MEMBERS_TO_GROW = 4;
/** Growth of capacity of one that grows, and the range of prices (assumptions). */
const CAPACITY_GROWTH = 1.25;
const LOWEST_PRICE = 0.5;
const HIGHEST_PRICE = 2;

type Moment = { context: ComplementorContext; event: ComplementorYear };

const loses = (event: ComplementorYear) => event.platforms < 1 || event.membersEach < MEMBERS_TO_LIVE;
const priceOf = ({ context, event }: Moment) =>
  Math.min(HIGHEST_PRICE, Math.max(LOWEST_PRICE, Math.sqrt(event.membersEach / context.capacity)));

/** SM-5: a firm that complements platforms with its own services; it leaves after two losing years. */
export const complementorMachine = setup({
  types: { context: {} as ComplementorContext, events: {} as ComplementorYear },
  guards: {
    comesOnBoard: ({ event }) => event.platforms >= 1 && event.draw < event.entryChance,
    hasLostEnough: ({ context, event }) => context.losingYears >= 1 && loses(event),
    loses: ({ event }) => loses(event),
    grows: ({ event }) => event.membersEach > MEMBERS_TO_GROW,
  },
  actions: {
    countLoss: assign({ losingYears: ({ context }) => context.losingYears + 1, price: priceOf }),
    earn: assign({ losingYears: 0, price: priceOf }),
    grow: assign({
      losingYears: 0,
      capacity: ({ context }) => context.capacity * CAPACITY_GROWTH,
      price: priceOf,
    }),
  },
}).createMachine({
  id: "complementor",
  context: { losingYears: 0, capacity: MEMBERS_TO_GROW, price: 1 },
  initial: "potential",
  states: {
    potential: { on: { YEAR_PASSED: { guard: "comesOnBoard", target: "onboarding" } } },
    onboarding: { on: { YEAR_PASSED: { target: "active", actions: "earn" } } },
    active: {
      on: {
        YEAR_PASSED: [
          { guard: "hasLostEnough", target: "exit" },
          { guard: "loses", actions: "countLoss" },
          { guard: "grows", target: "growing", actions: "grow" },
          { target: "niche", actions: "earn" },
        ],
      },
    },
    niche: {
      on: {
        YEAR_PASSED: [
          { guard: "hasLostEnough", target: "exit" },
          { guard: "loses", actions: "countLoss" },
          { guard: "grows", target: "growing", actions: "grow" },
          { actions: "earn" },
        ],
      },
    },
    growing: {
      on: {
        YEAR_PASSED: [
          { guard: "loses", target: "niche", actions: "countLoss" },
          { guard: "grows", actions: "grow" },
          { actions: "earn" },
        ],
      },
    },
    exit: {},
  },
});
