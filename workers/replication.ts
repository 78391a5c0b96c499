import type { StudyData } from "#domain/studyData.ts";
import * as Comlink from "comlink";
import { replicateStudy } from "#estimators/replication.ts";
import { fitStudyFrontier, type StudyModel } from "#estimators/replication/frontierRows.ts";

const replication = {
  replicate: (data: StudyData) => replicateStudy(data),

  /** A frontier of the study without some of its regions (indices in region order). */
  fitWithout: (data: StudyData, model: StudyModel, left: readonly number[]) => fitStudyFrontier(data, model, left),
};

export type ReplicationWorker = typeof replication;

Comlink.expose(replication);
