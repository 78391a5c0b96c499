import type { ReplicateTask } from "#engine/replicate.ts";
import { parentPort } from "node:worker_threads";
import * as Comlink from "comlink";
import nodeEndpoint from "comlink/dist/esm/node-adapter.mjs";
import { buffersOf, createReplicatesService } from "#engine/replicate.ts";

const { open, run } = createReplicatesService();

Comlink.expose(
  {
    open,
    run: (task: ReplicateTask) => {
      const result = run(task);
      return Comlink.transfer(result, buffersOf(result));
    },
  },
  nodeEndpoint(parentPort!),
);
