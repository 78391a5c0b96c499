import { assign, setup } from "xstate";

/** Chances of a year that hold for every actor of a technology; parameters.ts has their sources. */
export type AdoptionRates = {
  readonly threshold: number;
  readonly awareness: number;
  readonly awarenessPeers: number;
  readonly awarenessAdvice: number;
  readonly pilotStart: number;
  readonly pilotSuccess: number;
  readonly pilotFailure: number;
  /** Yearly chance of a pilot that has a grant. */
  readonly grantSuccess: number;
  readonly adviceSuccess: number;
  readonly adviceFailure: number;
  readonly scalingRate: number;
  readonly exitRate: number;
  readonly returnRate: number;
};

/** A year as one actor meets it. All fields are values at the start of the year, so phases do not see each other. */
export type YearPassed = {
  /** The grant of a model factory comes at the end of a year and starts a pilot at once. */
  type: "YEAR_PASSED" | "GRANT_GIVEN";
  rates: AdoptionRates;
  /** Uniform in [0, 1): one draw decides what the actor does this year. */
  draw: number;
  /** Share of users of the technology in the actor's region, s_r. */
  regionalShare: number;
  /** 1 if the project office advises the actor this year, else 0. */
  served: number;
  /** 1 if the pilot has the grant of a model factory, else 0. */
  hasGrant: number;
  /** 1 if the project cost is at most a quarter of free cash plus support (SM-1), else 0. */
  affordable: number;
  /** Flow-matched chance of aware to evaluating, EQ-4. */
  evaluationChance: number;
  /** The actor's hazard over the one that its shares of users alone give: scales every decision of its own (EQ-4). */
  hazardRatio: number;
  /** 1 if a service firm has a place for the pilot this year, else 0 (EQ-6). */
  slotFree: number;
  /** Region-year shock with mean 1 of pilots, and the one of exits. */
  pilotShock: number;
  exitShock: number;
  /** Factor on the success of pilots: shocks of the year, fit of the platform that the actor uses; 1 without both. */
  successFactor: number;
  /** Points that a service centre adds to the success of pilots. */
  successPoints: number;
};

export type AdoptionContext = {
  /** Model-scale readiness R in (0, 1), EQ-2. */
  readiness: number;
  /** Whole years since the state was entered. */
  yearsInState: number;
};

type Moment = { context: AdoptionContext; event: YearPassed };

/** A pilot cannot be certain to be integrated in a year, however good the year. */
const HIGHEST_SUCCESS = 0.85;

const isReady = ({ context, event }: Moment) => context.readiness > event.rates.threshold;
const successChance = ({ event: { rates, pilotShock, served, hasGrant, successFactor, successPoints } }: Moment) => {
  const yearly = hasGrant === 1 ? rates.grantSuccess : rates.pilotSuccess;
  return Math.min(
    HIGHEST_SUCCESS,
    (yearly * pilotShock + served * rates.adviceSuccess + successPoints) * successFactor,
  );
};
const failureChance = ({ event: { rates, served } }: Moment) =>
  Math.max(0, rates.pilotFailure - served * rates.adviceFailure);
const exitChance = ({ event: { rates, exitShock } }: Moment) => Math.min(1, rates.exitRate * exitShock);
const scalingChance = ({ context, event }: Moment) => event.rates.scalingRate * Math.min(1, context.readiness / 0.8);

/**
 * SM-1: how an enterprise takes up a technology. One machine, three instances (any digital technology, cloud, big data)
 * that differ in their rates. It takes one step a year; guards of one state share one draw, so their chances add up.
 */
export const adoptionMachine = setup({
  types: { context: {} as AdoptionContext, events: {} as YearPassed },
  guards: {
    becomesAware: ({ event }) =>
      event.draw <
      event.rates.awareness +
        event.rates.awarenessPeers * event.regionalShare +
        event.rates.awarenessAdvice * event.served,
    startsEvaluating: (moment) =>
      isReady(moment) && moment.event.affordable === 1 && moment.event.draw < moment.event.evaluationChance,
    startsPilot: ({ event }) =>
      event.slotFree === 1 && event.draw < event.rates.pilotStart * event.hazardRatio * event.pilotShock,
    pilotSucceeds: (moment) => moment.event.draw < successChance(moment),
    pilotFails: (moment) => moment.event.draw < successChance(moment) + failureChance(moment),
    givesUp: (moment) => moment.event.draw < exitChance(moment),
    scalesUp: (moment) => moment.event.draw < exitChance(moment) + scalingChance(moment),
    givesUpScaled: (moment) => moment.event.draw < exitChance(moment) / 2,
    triesAgain: (moment) =>
      moment.context.yearsInState >= 1 &&
      isReady(moment) &&
      moment.event.draw < moment.event.rates.returnRate * moment.event.hazardRatio,
  },
  actions: {
    startClock: assign({ yearsInState: 0 }),
    countYear: assign({ yearsInState: ({ context }) => context.yearsInState + 1 }),
  },
}).createMachine({
  id: "adoption",
  context: { readiness: 0, yearsInState: 0 },
  initial: "unaware",
  states: {
    unaware: {
      on: {
        GRANT_GIVEN: { target: "piloting", actions: "startClock" },
        YEAR_PASSED: [{ guard: "becomesAware", target: "aware", actions: "startClock" }, { actions: "countYear" }],
      },
    },
    aware: {
      on: {
        GRANT_GIVEN: { target: "piloting", actions: "startClock" },
        YEAR_PASSED: [
          { guard: "startsEvaluating", target: "evaluating", actions: "startClock" },
          { actions: "countYear" },
        ],
      },
    },
    evaluating: {
      on: {
        GRANT_GIVEN: { target: "piloting", actions: "startClock" },
        YEAR_PASSED: [{ guard: "startsPilot", target: "piloting", actions: "startClock" }, { actions: "countYear" }],
      },
    },
    piloting: {
      on: {
        YEAR_PASSED: [
          { guard: "pilotSucceeds", target: "integrated", actions: "startClock" },
          { guard: "pilotFails", target: "abandoned", actions: "startClock" },
          { actions: "countYear" },
        ],
      },
    },
    integrated: {
      on: {
        YEAR_PASSED: [
          { guard: "givesUp", target: "abandoned", actions: "startClock" },
          { guard: "scalesUp", target: "scaled", actions: "startClock" },
          { actions: "countYear" },
        ],
      },
    },
    scaled: {
      on: {
        YEAR_PASSED: [{ guard: "givesUpScaled", target: "abandoned", actions: "startClock" }, { actions: "countYear" }],
      },
    },
    abandoned: {
      on: {
        GRANT_GIVEN: { target: "piloting", actions: "startClock" },
        YEAR_PASSED: [{ guard: "triesAgain", target: "evaluating", actions: "startClock" }, { actions: "countYear" }],
      },
    },
  },
});
