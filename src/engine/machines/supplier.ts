import { setup } from "xstate";

export type SupplierYear = {
  type: "YEAR_PASSED";
  draw: number;
  /** Share of the enterprise's buyers that use digital technology. */
  digitalBuyers: number;
  /** 2 if a core of the region mandates e-procurement, else 1. */
  mandate: number;
};

export type SupplierContext = { readiness: number };

/** Yearly chances without digital buyers, and how much all-digital buyers add (assumptions: no data). */
const PROCUREMENT = 0.05;
const BUYER_PULL = 0.15;
const LOSS = 0.02;

const advanceChance = ({ digitalBuyers, mandate }: SupplierYear) =>
  Math.min(0.9, (PROCUREMENT + BUYER_PULL * digitalBuyers) * mandate);

/** SM-6: the supplier role of an enterprise with buyers. Digital buyers pull it forward or, if it stays behind, drop it. */
export const supplierMachine = setup({
  types: { context: {} as SupplierContext, events: {} as SupplierYear },
  guards: {
    takesUpProcurement: ({ event }) => event.draw < advanceChance(event),
    isDropped: ({ event }) => event.draw > 1 - LOSS * event.digitalBuyers * event.mandate,
    integrates: ({ context, event }) => context.readiness > 0.4 && event.draw < advanceChance(event) / 2,
  },
}).createMachine({
  id: "supplier",
  context: { readiness: 0 },
  initial: "analogue",
  states: {
    analogue: {
      on: {
        YEAR_PASSED: [
          { guard: "takesUpProcurement", target: "eProcurement" },
          { guard: "isDropped", target: "lost" },
        ],
      },
    },
    eProcurement: { on: { YEAR_PASSED: { guard: "integrates", target: "integrated" } } },
    integrated: {},
    lost: { on: { YEAR_PASSED: { guard: "takesUpProcurement", target: "eProcurement" } } },
  },
});
