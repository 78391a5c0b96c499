import type { ActorHistory } from "#engine/inspectActor.ts";
import type { DigestedData, RunRequest } from "#engine/simulationService.ts";
import type { SimulationWorker } from "#workers/simulation.ts";
import * as Comlink from "comlink";

/** Looks into actors in a worker of its own, so that it waits for no run and no run waits for it. */
export type ActorInspector = {
  /** null: there is no such actor. Rejected when the worker fails; the next call starts another. */
  readonly inspect: (request: RunRequest, actor: string) => Promise<ActorHistory | null>;
  readonly stop: () => void;
};

export function createActorInspector(
  { data, dataDigest }: DigestedData,
  startWorker: () => Worker = startInspectionWorker,
): ActorInspector {
  let worker: Worker | null = null;
  let opened: Promise<Comlink.Remote<SimulationWorker>> | null = null;
  let rejectAll: (reason: Error) => void = () => {};
  let failed: Promise<never>;

  const stop = (reason = "the inspection was stopped") => {
    worker?.terminate();
    worker = null;
    opened = null;
    rejectAll(new Error(reason));
  };
  const open = async () => {
    worker = startWorker();
    worker.addEventListener("error", (event) => stop(event.message || "the worker could not start"));
    failed = new Promise((_, reject) => {
      rejectAll = reject;
    });
    failed.catch(() => {}); // whoever waits hears it; nobody may be waiting
    const service = Comlink.wrap<SimulationWorker>(worker);
    await Promise.race([service.open({ data, dataDigest }), failed]);
    return service;
  };

  return {
    inspect: async (request, actor) => {
      opened ??= open();
      const service = await opened;
      return Promise.race([service.inspect(request, actor), failed]);
    },
    stop: () => stop(),
  };
}

function startInspectionWorker(): Worker {
  return new Worker(new URL("../../workers/simulation.ts", import.meta.url), { type: "module", name: "inspection" });
}
