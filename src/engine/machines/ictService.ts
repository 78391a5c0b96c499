import { assign, setup } from "xstate";

export type ServiceYear = {
  type: "YEAR_PASSED";
  /** Demand for ICT services in the region over the capacity of its service firm, at last year's prices. */
  demandPerCapacity: number;
  /** Growth of capacity without pressure, a year. */
  growth: number;
};

export type ServiceContext = {
  /** Capacity relative to 2023. */
  capacity: number;
};

/** Use above which the firm calls itself saturated and hires faster (assumption: as a data centre, SM-11). */
const SATURATION = 0.9;
const EXTRA_GROWTH = 0.03;

/** The ICT services of a region: capacity grows, faster while demand presses (EQ-6). */
export const ictServiceMachine = setup({
  types: { context: {} as ServiceContext, events: {} as ServiceYear },
  guards: {
    isPressed: ({ event }) => event.demandPerCapacity > SATURATION,
  },
  actions: {
    grow: assign({ capacity: ({ context, event }) => context.capacity * (1 + event.growth) }),
    growFaster: assign({ capacity: ({ context, event }) => context.capacity * (1 + event.growth + EXTRA_GROWTH) }),
  },
}).createMachine({
  id: "ictService",
  context: { capacity: 1 },
  initial: "operating",
  states: {
    operating: {
      on: {
        YEAR_PASSED: [{ guard: "isPressed", target: "saturated", actions: "growFaster" }, { actions: "grow" }],
      },
    },
    saturated: {
      on: {
        YEAR_PASSED: [
          { guard: "isPressed", actions: "growFaster" },
          { target: "operating", actions: "grow" },
        ],
      },
    },
  },
});
