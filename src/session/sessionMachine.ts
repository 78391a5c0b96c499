import type { RunSummary, YearSnapshot } from "#domain/runResult.ts";
import type { RunRequest } from "#engine/simulationService.ts";
import type { FuturesByPlan, FuturesJob } from "./futures.ts";
import type { Notice, Opening } from "./notice.ts";
import type { RestoredPage } from "./savedPage.ts";
import type { LoadedStudy } from "#engine/readStudy.ts";
import type { View } from "./view.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { assign, fromCallback, fromPromise, setup } from "xstate";
import { FUTURES_WANTED } from "./futures.ts";
import { NO_PLAN, withoutMeasures } from "#domain/noPlan.ts";
import { runKey } from "./runKey.ts";
import { changePlans, inRange, type PlanEvent } from "./planEvents.ts";
import { newEntry } from "./plans.ts";
import {
  entryOf,
  isRunOf,
  nextJob,
  type Part,
  type SessionContext,
  type SimulationJob,
  type Simulated,
} from "./sessionContext.ts";

/** The data, and what the address or the storage of the browser holds for this page. */
export type Opened = { readonly study: LoadedStudy; readonly opening: Opening | null };

export type SessionEvent =
  | PlanEvent
  /** Other plans in the place of all that are on the page. */
  | { readonly type: "PAGE_RESTORED"; readonly page: RestoredPage }
  | { readonly type: "RECEIPT_DISMISSED" }
  | { readonly type: "NOTICE_RAISED"; readonly notice: Notice }
  | { readonly type: "NOTICE_CLOSED"; readonly kind: Notice["kind"] }
  | { readonly type: "SEED_CHANGED"; readonly seed: string }
  | { readonly type: "VIEW_CHANGED"; readonly change: Partial<View> }
  | { readonly type: "YEAR_STEPPED"; readonly by: number }
  | { readonly type: "PLAY_TOGGLED" }
  | { readonly type: "RUN_AGAIN" }
  | { readonly type: "FUTURES_STOPPED" }
  /** As many futures as named, or the stopped ones again. */
  | { readonly type: "FUTURES_WANTED"; readonly count?: number }
  | FuturesReport
  | SimulationReport;

/** What the invoked simulation reports. */
export type SimulationReport =
  | { readonly type: "YEAR_ARRIVED"; readonly snapshot: YearSnapshot }
  | { readonly type: "RUN_DONE"; readonly part: Part; readonly request: RunRequest; readonly summary: RunSummary }
  | { readonly type: "RUN_FAILED"; readonly request: RunRequest; readonly message: string };

/** What the invoked simulation of many futures reports. */
export type FuturesReport =
  | { readonly type: "FUTURES_ARRIVED"; readonly futures: FuturesByPlan }
  | { readonly type: "FUTURES_FAILED"; readonly message: string };

/** How long a year is shown while the years play. */
export const PLAY_STEP_MS = 900;

/** A plan that has not changed for so long is simulated over many futures. */
const FUTURES_PAUSE_MS = 700;

const OPENED_FIRST = "core-ecosystem";

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

/** A saved page if there is one, else the preset that the address names, else the first plan. */
function openStudy(context: SessionContext, { study, opening }: Opened): Partial<SessionContext> {
  const { wantedPreset, plans, notices } = context;
  const view = opening?.view ?? context.view;
  const told = (opening?.notices ?? []).reduce(withNotice, notices);
  if (opening?.page) return { study, notices: told, ...restorePage({ ...context, view }, opening.page) };
  const preset = (id: string | null) => study.presets.find((candidate) => candidate.id === id);
  const opened = [newEntry(plans[0].key, preset(wantedPreset) ?? preset(OPENED_FIRST) ?? NO_PLAN)];
  return { study, notices: told, plans: opened, view: inRange(view, { plans: opened, active: opened[0].key }) };
}

function restorePage(
  { view }: SessionContext,
  { plans, active, seed, futures, receipt }: RestoredPage,
): Partial<SessionContext> {
  return {
    plans,
    active,
    seed,
    futuresWanted: futures,
    received: receipt,
    removed: null,
    runs: {},
    futures: {},
    view: inRange(view, { plans, active }),
  };
}

function withNotice(notices: readonly Notice[], notice: Notice): readonly Notice[] {
  return [...notices.filter(({ kind }) => kind !== notice.kind), notice];
}

/** Keeps a finished run, and of the runs without measures those that a plan or a shown run still needs. */
function showRun(
  { arriving, plans, runs, baselines, seed }: SessionContext,
  { part, request, summary }: Extract<SimulationReport, { type: "RUN_DONE" }>,
): Partial<SessionContext> {
  const run: Simulated = { scenario: request.scenario, seed: request.seed, years: arriving, summary };
  if (part !== "baseline") {
    const isHere = plans.some(({ key }) => key === part);
    return { runs: isHere ? { ...runs, [part]: run } : runs, arriving: [] };
  }
  const needed = [
    ...plans.map(({ plan }) => ({ scenario: plan, seed })),
    ...Object.values(runs).map((shown) => ({ scenario: shown.scenario, seed: shown.seed })),
  ];
  const kept = baselines.filter((baseline) =>
    needed.some(({ scenario, seed }) => isRunOf(baseline, withoutMeasures(scenario), seed)),
  );
  return { baselines: [...kept, run], arriving: [] };
}

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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
