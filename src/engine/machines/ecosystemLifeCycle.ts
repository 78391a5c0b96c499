import { assign, setup } from "xstate";

/** Thresholds of the stages; parameters.ts has them with their ranges. */
export type LifeCycleBounds = {
  readonly strengthMembers: number;
  readonly strengthRegions: number;
  readonly leaderValue: number;
  readonly consolidationShare: number;
  readonly consolidationDensity: number;
  readonly rivalShare: number;
  readonly slowGrowth: number;
  readonly renewalSpending: number;
  readonly declineRate: number;
  readonly dissolvedMembers: number;
};

export type EcosystemYear = {
  type: "YEAR_PASSED";
  bounds: LifeCycleBounds;
  members: number;
  /** Regions with at least one member. */
  regions: number;
  /** Part of the ecosystem's value that its largest platform holds. */
  leaderShare: number;
  /** Members among all large and medium manufacturers, a share. */
  memberShare: number;
  /** Ties to buyers that are members of the same platform, of all ties of members. */
  linkDensity: number;
  /** Outside resources in use: active complementors and connected ICT firms. */
  inflow: number;
  /** Part of those who ever were members that went elsewhere. */
  rivalShare: number;
  /** Whether the year brought a cyber, sanctions, regulatory or demand shock. */
  isShocked: boolean;
  /** Money for renewal over the revenue of the platforms. */
  renewalShare: number;
  /** Whether a class of outside resources or a service came that the ecosystem did not have. */
  hasNewService: boolean;
};

export type EcosystemContext = {
  membersLastYear: number;
  mostMembers: number;
  inflowLastYear: number;
  /** Years in a row: of falling by more than the bound, of slow growth, of rising inflow, of growth in decline. */
  fallingYears: number;
  slowYears: number;
  risingYears: number;
  renewalYears: number;
};

/** Years in renewal without success after which an ecosystem declines (assumption). */
const RENEWAL_YEARS = 3;

type Moment = { context: EcosystemContext; event: EcosystemYear };

const growth = ({ context, event }: Moment) =>
  context.membersLastYear > 0 ? event.members / context.membersLastYear - 1 : event.members > 0 ? 1 : 0;
const isFalling = (moment: Moment) => growth(moment) < -moment.event.bounds.declineRate;
const isSlow = (moment: Moment) =>
  moment.context.membersLastYear > 0 && growth(moment) < moment.event.bounds.slowGrowth;
const isRising = ({ context, event }: Moment) => event.inflow > context.inflowLastYear;

/**
 * SM-14: the ecosystem of all cores together through the stages of the source: birth, strengthening, consolidation, renewal,
 * decline, dissolved. It reads members, regions, value of the leader, density of links, inflow of outside resources, growth,
 * shocks and what rivals took.
 */
export const ecosystemLifeCycleMachine = setup({
  types: { context: {} as EcosystemContext, events: {} as EcosystemYear },
  guards: {
    dissolves: ({ context, event: { bounds, members } }) =>
      context.mostMembers >= bounds.dissolvedMembers && members < bounds.dissolvedMembers,
    declines: (moment) => moment.context.fallingYears >= 1 && isFalling(moment),
    strengthens: ({ event: { bounds, members, regions, leaderShare } }) =>
      members >= bounds.strengthMembers && regions >= bounds.strengthRegions && leaderShare >= bounds.leaderValue,
    consolidates: (moment) =>
      moment.event.memberShare >= moment.event.bounds.consolidationShare &&
      moment.event.linkDensity >= moment.event.bounds.consolidationDensity &&
      moment.context.risingYears >= 1 &&
      isRising(moment),
    needsRenewal: (moment) =>
      moment.event.rivalShare > moment.event.bounds.rivalShare ||
      moment.event.isShocked ||
      (moment.context.slowYears >= 1 && isSlow(moment)),
    isRenewed: ({ event: { bounds, renewalShare, hasNewService } }) =>
      renewalShare >= bounds.renewalSpending && hasNewService,
    failsToRenew: ({ context }) => context.renewalYears + 1 >= RENEWAL_YEARS,
    recovers: (moment) => growth(moment) >= moment.event.bounds.slowGrowth && !isFalling(moment),
  },
  actions: {
    remember: assign({
      membersLastYear: ({ event }) => event.members,
      mostMembers: ({ context, event }) => Math.max(context.mostMembers, event.members),
      inflowLastYear: ({ event }) => event.inflow,
      fallingYears: (moment) => (isFalling(moment) ? moment.context.fallingYears + 1 : 0),
      slowYears: (moment) => (isSlow(moment) ? moment.context.slowYears + 1 : 0),
      risingYears: (moment) => (isRising(moment) ? moment.context.risingYears + 1 : 0),
    }),
    startRenewal: assign({ renewalYears: 0 }),
    countRenewal: assign({ renewalYears: ({ context }) => context.renewalYears + 1 }),
  },
}).createMachine({
  id: "ecosystem",
  context: {
    membersLastYear: 0,
    mostMembers: 0,
    inflowLastYear: 0,
    fallingYears: 0,
    slowYears: 0,
    risingYears: 0,
    renewalYears: 0,
  },
  initial: "birth",
  states: {
    birth: {
      on: {
        YEAR_PASSED: [
          { guard: "dissolves", target: "dissolved", actions: "remember" },
          { guard: "declines", target: "decline", actions: "remember" },
          { guard: "strengthens", target: "strengthening", actions: "remember" },
          { actions: "remember" },
        ],
      },
    },
    strengthening: {
      on: {
        YEAR_PASSED: [
          { guard: "dissolves", target: "dissolved", actions: "remember" },
          { guard: "declines", target: "decline", actions: "remember" },
          { guard: "consolidates", target: "consolidation", actions: "remember" },
          { actions: "remember" },
        ],
      },
    },
    consolidation: {
      on: {
        YEAR_PASSED: [
          { guard: "dissolves", target: "dissolved", actions: "remember" },
          { guard: "declines", target: "decline", actions: "remember" },
          { guard: "needsRenewal", target: "renewal", actions: ["remember", "startRenewal"] },
          { actions: "remember" },
        ],
      },
    },
    renewal: {
      on: {
        YEAR_PASSED: [
          { guard: "dissolves", target: "dissolved", actions: "remember" },
          { guard: "declines", target: "decline", actions: "remember" },
          { guard: "isRenewed", target: "strengthening", actions: "remember" },
          { guard: "failsToRenew", target: "decline", actions: "remember" },
          { actions: ["remember", "countRenewal"] },
        ],
      },
    },
    decline: {
      on: {
        YEAR_PASSED: [
          { guard: "dissolves", target: "dissolved", actions: "remember" },
          { guard: "recovers", target: "renewal", actions: ["remember", "startRenewal"] },
          { actions: "remember" },
        ],
      },
    },
    dissolved: {},
  },
});
