import type { FuturesByPlan, FuturesJob } from "./futures.ts";
import type { SessionEvent } from "./sessionEvents.ts";
import type { View } from "./view.ts";
import { messageOf } from "#domain/messageOf.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { assign, fromCallback, fromPromise, setup } from "xstate";
import { FUTURES_WANTED } from "./futures.ts";
import { NO_PLAN, withoutMeasures } from "#domain/noPlan.ts";
import { runKey } from "./runKey.ts";
import { changePlans, inRange, type PlanEvent } from "./planEvents.ts";
import { newEntry } from "./plans.ts";
import { type Opened, openStudy, restorePage, showRun, withNotice } from "./sessionChanges.ts";
import { entryOf, nextJob, type SessionContext, type SimulationJob } from "./sessionContext.ts";

/** How long a year is shown while the years play. */
export const PLAY_STEP_MS = 900;

/** A plan that has not changed for so long is simulated over many futures. */
const FUTURES_PAUSE_MS = 700;

/**
 * The page's simulation: loading, then one run at a time, the newest state of the active plan first, and beside it the
 * playing of years. The old answer stays in `runs` until the new run is complete.
 */
export const sessionMachine = setup({
  types: {
    context: {} as SessionContext,
    events: {} as SessionEvent,
    input: {} as { readonly view: View; readonly wantedPreset: string | null; readonly seed: string },
  },
  actors: {
    loadStudy: fromPromise<Opened>(() => Promise.reject(new Error("no data source was given"))),
    simulate: fromCallback<SessionEvent, SimulationJob>(() => {
      throw new Error("no simulation was given");
    }),
    simulateFutures: fromCallback<SessionEvent, FuturesJob>(() => {
      throw new Error("no simulation of futures was given");
    }),
  },
  guards: {
    somethingToRun: ({ context }) => nextJob(context) !== null,
    somethingElseToRun: ({ context }) => isPastFailure(context),
    answersStand: ({ context }) => context.study !== null && nextJob(context) === null,
    anotherIsAsked: ({ context }) => context.futuresAsked?.question !== futuresQuestion(context),
    anotherComesFirst: ({ context }) =>
      context.futuresAsked?.question !== futuresQuestion(context) || context.futuresAsked.first !== context.active,
    allFuturesCame: (_, { futures }: { readonly futures: FuturesByPlan }) =>
      Object.values(futures).every(({ plan, wanted }) => plan.length === wanted),
    studyLoaded: ({ context }) => context.study !== null,
    atTheEnd: ({ context }) => context.view.year >= entryOf(context.plans, context.active).plan.until,
  },
  actions: {
    changePlans: assign(({ context, event }) => changePlans(context, event as PlanEvent)),
    wantFutures: assign(({ context, event }) => ({
      futuresWanted: (event as { readonly count?: number }).count ?? context.futuresWanted,
    })),
    startOver: assign(({ context }) => ({ view: { ...context.view, year: START_YEAR } })),
    nextYear: assign(({ context }) => ({ view: { ...context.view, year: context.view.year + 1 } })),
  },
  delays: { playStep: PLAY_STEP_MS, futuresPause: FUTURES_PAUSE_MS },
}).createMachine({
  id: "session",
  context: ({ input }) => ({
    study: null,
    wantedPreset: input.wantedPreset,
    plans: [newEntry("A", NO_PLAN)],
    active: "A",
    removed: null,
    seed: input.seed,
    runs: {},
    baselines: [],
    arriving: [],
    futures: {},
    futuresWanted: FUTURES_WANTED,
    futuresAsked: null,
    futuresFailure: null,
    received: null,
    notices: [],
    drawn: null,
    sharedEffect: null,
    failure: null,
    view: input.view,
  }),
  type: "parallel",
  on: {
    PLAN_OPENED: { actions: "changePlans" },
    PLAN_ADDED: { actions: "changePlans" },
    PLAN_REMOVED: { actions: "changePlans" },
    PLAN_RETURNED: { actions: "changePlans" },
    PLAN_FORGOTTEN: { actions: "changePlans" },
    PLAN_CHOSEN: { actions: "changePlans" },
    PLAN_CHANGED: { actions: "changePlans" },
    GESTURE_ENDED: { actions: "changePlans" },
    UNDO: { actions: "changePlans" },
    REDO: { actions: "changePlans" },
    RESET_TO_OPENED: { actions: "changePlans" },
    PAGE_RESTORED: { actions: assign(({ context, event }) => restorePage(context, event.page)) },
    RECEIPT_DISMISSED: { actions: assign({ received: null }) },
    NOTICE_RAISED: {
      actions: assign(({ context, event }) => ({ notices: withNotice(context.notices, event.notice) })),
    },
    NOTICE_CLOSED: {
      actions: assign(({ context, event }) => ({
        notices: context.notices.filter(({ kind }) => kind !== event.kind),
      })),
    },
    SEED_CHANGED: { actions: assign(({ event }) => ({ seed: event.seed })) },
    VIEW_CHANGED: {
      actions: assign(({ context, event }) => ({ view: inRange({ ...context.view, ...event.change }, context) })),
    },
    COURSE_DRAWN: { actions: assign(({ event }) => ({ drawn: event.drawn })) },
    EFFECT_SHARED: { actions: assign(({ event }) => ({ sharedEffect: event.effect })) },
    YEAR_STEPPED: {
      actions: assign(({ context, event }) => ({
        view: inRange({ ...context.view, year: context.view.year + event.by }, context),
      })),
    },
    FUTURES_WANTED: { actions: "wantFutures" },
  },
  states: {
    simulation: {
      initial: "loading",
      states: {
        loading: {
          invoke: {
            src: "loadStudy",
            onDone: { target: "ready", actions: assign(({ context, event }) => openStudy(context, event.output)) },
            onError: {
              target: "failed",
              actions: assign(({ event }) => ({
                failure: { stage: "loading" as const, message: messageOf(event.error), request: null },
              })),
            },
          },
        },
        running: {
          entry: assign({ arriving: [] }),
          invoke: { src: "simulate", input: ({ context }) => nextJob(context)! },
          on: {
            YEAR_ARRIVED: {
              actions: assign(({ context, event }) => ({ arriving: [...context.arriving, event.snapshot] })),
            },
            RUN_DONE: { target: "ready", actions: assign(({ context, event }) => showRun(context, event)) },
            RUN_FAILED: {
              target: "failed",
              actions: assign(({ event: { message, request } }) => ({
                failure: { stage: "running" as const, message, request },
              })),
            },
          },
        },
        ready: { always: { guard: "somethingToRun", target: "running" } },
        failed: {
          exit: assign({ failure: null }),
          always: { guard: "somethingElseToRun", target: "ready" },
          on: { RUN_AGAIN: [{ guard: "studyLoaded", target: "ready" }, { target: "loading" }] },
        },
      },
    },
    futures: {
      initial: "settling",
      states: {
        settling: {
          after: {
            futuresPause: [
              { guard: "answersStand", target: "simulating" },
              { target: "settling", reenter: true },
            ],
          },
        },
        simulating: {
          entry: assign(({ context }) => ({
            futuresAsked: { question: futuresQuestion(context), first: context.active },
          })),
          always: { guard: "anotherComesFirst", target: "settling" },
          invoke: { src: "simulateFutures", input: ({ context }) => futuresJob(context) },
          on: {
            FUTURES_ARRIVED: [
              {
                guard: { type: "allFuturesCame", params: ({ event }) => ({ futures: event.futures }) },
                target: "done",
                actions: assign(({ event }) => ({ futures: event.futures })),
              },
              { actions: assign(({ event }) => ({ futures: event.futures })) },
            ],
            FUTURES_FAILED: {
              target: "stopped",
              actions: assign(({ event }) => ({ futuresFailure: event.message })),
            },
            FUTURES_STOPPED: "stopped",
          },
        },
        done: { always: { guard: "anotherIsAsked", target: "settling" } },
        stopped: {
          exit: assign({ futuresFailure: null }),
          always: { guard: "anotherIsAsked", target: "settling" },
          on: { FUTURES_WANTED: { target: "settling", actions: "wantFutures" } },
        },
      },
    },
    playback: {
      initial: "paused",
      states: {
        paused: {
          on: {
            PLAY_TOGGLED: [{ guard: "atTheEnd", target: "playing", actions: "startOver" }, { target: "playing" }],
          },
        },
        playing: {
          always: { guard: "atTheEnd", target: "paused" },
          after: { playStep: { target: "playing", reenter: true, actions: "nextYear" } },
          on: { PLAY_TOGGLED: "paused" },
        },
      },
    },
  },
});

/** After a failed run nothing is tried again by itself, but what is wanted next may be something else. */
function isPastFailure(context: SessionContext): boolean {
  const failed = context.failure?.request;
  if (!failed) return false;
  const next = nextJob(context)?.request;
  return next === undefined || next.seed !== failed.seed || runKey(next.scenario) !== runKey(failed.scenario);
}

/** Equal as long as the same futures of the same plans are wanted. */
function futuresQuestion({ plans, seed, futuresWanted }: SessionContext): string {
  return JSON.stringify([seed, futuresWanted, plans.map(({ key, plan }) => [key, runKey(plan)])]);
}

function futuresJob({ study, plans, active, seed, futuresWanted }: SessionContext): FuturesJob {
  const first = entryOf(plans, active);
  return {
    data: study!.data,
    plans: [first, ...plans.filter((entry) => entry !== first)].map(({ key, plan }) => ({
      key,
      scenario: plan,
      baseline: withoutMeasures(plan),
    })),
    seed,
    wanted: futuresWanted,
  };
}
