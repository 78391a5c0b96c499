import type { RegionAnalysisWorker } from "#workers/regionAnalysis.ts";
import type * as Comlink from "comlink";
import { askWorker, type StartedAnswer } from "./askedWorker.ts";

/** A question about the regions of a year. */
export function analyseRegions<Answer>(
  ask: (service: Comlink.Remote<RegionAnalysisWorker>) => Promise<Answer>,
): StartedAnswer<Answer> {
  return askWorker(
    () => new Worker(new URL("../../workers/regionAnalysis.ts", import.meta.url), { type: "module", name: "regions" }),
    ask,
  );
}

type SharedAnalysis = { readonly started: StartedAnswer<unknown>; askers: number; isDone: boolean };

const shared = new Map<string, SharedAnalysis>();

/**
 * A question that several parts of the page ask, known by its key: one worker answers all of them. Its answer is kept; without
 * one it ends when nobody waits any more. For answers of a few numbers.
 */
export function analyseRegionsOnce<Answer>(
  key: string,
  ask: (service: Comlink.Remote<RegionAnalysisWorker>) => Promise<Answer>,
): StartedAnswer<Answer> {
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
