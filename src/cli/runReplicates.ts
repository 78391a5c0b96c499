import type { Worker } from "node:worker_threads";
import type { StudyData } from "#domain/studyData.ts";
import type { ReplicateResult, ReplicateTask } from "#engine/replicate.ts";
import type { Work } from "./runInThreads.ts";
import { isSameFuture, runReplicate } from "#engine/replicate.ts";
import { runInThreads } from "./runInThreads.ts";

/** Runs every task and answers the results in the order of the tasks; `onDone` hears of each finished one. */
export async function runReplicates(
  data: StudyData,
  tasks: readonly ReplicateTask[],
  workers: number,
  onDone: () => void,
  startThread?: () => Worker,
): Promise<ReplicateResult[]> {
  // Future by future: the plans of one begin with the same ecosystem, which a thread builds once (ecosystemOf2023.ts).
  const order = [...tasks.keys()].sort((a, b) => tasks[a].replicate - tasks[b].replicate || a - b);
  const work: Work<ReplicateTask, ReplicateResult> = {
    here: (task) => runReplicate(data, task),
    there: (service, task) => service.run(task) as Promise<ReplicateResult>,
    belongsWith: isSameFuture,
  };
  const inOrder = order.map((index) => tasks[index]);
  const answers = await runInThreads(data, work, inOrder, workers, onDone, startThread);
  const results = new Array<ReplicateResult>(tasks.length);
  order.forEach((index, place) => {
    results[index] = answers[place];
  });
  return results;
}
