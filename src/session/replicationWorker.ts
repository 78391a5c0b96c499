import type { StudyData } from "#domain/studyData.ts";
import type { FrontierEstimate } from "#estimators/frontier.ts";
import type { Replication } from "#estimators/replication.ts";
import type { StudyModel } from "#estimators/replication/frontierRows.ts";
import type { ReplicationWorker } from "#workers/replication.ts";
import { askWorker, type StartedAnswer } from "./askedWorker.ts";

/** The published results recomputed. */
export function startReplication(data: StudyData): StartedAnswer<Replication> {
  return askWorker<ReplicationWorker, Replication>(startWorker, (service) => service.replicate(data));
}

/** A frontier of the study without some of its regions (indices in region order). */
export function startFitWithout(
  data: StudyData,
  model: StudyModel,
  left: readonly number[],
): StartedAnswer<FrontierEstimate> {
  return askWorker<ReplicationWorker, FrontierEstimate>(startWorker, (service) =>
    service.fitWithout(data, model, left),
  );
}

function startWorker(): Worker {
  return new Worker(new URL("../../workers/replication.ts", import.meta.url), { type: "module", name: "replication" });
}
