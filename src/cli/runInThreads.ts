import type { StudyData } from "#domain/studyData.ts";
import type { MatchingService } from "#engine/historyMatching.ts";
import type { ReplicatesService } from "#engine/replicate.ts";
import type { TaskThread } from "#engine/threadPool.ts";
import type { Worker } from "node:worker_threads";
import * as Comlink from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { createThreadPool } from "#engine/threadPool.ts";
import { startNodeThread } from "./nodeThread.ts";

type StudyService = ReplicatesService & MatchingService;

/** One kind of work: how this thread does it, and how another one is asked to. */
export type Work<Task, Result> = {
  readonly here: (task: Task) => Result;
  readonly there: (service: Comlink.Remote<StudyService>, task: Task) => Promise<Result>;
  /** Whether a task goes to the thread of the one before it. */
  readonly belongsWith?: (task: Task, before: Task) => boolean;
};

/** Fewer tasks than this are done sooner here than in threads that have to start and get warm. */
const WORTH_A_THREAD = 8;

/** Results in the order of the tasks, whatever the number of workers. */
export async function runInThreads<Task, Result>(
  data: StudyData,
  work: Work<Task, Result>,
  tasks: readonly Task[],
  workers: number,
  onDone: () => void,
  startThread: () => Worker = startNodeThread,
): Promise<Result[]> {
  const results = new Array<Result>(tasks.length);
  const isAlone = tasks.length < WORTH_A_THREAD;
  const pool = createThreadPool<Task, Result>(
    isAlone ? 1 : Math.min(workers, tasks.length),
    () => (isAlone ? { run: async (task) => work.here(task), end: () => {} } : openThread(data, work, startThread())),
    work.belongsWith,
  );
  try {
    await pool.run(tasks, (index, result) => {
      results[index] = result;
      onDone();
    }).finished;
  } finally {
    pool.end();
  }
  return results;
}

function openThread<Task, Result>(data: StudyData, work: Work<Task, Result>, worker: Worker): TaskThread<Task, Result> {
  const service = Comlink.wrap<StudyService>(nodeEndpoint(worker));
  const died = new Promise<never>((_, reject) => {
    worker.once("error", reject);
    worker.once("exit", (code) => reject(new Error(`a simulation thread ended with exit code ${code}`)));
  });
  died.catch(() => {}); // heard of by the call in flight, if there is one
  const opened = service.open(data);
  return {
    run: (task) => Promise.race([opened.then(() => work.there(service, task)), died]),
    end: () => void worker.terminate(),
  };
}
