import type { TwinYear } from "./machines/digitalTwin.ts";
import type { Ecosystem } from "./ecosystem.ts";
import type { Population } from "./population.ts";
import { technologyBit } from "#domain/technologies.ts";
import { BLOCK } from "./blocks.ts";
import { deriveMachineTable } from "./machineTable.ts";
import { digitalTwinMachine } from "./machines/digitalTwin.ts";
import { createPopulation } from "./population.ts";
import { meanOneShock, phaseKey, uniform } from "./randomNumbers.ts";

const TWIN_BIT = technologyBit("twin");
const twinTable = deriveMachineTable(digitalTwinMachine);
const [NONE, INSTANCE] = ["none", "instance"].map((state) => twinTable.leaves.indexOf(state));
export const RETIRED = twinTable.leaves.indexOf("retired");

export type TwinPopulation = Population<typeof digitalTwinMachine>;

/** Part of a twin's effect on output that each state brings (EQ-7, assumption), in the order of the machine. */
export const REALISED_BY_TWIN: readonly number[] = twinTable.leaves.map(
  (state) => ({ instance: 0.5, aggregate: 1 })[state] ?? 0,
);

/** Error that good monitoring leaves, and spread of the log of the yearly error (assumptions). */
const LOWEST_ERROR = 0.01;
const ERROR_SPREAD = 0.3;

export function createTwins(large: number): TwinPopulation {
  return createPopulation(twinTable, large);
}

/** Twins of 2023 are in operation, not yet joined (assumption: no data). */
export function placeTwins({ digitalTwins, technologies }: Ecosystem): void {
  for (let i = 0; i < digitalTwins.size; i++) {
    if ((technologies.sets[i] & TWIN_BIT) !== 0) digitalTwins.states[i] = INSTANCE;
  }
}

/** SM-13 of a year. Sync error: what monitoring (B8) does not catch, times a yearly shock. */
export function advanceTwins({ agents, technologies, digitalTwins, parameters: p, run, year, off }: Ecosystem): void {
  if (off.has("twins")) return;
  const draws = phaseKey(run, "digitalTwin", year);
  const errors = phaseKey(run, "digitalTwin/error", year);
  const monitoring = agents.blocks[BLOCK.MONCONTR];
  const event: TwinYear = { type: "YEAR_PASSED", draw: 0, inUse: 0, syncError: 0.5, buildRate: p.twinBuildRate };
  for (let i = 0; i < agents.large; i++) {
    const inUse = (technologies.sets[i] & TWIN_BIT) !== 0;
    if (!inUse && digitalTwins.states[i] === NONE) continue; // the one guard could not hold
    event.draw = uniform(draws, agents.id[i]);
    event.inUse = inUse ? 1 : 0;
    event.syncError = inUse
      ? LOWEST_ERROR + p.twinError * (1 - monitoring[i]) * meanOneShock(errors, agents.id[i], ERROR_SPREAD)
      : 0;
    digitalTwins.send(i, event);
  }
}
