import { assign, setup } from "xstate";

export type CoreYear = {
  type: "YEAR_PASSED";
  /** Whether the plan lets this candidate be assessed this year. */
  isSupported: boolean;
  readiness: number;
  /** Geometric mean of the four scores: digital results, resources to scale, cooperation links, strength of the region. */
  score: number;
  /** Whether its platform operates or is degraded, and whether it has closed (SM-4), at the start of the year. */
  platformRuns: boolean;
  platformClosed: boolean;
  /** Members of its platform at the start of the year. */
  members: number;
};

export type CoreContext = { membersLastYear: number };

/** Readiness and score that a core must exceed or reach (SM-3). */
const HIGH_READINESS = 0.8;
const SCORE_NEEDED = 0.6;
const MEMBERS_OF_AN_ANCHOR = 10;
const MEMBERS_OF_A_LEADER = 20;

/**
 * SM-3: an orchestrator in the making. A candidate is assessed when a plan supports cores, selected by readiness and
 * scores, has its platform built (SM-4), becomes an anchor with ten members and a leader with twenty. It is replaced when
 * support ends before it is an anchor, when its members desert it, or when its platform closes.
 */
export const coreEnterpriseMachine = setup({
  types: { context: {} as CoreContext, events: {} as CoreYear },
  guards: {
    isAssessed: ({ event }) => event.isSupported,
    isSelected: ({ event }) => event.isSupported && event.readiness > HIGH_READINESS && event.score >= SCORE_NEEDED,
    losesSupport: ({ event }) => !event.isSupported,
    losesPlatform: ({ event }) => event.platformClosed,
    anchors: ({ event }) => event.platformRuns && event.members >= MEMBERS_OF_AN_ANCHOR,
    leads: ({ event }) => event.members >= MEMBERS_OF_A_LEADER,
    isDeserted: ({ event }) => event.members < MEMBERS_OF_AN_ANCHOR / 2,
  },
  actions: {
    countMembers: assign({ membersLastYear: ({ event }) => event.members }),
  },
}).createMachine({
  id: "coreEnterprise",
  context: { membersLastYear: 0 },
  initial: "candidate",
  states: {
    candidate: { on: { YEAR_PASSED: { guard: "isAssessed", target: "assessed" } } },
    assessed: {
      on: {
        YEAR_PASSED: [
          { guard: "losesSupport", target: "candidate" },
          { guard: "isSelected", target: "selected" },
        ],
      },
    },
    selected: {
      on: {
        YEAR_PASSED: [
          { guard: "losesSupport", target: "replaced" },
          { guard: "losesPlatform", target: "replaced" },
          { guard: "anchors", target: "anchor", actions: "countMembers" },
          { actions: "countMembers" },
        ],
      },
    },
    anchor: {
      on: {
        YEAR_PASSED: [
          { guard: "losesPlatform", target: "replaced" },
          { guard: "isDeserted", target: "replaced" },
          { guard: "leads", target: "leader", actions: "countMembers" },
          { actions: "countMembers" },
        ],
      },
    },
    leader: {
      on: {
        YEAR_PASSED: [
          { guard: "losesPlatform", target: "replaced" },
          { guard: "isDeserted", target: "replaced" },
          { actions: "countMembers" },
        ],
      },
    },
    replaced: {},
  },
});
