import type { StudyData } from "#domain/studyData.ts";
import type { Backtest, BacktestOrigin } from "#engine/backtest.ts";
import type { BacktestWorker } from "#workers/backtest.ts";
import * as Comlink from "comlink";

export type BacktestWish = {
  readonly origin: BacktestOrigin;
  readonly replicates: number;
  readonly seed: string;
};

/** One back-test in a worker of its own, so that the simulation can go on meanwhile; `stop` ends it at once. */
export type StartedBacktest = {
  readonly result: Promise<Backtest>;
  readonly stop: () => void;
};

export function startBacktest(
  data: StudyData,
  { origin, replicates, seed }: BacktestWish,
  onProgress: (done: number) => void,
): StartedBacktest {
  const worker = new Worker(new URL("../../workers/backtest.ts", import.meta.url), {
    type: "module",
    name: "backtest",
  });
  const service = Comlink.wrap<BacktestWorker>(worker);
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => reject(new Error(event.message || "the worker could not start")));
  });
  let done = 0;
  const onReplicate = Comlink.proxy(() => onProgress(++done));
  const result = Promise.race([service.run(data, origin, seed, replicates, onReplicate), failed]);
  return { result: result.finally(() => worker.terminate()), stop: () => worker.terminate() };
}
