import type { StudyData } from "#domain/studyData.ts";
import * as Comlink from "comlink";
import { type BacktestOrigin, runBacktest } from "#engine/backtest.ts";

const backtest = {
  /** `onReplicate` is a Comlink proxy: its answer is not waited for. */
  run: (data: StudyData, origin: BacktestOrigin, seed: string, replicates: number, onReplicate: () => void) =>
    runBacktest(data, origin, seed, replicates, onReplicate),
};

export type BacktestWorker = typeof backtest;

Comlink.expose(backtest);
