import type { RunSummary, YearSnapshot } from "#domain/runResult.ts";
import type { Scenario } from "#domain/scenario.ts";

export type RunRequest = {
  readonly scenario: Scenario;
  readonly seed: string;
  /** Which future: 0 is the one shown first; the same number is the same chance for every plan. */
  readonly replicate: number;
};

/** What a simulation worker offers, in the browser through Comlink and in Node. */
export type SimulationService = {
  /**
   * Simulates one future year by year. `onYear` gets each year as soon as it is closed, 2023 first; its arrays are
   * handed over, not shared. Rejects with a message when the run fails; the service stays usable.
   */
  readonly run: (request: RunRequest, onYear: (snapshot: YearSnapshot) => void) => Promise<RunSummary>;
};
