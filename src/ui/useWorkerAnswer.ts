import type { StartedAnswer } from "#session/askedWorker.ts";
import { messageOf } from "#domain/messageOf.ts";
import { useEffect, useState } from "react";

export type WorkerAnswer<Answer> =
  | { readonly status: "running" }
  | { readonly status: "failed"; readonly message: string }
  /** `key`: the question it answers, which may be the one before. */
  | { readonly status: "done"; readonly key: string; readonly answer: Answer };

/** A slider that is dragged asks often; its worker is started once it has rested for so long. */
const REST_MS = 250;

/**
 * Asks a worker, `restMs` after the last change (null: not yet), anew whenever `key` changes; the last answer stays until the
 * next one is there.
 */
export function useWorkerAnswer<Answer>(
  key: string,
  ask: () => StartedAnswer<Answer>,
  restMs: number | null = REST_MS,
): WorkerAnswer<Answer> {
  const [answer, setAnswer] = useState<WorkerAnswer<Answer>>({ status: "running" });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is asked
  useEffect(() => {
    if (restMs === null) return;
    setAnswer((last) => (last.status === "failed" ? { status: "running" } : last));
    let stop = () => {};
    const timer = setTimeout(() => {
      const started = ask();
      stop = started.stop;
      started.result.then(
        (given) => setAnswer({ status: "done", key, answer: given }),
        (error: unknown) => setAnswer({ status: "failed", message: messageOf(error) }),
      );
    }, restMs);
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [key, restMs]);
  return answer;
}

/** The answer to this very question: running where it is that to the one before. */
export function ownAnswer<Answer>(key: string, given: WorkerAnswer<Answer>): WorkerAnswer<Answer> {
  return given.status === "done" && given.key !== key ? { status: "running" } : given;
}
