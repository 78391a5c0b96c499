import type { Scenario } from "#domain/scenario.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { Ecosystem } from "./ecosystem.ts";
import { PARAMETERS, parameterValues } from "#domain/parameters.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { createEcosystem } from "./ecosystem.ts";
import { startLiveActors } from "./liveActors.ts";
import { createRewind } from "./rewind.ts";

type World = {
  readonly seed: string;
  readonly replicate: number;
  readonly ecosystem: Ecosystem;
  readonly rewind: () => void;
};

let last: World | null = null;

/**
 * The ecosystem of 2023 as `createEcosystem` builds it, for a run that lets nobody keep it. Plans that are run one after the
 * other on one future start from the same ecosystem, so the last one is put back to 2023 instead of being built anew.
 */
export function ecosystemOf2023(data: StudyData, scenario: Scenario, seed: string, replicate: number): Ecosystem {
  if (last === null || !isSameStart(last, data, scenario, seed, replicate)) {
    const ecosystem = createEcosystem(data, scenario, seed, replicate);
    last = { seed, replicate, ecosystem, rewind: createRewind(stateOf(ecosystem)) };
    return ecosystem;
  }
  last.rewind();
  return Object.assign(last.ecosystem, {
    year: START_YEAR,
    scenario,
    live: startLiveActors(data, last.ecosystem.agents),
  });
}

/** Measures, shocks and horizon act from 2024 on: what 2023 looks like depends on parameters and mechanisms alone. */
function isSameStart(
  { seed, replicate, ecosystem }: World,
  data: StudyData,
  scenario: Scenario,
  askedSeed: string,
  askedReplicate: number,
): boolean {
  if (ecosystem.data !== data || seed !== askedSeed || replicate !== askedReplicate) return false;
  const parameters = parameterValues(scenario.parameters);
  const { off } = ecosystem;
  return (
    PARAMETERS.every(({ id }) => ecosystem.parameters[id] === parameters[id]) &&
    off.size === scenario.off.length &&
    scenario.off.every((mechanism) => off.has(mechanism))
  );
}

/** What a run changes: everything but what it is given, its year and the live actors, which start anew. */
function stateOf({
  data,
  scenario,
  parameters,
  off,
  weights,
  run,
  live,
  hazardTerms,
  events,
  year,
  ...state
}: Ecosystem) {
  return state;
}
