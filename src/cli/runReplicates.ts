import type { ReplicateResult, ReplicatesService, ReplicateTask } from "#engine/replicate.ts";
import type { StudyData } from "#domain/studyData.ts";
import { Worker } from "node:worker_threads";
import * as Comlink from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { runReplicate } from "#engine/replicate.ts";

/**
 * Runs every task and answers the results in the order of the tasks, whatever the number of workers. A worker takes the
 * next task when it is done with one; one worker means this thread. `onDone` hears of each finished task.
 */
export async function runReplicates(
  data: StudyData,
  tasks: readonly ReplicateTask[],
  workers: number,
  onDone: () => void,
): Promise<ReplicateResult[]> {
  if (workers <= 1 || tasks.length <= 1) {
    return tasks.map((task) => {
      const result = runReplicate(data, task);
      onDone();
      return result;
    });
  }
  const results = new Array<ReplicateResult>(tasks.length);
  let next = 0;
  const work = async () => {
    const worker = startThread();
    const failed = new Promise<never>((_, reject) => worker.once("error", reject));
    try {
      const thread = Comlink.wrap<ReplicatesService>(nodeEndpoint(worker));
      await Promise.race([thread.open(data), failed]);
      while (next < tasks.length) {
        const index = next++;
        results[index] = (await Promise.race([thread.run(tasks[index]), failed])) as ReplicateResult;
        onDone();
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(workers, tasks.length) }, work));
  return results;
}

/** The loader of TypeScript registers itself in the main thread only (Node 20), so a thread does it before its entry. */
function startThread(): Worker {
  const entry = new URL("../../workers/replicatesNode.ts", import.meta.url).href;
  const loader = import.meta.resolve("tsx/esm/api");
  const script = `import(${JSON.stringify(loader)}).then(({ register }) => { register(); return import(${JSON.stringify(entry)}); })`;
  return new Worker(script, { eval: true });
}
