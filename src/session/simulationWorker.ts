import type { RunSummary, YearSnapshot } from "#domain/runResult.ts";
import type { DigestedData, RunRequest } from "#engine/simulationService.ts";
import type { SimulationWorker } from "#workers/simulation.ts";
import * as Comlink from "comlink";
import { START_YEAR } from "#domain/scenario.ts";
import { createSilenceWatch, LOADING_LIMIT_MS, SILENCE_LIMIT_MS, WORKER_SILENT } from "./silence.ts";
import { startedWorker } from "./startedWorker.ts";

/** Runs simulations in a worker that is started when first needed and started anew after a failure. */
export type SimulationRunner = {
  /** Starts the worker before there is anything to run; why it cannot start, the first run says. */
  readonly prepare: () => void;
  readonly run: (
    study: DigestedData,
    request: RunRequest,
    onYear: (snapshot: YearSnapshot) => void,
  ) => Promise<RunSummary>;
  /** Ends the worker; a run in flight is rejected. */
  readonly stop: () => void;
};

export function createSimulationRunner(startWorker: () => Worker = startSimulationWorker): SimulationRunner {
  let worker: Worker | null = null;
  let service: Comlink.Remote<SimulationWorker> | null = null;
  let hasData = false;
  let rejectRun: (reason: Error) => void = () => {};

  const stop = (reason = "the simulation was stopped") => {
    worker?.terminate();
    worker = null;
    service = null;
    hasData = false;
    rejectRun(new Error(reason));
  };

  const started = () => {
    if (service) return service;
    worker = startedWorker(startWorker);
    worker.addEventListener("error", (event) => stop(event.message || "the simulation worker could not start"));
    worker.addEventListener("messageerror", () => stop("a message of the simulation worker could not be read"));
    service = Comlink.wrap<SimulationWorker>(worker);
    return service;
  };

  const opened = async ({ data, dataDigest }: DigestedData) => {
    const opening = started();
    if (!hasData) await opening.open({ data, dataDigest });
    hasData = opening === service;
    return opening;
  };

  return {
    prepare: () => {
      try {
        started();
      } catch {
        // the first run tries again, and its failure is told
      }
    },
    stop: () => stop(),
    run: (study, request, onYear) => {
      const silence = createSilenceWatch(() => stop(WORKER_SILENT));
      const failed = new Promise<never>((_, reject) => {
        rejectRun = reject;
      });
      const done = async () => {
        const { run } = await opened(study);
        silence.wait(SILENCE_LIMIT_MS);
        // Years come through a port of their own, so the last one may arrive after the answer of the run.
        let summary: Promise<RunSummary> | null = null;
        await new Promise<void>((resolve, reject) => {
          let awaited = request.scenario.until - START_YEAR + 1;
          const keep = (snapshot: YearSnapshot) => {
            silence.wait(SILENCE_LIMIT_MS);
            onYear(snapshot);
            if (--awaited === 0) resolve();
          };
          summary = run(request, Comlink.proxy(keep));
          summary.catch(reject);
        });
        return summary!;
      };
      silence.wait(LOADING_LIMIT_MS);
      return Promise.race([done(), failed]).finally(silence.end);
    },
  };
}

function startSimulationWorker(): Worker {
  return new Worker(new URL("../../workers/simulation.ts", import.meta.url), { type: "module", name: "simulation" });
}
