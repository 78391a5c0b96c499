import { assign, setup } from "xstate";

export type ProviderYear = {
  type: "YEAR_PASSED";
  /** Whether a core holds the platform: it was selected and has not been replaced. */
  isHeld: boolean;
  /** Whole years of building that the strategy of the orchestrator asks for. */
  yearsToBuild: number;
  /** Members that the platform can serve when it opens. */
  openingCapacity: number;
  members: number;
  /** Money of the year over the running cost; 1 is enough. */
  funding: number;
  /** Whether there was a breach on the platform last year. */
  isBreached: boolean;
};

export type ProviderContext = {
  yearsBuilt: number;
  /** Members it can serve. */
  capacity: number;
  /** Share of the year in which it can be used. */
  uptime: number;
  /** Share of attacks that it stops. */
  security: number;
  degradedYears: number;
};

/** Funding below which a platform degrades, and years of degradation that it survives (assumptions: no data). */
const LEAST_FUNDING = 0.5;
const DEGRADED_YEARS = 3;
/** Uptime of a platform in order and of a degraded one; security at the opening, its yearly gain, its highest (assumptions). */
const UPTIME = 0.99;
const DEGRADED_UPTIME = 0.9;
const FIRST_SECURITY = 0.5;
const SECURITY_GAIN = 0.05;
const SECURITY_AFTER_A_BREACH = 0.1;
const HIGHEST_SECURITY = 0.95;
/** Growth of capacity when funding is twice what running takes. */
const CAPACITY_GROWTH = 0.2;

type Moment = { context: ProviderContext; event: ProviderYear };

const isStrained = ({ context, event }: Moment) =>
  event.members > context.capacity || event.isBreached || event.funding < LEAST_FUNDING;

/**
 * SM-4: who runs the platform of a core. It is built, operates, is degraded by too many members, a breach or too little
 * money, and closes with its core or after three degraded years.
 */
export const platformProviderMachine = setup({
  types: { context: {} as ProviderContext, events: {} as ProviderYear },
  guards: {
    isBought: ({ event }) => event.isHeld && event.yearsToBuild < 1,
    isOrdered: ({ event }) => event.isHeld,
    isDropped: ({ event }) => !event.isHeld,
    isBuilt: ({ context, event }) => context.yearsBuilt + 1 >= event.yearsToBuild,
    isStrained,
    hasRecovered: (moment) => !isStrained(moment),
    isWornOut: ({ context }) => context.degradedYears + 1 >= DEGRADED_YEARS,
  },
  actions: {
    build: assign({ yearsBuilt: ({ context }) => context.yearsBuilt + 1 }),
    open: assign({
      capacity: ({ event }) => event.openingCapacity,
      uptime: UPTIME,
      security: FIRST_SECURITY,
    }),
    run: assign({
      capacity: ({ context, event }) => context.capacity * (1 + CAPACITY_GROWTH * within(event.funding - 1)),
      security: ({ context, event }) =>
        Math.min(
          HIGHEST_SECURITY,
          context.security + SECURITY_GAIN * within(event.funding) + (event.isBreached ? SECURITY_AFTER_A_BREACH : 0),
        ),
    }),
    degrade: assign({ uptime: DEGRADED_UPTIME, degradedYears: 0 }),
    stayDegraded: assign({ degradedYears: ({ context }) => context.degradedYears + 1 }),
    recover: assign({ uptime: UPTIME, degradedYears: 0 }),
    close: assign({ capacity: 0, uptime: 0, degradedYears: 0 }),
  },
}).createMachine({
  id: "platformProvider",
  context: { yearsBuilt: 0, capacity: 0, uptime: 0, security: 0, degradedYears: 0 },
  initial: "planned",
  states: {
    planned: {
      on: {
        YEAR_PASSED: [
          { guard: "isBought", target: "operating", actions: "open" },
          { guard: "isOrdered", target: "building" },
        ],
      },
    },
    building: {
      on: {
        YEAR_PASSED: [
          { guard: "isDropped", target: "closed", actions: "close" },
          { guard: "isBuilt", target: "operating", actions: ["build", "open"] },
          { actions: "build" },
        ],
      },
    },
    operating: {
      on: {
        YEAR_PASSED: [
          { guard: "isDropped", target: "closed", actions: "close" },
          { guard: "isStrained", target: "degraded", actions: ["run", "degrade"] },
          { actions: "run" },
        ],
      },
    },
    degraded: {
      on: {
        YEAR_PASSED: [
          { guard: "isDropped", target: "closed", actions: "close" },
          { guard: "hasRecovered", target: "operating", actions: ["run", "recover"] },
          { guard: "isWornOut", target: "closed", actions: "close" },
          { actions: ["run", "stayDegraded"] },
        ],
      },
    },
    closed: {},
  },
});

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
