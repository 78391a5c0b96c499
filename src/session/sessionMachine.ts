import type { RunSummary, YearSnapshot } from "#domain/runResult.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { RunRequest } from "#engine/simulationService.ts";
import type { Futures, FuturesJob } from "./futures.ts";
import type { LoadedStudy } from "./study.ts";
import type { View } from "./view.ts";
import { LAST_YEAR, SCENARIO_VERSION, START_YEAR } from "#domain/scenario.ts";
import { assign, fromCallback, fromPromise, setup } from "xstate";

/** A finished run as the page shows it. */
export type Simulated = {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly years: readonly YearSnapshot[];
  readonly summary: RunSummary;
};

/** Which of the two runs on the page: the one without measures, or the plan. */
export type Part = "baseline" | "plan";

export type SessionContext = {
  readonly study: LoadedStudy | null;
  /** Preset id of the address, until the presets are loaded. */
  readonly wantedPreset: string | null;
  readonly opened: Scenario;
  readonly plan: Scenario;
  readonly seed: string;
  readonly baseline: Simulated | null;
  /** The latest finished run of a plan; older than `plan` while a run is under way. */
  readonly simulated: Simulated | null;
  /** Years of the run under way. */
  readonly arriving: readonly YearSnapshot[];
  /** The plan and no plan over many futures, as far as they have come; of an older plan until the new ones arrive. */
  readonly futures: Futures | null;
  /** What the futures were last asked of; another plan or seed on the page asks anew. */
  readonly futuresAsked: { readonly plan: Scenario; readonly seed: string } | null;
  readonly failure: { readonly stage: "loading" | "running"; readonly message: string } | null;
  readonly view: View;
};

export type SessionEvent =
  | { readonly type: "PLAN_OPENED"; readonly plan: Scenario }
  | { readonly type: "PLAN_CHANGED"; readonly plan: Scenario }
  | { readonly type: "SEED_CHANGED"; readonly seed: string }
  | { readonly type: "VIEW_CHANGED"; readonly change: Partial<View> }
  | { readonly type: "YEAR_STEPPED"; readonly by: number }
  | { readonly type: "PLAY_TOGGLED" }
  | { readonly type: "RUN_AGAIN" }
  | { readonly type: "FUTURES_STOPPED" }
  | { readonly type: "FUTURES_WANTED" }
  | FuturesReport
  | SimulationReport;

/** What the invoked simulation reports. */
export type SimulationReport =
  | { readonly type: "YEAR_ARRIVED"; readonly snapshot: YearSnapshot }
  | { readonly type: "RUN_DONE"; readonly part: Part; readonly request: RunRequest; readonly summary: RunSummary }
  | { readonly type: "RUN_FAILED"; readonly message: string };

/** What the invoked simulation of many futures reports. */
export type FuturesReport =
  | { readonly type: "FUTURES_ARRIVED"; readonly futures: Futures }
  | { readonly type: "FUTURES_FAILED"; readonly message: string };

export type SimulationJob = {
  readonly study: LoadedStudy;
  readonly part: Part;
  readonly request: RunRequest;
};

/** How long a year is shown while the years play. */
export const PLAY_STEP_MS = 900;

/** A plan that has not changed for so long is simulated over many futures. */
export const FUTURES_PAUSE_MS = 700;

/** The plan that does nothing, under the default assumptions. */
export const NO_PLAN: Scenario = {
  version: SCENARIO_VERSION,
  id: "baseline",
  name: { en: "No plan", ru: "Без плана", kk: "Жоспарсыз" },
  card: null,
  notes: "",
  until: LAST_YEAR,
  parameters: {},
  off: [],
  measures: [],
};

const OPENED_FIRST = "core-ecosystem";

/**
 * The page's simulation: loading, then one run at a time, the newest wanted plan next, and beside it the playing of years.
 * The old answer stays in `simulated` until the new run is complete.
 */
