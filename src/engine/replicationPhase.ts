import type { Ecosystem } from "./ecosystem.ts";
import type { YearPlan } from "./yearPlan.ts";
import { BUYERS_PER_FIRM } from "#domain/runResult.ts";
import { ADOPTION_STAGES, isDigitalUser } from "#domain/adoptionStage.ts";
import { sum } from "./agents.ts";
import { phaseKey, uniform } from "./randomNumbers.ts";
import { rowsInOrderOf } from "./rowsInOrderOf.ts";

const SCALED = ADOPTION_STAGES.indexOf("scaled");
const PILOTING = ADOPTION_STAGES.indexOf("piloting");

/**
 * Firms that take over the solution of a buyer who has scaled it. Such a firm is helped as one that the office advises, and
 * the office's firms are not taken again. Fills `advised` with both.
 */
export function chooseForReplication(ecosystem: Ecosystem, plan: YearPlan): void {
  const { agents, digital, institutions } = ecosystem;
  institutions.advised.set(agents.served);
  institutions.taught.fill(0);
  if (sum(plan.levers.replication) < 1) return;
  choose(ecosystem, "replication", plan.levers.replication, institutions.taught, (row) => {
    if (isDigitalUser(digital.states[row]) || institutions.advised[row] === 1) return false;
    for (let k = 0; k < BUYERS_PER_FIRM; k++) {
      if (digital.states[agents.buyers[BUYERS_PER_FIRM * row + k]] === SCALED) return true;
    }
    return false;
  }).forEach((row) => {
    institutions.advised[row] = 1;
  });
}

/** Firms over the threshold that neither use nor pilot get the grants of model factories; answers their rows (T38). */
export function chooseModelFactories(ecosystem: Ecosystem, plan: YearPlan): number[] {
  const { agents, digital, institutions, parameters: p } = ecosystem;
  const { hasGrant } = institutions;
  institutions.granted.fill(0);
  for (let i = 0; i < agents.large; i++) if (digital.states[i] !== PILOTING) hasGrant[i] = 0;
  if (sum(plan.levers.modelFactories) < 1) return [];
  const chosen = choose(ecosystem, "grant", plan.levers.modelFactories, institutions.granted, (row) => {
    const stage = digital.states[row];
    return !isDigitalUser(stage) && stage !== PILOTING && agents.readiness[row] > p.threshold;
  });
  for (const row of chosen) hasGrant[row] = 1;
  return chosen;
}

/** Rows that may be chosen, up to the places of their region, in an order drawn anew each year; counts enterprises. */
function choose(
  { agents, run, year }: Ecosystem,
  purpose: string,
  places: Float64Array,
  count: Float64Array,
  mayBe: (row: number) => boolean,
): number[] {
  const draws = phaseKey(run, purpose, year);
  const chosen: number[] = [];
  for (let r = 0; r < places.length; r++) {
    if (places[r] < 1) continue;
    const order = rowsInOrderOf(agents.largeStart[r], agents.largeStart[r + 1], (row) =>
      mayBe(row) ? uniform(draws, agents.id[row]) : Number.POSITIVE_INFINITY,
    );
    for (const row of order) {
      if (places[r] - count[r] < agents.weight[row]) break;
      count[r] += agents.weight[row];
      chosen.push(row);
    }
  }
  return chosen;
}
