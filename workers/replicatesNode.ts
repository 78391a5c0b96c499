import type { StudyData } from "#domain/studyData.ts";
import { parentPort } from "node:worker_threads";
import * as Comlink from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { createMatchingService } from "#engine/historyMatching.ts";
import { createReplicatesService } from "#engine/replicate.ts";

const replicates = createReplicatesService();
const matching = createMatchingService();

Comlink.expose(
  {
    open: (study: StudyData) => {
      replicates.open(study);
      matching.open(study);
    },
    match: matching.match,
    run: replicates.run,
  },
  nodeEndpoint(parentPort!),
);
