import type { StudyData } from "#domain/studyData.ts";
import type { FuturesThread } from "#engine/futuresPool.ts";
import type { ReplicateResult, ReplicatesService, ReplicateTask } from "#engine/replicate.ts";
import { Worker } from "node:worker_threads";
import * as Comlink from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { createFuturesPool } from "#engine/futuresPool.ts";
import { runReplicate } from "#engine/replicate.ts";

/**
 * Runs every task and answers the results in the order of the tasks, whatever the number of workers; one worker means this
 * thread. `onDone` hears of each finished task.
 */
export async function runReplicates(
  data: StudyData,
  tasks: readonly ReplicateTask[],
  workers: number,
  onDone: () => void,
  startThread: () => Worker = startNodeThread,
): Promise<ReplicateResult[]> {
  const results = new Array<ReplicateResult>(tasks.length);
  const isAlone = workers <= 1 || tasks.length <= 1;
  const pool = createFuturesPool(Math.min(isAlone ? 1 : workers, tasks.length), () =>
    isAlone ? thisThread(data) : openThread(data, startThread()),
  );
  const order = futureByFuture(tasks);
  try {
    const inOrder = order.map((index) => tasks[index]);
    const { finished } = pool.run(inOrder, (place, result) => {
      results[order[place]] = result;
      onDone();
    });
    await finished;
  } finally {
    pool.end();
  }
  return results;
}

/** Indices of the tasks with those of one future together: they begin with the same firms, which a thread builds once. */
function futureByFuture(tasks: readonly ReplicateTask[]): number[] {
  return [...tasks.keys()].sort((a, b) => tasks[a].replicate - tasks[b].replicate || a - b);
}

function thisThread(data: StudyData): FuturesThread {
  return { run: async (task) => runReplicate(data, task), end: () => {} };
}

function openThread(data: StudyData, worker: Worker): FuturesThread {
  const service = Comlink.wrap<ReplicatesService>(nodeEndpoint(worker));
  const died = new Promise<never>((_, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a simulation thread ended with exit code ${code}`)));
  });
  died.catch(() => {}); // heard of by the call in flight, if there is one
  const opened = service.open(data);
  return {
    run: (task) => Promise.race([opened.then(() => service.run(task)), died]) as Promise<ReplicateResult>,
    end: () => void worker.terminate(),
  };
}

/** A young generation this large holds what a run allocates, so that hardly anything of it is copied to the old one. */
const YOUNG_GENERATION_MB = 32;

/** The loader of TypeScript registers itself in the main thread only (Node 20), so a thread does it before its entry. */
export function startNodeThread(): Worker {
  const entry = new URL("../../workers/replicatesNode.ts", import.meta.url).href;
  const loader = import.meta.resolve("tsx/esm/api");
  const script = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); })`;
  return new Worker(script, { eval: true, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB } });
}
