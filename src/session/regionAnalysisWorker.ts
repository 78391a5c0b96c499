import type { RegionAnalysisWorker } from "#workers/regionAnalysis.ts";
import * as Comlink from "comlink";

/** A worker for one question about the regions of a year, so that the page stays free; `stop` ends it at once. */
export type StartedAnalysis<Answer> = { readonly result: Promise<Answer>; readonly stop: () => void };

export function analyseRegions<Answer>(
  ask: (service: Comlink.Remote<RegionAnalysisWorker>) => Promise<Answer>,
): StartedAnalysis<Answer> {
  const worker = new Worker(new URL("../../workers/regionAnalysis.ts", import.meta.url), {
    type: "module",
    name: "regions",
  });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => reject(new Error(event.message || "the worker could not start")));
  });
  const result = Promise.race([ask(Comlink.wrap<RegionAnalysisWorker>(worker)), failed]);
  return { result: result.finally(() => worker.terminate()), stop: () => worker.terminate() };
}
