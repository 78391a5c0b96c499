import type { YearSnapshot } from "#domain/runResult.ts";
import * as Comlink from "comlink";
import {
  createSimulationService,
  type DigestedData,
  type RunRequest,
  type SimulationService,
} from "#engine/simulationService.ts";

let service: SimulationService | undefined;

const simulation = {
  open(study: DigestedData): void {
    service = createSimulationService(study);
  },

  run(request: RunRequest, onYear: (snapshot: YearSnapshot) => void) {
    if (service === undefined) throw new Error("the worker was asked to run before it was given the data");
    return service.run(request, (snapshot) => onYear(Comlink.transfer(snapshot, buffersOf(snapshot))));
  },

  inspect(request: RunRequest, actor: string) {
    if (service === undefined) throw new Error("the worker was asked to look before it was given the data");
    return service.inspect(request, actor);
  },
};

export type SimulationWorker = typeof simulation;

function buffersOf({ regional, national, agents, actors, explanation }: YearSnapshot): ArrayBufferLike[] {
  const why = explanation === null ? [] : Object.values(explanation);
  return [regional, national, agents, actors.states, actors.numbers, ...why].map(({ buffer }) => buffer);
}

Comlink.expose(simulation);
