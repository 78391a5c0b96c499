import { setup } from "xstate";

export type FirmLifeYear = {
  type: "YEAR_PASSED";
  draw: number;
  /** Chance to close without being in distress, and chance that a new firm takes a vacant place. */
  exitChance: number;
  entryChance: number;
  /** Years in a row that the firm's cash has been below zero. */
  yearsBelowZero: number;
};

/** Years below zero after which a firm closes (assumption). */
const YEARS_IN_DISTRESS = 2;

/** Entry and exit (ID-1): a firm closes after two years without cash or by the usual chance; a new one takes its place. */
export const firmLifeMachine = setup({
  types: { context: {} as Record<string, never>, events: {} as FirmLifeYear },
  guards: {
    isInsolvent: ({ event }) => event.yearsBelowZero >= YEARS_IN_DISTRESS,
    closes: ({ event }) => event.draw < event.exitChance,
    enters: ({ event }) => event.draw < event.entryChance,
  },
}).createMachine({
  id: "firmLife",
  context: {},
  initial: "operating",
  states: {
    operating: {
      on: {
        YEAR_PASSED: [
          { guard: "isInsolvent", target: "vacant" },
          { guard: "closes", target: "vacant" },
        ],
      },
    },
    vacant: { on: { YEAR_PASSED: { guard: "enters", target: "operating" } } },
  },
});
