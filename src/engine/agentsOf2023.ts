import type { ParameterValues } from "#domain/parameters.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { Agents } from "./agents.ts";
import type { RandomKey } from "./randomNumbers.ts";
import { PARAMETERS } from "#domain/parameters.ts";
import { createAgents } from "./agents.ts";

type World = {
  readonly data: StudyData;
  readonly parameters: ParameterValues;
  readonly run: RandomKey;
  readonly agents: Agents;
};

let last: World | null = null;

/**
 * The enterprises of 2023, as `createAgents` builds them. Plans that are run one after the other on one future start from
 * the same enterprises, so the last ones built are kept and copied.
 */
export function agentsOf2023(data: StudyData, parameters: ParameterValues, run: RandomKey): Agents {
  if (last === null || !isSameWorld(last, data, parameters, run)) {
    last = { data, parameters, run, agents: createAgents(data, parameters, run) };
  }
  return copyColumns(last.agents);
}

function isSameWorld(world: World, data: StudyData, parameters: ParameterValues, run: RandomKey): boolean {
  return (
    world.data === data &&
    world.run.first === run.first &&
    world.run.second === run.second &&
    PARAMETERS.every(({ id }) => world.parameters[id] === parameters[id])
  );
}

function copyColumns(agents: Agents): Agents {
  return Object.fromEntries(Object.entries(agents).map(([name, value]) => [name, copyOf(value)])) as Agents;
}

type Column = number | Float64Array | Int32Array | Uint32Array | Uint8Array | readonly Column[];

function copyOf(value: Column): Column {
  if (typeof value === "number") return value;
  return ArrayBuffer.isView(value) ? value.slice() : value.map(copyOf);
}
