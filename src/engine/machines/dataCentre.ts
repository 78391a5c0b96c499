import { assign, setup } from "xstate";

export type DataCentreYear = {
  type: "YEAR_PASSED";
  /** Racks in use or free this year, and those ordered for the next. */
  racks: number;
  ordered: number;
  /** Demand for cloud over what the racks can serve. */
  use: number;
};

export type DataCentreContext = { use: number };

/** Use above which cloud services of the region cost more (SM-11). */
const SATURATION = 0.9;

/** SM-11: the racks of a region. Built the year after they are ordered, saturated above 90 % of use. */
export const dataCentreMachine = setup({
  types: { context: {} as DataCentreContext, events: {} as DataCentreYear },
  guards: {
    isOrdered: ({ event }) => event.racks <= 0 && event.ordered > 0,
    isSaturated: ({ event }) => event.racks > 0 && event.use > SATURATION,
    isBuilt: ({ event }) => event.racks > 0,
  },
  actions: {
    measure: assign({ use: ({ event }) => event.use }),
  },
}).createMachine({
  id: "dataCentre",
  context: { use: 0 },
  initial: "none",
  states: {
    none: {
      on: {
        YEAR_PASSED: [
          { guard: "isSaturated", target: "saturated", actions: "measure" },
          { guard: "isBuilt", target: "built", actions: "measure" },
          { guard: "isOrdered", target: "planned" },
        ],
      },
    },
    planned: {
      on: {
        YEAR_PASSED: [
          { guard: "isSaturated", target: "saturated", actions: "measure" },
          { guard: "isBuilt", target: "built", actions: "measure" },
        ],
      },
    },
    built: {
      on: { YEAR_PASSED: [{ guard: "isSaturated", target: "saturated", actions: "measure" }, { actions: "measure" }] },
    },
    saturated: {
      on: {
        YEAR_PASSED: [
          { guard: "isSaturated", actions: "measure" },
          { target: "built", actions: "measure" },
        ],
      },
    },
  },
});
