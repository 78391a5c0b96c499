import type { ReplicateResult, ReplicateTask } from "#engine/replicate.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { Futures, FuturesByPlan, FuturesJob } from "#session/futures.ts";
import { describe, expect, it } from "vitest";
import { runReplicate } from "#engine/replicate.ts";
import { summarise, summariseDifference } from "#engine/summaries.ts";
import { createFuturesSimulator, FUTURES_WANTED } from "#session/futures.ts";
import { plan, study } from "./fixtures/simulate.ts";

const without = plan([], { id: "baseline" });
const advised = plan([{ lever: "advice", size: 100 }]);
const jobOf = (scenario: Scenario, more: Partial<FuturesJob> = {}): FuturesJob => ({
  data: study,
  plans: [{ key: "A", scenario, baseline: without }],
  seed: "1",
  wanted: FUTURES_WANTED,
  ...more,
});
const job = jobOf(advised);

/** Answers tasks when the test says so, in the order that the test says. */
function manualRunner() {
  const handed: { tasks: readonly ReplicateTask[]; answer: (index: number) => void; stopped: boolean }[] = [];
  return {
    handed,
    run: (_: unknown, tasks: readonly ReplicateTask[], onResult: (index: number, result: ReplicateResult) => void) => {
      const one = {
        tasks,
        stopped: false,
        answer: (index: number) => {
          const { scenario, replicate } = tasks[index];
          onResult(index, { replicate, digest: scenario.id } as ReplicateResult);
        },
      };
      handed.push(one);
      return () => {
        one.stopped = true;
      };
    },
  };
}

describe("futures of a plan and of no plan", () => {
  it("come in pairs in the order of futures, whatever the order of answers", () => {
    const runner = manualRunner();
    const seen: Futures[] = [];
    createFuturesSimulator(runner)(
      job,
      ({ A }) => seen.push(A!),
      () => {},
    );
    const [{ tasks, answer }] = runner.handed;
    expect(tasks).toHaveLength(2 * FUTURES_WANTED);
    for (let index = tasks.length - 1; index >= 0; index--) answer(index);
    const last = seen.at(-1)!;
    expect(last.plan.map(({ replicate }) => replicate)).toEqual(Array.from({ length: FUTURES_WANTED }, (_, k) => k));
    expect(last.plan.every(({ digest }) => digest === "test")).toBe(true);
    expect(last.baseline.map(({ replicate }) => replicate)).toEqual(last.plan.map(({ replicate }) => replicate));
  });

  it("without a plan are kept for the next plan of the same seed, and made anew for another seed", () => {
    const runner = manualRunner();
    const simulate = createFuturesSimulator(runner);
    const ignore = () => {};
    simulate(job, ignore, ignore);
    runner.handed[0].tasks.forEach((_, index) => {
      runner.handed[0].answer(index);
    });
    simulate(jobOf(plan([{ lever: "subsidy", size: 0.3 }])), ignore, ignore);
    expect(runner.handed[1].tasks).toHaveLength(FUTURES_WANTED);
    simulate(jobOf(advised, { seed: "2" }), ignore, ignore);
    expect(runner.handed[2].tasks).toHaveLength(2 * FUTURES_WANTED);
  });

  it("of several plans come forty of the first plan before any of the second, on one run without a plan", () => {
    const runner = manualRunner();
    const seen: FuturesByPlan[] = [];
    const other = plan([{ lever: "subsidy", size: 0.3 }], { id: "other" });
    const plans = [
      { key: "B", scenario: other, baseline: without },
      { key: "A", scenario: advised, baseline: without },
    ] as const;
    createFuturesSimulator(runner)(
      jobOf(advised, { plans, wanted: 100 }),
      (futures) => seen.push(futures),
      () => {},
    );
    const [{ tasks, answer }] = runner.handed;
    expect(tasks).toHaveLength(3 * 100);
    expect(tasks.slice(0, 80).filter(({ scenario }) => scenario.id === "test")).toEqual([]);
    expect(tasks.findLastIndex(({ replicate }) => replicate < 40)).toBe(3 * 40 - 1);
    tasks.forEach((_, index) => {
      answer(index);
    });
    expect([seen.at(-1)!.A!.plan.length, seen.at(-1)!.B!.plan.length]).toEqual([100, 100]);
    expect(seen.find(({ A }) => A!.plan.length > 0)!.B!.plan).toHaveLength(40);
  });

  it("that were simulated before are there at once when more are asked for, and only the rest is simulated", () => {
    const runner = manualRunner();
    const simulate = createFuturesSimulator(runner);
    const ignore = () => {};
    simulate(job, ignore, ignore);
    runner.handed[0].tasks.forEach((_, index) => {
      runner.handed[0].answer(index);
    });
    const seen: FuturesByPlan[] = [];
    simulate(jobOf(advised, { wanted: 100 }), (futures) => seen.push(futures), ignore);
    expect(seen[0].A!.plan).toHaveLength(40);
    expect(runner.handed[1].tasks).toHaveLength(2 * 60);
    simulate(job, (futures) => seen.push(futures), ignore);
    expect(runner.handed).toHaveLength(2); // nothing is left to simulate
    expect(seen.at(-1)!.A!.plan).toHaveLength(40);
  });

  it("can be stopped", () => {
    const runner = manualRunner();
    const ignore = () => {};
    createFuturesSimulator(runner)(job, ignore, ignore)();
    expect(runner.handed[0].stopped).toBe(true);
  });
});

describe("intervals of differences", () => {
  it("are narrower on shared futures than with chance of their own", () => {
    const until = 2028;
    const run = (scenario: typeof advised, seed: string) =>
      Array.from({ length: 12 }, (_, replicate) =>
        runReplicate(study, { scenario: { ...scenario, until }, seed, replicate, isRecorded: false }),
      );
    const reference = run(without, "shared");
    const shared = summariseDifference(run(advised, "shared"), reference, "digital_users", until - 2023, null)!;
    const own = summariseDifference(run(advised, "own"), reference, "digital_users", until - 2023, null)!;
    expect(shared.p90 - shared.p10).toBeLessThan(0.7 * (own.p90 - own.p10));
    expect(shared.standardError!).toBeLessThan(own.standardError!);
  }, 60_000);

  it("of the same plan are zero, and higher counts half", () => {
    const results = [0, 1].map((replicate) =>
      runReplicate(study, { scenario: { ...without, until: 2024 }, seed: "1", replicate, isRecorded: false }),
    );
    expect(summariseDifference(results, results, "digital_share", 1, null)).toEqual({
      p10: 0,
      p50: 0,
      p90: 0,
      mean: 0,
      probabilityHigher: 0.5,
      standardError: 0,
    });
    expect(summarise(results, "digital_users", 0, null)!.p50).toBe(161);
  });
});
