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

type SharedAnalysis = { readonly started: StartedAnalysis<unknown>; askers: number; isDone: boolean };

const shared = new Map<string, SharedAnalysis>();

/**
 * A question that several parts of the page ask, known by its key: one worker answers all of them. Its answer is kept; without
 * one it ends when nobody waits any more. For answers of a few numbers.
 */
export function analyseRegionsOnce<Answer>(
  key: string,
  ask: (service: Comlink.Remote<RegionAnalysisWorker>) => Promise<Answer>,
): StartedAnalysis<Answer> {
  const analysis = shared.get(key) ?? { started: analyseRegions(ask), askers: 0, isDone: false };
  if (!shared.has(key)) {
    shared.set(key, analysis);
    analysis.started.result.then(
      () => {
        analysis.isDone = true;
      },
      () => shared.delete(key),
    );
  }
  analysis.askers++;
  const stop = () => {
    analysis.askers--;
    if (analysis.askers > 0 || analysis.isDone) return;
    analysis.started.stop();
    shared.delete(key);
  };
  return { result: analysis.started.result as Promise<Answer>, stop };
}
