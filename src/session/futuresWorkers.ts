import type { StudyData } from "#domain/studyData.ts";
import type { ReplicateResult, ReplicatesService, ReplicateTask } from "#engine/replicate.ts";
import * as Comlink from "comlink";

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

type Thread = { readonly worker: Worker; readonly service: Comlink.Remote<ReplicatesService>; isOpen: boolean };

/** A future takes a fraction of a second; a worker silent for this long was killed, and its future is run again. */
const SILENCE_LIMIT_MS = 20_000;
/** A future that fails this often fails for a reason. */
const ATTEMPTS = 3;

export function createFuturesRunner(
  size = Math.max(1, navigator.hardwareConcurrency - 1),
  startWorker: () => Worker = startReplicatesWorker,
): FuturesRunner {
  const threads: (Thread | null)[] = Array.from({ length: size }, () => null);

  /** One attempt at a task; a thread that fails is ended, so that the next attempt gets a new one. */
  const attempt = async (place: number, data: StudyData, task: ReplicateTask): Promise<ReplicateResult> => {
    const worker = threads[place]?.worker ?? startWorker();
    const thread = threads[place] ?? { worker, service: Comlink.wrap<ReplicatesService>(worker), isOpen: false };
    threads[place] = thread;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const failed = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("a simulation worker went silent")), SILENCE_LIMIT_MS);
      worker.onerror = (event) => reject(new Error(event.message || "a simulation worker could not start"));
    });
    try {
      if (!thread.isOpen) await Promise.race([thread.service.open(data), failed]);
      thread.isOpen = true;
      return (await Promise.race([thread.service.run(task), failed])) as ReplicateResult;
    } catch (error) {
      worker.terminate();
      threads[place] = null;
      throw error;
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    run: (data, tasks, onResult, onFailure) => {
      let isStopped = false;
      let next = 0;
      const work = async (place: number) => {
        while (!isStopped && next < tasks.length) {
          const index = next++;
          for (let tries = 1; !isStopped; tries++) {
            try {
              const result = await attempt(place, data, tasks[index]);
              if (!isStopped) onResult(index, result);
              break;
            } catch (error) {
              if (tries < ATTEMPTS) continue;
              if (!isStopped) onFailure(error instanceof Error ? error.message : String(error));
              isStopped = true;
            }
          }
        }
      };
      for (let place = 0; place < threads.length; place++) work(place);
      return () => {
        isStopped = true;
      };
    },
  };
}

function startReplicatesWorker(): Worker {
  return new Worker(new URL("../../workers/replicates.ts", import.meta.url), { type: "module", name: "futures" });
}
