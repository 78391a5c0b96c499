import type { YearSnapshot } from "#domain/runResult.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { ReplicateResult, ReplicateTask } from "#engine/replicate.ts";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { runSimulation } from "#engine/runSimulation.ts";
import { type BenchCase, spreadOf } from "./benchCase.ts";

const WARM_UP = 5;
const FUTURES = 200;

/** The whole model from 2023 to 2035, estimates included, in this thread, warm. */
export function baselineCase(data: StudyData, baseline: Scenario): BenchCase {
  return { name: "baseline-run", unit: "ms", ...spreadOf(timeRuns(data, baseline, 1, 25)) };
}

/** Ten and a hundred times the agents; `ratio` is the time per agent and year against that of 2,272 agents. */
export function agentCases(data: StudyData, baseline: Scenario): BenchCase[] {
  const whole = { ...baseline, until: 2027 };
  const one = spreadOf(timeRuns(data, whole, 1, 9)).median;
  return [10, 100].map((scale) => {
    const times = spreadOf(timeRuns(data, whole, scale, scale === 10 ? 5 : 3));
    return {
      name: `agents-x${scale}`,
      unit: "ms",
      ...times,
      ratio: times.median / scale / one,
      against: "time per agent-year at 2,272 agents",
    };
  });
}

/** Four plans on 200 shared futures; `ratio` of the second case is the speed-up by the second worker. */
export async function ensembleCases(
  data: StudyData,
  plans: readonly Scenario[],
  run: (data: StudyData, tasks: readonly ReplicateTask[], workers: number) => Promise<ReplicateResult[]>,
): Promise<BenchCase[]> {
  const tasks = plans.flatMap((scenario) =>
    Array.from({ length: FUTURES }, (_, replicate) => ({ scenario, seed: "bench", replicate, isRecorded: false })),
  );
  const time = async (workers: number) => {
    const begin = performance.now();
    const results = await run(data, tasks, workers);
    return { seconds: (performance.now() - begin) / 1000, digests: results.map(({ digest }) => digest).join() };
  };
  const one = await time(1);
  const two = await time(2);
  if (one.digests !== two.digests) throw new Error("two workers gave another result than one");
  return [
    { name: "ensemble-4x200-1-worker", unit: "s", ...spreadOf([one.seconds]) },
    {
      name: "ensemble-4x200-2-workers",
      unit: "s",
      ...spreadOf([two.seconds]),
      ratio: one.seconds / two.seconds,
      against: "ensemble-4x200-1-worker",
    },
  ];
}

/** Bytes of a year on its way to the page, and the time of a structured clone with transfer, as a port does it. */
export function snapshotCase(data: StudyData, baseline: Scenario): BenchCase {
  const times: number[] = [];
  let bytes = 0;
  for (let replicate = 0; replicate < 10; replicate++) {
    runSimulation(data, { ...baseline, until: 2027 }, "bench", replicate, (snapshot: YearSnapshot) => {
      const buffers = [snapshot.regional.buffer, snapshot.national.buffer, snapshot.agents.buffer] as ArrayBuffer[];
      bytes = buffers.reduce((total, buffer) => total + buffer.byteLength, 0);
      const begin = performance.now();
      structuredClone(snapshot, { transfer: buffers });
      times.push(performance.now() - begin);
    });
  }
  return {
    name: "snapshot-transfer",
    unit: "ms",
    ...spreadOf(times),
    ratio: bytes / 160_000,
    against: "160 KB a year",
  };
}

/** Memory that a run of about 20,000 agents holds in its last year, beyond what the program has without it. */
export function memoryCase(data: StudyData, baseline: Scenario): BenchCase {
  const collectGarbage = exposedGarbageCollector();
  const megabytes = () => {
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return (heapUsed + arrayBuffers) / 1e6;
  };
  const until = 2027;
  const values = [0, 1, 2].map((replicate) => {
    const before = megabytes();
    let last = before;
    runSimulation(
      data,
      { ...baseline, until },
      "bench",
      replicate,
      ({ year }) => {
        if (year === until) last = megabytes();
      },
      { scale: AGENTS_OF_MEMORY_CASE / AGENTS },
    );
    return last - before;
  });
  const spread = spreadOf(values);
  return { name: "memory", unit: "MB", ...spread, ratio: spread.median / 50, against: "50 MB at 20,000 agents" };
}

const AGENTS = 2272;
const AGENTS_OF_MEMORY_CASE = 20_000;

/** Node gives its collector only to who asks with a flag, which may be set while it runs. */
function exposedGarbageCollector(): () => void {
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc");
}

function timeRuns(data: StudyData, scenario: Scenario, scale: number, runs: number): number[] {
  const time = (replicate: number) => {
    const begin = performance.now();
    runSimulation(data, scenario, "bench", replicate, () => {}, { scale });
    return performance.now() - begin;
  };
  for (let run = 0; run < (scale === 1 ? WARM_UP : 1); run++) time(run);
  return Array.from({ length: runs }, (_, run) => time(run));
}
