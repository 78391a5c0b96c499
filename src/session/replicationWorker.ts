import type { StudyData } from "#domain/studyData.ts";
import type { FrontierEstimate } from "#estimators/frontier.ts";
import type { Replication } from "#estimators/replication.ts";
import type { StudyModel } from "#estimators/replication/frontierRows.ts";
import type { ReplicationWorker } from "#workers/replication.ts";
import * as Comlink from "comlink";

/** Recomputes the published results in a worker of its own, so that the simulation can go on meanwhile. */
export type Replicator = {
  readonly replicate: () => Promise<Replication>;
  readonly fitWithout: (model: StudyModel, left: readonly number[]) => Promise<FrontierEstimate>;
  readonly stop: () => void;
};

export function startReplicator(data: StudyData): Replicator {
  const worker = new Worker(new URL("../../workers/replication.ts", import.meta.url), {
    type: "module",
    name: "replication",
  });
  const service = Comlink.wrap<ReplicationWorker>(worker);
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => reject(new Error(event.message || "the worker could not start")));
  });
  failed.catch(() => {}); // whoever waits for an answer hears of it
  return {
    replicate: () => Promise.race([service.replicate(data), failed]),
    fitWithout: (model, left) => Promise.race([service.fitWithout(data, model, left), failed]),
    stop: () => worker.terminate(),
  };
}
