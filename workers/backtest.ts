import type { StudyFiles } from "#domain/studyData.ts";
import * as Comlink from "comlink";
import { parseStudyData } from "#domain/studyData.ts";
import { type BacktestOrigin, runBacktest } from "#engine/backtest.ts";

const backtest = {
  /** `onReplicate` is a Comlink proxy: its answer is not waited for. */
  run: (files: StudyFiles, origin: BacktestOrigin, seed: string, replicates: number, onReplicate: () => void) =>
    runBacktest(parseStudyData(files), origin, seed, replicates, onReplicate),
};

export type BacktestWorker = typeof backtest;

Comlink.expose(backtest);
