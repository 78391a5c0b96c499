import type { StudyData } from "#domain/studyData.ts";
import type { Backtest, BacktestOrigin } from "#engine/backtest.ts";
import type { BacktestWorker } from "#workers/backtest.ts";
import * as Comlink from "comlink";
import { askWorker, type StartedAnswer } from "./askedWorker.ts";

export type BacktestWish = {
  readonly origin: BacktestOrigin;
  readonly replicates: number;
  readonly seed: string;
};

/** One back-test; `onProgress` hears of every replicate. */
export function startBacktest(
  data: StudyData,
  { origin, replicates, seed }: BacktestWish,
  onProgress: (done: number) => void,
): StartedAnswer<Backtest> {
  let done = 0;
  const onReplicate = Comlink.proxy(() => onProgress(++done));
  return askWorker<BacktestWorker, Backtest>(
    () => new Worker(new URL("../../workers/backtest.ts", import.meta.url), { type: "module", name: "backtest" }),
    (service) => service.run(data, origin, seed, replicates, onReplicate),
  );
}
