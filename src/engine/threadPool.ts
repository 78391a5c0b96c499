/** A thread that works on tasks, whatever starts it. A call that is rejected leaves the thread unusable. */
export type TaskThread<Task, Result> = {
  readonly run: (task: Task) => Promise<Result>;
  readonly end: () => void;
};

export type ThreadPool<Task, Result> = {
  /**
   * Runs every task and answers each by its index, in whatever order they are done. `finished` is rejected when a task has
   * failed for good; `stop` lets the tasks in flight end unheard.
   */
  readonly run: (
    tasks: readonly Task[],
    onResult: (index: number, result: Result) => void,
  ) => { readonly finished: Promise<void>; readonly stop: () => void };
  readonly end: () => void;
};

/** A task that fails this often fails for a reason. */
const ATTEMPTS = 3;

/**
 * `size` threads that are started when first needed and kept. A thread takes the next task when it is done with one, and
 * with it those after it that belong with the one before. If a thread dies, its task is run again in a new one; what is
 * computed is a function of the task, so the result is the same.
 */
export function createThreadPool<Task, Result>(
  size: number,
  startThread: () => TaskThread<Task, Result>,
  belongsWith: (task: Task, before: Task) => boolean = () => false,
): ThreadPool<Task, Result> {
  const threads: (TaskThread<Task, Result> | null)[] = Array.from({ length: size }, () => null);

  const attempt = async (place: number, task: Task): Promise<Result> => {
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
  const attemptOften = async (place: number, task: Task): Promise<Result> => {
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
      let next = 0;
      let isStopped = false;
      const work = async (place: number) => {
        while (!isStopped && next < tasks.length) {
          const first = next++;
          while (next < tasks.length && belongsWith(tasks[next], tasks[next - 1])) next++;
          for (let index = first, end = next; index < end; index++) {
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
