import type { Ecosystem } from "./ecosystem.ts";
import { technologyBit } from "#domain/technologies.ts";
import { CO_CREATING } from "./memberStates.ts";
import { digitalBuyers } from "./startAdoption.ts";

/** SM-12: rungs of the factory ladder; a rung's code is its place. */
export const RUNGS = ["conventional", "digital", "smart", "virtual"] as const;

const TWIN = technologyBit("twin");
const IIOT_AND_AI = technologyBit("iiot") | technologyBit("ai");
const ROBOTS_OR_MES = technologyBit("robots") | technologyBit("mes");
const HIGH_BAND = 0.8;
const INTEGRATED_PARTNERS = 0.3;

/**
 * SM-12, derived: digital with a twin in whatever state; smart with industrial internet of things, artificial intelligence,
 * robots or MES, and readiness in the high band; virtual if smart, co-creating and with at least 30 % of its partners digital.
 */
export function rungOf(set: number, readiness: number, isCoCreating: boolean, digitalPartners: number): number {
  const isSmart = (set & IIOT_AND_AI) === IIOT_AND_AI && (set & ROBOTS_OR_MES) !== 0 && readiness > HIGH_BAND;
  if (!isSmart) return (set & TWIN) !== 0 ? 1 : 0;
  return isCoCreating && digitalPartners >= INTEGRATED_PARTNERS ? 3 : 2;
}

/** Rung of every large firm at the end of the year. */
export function climbLadder({ agents, technologies, members, digital, ladder }: Ecosystem): void {
  for (let i = 0; i < agents.large; i++) {
    const set = technologies.sets[i];
    ladder[i] =
      set === 0
        ? 0
        : rungOf(
            set,
            agents.readiness[i],
            members.states[i] === CO_CREATING,
            digitalBuyers(agents.buyers, digital.states, i),
          );
  }
}
