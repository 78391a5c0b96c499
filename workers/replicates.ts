import type { StudyData } from "#domain/studyData.ts";
import type { ReplicateTask } from "#engine/replicate.ts";
import * as Comlink from "comlink";
import { runReplicate } from "#engine/replicate.ts";

let data: StudyData | undefined;

const replicates = {
  open(study: StudyData): void {
    data = study;
  },

  run(task: ReplicateTask) {
    if (data === undefined) throw new Error("the worker was asked to run before it was given the data");
    const result = runReplicate(data, task);
    return Comlink.transfer(result, [result.regional.buffer, result.national.buffer]);
  },
};

export type ReplicatesWorker = typeof replicates;

Comlink.expose(replicates);
