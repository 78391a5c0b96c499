import type { StudyData } from "#domain/studyData.ts";
import type { ReplicateResult, ReplicatesService, ReplicateTask } from "#engine/replicate.ts";
import type { TaskThread, ThreadPool } from "#engine/threadPool.ts";
import * as Comlink from "comlink";
import { isSameFuture } from "#engine/replicate.ts";
import { createThreadPool } from "#engine/threadPool.ts";

/** Runs many futures in workers that are started when first needed and kept. */
export type FuturesRunner = {
  /** Answers the results as they come, by index of the task. The call that it returns ends the work. */
  readonly run: (
    data: StudyData,
    tasks: readonly ReplicateTask[],
    onResult: (index: number, result: ReplicateResult) => void,
    onFailure: (message: string) => void,
  ) => () => void;
};

/** A future takes a fraction of a second; a worker silent for this long was killed, and its future is run again. */
const SILENCE_LIMIT_MS = 20_000;

export function createFuturesRunner(
  size = Math.max(1, navigator.hardwareConcurrency - 1),
  startWorker: () => Worker = startReplicatesWorker,
): FuturesRunner {
  let pool: ThreadPool<ReplicateTask, ReplicateResult> | null = null;
  return {
    run: (data, tasks, onResult, onFailure) => {
      pool ??= createThreadPool(size, () => openThread(data, startWorker()), isSameFuture);
      const { finished, stop } = pool.run(tasks, onResult);
      finished.catch((error: unknown) => onFailure(error instanceof Error ? error.message : String(error)));
      return stop;
    },
  };
}

function openThread(data: StudyData, worker: Worker): TaskThread<ReplicateTask, ReplicateResult> {
  const service = Comlink.wrap<ReplicatesService>(worker);
  const opened = service.open(data);
  return {
    run: async (task) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const failed = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error("a simulation worker went silent")), SILENCE_LIMIT_MS);
        worker.onerror = (event) => reject(new Error(event.message || "a simulation worker could not start"));
      });
      try {
        return await (Promise.race([opened.then(() => service.run(task)), failed]) as Promise<ReplicateResult>);
      } finally {
        clearTimeout(timer);
      }
    },
    end: () => worker.terminate(),
  };
}

function startReplicatesWorker(): Worker {
  return new Worker(new URL("../../workers/replicates.ts", import.meta.url), { type: "module", name: "futures" });
}
