import type { Scenario } from "#domain/scenario.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { Attribution } from "#engine/attribution.ts";
import { createAttribution } from "#engine/attribution.ts";
import { createFuturesRunner, type FuturesRunner } from "./futuresWorkers.ts";

export type StartedAttribution = {
  /** Runs that it takes in all. */
  readonly runs: number;
  readonly stop: () => void;
};

let runner: FuturesRunner | null = null;

/** Runs the subsets of a plan's measures in workers of their own; `onProgress` hears of every run, `onDone` of the last. */
export function startAttribution(
  data: StudyData,
  scenario: Scenario,
  seed: string,
  replicates: number,
  on: {
    readonly progress: (done: number) => void;
    readonly done: (attribution: Attribution) => void;
    readonly failure: (message: string) => void;
  },
): StartedAttribution {
  runner ??= createFuturesRunner();
  const attribution = createAttribution(scenario, seed, replicates);
  let done = 0;
  const stop = runner.run(
    data,
    attribution.tasks,
    (index, result) => {
      attribution.keep(index, result);
      done += 1;
      on.progress(done);
      if (done === attribution.tasks.length) on.done(attribution);
    },
    on.failure,
  );
  return { runs: attribution.tasks.length, stop };
}
