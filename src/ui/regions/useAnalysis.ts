import type { StartedAnswer } from "#session/askedWorker.ts";
import { useEffect, useState } from "react";

export type Analysis<Answer> =
  | { readonly status: "running" }
  | { readonly status: "failed"; readonly message: string }
  | { readonly status: "done"; readonly answer: Answer };

/** A slider that is dragged asks often; the worker is started once it has rested for so long. */
const REST_MS = 250;

/**
 * Asks a worker about the regions, `restMs` after the last change (null: not yet), anew whenever `key` changes; the last answer
 * stays until the next one is there.
 */
export function useAnalysis<Answer>(
  key: string,
  ask: () => StartedAnswer<Answer>,
  restMs: number | null = REST_MS,
): Analysis<Answer> {
  const [analysis, setAnalysis] = useState<Analysis<Answer>>({ status: "running" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is asked
  useEffect(() => {
    if (restMs === null) return;
    let stop = () => {};
    const timer = setTimeout(() => {
      const started = ask();
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
  }, [key, restMs]);
  return analysis;
}
