import { assign, setup } from "xstate";

export interface EnterpriseContext {
  readiness: number;
  cash: number;
  projectCost: number;
  yearsOut: number;
  spent: number;
  losses: number;
}

export type EnterpriseEvent =
  | { type: "READINESS_REVIEWED"; driver: number; income: number }
  | { type: "CHANCE_DRAWN"; draw: number; hazard: number; shock: number; hasFreeSlot: number }
  | { type: "SERVED"; support: number }
  | { type: "BREACHED"; loss: number };

/** A machine of realistic size for the benchmark: 8 leaf states (one pair nested), 4 events, 10 guards, 7 assignments. */
export const enterpriseMachine = setup({
  types: { context: {} as EnterpriseContext, events: {} as EnterpriseEvent },
  guards: {
    hearsOfIt: ({ event }) => event.type === "CHANCE_DRAWN" && event.draw < 0.1 + 0.5 * event.hazard,
    wantsProject: ({ context, event }) =>
      event.type === "CHANCE_DRAWN" &&
      context.readiness > 0.4 &&
      context.projectCost <= 0.25 * context.cash &&
      event.draw < event.hazard,
    getsSlot: ({ event }) => event.type === "CHANCE_DRAWN" && event.hasFreeSlot > 0 && event.draw < 0.5 * event.shock,
    pilotWorks: ({ event }) => event.type === "CHANCE_DRAWN" && event.draw < 0.3 * event.shock,
    pilotFails: ({ event }) => event.type === "CHANCE_DRAWN" && event.draw < 0.3 * event.shock + 0.15,
    deepens: ({ context, event }) =>
      event.type === "CHANCE_DRAWN" && event.draw < 0.25 * Math.min(1, context.readiness / 0.8),
    givesUp: ({ event }) => event.type === "CHANCE_DRAWN" && event.draw > 1 - 0.054,
    givesUpLate: ({ event }) => event.type === "CHANCE_DRAWN" && event.draw > 1 - 0.027,
    triesAgain: ({ context, event }) =>
      event.type === "CHANCE_DRAWN" && context.yearsOut >= 1 && event.draw < 0.2 && context.cash > 0,
    isRuinous: ({ context, event }) => event.type === "BREACHED" && event.loss > 0.5 * context.cash,
  },
  actions: {
    review: assign({
      readiness: ({ context, event }) =>
        event.type === "READINESS_REVIEWED"
          ? context.readiness + 0.15 * event.driver * (1 - context.readiness) - 0.03 * context.readiness
          : context.readiness,
      cash: ({ context, event }) =>
        event.type === "READINESS_REVIEWED" ? 0.9 * context.cash + event.income : context.cash,
    }),
    paySupport: assign({
      cash: ({ context, event }) => (event.type === "SERVED" ? context.cash + event.support : context.cash),
    }),
    payProject: assign({
      cash: ({ context }) => context.cash - context.projectCost,
      spent: ({ context }) => context.spent + context.projectCost,
    }),
    learn: assign({ readiness: ({ context }) => Math.min(1, context.readiness + 0.02) }),
    loseCash: assign({
      cash: ({ context, event }) => (event.type === "BREACHED" ? context.cash - event.loss : context.cash),
      losses: ({ context, event }) => (event.type === "BREACHED" ? context.losses + event.loss : context.losses),
    }),
    startCount: assign({ yearsOut: 0 }),
    countYear: assign({ yearsOut: ({ context }) => context.yearsOut + 1 }),
  },
}).createMachine({
  id: "enterprise",
  initial: "unaware",
  context: { readiness: 0.4, cash: 1, projectCost: 0.12, yearsOut: 0, spent: 0, losses: 0 },
  on: {
    READINESS_REVIEWED: { actions: "review" },
    SERVED: { actions: "paySupport" },
    BREACHED: [{ guard: "isRuinous", target: ".abandoned", actions: "loseCash" }, { actions: "loseCash" }],
  },
  states: {
    unaware: { on: { CHANCE_DRAWN: { guard: "hearsOfIt", target: "aware" } } },
    aware: { on: { CHANCE_DRAWN: { guard: "wantsProject", target: "evaluating" } } },
    evaluating: { on: { CHANCE_DRAWN: { guard: "getsSlot", target: "piloting" } } },
    piloting: {
      entry: "payProject",
      on: {
        CHANCE_DRAWN: [
          { guard: "pilotWorks", target: "using", actions: "learn" },
          { guard: "pilotFails", target: "abandoned" },
        ],
      },
    },
    using: {
      initial: "integrated",
      states: {
        integrated: {
          on: {
            CHANCE_DRAWN: [
              { guard: "deepens", target: "scaled", actions: "learn" },
              { guard: "givesUp", target: "#enterprise.abandoned" },
            ],
          },
        },
        scaled: {
          on: {
            CHANCE_DRAWN: [{ guard: "givesUpLate", target: "#enterprise.abandoned" }, { actions: "learn" }],
          },
        },
      },
    },
    abandoned: {
      entry: "startCount",
      on: {
        CHANCE_DRAWN: [{ guard: "triesAgain", target: "returning" }, { actions: "countYear" }],
      },
    },
    returning: { on: { CHANCE_DRAWN: { guard: "getsSlot", target: "piloting" } } },
  },
});
