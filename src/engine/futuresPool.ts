import type { ReplicateResult, ReplicateTask } from "./replicate.ts";

/** A thread that simulates futures, whatever starts it. A call that is rejected leaves the thread unusable. */
export type FuturesThread = {
  readonly run: (task: ReplicateTask) => Promise<ReplicateResult>;
  readonly end: () => void;
};

export type FuturesPool = {
  /**
   * Runs every task and answers each by its index, in whatever order they are done. `finished` is rejected when a future has
   * failed for good; `stop` lets the futures in flight end unheard.
   */
  readonly run: (
    tasks: readonly ReplicateTask[],
    onResult: (index: number, result: ReplicateResult) => void,
  ) => { readonly finished: Promise<void>; readonly stop: () => void };
  readonly end: () => void;
};

/** A future that fails this often fails for a reason. */
const ATTEMPTS = 3;

/**
 * `size` threads that are started when first needed and kept. A thread takes the tasks that follow each other and are of
 * one future: such plans begin with the same firms, which the thread keeps (agentsOf2023.ts). If a thread dies, its future is run
 * again in a new one; a future is a function of its task, so the result is the same.
 */
export function createFuturesPool(size: number, startThread: () => FuturesThread): FuturesPool {
  const threads: (FuturesThread | null)[] = Array.from({ length: size }, () => null);

  const attempt = async (place: number, task: ReplicateTask): Promise<ReplicateResult> => {
    const thread = threads[place] ?? startThread();
    threads[place] = thread;
    try {
      return await thread.run(task);
    } catch (error) {
      thread.end();
      threads[place] = null;
      throw error;
    }
  };
  const attemptOften = async (place: number, task: ReplicateTask): Promise<ReplicateResult> => {
    for (let tries = 1; ; tries++) {
      try {
        return await attempt(place, task);
      } catch (error) {
        if (tries === ATTEMPTS) throw error;
      }
    }
  };

  return {
    run: (tasks, onResult) => {
      const futures = runsOfOneFuture(tasks);
      let next = 0;
      let isStopped = false;
      const work = async (place: number) => {
        while (!isStopped && next < futures.length) {
          for (const index of futures[next++]) {
            const result = await attemptOften(place, tasks[index]);
            if (isStopped) return;
            onResult(index, result);
          }
        }
      };
      const stop = () => {
        isStopped = true;
      };
      const finished = Promise.all(threads.map((_, place) => work(place))).then(() => {});
      return { finished: finished.finally(stop), stop };
    },
    end: () => {
      for (const [place, thread] of threads.entries()) {
        thread?.end();
        threads[place] = null;
      }
    },
  };
}

/** Indices of the tasks, cut wherever the next one is of another future. */
function runsOfOneFuture(tasks: readonly ReplicateTask[]): number[][] {
  const runs: number[][] = [];
  tasks.forEach(({ seed, replicate }, index) => {
    const before = tasks[index - 1];
    if (before?.seed === seed && before.replicate === replicate) runs[runs.length - 1].push(index);
    else runs.push([index]);
  });
  return runs;
}
