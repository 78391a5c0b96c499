import * as Comlink from "comlink";
import { startedWorker } from "./startedWorker.ts";

/** One question to a worker of its own, so that the page stays free; `stop` ends it at once. */
export type StartedAnswer<Answer> = { readonly result: Promise<Answer>; readonly stop: () => void };

/** Asks a new worker and ends it with its answer. One that the browser refuses to start, or that fails, rejects the result. */
export function askWorker<Service, Answer>(
  start: () => Worker,
  ask: (service: Comlink.Remote<Service>) => Promise<Answer>,
): StartedAnswer<Answer> {
  let worker: Worker | null = null;
  const stop = () => worker?.terminate();
  const answered = async () => {
    const asked = startedWorker(start);
    worker = asked;
    const failed = new Promise<never>((_, reject) => {
      asked.addEventListener("error", (event) => reject(new Error(event.message || "the worker could not start")));
    });
    return Promise.race([ask(Comlink.wrap<Service>(asked)), failed]);
  };
  return { result: answered().finally(stop), stop };
}
