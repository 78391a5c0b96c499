import { assign, setup } from "xstate";

export type CustomerYear = {
  type: "YEAR_PASSED";
  /** Share of digital users among the pool's suppliers, less that of 2023. */
  lead: number;
  /** Part of those not on digital channels yet who move there a year, per lead. */
  pace: number;
  /** Platform members of the region, and those of them that create together with their customers. */
  members: number;
  coCreating: number;
};

export type CustomerContext = {
  /** Part of the customers who buy on digital channels. */
  share: number;
};

/** Part of customers that makes a pool digital, and members that make it a user of a platform (assumptions). */
const DIGITAL_POOL = 0.25;
const MEMBERS_OF_A_POOL = 5;

const next = [
  { guard: "coDesigns", target: "coDesigner", actions: "follow" },
  { guard: "usesPlatform", target: "platformUser", actions: "follow" },
  { guard: "buysDigitally", target: "digitalChannel", actions: "follow" },
  { target: "offline", actions: "follow" },
] as const;

const nextShare = (context: CustomerContext, { pace, lead }: CustomerYear) =>
  Math.min(1, Math.max(0, context.share + pace * (1 - context.share) * lead));

/** SM-10: the customers of a region, or export. They move to digital channels as their suppliers become digital. */
export const customerPoolMachine = setup({
  types: { context: {} as CustomerContext, events: {} as CustomerYear },
  guards: {
    buysDigitally: ({ context, event }) => nextShare(context, event) >= DIGITAL_POOL,
    usesPlatform: ({ context, event }) =>
      nextShare(context, event) >= DIGITAL_POOL && event.members >= MEMBERS_OF_A_POOL,
    coDesigns: ({ context, event }) =>
      nextShare(context, event) >= DIGITAL_POOL && event.members >= MEMBERS_OF_A_POOL && event.coCreating >= 1,
  },
  actions: {
    follow: assign({ share: ({ context, event }) => nextShare(context, event) }),
  },
}).createMachine({
  id: "customerPool",
  context: { share: 0 },
  initial: "offline",
  states: {
    offline: { on: { YEAR_PASSED: next } },
    digitalChannel: { on: { YEAR_PASSED: next } },
    platformUser: { on: { YEAR_PASSED: next } },
    coDesigner: { on: { YEAR_PASSED: next } },
  },
});
