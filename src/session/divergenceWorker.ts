import type { Scenario } from "#domain/scenario.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { Divergence } from "#engine/divergence.ts";
import type { DivergenceWorker } from "#workers/divergence.ts";
import * as Comlink from "comlink";

/** Where two plans part, found in a worker of its own; `stop` ends it at once. */
export type StartedDivergence = { readonly result: Promise<Divergence | null>; readonly stop: () => void };

export function startDivergence(data: StudyData, plan: Scenario, against: Scenario, seed: string): StartedDivergence {
  const worker = new Worker(new URL("../../workers/divergence.ts", import.meta.url), {
    type: "module",
    name: "divergence",
  });
  const service = Comlink.wrap<DivergenceWorker>(worker);
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => reject(new Error(event.message || "the worker could not start")));
  });
  const result = Promise.race([service.find(data, plan, against, seed), failed]);
  return { result: result.finally(() => worker.terminate()), stop: () => worker.terminate() };
}
