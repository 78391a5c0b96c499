import type { StudyFiles } from "#domain/studyData.ts";
import * as Comlink from "comlink";
import { parseStudyData } from "#domain/studyData.ts";
import { replicateStudy } from "#estimators/replication.ts";
import { fitStudyFrontier, type StudyModel } from "#estimators/replication/frontierRows.ts";

const replication = {
  replicate: (files: StudyFiles) => replicateStudy(parseStudyData(files)),

  /** A frontier of the study without some of its regions (indices in region order). */
  fitWithout: (files: StudyFiles, model: StudyModel, left: readonly number[]) =>
    fitStudyFrontier(parseStudyData(files), model, left),
};

export type ReplicationWorker = typeof replication;

Comlink.expose(replication);
