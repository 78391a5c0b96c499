import { assign, setup } from "xstate";

export type CoreYear = {
  type: "YEAR_PASSED";
  /** Whether the plan lets this candidate be assessed this year. */
  isSupported: boolean;
  readiness: number;
  /** Geometric mean of the four scores: digital results, resources to scale, cooperation links, strength of the region. */
  score: number;
  /** Members of its platform at the start of the year. */
  members: number;
};

export type CoreContext = {
  /** Whole years since the platform was ordered; it runs from the first (SM-4: a year of building). */
  platformYears: number;
  membersLastYear: number;
};

/** Readiness and score that a core must exceed or reach (SM-3). */
const HIGH_READINESS = 0.8;
const SCORE_NEEDED = 0.6;
const MEMBERS_OF_AN_ANCHOR = 10;
const MEMBERS_OF_A_LEADER = 20;

const qualifies = (event: CoreYear) =>
  event.isSupported && event.readiness > HIGH_READINESS && event.score >= SCORE_NEEDED;

/**
 * SM-3: an orchestrator in the making. A candidate is assessed when a plan supports cores, selected by readiness and
 * scores, builds a platform for a year, becomes an anchor with ten members and a leader with twenty; it is replaced when
 * support ends before it leads.
 */
export const coreEnterpriseMachine = setup({
  types: { context: {} as CoreContext, events: {} as CoreYear },
  guards: {
    isAssessed: ({ event }) => event.isSupported,
    isSelected: ({ event }) => qualifies(event),
    losesSupport: ({ event }) => !event.isSupported,
    anchors: ({ context, event }) => context.platformYears >= 1 && event.members >= MEMBERS_OF_AN_ANCHOR,
    leads: ({ event }) => event.members >= MEMBERS_OF_A_LEADER,
    isDeserted: ({ event }) => event.members < MEMBERS_OF_AN_ANCHOR / 2,
  },
  actions: {
    orderPlatform: assign({ platformYears: 0 }),
    runYear: assign({
      platformYears: ({ context }) => context.platformYears + 1,
      membersLastYear: ({ event }) => event.members,
    }),
  },
}).createMachine({
  id: "coreEnterprise",
  context: { platformYears: 0, membersLastYear: 0 },
  initial: "candidate",
  states: {
    candidate: { on: { YEAR_PASSED: { guard: "isAssessed", target: "assessed" } } },
    assessed: {
      on: {
        YEAR_PASSED: [
          { guard: "losesSupport", target: "candidate" },
          { guard: "isSelected", target: "selected", actions: "orderPlatform" },
        ],
      },
    },
    selected: {
      on: {
        YEAR_PASSED: [
          { guard: "losesSupport", target: "replaced" },
          { guard: "anchors", target: "anchor", actions: "runYear" },
          { actions: "runYear" },
        ],
      },
    },
    anchor: {
      on: {
        YEAR_PASSED: [
          { guard: "isDeserted", target: "replaced" },
          { guard: "leads", target: "leader", actions: "runYear" },
          { actions: "runYear" },
        ],
      },
    },
    leader: { on: { YEAR_PASSED: [{ guard: "isDeserted", target: "replaced" }, { actions: "runYear" }] } },
    replaced: {},
  },
});
