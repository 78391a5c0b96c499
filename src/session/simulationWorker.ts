import type { RunSummary, YearSnapshot } from "#domain/runResult.ts";
import type { DigestedData, RunRequest } from "#engine/simulationService.ts";
import type { SimulationWorker } from "#workers/simulation.ts";
import * as Comlink from "comlink";
import { START_YEAR } from "#domain/scenario.ts";

/** Runs simulations in a worker that is started when first needed and started anew after a failure. */
export type SimulationRunner = {
  readonly run: (
    study: DigestedData,
    request: RunRequest,
    onYear: (snapshot: YearSnapshot) => void,
  ) => Promise<RunSummary>;
  /** Ends the worker; a run in flight is rejected. */
  readonly stop: () => void;
};

/** A year takes milliseconds; a worker that is silent for this long has been killed or hangs. */
const SILENCE_LIMIT_MS = 10_000;
/** A timer that fires so much too late says that the device slept or the page lay in the background, and the worker with it. */
const ASLEEP_MS = 1000;

export function createSimulationRunner(startWorker: () => Worker = startSimulationWorker): SimulationRunner {
  let worker: Worker | null = null;
  let service: Comlink.Remote<SimulationWorker> | null = null;
  let rejectRun: (reason: Error) => void = () => {};

  const stop = (reason = "the simulation was stopped") => {
    worker?.terminate();
    worker = null;
    service = null;
    rejectRun(new Error(reason));
  };

  const opened = async ({ data, dataDigest }: DigestedData) => {
    if (service) return service;
    worker = startWorker();
    worker.addEventListener("error", (event) => stop(event.message || "the simulation worker could not start"));
    worker.addEventListener("messageerror", () => stop("a message of the simulation worker could not be read"));
    service = Comlink.wrap<SimulationWorker>(worker);
    await service.open({ data, dataDigest });
    return service;
  };

  return {
    stop: () => stop(),
    run: (study, request, onYear) => {
      let silence: ReturnType<typeof setTimeout>;
      const listen = () => {
        clearTimeout(silence);
        const due = Date.now() + SILENCE_LIMIT_MS;
        silence = setTimeout(() => {
          if (Date.now() > due + ASLEEP_MS) listen();
          else stop(`the simulation worker has been silent for ${SILENCE_LIMIT_MS / 1000} s`);
        }, SILENCE_LIMIT_MS);
      };
      const failed = new Promise<never>((_, reject) => {
        rejectRun = reject;
      });
      const done = async () => {
        const { run } = await opened(study);
        // Years come through a port of their own, so the last one may arrive after the answer of the run.
        let summary: Promise<RunSummary> | null = null;
        await new Promise<void>((resolve, reject) => {
          let awaited = request.scenario.until - START_YEAR + 1;
          const keep = (snapshot: YearSnapshot) => {
            listen();
            onYear(snapshot);
            if (--awaited === 0) resolve();
          };
          summary = run(request, Comlink.proxy(keep));
          summary.catch(reject);
        });
        return summary!;
      };
      listen();
      return Promise.race([done(), failed]).finally(() => clearTimeout(silence));
    },
  };
}

function startSimulationWorker(): Worker {
  return new Worker(new URL("../../workers/simulation.ts", import.meta.url), { type: "module", name: "simulation" });
}
