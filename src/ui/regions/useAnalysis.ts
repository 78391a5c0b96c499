import type { RegionAnalysisWorker } from "#workers/regionAnalysis.ts";
import type { Remote } from "comlink";
import { analyseRegions } from "#session/regionAnalysisWorker.ts";
import { useEffect, useState } from "react";

export type Analysis<Answer> =
  | { readonly status: "running" }
  | { readonly status: "failed"; readonly message: string }
  | { readonly status: "done"; readonly answer: Answer };

/** A slider that is dragged asks often; the worker is started once it has rested for so long. */
const REST_MS = 250;

/**
 * Asks the worker for regions, `restMs` after the last change, anew whenever `key` changes; the last answer stays until the
 * next one is there.
 */
export function useAnalysis<Answer>(
  key: string,
  ask: (service: Remote<RegionAnalysisWorker>) => Promise<Answer>,
  restMs = REST_MS,
): Analysis<Answer> {
  const [analysis, setAnalysis] = useState<Analysis<Answer>>({ status: "running" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is asked
  useEffect(() => {
    let stop = () => {};
    const timer = setTimeout(() => {
      const started = analyseRegions(ask);
      stop = started.stop;
      started.result.then(
        (answer) => setAnalysis({ status: "done", answer }),
        (error: unknown) =>
          setAnalysis({ status: "failed", message: error instanceof Error ? error.message : String(error) }),
      );
    }, restMs);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [key]);
  return analysis;
}
