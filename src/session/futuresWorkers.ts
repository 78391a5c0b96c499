import type { StudyData } from "#domain/studyData.ts";
import type { ReplicateResult, ReplicatesService, ReplicateTask } from "#engine/replicate.ts";
import type { TaskThread, ThreadPool } from "#engine/threadPool.ts";
import { messageOf } from "#domain/messageOf.ts";
import * as Comlink from "comlink";
import { isSameFuture } from "#engine/replicate.ts";
import { createThreadPool } from "#engine/threadPool.ts";
import { createSilenceWatch, LOADING_LIMIT_MS, SILENCE_LIMIT_MS, WORKER_SILENT } from "./silence.ts";
import { startedWorker } from "./startedWorker.ts";

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

/** A worker may take so many times as long over a future as over the one before. */
const PATIENCE = 5;

export function createFuturesRunner(
  size = Math.max(1, navigator.hardwareConcurrency - 1),
  startWorker: () => Worker = startReplicatesWorker,
): FuturesRunner {
  let pool: ThreadPool<ReplicateTask, ReplicateResult> | null = null;
  return {
    run: (data, tasks, onResult, onFailure) => {
      pool ??= createThreadPool(size, () => openThread(data, startedWorker(startWorker)), isSameFuture);
      const { finished, stop } = pool.run(tasks, onResult);
      finished.catch((error: unknown) => onFailure(messageOf(error)));
      return stop;
    },
  };
}

function openThread(data: StudyData, worker: Worker): TaskThread<ReplicateTask, ReplicateResult> {
  const service = Comlink.wrap<ReplicatesService>(worker);
  const opened = service.open(data);
  let limitMs = LOADING_LIMIT_MS;
  return {
    run: async (task) => {
      const began = Date.now();
      let giveUp: (reason: Error) => void = () => {};
      const failed = new Promise<never>((_, reject) => {
        giveUp = reject;
      });
      const silence = createSilenceWatch(() => giveUp(new Error(WORKER_SILENT)));
      silence.wait(limitMs);
      worker.onerror = (event) => giveUp(new Error(event.message || "a simulation worker could not start"));
      try {
        const result = await (Promise.race([opened.then(() => service.run(task)), failed]) as Promise<ReplicateResult>);
        limitMs = Math.max(SILENCE_LIMIT_MS, PATIENCE * (Date.now() - began));
        return result;
      } finally {
        silence.end();
      }
    },
    end: () => worker.terminate(),
  };
}

function startReplicatesWorker(): Worker {
  return new Worker(new URL("../../workers/replicates.ts", import.meta.url), { type: "module", name: "futures" });
}