export const sessionMachine = setup({
  types: {
    context: {} as SessionContext,
    events: {} as SessionEvent,
    input: {} as { readonly view: View; readonly wantedPreset: string | null; readonly seed: string },
  },
  actors: {
    loadStudy: fromPromise<LoadedStudy>(() => Promise.reject(new Error("no data source was given"))),
    simulate: fromCallback<SessionEvent, SimulationJob>(() => {
      throw new Error("no simulation was given");
    }),
    simulateFutures: fromCallback<SessionEvent, FuturesJob>(() => {
      throw new Error("no simulation of futures was given");
    }),
  },
  guards: {
    somethingToRun: ({ context }) => nextJob(context) !== null,
    answerStands: ({ context }) => context.study !== null && context.baseline !== null && nextJob(context) === null,
    anotherIsAsked: ({ context: { futuresAsked, plan, seed } }) =>
      futuresAsked?.plan !== plan || futuresAsked.seed !== seed,
    allFuturesCame: (_, { futures }: { readonly futures: Futures }) => futures.plan.length === futures.wanted,
    studyLoaded: ({ context }) => context.study !== null,
    atTheEnd: ({ context }) => context.view.year >= context.plan.until,
  },
  actions: {
    startOver: assign(({ context }) => ({ view: { ...context.view, year: START_YEAR } })),
    nextYear: assign(({ context }) => ({ view: { ...context.view, year: context.view.year + 1 } })),
  },
  delays: { playStep: PLAY_STEP_MS, futuresPause: FUTURES_PAUSE_MS },
}).createMachine({
  id: "session",
  context: ({ input }) => ({
    study: null,
    wantedPreset: input.wantedPreset,
    opened: NO_PLAN,
    plan: NO_PLAN,
    seed: input.seed,
    baseline: null,
    simulated: null,
    arriving: [],
    futures: null,
    futuresAsked: null,
    failure: null,
    view: input.view,
  }),
  type: "parallel",
  on: {
    PLAN_OPENED: { actions: assign(({ context, event }) => openPlan(context, event.plan)) },
    PLAN_CHANGED: { actions: assign(({ context, event }) => showPlan(context, event.plan)) },
    SEED_CHANGED: { actions: assign(({ event }) => ({ seed: event.seed })) },
    VIEW_CHANGED: {
      actions: assign(({ context, event }) => ({ view: inRange({ ...context.view, ...event.change }, context.plan) })),
    },
    YEAR_STEPPED: {
      actions: assign(({ context, event }) => ({
        view: inRange({ ...context.view, year: context.view.year + event.by }, context.plan),
      })),
    },
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
                failure: { stage: "loading" as const, message: messageOf(event.error) },
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
              actions: assign(({ event }) => ({ failure: { stage: "running" as const, message: event.message } })),
            },
          },
        },
        ready: { always: { guard: "somethingToRun", target: "running" } },
        failed: {
          exit: assign({ failure: null }),
          on: {
            RUN_AGAIN: [{ guard: "studyLoaded", target: "ready" }, { target: "loading" }],
            PLAN_OPENED: { target: "ready", actions: assign(({ context, event }) => openPlan(context, event.plan)) },
            PLAN_CHANGED: { target: "ready", actions: assign(({ context, event }) => showPlan(context, event.plan)) },
          },
        },
      },
    },
    futures: {
      initial: "settling",
      states: {
        settling: {
          after: {
            futuresPause: [
              { guard: "answerStands", target: "simulating" },
              { target: "settling", reenter: true },
            ],
          },
        },
        simulating: {
          entry: assign(({ context: { plan, seed } }) => ({ futuresAsked: { plan, seed } })),
          always: { guard: "anotherIsAsked", target: "settling" },
          invoke: {
            src: "simulateFutures",
            input: ({ context: { study, simulated, seed } }) => ({
              data: study!.data,
              scenario: simulated!.scenario,
              baseline: withoutMeasures(simulated!.scenario),
              seed,
            }),
          },
          on: {
            FUTURES_ARRIVED: [
              {
                guard: { type: "allFuturesCame", params: ({ event }) => ({ futures: event.futures }) },
                target: "done",
                actions: assign(({ event }) => ({ futures: event.futures })),
              },
              { actions: assign(({ event }) => ({ futures: event.futures })) },
            ],
            FUTURES_FAILED: "stopped",
            FUTURES_STOPPED: "stopped",
          },
        },
        done: { always: { guard: "anotherIsAsked", target: "settling" } },
        stopped: {
          always: { guard: "anotherIsAsked", target: "settling" },
          on: { FUTURES_WANTED: "settling" },
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

/** The run that the page lacks most: the baseline of this seed, then the plan as it now stands. */
export function nextJob({ study, baseline, simulated, plan, seed }: SessionContext): SimulationJob | null {
  if (!study) return null;
  const without = withoutMeasures(plan);
  if (baseline?.seed !== seed || !sameAssumptions(baseline.scenario, without)) {
    return { study, part: "baseline", request: { scenario: without, seed, replicate: 0 } };
  }
  if (simulated?.seed !== seed || simulated.scenario !== plan) {
    return { study, part: "plan", request: { scenario: plan, seed, replicate: 0 } };
  }
  return null;
}

/** Every difference on the page is against this: the plan's assumptions, none of its measures. */
export function withoutMeasures({ parameters, off }: Scenario): Scenario {
  return Object.keys(parameters).length + off.length === 0 ? NO_PLAN : { ...NO_PLAN, parameters, off };
}

export function sameAssumptions(a: Scenario, b: Scenario): boolean {
  const ids = [...new Set([...Object.keys(a.parameters), ...Object.keys(b.parameters)])];
  return ids.every((id) => a.parameters[id] === b.parameters[id]) && a.off.join() === b.off.join();
}

/** The years to draw: those of the plan; before its first run those of the baseline, as far as they have come. */
export function shownYears({ simulated, baseline, arriving }: SessionContext): readonly YearSnapshot[] {
  return simulated?.years ?? baseline?.years ?? arriving;
}

function openStudy({ wantedPreset }: SessionContext, study: LoadedStudy): Partial<SessionContext> {
  const preset = (id: string | null) => study.presets.find((candidate) => candidate.id === id);
  const opened = preset(wantedPreset) ?? preset(OPENED_FIRST) ?? NO_PLAN;
  return { study, opened, plan: opened };
}

function openPlan(context: SessionContext, plan: Scenario): Partial<SessionContext> {
  return { opened: plan, ...showPlan(context, plan) };
}

function showPlan({ view }: SessionContext, plan: Scenario): Partial<SessionContext> {
  return { plan, view: inRange(view, plan) };
}

function showRun(
  { arriving }: SessionContext,
  { part, request, summary }: Extract<SimulationReport, { type: "RUN_DONE" }>,
): Partial<SessionContext> {
  const run: Simulated = { scenario: request.scenario, seed: request.seed, years: arriving, summary };
  return part === "baseline" ? { baseline: run, arriving: [] } : { simulated: run, arriving: [] };
}

function inRange(view: View, plan: Scenario): View {
  const year = Math.min(Math.max(view.year, START_YEAR), plan.until);
  return year === view.year ? view : { ...view, year };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
