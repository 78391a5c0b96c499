import type { ReplicateTask } from "#engine/replicate.ts";
import { parentPort } from "node:worker_threads";
import * as Comlink from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { parseStudyData, type StudyData, type StudyFiles } from "#domain/studyData.ts";
import { runReplicate } from "#engine/replicate.ts";

let data: StudyData | undefined;

const replicates = {
  open(files: StudyFiles): void {
    data = parseStudyData(files);
  },

  run(task: ReplicateTask) {
    if (data === undefined) throw new Error("the worker was asked to run before it was given the data");
    const result = runReplicate(data, task);
    return Comlink.transfer(result, [result.regional.buffer, result.national.buffer]);
  },
};

export type ReplicatesWorker = typeof replicates;

Comlink.expose(replicates, nodeEndpoint(parentPort!));
