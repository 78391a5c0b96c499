import type { Ecosystem } from "./ecosystem.ts";
import type { YearPlan } from "./yearPlan.ts";
import { apportion } from "./agents.ts";
import { complementorMachine } from "./machines/complementor.ts";
import { isPlatformMember } from "./memberStates.ts";
import { phaseKey, uniform } from "./randomNumbers.ts";
import { START_YEAR } from "#domain/scenario.ts";

/** Classes of outside ICT resources (T36). */
export const RESOURCE_CLASSES = 13;
/** By state of SM-5: 1 where a complementor serves members. */
const IS_ACTIVE = Uint8Array.from(Object.keys(complementorMachine.states), (state) =>
  ["active", "niche", "growing"].includes(state) ? 1 : 0,
);

function isActiveComplementor(state: number): boolean {
  return IS_ACTIVE[state] === 1;
}

/**
 * Where complementors sit and what they offer: regions by their ICT staff, classes of T36 in turn (both assumptions: the
 * study names the classes, nobody has counted the firms).
 */
export function placeComplementors({ platforms, labour, complementors }: Ecosystem): void {
  let k = 0;
  apportion(labour.staff, complementors.size).forEach((firms, region) => {
    for (let n = 0; n < firms; n++, k++) {
      platforms.complementorRegion[k] = region;
      platforms.complementorClass[k] = k % RESOURCE_CLASSES;
    }
  });
}

/**
 * SM-5 of a year. A complementor has a home among the running platforms and offers on the others too with a chance that is
 * the openness, or the interoperability of the digital code if that is higher. Its market are the members of its platforms
 * per complementor there.
 */
export function advanceComplementors(ecosystem: Ecosystem, plan: YearPlan, running: readonly boolean[]): void {
  const { complementors, platforms, parameters: p, run, year } = ecosystem;
  const openness = plan.levers.openness[0];
  const acquisition = Math.max(0, plan.levers.buildingStrategy[0]);
  const draws = phaseKey(run, "complementor", year);
  const homes = phaseKey(run, "complementor/home", START_YEAR);
  const others = phaseKey(run, "complementor/others", START_YEAR);
  const open = running.flatMap((runs, c) => (runs ? [c] : []));
  const reach = Math.max(openness, plan.levers.digitalCode[0]);
  for (let k = 0; k < complementors.size; k++) {
    const home = open.length > 0 ? open[Math.floor(uniform(homes, k) * open.length)] : -1;
    platforms.offersOn[k] = 0;
    for (const c of open) {
      if (c === home || uniform(others, k) < reach) platforms.offersOn[k] |= 1 << c;
    }
  }
  const offered = countComplementors(ecosystem);
  const event = { type: "YEAR_PASSED" as const, draw: 0, platforms: 0, entryChance: 0, membersEach: 0 };
  event.entryChance = p.complementorEntry * (1 + p.openEntry * openness) * (1 - p.acquisitionSupply * acquisition);
  complementors.sendAll(event, (e, k) => {
    e.draw = uniform(draws, k);
    e.platforms = 0;
    e.membersEach = 0;
    for (const c of open) {
      if ((platforms.offersOn[k] & (1 << c)) === 0) continue;
      e.platforms += 1;
      e.membersEach += platforms.members[c] / Math.max(1, offered[c]);
    }
  });
}

/** Active complementors by platform. */
export function countComplementors({ complementors, platforms }: Ecosystem): Float64Array {
  const count = new Float64Array(platforms.value.length);
  for (let k = 0; k < complementors.size; k++) {
    if (!isActiveComplementor(complementors.states[k])) continue;
    for (let c = 0; c < count.length; c++) if ((platforms.offersOn[k] & (1 << c)) !== 0) count[c] += 1;
  }
  return count;
}

/** Mean price of the complementors of a platform relative to the usual one; 1 where there are none. */
export function complementorPrice({ complementors, platforms }: Ecosystem, core: number): number {
  let total = 0;
  let count = 0;
  for (let k = 0; k < complementors.size; k++) {
    if (!isActiveComplementor(complementors.states[k]) || (platforms.offersOn[k] & (1 << core)) === 0) continue;
    total += complementors.columns.price[k];
    count += 1;
  }
  return count > 0 ? total / count : 1;
}

/** States of SM-15 in which the mechanism ties ICT service firms to the platforms. */
const CONNECTING: readonly string[] = [
  "operating",
  "evaluated",
  "optimal",
  "needsRefinement",
  "diagnosis",
  "correction",
];

/** The mechanism gives members of a platform the ICT service firm of their region as an outside resource (SM-15). */
export function connectServiceFirms({ agents, members, coreOf, platforms, ictServices, live }: Ecosystem): void {
  platforms.serviceConnected.fill(0);
  if (!CONNECTING.includes(live.mechanism.getSnapshot().value)) return;
  for (let i = 0; i < agents.large; i++) {
    if (isPlatformMember(members.states[i])) platforms.serviceConnected[agents.region[i]] |= 1 << coreOf[i];
  }
  for (let r = 0; r < ictServices.size; r++) {
    for (let c = 0; c < platforms.complementors.length; c++) {
      if ((platforms.serviceConnected[r] & (1 << c)) !== 0) platforms.complementors[c] += 1;
    }
  }
}

/** Classes of outside resources (T36) that an active complementor or a connected ICT firm brings in, of 13. */
export function connectedClasses({ complementors, platforms }: Ecosystem): number {
  const isConnected = new Uint8Array(RESOURCE_CLASSES);
  for (let k = 0; k < complementors.size; k++) {
    if (isActiveComplementor(complementors.states[k])) isConnected[platforms.complementorClass[k]] = 1;
  }
  platforms.serviceConnected.forEach((cores, r) => {
    if (cores !== 0) isConnected[r % RESOURCE_CLASSES] = 1;
  });
  return isConnected.reduce((count, connected) => count + connected, 0);
}
