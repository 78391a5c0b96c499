import type { RunSummary, YearSnapshot } from "#domain/runResult.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { RunRequest } from "#engine/simulationService.ts";
import type { SimulationRunner } from "#session/simulationWorker.ts";
import type { LoadedStudy } from "#engine/readStudy.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { createSession, type Session } from "#session/createSession.ts";
import { blankPlan, changeMeasure } from "#session/planEdits.ts";
import { isAnswered, ofActivePlan, shownYears } from "#session/sessionContext.ts";
import { PLAY_STEP_MS } from "#session/sessionMachine.ts";
import { addressOf, openView } from "#session/view.ts";
import { afterEach, describe, expect, it, vi } from "vitest";
import { readStudyFiles } from "./fixtures/readStudyFiles.ts";

const study = readStudyFiles();
afterEach(() => vi.useRealTimers());

describe("loading", () => {
  it("offers the presets with the one that does nothing first, each once", () => {
    const ids = study.presets.map(({ id }) => id);
    expect(ids.slice(0, 3)).toEqual(["baseline", "core-ecosystem", "subsidy-only"]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(study.presets[0].measures).toEqual([]);
  });

  it("opens the preset of the address, or the first real plan when there is no such preset", async () => {
    const named = start({ wantedPreset: "subsidy-only" });
    const unknown = start({ wantedPreset: "no-such-plan" });
    await until(named.session, ({ study: loaded }) => loaded !== null);
    await until(unknown.session, ({ study: loaded }) => loaded !== null);
    expect(active(named.session).opened.id).toBe("subsidy-only");
    expect(active(unknown.session).opened.id).toBe("core-ecosystem");
  });

  it("says which file is missing and loads it when asked to run again", async () => {
    let tries = 0;
    const load = async () => {
      if (++tries === 1) throw new Error("data/regions-2023.csv: 404 Not Found");
      return study;
    };
    const { session } = start({ load });
    await until(session, ({ failure }) => failure !== null);
    expect(session.getSnapshot().context.failure).toMatchObject({
      stage: "loading",
      message: "data/regions-2023.csv: 404 Not Found",
    });
    session.send({ type: "RUN_AGAIN" });
    await until(session, ({ study: loaded }) => loaded !== null);
    expect(session.getSnapshot().context.failure).toBeNull();
  });
});

describe("running", () => {
  it("runs the baseline, then the opened plan, and is ready", async () => {
    const { session, runner } = start();
    await runner.finish();
    await runner.finish();
    const { value } = session.getSnapshot();
    expect(runner.requests.map(({ scenario }) => scenario.id)).toEqual(["baseline", "core-ecosystem"]);
    expect(value.simulation).toBe("ready");
    expect(active(session).baseline?.years).toHaveLength(13);
    expect(active(session).simulated?.scenario.id).toBe("core-ecosystem");
  });

  it("shows the first years as they arrive", async () => {
    const { session, runner } = start();
    await runner.arrive(3);
    await expect.poll(() => shownYears(active(session)).map(({ year }) => year)).toEqual([2023, 2024, 2025]);
  });

  it("has one run in flight and runs only the latest of the plans that were wanted meanwhile", async () => {
    const { session, runner } = await startReady();
    const before = active(session).simulated;
    for (let size = 0; size <= 200; size += 5) changeAdvice(session, size);
    expect(runner.requests).toHaveLength(3);
    await runner.arrive(5);
    expect(shownYears(active(session))).toBe(before?.years); // the old answer stays until the new one is whole
    await runner.finish();
    await runner.finish();
    expect(runner.requests.map(({ scenario }) => scenario.measures[0]?.size)).toEqual([undefined, 60, 0, 200]);
    expect(active(session).simulated?.scenario.measures[0].size).toBe(200);
    expect(session.getSnapshot().value.simulation).toBe("ready");
  });

  it("runs nothing when the plan is put back to the one on the screen", async () => {
    const { session, runner } = await startReady();
    changeAdvice(session, 100);
    session.send({ type: "PLAN_CHANGED", plan: active(session).opened });
    await runner.finish(); // the run that was in flight
    await runner.finish();
    expect(active(session).simulated?.scenario.id).toBe("core-ecosystem");
    expect(session.getSnapshot().value.simulation).toBe("ready");
  });

  it("compares with no plan under the plan's own assumptions", async () => {
    const { runner, session } = await startReady();
    const before = runner.requests.length;
    const { plan } = active(session);
    session.send({ type: "PLAN_OPENED", plan: { ...plan, parameters: { matureShare: 0.6 } } });
    await runner.finish();
    await runner.finish();
    const [without, withPlan] = runner.requests.slice(before);
    expect(without.scenario).toMatchObject({ measures: [], parameters: { matureShare: 0.6 } });
    expect(withPlan.scenario).toMatchObject({ measures: plan.measures, parameters: { matureShare: 0.6 } });
  });

  it("runs baseline and plan with the same new seed", async () => {
    const { session, runner } = await startReady();
    session.send({ type: "SEED_CHANGED", seed: "another" });
    await runner.finish();
    await runner.finish();
    expect(runner.requests.slice(2).map(({ scenario, seed }) => [scenario.id, seed])).toEqual([
      ["baseline", "another"],
      ["core-ecosystem", "another"],
    ]);
  });

  it("keeps the last answer when a run fails, says why, and runs again when asked", async () => {
    const { session, runner } = await startReady();
    changeAdvice(session, 100);
    await runner.fail("the simulation worker has been silent for 10 s");
    expect(session.getSnapshot().value.simulation).toBe("failed");
    expect(session.getSnapshot().context.failure?.message).toBe("the simulation worker has been silent for 10 s");
    expect(active(session).simulated?.scenario.id).toBe("core-ecosystem");
    session.send({ type: "RUN_AGAIN" });
    expect(session.getSnapshot().context.failure).toBeNull();
    await runner.finish();
    expect(active(session).simulated?.scenario.measures[0].size).toBe(100);
  });

  it("is ready again without a run when, after a failure, the plan on the screen is wanted again", async () => {
    const { session, runner } = await startReady();
    changeAdvice(session, 100);
    await runner.fail("gone");
    session.send({ type: "PLAN_CHANGED", plan: active(session).opened });
    expect(session.getSnapshot().value.simulation).toBe("ready");
    expect(runner.requests).toHaveLength(3);
  });
});

describe("several plans", () => {
  const subsidy = () => study.presets.find(({ id }) => id === "subsidy-only")!;

  it("are run one after the other, the active one first, on one run without a plan", async () => {
    const { session, runner } = await startReady();
    session.send({ type: "PLAN_ADDED", plan: subsidy() });
    session.send({ type: "PLAN_ADDED", plan: blankPlan("C") });
    await runner.finish();
    await runner.finish();
    expect(runner.requests.slice(2).map(({ scenario }) => scenario.id)).toEqual(["subsidy-only", "plan-c"]);
    const { plans, active: key, runs, baselines } = session.getSnapshot().context;
    expect(plans.map((entry) => entry.key)).toEqual(["A", "B", "C"]);
    expect(key).toBe("C");
    expect([runs.A, runs.B, runs.C].map((run) => run?.scenario.id)).toEqual([
      "core-ecosystem",
      "subsidy-only",
      "plan-c",
    ]);
    expect(baselines).toHaveLength(1);
  });

  it("keep the former answer on the screen until the added plan has its own", async () => {
    const { session, runner } = await startReady();
    session.send({ type: "PLAN_ADDED", plan: subsidy() });
    expect(active(session).simulated?.scenario.id).toBe("core-ecosystem");
    expect(isAnswered(session.getSnapshot().context)).toBe(false);
    await runner.finish();
    expect(active(session).simulated?.scenario.id).toBe("subsidy-only");
    expect(isAnswered(session.getSnapshot().context)).toBe(true);
  });

  it("are shown at once when one that is simulated is chosen", async () => {
    const { session, runner } = await startReady();
    session.send({ type: "PLAN_ADDED", plan: subsidy() });
    await runner.finish();
    const before = runner.requests.length;
    session.send({ type: "PLAN_CHOSEN", key: "A" });
    expect(active(session).simulated?.scenario.id).toBe("core-ecosystem");
    expect(isAnswered(session.getSnapshot().context)).toBe(true);
    expect(runner.requests).toHaveLength(before);
  });

  it("with assumptions of their own have each a run without measures under them, kept while it is needed", async () => {
    const { session, runner } = await startReady();
    session.send({ type: "PLAN_ADDED", plan: { ...subsidy(), parameters: { matureShare: 0.6 } } });
    await runner.finish();
    await runner.finish();
    const baselines = () => session.getSnapshot().context.baselines.map(({ scenario }) => scenario.parameters);
    expect(baselines()).toEqual([{}, { matureShare: 0.6 }]);
    expect(active(session).baseline?.scenario.parameters).toEqual({ matureShare: 0.6 });
    session.send({ type: "PLAN_CHOSEN", key: "A" });
    expect(active(session).baseline?.scenario.parameters).toEqual({});
    session.send({ type: "PLAN_REMOVED", key: "B" });
    session.send({ type: "SEED_CHANGED", seed: "2" });
    await runner.finish();
    await runner.finish();
    expect(baselines()).toEqual([{}, {}]); // of the old seed until the next one comes
    session.send({ type: "SEED_CHANGED", seed: "3" });
    await runner.finish();
    expect(session.getSnapshot().context.baselines.map(({ seed }) => seed)).toEqual(["2", "3"]);
  });

  it("can be taken off down to the last one, and the one taken off last comes back with its history", async () => {
    const { session, runner } = await startReady();
    session.send({ type: "PLAN_REMOVED", key: "A" });
    expect(session.getSnapshot().context.plans).toHaveLength(1);
    session.send({ type: "PLAN_ADDED", plan: subsidy() });
    await runner.finish();
    session.send({ type: "PLAN_CHOSEN", key: "A" });
    changeAdvice(session, 100);
    session.send({ type: "PLAN_REMOVED", key: "A" });
    expect(session.getSnapshot().context.active).toBe("B");
    expect(session.getSnapshot().context.runs.A).toBeUndefined();
    session.send({ type: "PLAN_RETURNED" });
    expect(active(session).plan.measures[0].size).toBe(100);
    session.send({ type: "UNDO" });
    expect(active(session).plan.id).toBe("core-ecosystem");
  });

  it("are four at most, and those of the same preset have ids of their own", async () => {
    const { session } = await startReady();
    for (let k = 0; k < 5; k++) session.send({ type: "PLAN_ADDED", plan: subsidy() });
    expect(session.getSnapshot().context.plans.map(({ plan }) => plan.id)).toEqual([
      "core-ecosystem",
      "subsidy-only",
      "subsidy-only-2",
      "subsidy-only-3",
    ]);
  });

  it("are not run again for a new name or notes", async () => {
    const { session, runner } = await startReady();
    const { plan } = active(session);
    session.send({ type: "PLAN_CHANGED", plan: { ...plan, name: { en: "x", ru: "x", kk: "x" }, notes: "why" } });
    expect(session.getSnapshot().value.simulation).toBe("ready");
    expect(runner.requests).toHaveLength(2);
    expect(isAnswered(session.getSnapshot().context)).toBe(true);
  });

  it("try the next plan after a failed run", async () => {
    const { session, runner } = await startReady();
    changeAdvice(session, 100);
    changeAdvice(session, 120);
    await runner.fail("gone"); // the run of 100; 120 is wanted by now
    expect(session.getSnapshot().value.simulation).toBe("running");
    await runner.finish();
    expect(active(session).simulated?.scenario.measures[0].size).toBe(120);
  });
});

describe("years", () => {
  it("play from the first year when started at the end, and stop at the end", async () => {
    vi.useFakeTimers();
    const { session } = start();
    session.send({ type: "PLAY_TOGGLED" });
    expect(session.getSnapshot().context.view.year).toBe(2023);
    await vi.advanceTimersByTimeAsync(5 * PLAY_STEP_MS);
    expect(session.getSnapshot().context.view.year).toBe(2028);
    await vi.advanceTimersByTimeAsync(20 * PLAY_STEP_MS);
    expect(session.getSnapshot().context.view.year).toBe(2035);
    expect(session.getSnapshot().value.playback).toBe("paused");
  });

  it("pause where they are", async () => {
    vi.useFakeTimers();
    const { session } = start();
    session.send({ type: "VIEW_CHANGED", change: { year: 2026 } });
    session.send({ type: "PLAY_TOGGLED" });
    await vi.advanceTimersByTimeAsync(2 * PLAY_STEP_MS);
    session.send({ type: "PLAY_TOGGLED" });
    await vi.advanceTimersByTimeAsync(5 * PLAY_STEP_MS);
    expect(session.getSnapshot().context.view.year).toBe(2028);
  });

  it("never leave the years of the plan", async () => {
    const { session } = await startReady();
    session.send({ type: "YEAR_STEPPED", by: 1 });
    expect(session.getSnapshot().context.view.year).toBe(2035);
    session.send({ type: "PLAN_OPENED", plan: { ...study.presets[1], until: 2030 } });
    expect(session.getSnapshot().context.view.year).toBe(2030);
    session.send({ type: "VIEW_CHANGED", change: { year: START_YEAR - 5 } });
    expect(session.getSnapshot().context.view.year).toBe(START_YEAR);
  });
});

describe("a course drawn by hand", () => {
  it("stays through other views and plans, and no address names it", async () => {
    const { session } = await startReady();
    expect(active(session).drawn).toBeNull();
    const before = addressOf(active(session).view, null);
    const drawn = { shares: [0.2, 0.3, 0.4, 0.5], isModelShown: true };
    session.send({ type: "COURSE_DRAWN", drawn });
    expect(addressOf(active(session).view, null)).toBe(before);
    session.send({ type: "VIEW_CHANGED", change: { part: "regions" } });
    session.send({ type: "PLAN_OPENED", plan: study.presets[0] });
    expect(active(session).drawn).toEqual(drawn);
  });
});

/** A runner that answers when the test says so. */
function manualRunner() {
  const requests: RunRequest[] = [];
  let now: {
    onYear: (year: YearSnapshot) => void;
    arrived: number;
    done: (s: RunSummary) => void;
    fail: (e: Error) => void;
  };
  let begun = () => {};
  const wait = () => new Promise<void>((resolve) => setTimeout(resolve));
  const runner: SimulationRunner = {
    stop: () => {},
    prepare: () => {},
    run: (_files, request, onYear) =>
      new Promise((done, fail) => {
        requests.push(request);
        now = { onYear, arrived: 0, done, fail };
        begun();
      }),
  };
  const inFlight = () => (now ? Promise.resolve() : new Promise<void>((resolve) => (begun = resolve)));
  const arrive = async (years: number) => {
    await inFlight();
    for (; now.arrived < years; now.arrived++) now.onYear(snapshotOf(START_YEAR + now.arrived));
  };
  return {
    ...runner,
    requests,
    arrive,
    finish: async () => {
      await arrive(13);
      now.done({} as RunSummary);
      await wait();
    },
    fail: async (message: string) => {
      await inFlight();
      now.fail(new Error(message));
      await wait();
    },
  };
}

type Start = { readonly wantedPreset?: string; readonly load?: () => Promise<LoadedStudy> };

function start({ wantedPreset, load = async () => study }: Start = {}) {
  const runner = manualRunner();
  const view = openView("", undefined, { languages: ["en"], isNarrow: false, hasRoomForCharts: false });
  const futuresRunner = { run: () => () => {} }; // the futures have a test of their own
  return {
    runner,
    session: createSession({ loadStudy: load, runner, futuresRunner, view, wantedPreset: wantedPreset ?? null }),
  };
}

async function startReady() {
  const started = start();
  await started.runner.finish();
  await started.runner.finish();
  return started;
}

function active(session: Session) {
  return ofActivePlan(session.getSnapshot().context);
}

function changeAdvice(session: Session, size: number) {
  const { plan } = active(session);
  const edited = changeMeasure(
    plan,
    0,
    { size },
    study.data.regions.map(({ id }) => id),
  );
  if (edited.status !== "accepted") throw new Error("the test's change was refused");
  session.send({ type: "PLAN_CHANGED", plan: edited.plan satisfies Scenario });
}

function snapshotOf(year: number): YearSnapshot {
  return { year, regional: new Float64Array(), national: new Float64Array(), agents: new Uint8Array() } as never;
}

function until(session: Session, holds: (context: ReturnType<Session["getSnapshot"]>["context"]) => boolean) {
  return vi.waitFor(() => expect(holds(session.getSnapshot().context)).toBe(true));
}
