import type { FirmTechnologyId } from "#domain/technologies.ts";
import type { Ecosystem } from "./ecosystem.ts";
import { isDigitalUser } from "#domain/adoptionStage.ts";
import { TECHNOLOGIES, technologyBit } from "#domain/technologies.ts";
import { phaseKey, uniform } from "./randomNumbers.ts";
import { rowsInOrderOf } from "./rowsInOrderOf.ts";
import { charge, type YearPlan } from "./yearPlan.ts";

/** By technology: chance that the plan adds to a firm's own, or null where it supports nobody. */
export type TechnologySupport = readonly (Float64Array | null)[];

/** Levers that pay for one technology, what that needs first, and the parameter with the cost of a firm. */
const SUPPORTED = [
  { lever: "digitalTwins", technology: "twin", first: "iiot", cost: "twinCost" },
  { lever: "robotCells", technology: "robots", first: "mes", cost: "robotCellCost" },
] as const satisfies readonly { technology: FirmTechnologyId; first: FirmTechnologyId; [key: string]: string }[];

/**
 * Firms that the plan helps to a technology this year: users of digital technology that lack it, those first that have what
 * it needs, in an order drawn anew each year. The others are helped to what it needs, at the same cost. No more firms than
 * places.
 */
export function supportTechnologies(ecosystem: Ecosystem, plan: YearPlan): TechnologySupport | null {
  const { agents, digital, technologies, parameters: p, run, year, off } = ecosystem;
  const wanted = SUPPORTED.filter(({ lever }) => plan.levers[lever].some((firms) => firms >= 1));
  if (wanted.length === 0 || off.has("technologies")) return null;
  const support: (Float64Array | null)[] = TECHNOLOGIES.map(() => null);
  for (const { lever, technology, first, cost } of wanted) {
    if (technology === "twin" && off.has("twins")) continue;
    const draws = phaseKey(run, `support/${technology}`, year);
    const bit = technologyBit(technology);
    const firstBit = technologyBit(first);
    const forIt = chancesOf(support, technology, agents.large);
    const forTheFirst = chancesOf(support, first, agents.large);
    for (let r = 0; r + 1 < agents.largeStart.length; r++) {
      const places = plan.levers[lever][r];
      if (places < 1) continue;
      let served = 0;
      for (const i of rowsInOrderOf(agents.largeStart[r], agents.largeStart[r + 1], (row) => {
        if (!isDigitalUser(digital.states[row]) || (technologies.sets[row] & bit) !== 0)
          return Number.POSITIVE_INFINITY;
        return uniform(draws, agents.id[row]) + ((technologies.sets[row] & firstBit) === 0 ? 1 : 0);
      })) {
        if (places - served < agents.weight[i]) break;
        served += agents.weight[i];
        const chances = (technologies.sets[i] & firstBit) === 0 ? forTheFirst : forIt;
        chances[i] = p.supportedSuccess;
      }
      charge(plan, lever, r, served * p[cost]);
    }
  }
  return support;
}

function chancesOf(support: (Float64Array | null)[], id: FirmTechnologyId, large: number): Float64Array {
  const k = TECHNOLOGIES.findIndex((technology) => technology.id === id);
  const chances = support[k] ?? new Float64Array(large);
  support[k] = chances;
  return chances;
}
