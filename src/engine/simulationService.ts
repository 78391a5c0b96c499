import type { EventRecord, Receipt, RunSummary, YearSnapshot } from "#domain/runResult.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { ActorHistory } from "./inspectActor.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { digestScenario } from "./digest.ts";
import { inspectActor } from "./inspectActor.ts";
import { scenarioOfFuture } from "./parametersOfFuture.ts";
import { runSimulation } from "./runSimulation.ts";

export type RunRequest = {
  readonly scenario: Scenario;
  readonly seed: string;
  /** Which future: 0 is the one shown first; the same number is the same chance for every plan. */
  readonly replicate: number;
  /** Keep the event log. */
  readonly isRecorded?: boolean;
};

/** A run of one future: what the page gets, and its events if they were recorded. */
export type RunAnswer = RunSummary & { readonly events: readonly EventRecord[] };

/** What a simulation worker offers, in the browser through Comlink and in Node. */
export type SimulationService = {
  /**
   * Simulates one future year by year. `onYear` gets each year as soon as it is closed, 2023 first; its arrays are
   * handed over, not shared. Throws when the run fails; the service stays usable.
   */
  readonly run: (request: RunRequest, onYear: (snapshot: YearSnapshot) => void) => RunAnswer;
  /** The same future as one actor lived it; null: there is no such actor. */
  readonly inspect: (request: RunRequest, actor: string) => ActorHistory | null;
};

/** Version of the model's behaviour: it changes with every change of a rule, a default or the order of draws. */
export const ENGINE_VERSION = "0.2.0";

/** Checked data and the digest of their files (digestData), for the receipt; a worker need not parse them again. */
export type DigestedData = { readonly data: StudyData; readonly dataDigest: string };

export function createSimulationService({ data, dataDigest }: DigestedData): SimulationService {
  return {
    run: ({ scenario, seed, replicate, isRecorded = false }, onYear) => {
      const own = scenarioOfFuture(scenario, replicate, data.ensemble);
      const result = runSimulation(data, own, seed, replicate, onYear, { isRecorded, isExplained: true });
      const receipt: Receipt = {
        engineVersion: ENGINE_VERSION,
        dataDigest,
        scenarioDigest: digestScenario(scenario),
        seed,
        replicates: 1,
        parameters: replicate === 0 ? "default" : data.ensemble.digest,
        years: [START_YEAR, scenario.until],
        identities: result.identities,
        outputDigest: result.digest,
      };
      const { agentRegion, buyers, roster, money, events } = result;
      return { receipt, agentRegion, buyers, roster, money, events };
    },
    inspect: (request, actor) => {
      const scenario = scenarioOfFuture(request.scenario, request.replicate, data.ensemble);
      return inspectActor(data, { ...request, scenario }, actor);
    },
  };
}
