import type { ReplicateTask } from "#engine/replicate.ts";
import * as Comlink from "comlink";
import { buffersOf, createReplicatesService } from "#engine/replicate.ts";

const { open, run } = createReplicatesService();

Comlink.expose({
  open,
  run: (task: ReplicateTask) => {
    const result = run(task);
    return Comlink.transfer(result, buffersOf(result));
  },
});
