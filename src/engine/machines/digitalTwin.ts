import { assign, setup } from "xstate";

export type TwinYear = {
  type: "YEAR_PASSED";
  draw: number;
  /** 1 if the firm uses the technology (technology.ts). */
  inUse: number;
  /** Difference between twin and plant this year, as a share. */
  syncError: number;
  /** Yearly chance that a prototype goes into operation, and an instance joins the twins of the plant. */
  buildRate: number;
};

export type TwinContext = { yearsOutOfSync: number };

/** Largest error at which a twin may steer (SM-13). */
const TOLERATED_ERROR = 0.05;
/** A twin that is out of step for so many years is retired (assumption). */
const PATIENCE = 2;

/** SM-13: the digital twin of a firm. One step a year. */
export const digitalTwinMachine = setup({
  types: { context: {} as TwinContext, events: {} as TwinYear },
  guards: {
    isGone: ({ event }) => event.inUse === 0,
    isBegun: ({ event }) => event.inUse === 1,
    goesIntoOperation: ({ event }) => event.draw < event.buildRate,
    joins: ({ event }) => event.syncError <= TOLERATED_ERROR && event.draw < event.buildRate,
    losesStep: ({ event }) => event.syncError > TOLERATED_ERROR,
    isInStep: ({ event }) => event.syncError <= TOLERATED_ERROR,
    hasBeenOutTooLong: ({ context }) => context.yearsOutOfSync >= PATIENCE,
  },
  actions: {
    startCount: assign({ yearsOutOfSync: 1 }),
    countYear: assign({ yearsOutOfSync: ({ context }) => context.yearsOutOfSync + 1 }),
    forget: assign({ yearsOutOfSync: 0 }),
  },
}).createMachine({
  id: "digitalTwin",
  context: { yearsOutOfSync: 0 },
  initial: "none",
  states: {
    none: { on: { YEAR_PASSED: { guard: "isBegun", target: "prototype" } } },
    prototype: {
      on: {
        YEAR_PASSED: [
          { guard: "isGone", target: "none" },
          { guard: "goesIntoOperation", target: "instance" },
        ],
      },
    },
    instance: {
      on: {
        YEAR_PASSED: [
          { guard: "isGone", target: "none" },
          { guard: "joins", target: "aggregate" },
        ],
      },
    },
    aggregate: {
      on: {
        YEAR_PASSED: [
          { guard: "isGone", target: "none" },
          { guard: "losesStep", target: "outOfSync", actions: "startCount" },
        ],
      },
    },
    outOfSync: {
      on: {
        YEAR_PASSED: [
          { guard: "isGone", target: "none", actions: "forget" },
          { guard: "isInStep", target: "aggregate", actions: "forget" },
          { guard: "hasBeenOutTooLong", target: "retired", actions: "forget" },
          { actions: "countYear" },
        ],
      },
    },
    // The technology itself is given up the year after, so that the firm may build another twin.
    retired: { on: { YEAR_PASSED: { guard: "isGone", target: "none" } } },
  },
});
