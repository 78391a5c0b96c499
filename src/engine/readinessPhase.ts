import type { Ecosystem } from "./ecosystem.ts";
import type { YearPlan } from "./yearPlan.ts";
import { ADOPTION_STAGES } from "#domain/adoptionStage.ts";
import { pow } from "#domain/portableMath.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { BLOCKS, modelReadiness } from "./blocks.ts";
import { customersAbove2023 } from "./customersPhase.ts";
import { labReach } from "./educationPhase.ts";
import { isPlatformMember } from "./platformPhase.ts";
import { BLOCK_SHARES_OF_SET } from "./technologySets.ts";

/** Effort on B7 per part of customers who came to digital channels since 2023 (assumption). */
const CUSTOMER_PULL = 0.3;
const LOWEST_BLOCK = 0.01;
const HIGHEST_BLOCK = 0.999;
const PILOTING = ADOPTION_STAGES.indexOf("piloting");
const INTEGRATED = ADOPTION_STAGES.indexOf("integrated");
const SCALED = ADOPTION_STAGES.indexOf("scaled");
const ROUNDING = 1e-12;
/** Security share of ICT spending at which the driver of B9 is at half of its range (assumption). */
const SECURITY_FOR_HALF = 0.05;
/** Training share of ICT spending at which the training driver of B5 is at half of its range (preset training-budget). */
const TRAINING_FOR_HALF = 0.05;

/**
 * EQ-2 of a year: B' = clamp(B + gain x (1 - B) - decay B) with driver x in [0, 1]. The driver is what kept the block in
 * 2023 plus what has changed since, so a firm to which nothing happens keeps its readiness. Sizes of the changes are
 * assumptions.
 */
export function updateReadiness(ecosystem: Ecosystem, plan: YearPlan): void {
  const { agents, parameters: p, weights, off } = ecosystem;
  if (off.has("readinessGrowth")) return;
  const { blocks, upkeep } = agents;
  const people = peopleByRegion(ecosystem, plan);
  const labs = ecosystem.data.regions.map((_, r) => p.labEffect * labReach(ecosystem, r));
  const customers = ecosystem.data.regions.map((_, r) => CUSTOMER_PULL * customersAbove2023(ecosystem, r));
  const change = new Float64Array(BLOCKS.length);
  const row = new Float64Array(BLOCKS.length);
  for (let i = 0; i < agents.count; i++) {
    const r = agents.region[i];
    if (i >= agents.large && people[r] === 0 && agents.ictEffort[i] === 1 && agents.declines[i] === 0) continue;
    changeOfDrivers(ecosystem, i, change);
    change[4] += people[r];
    if (i < agents.large) {
      change[3] += labs[r];
      change[4] += labs[r];
      change[6] += customers[r];
      change[8] += (0.5 * plan.levers.securityShare[r]) / SECURITY_FOR_HALF;
    }
    let isMoved = false;
    for (let j = 0; j < BLOCKS.length; j++) {
      const block = blocks[j][i];
      row[j] = block;
      if (change[j] === 0 && upkeep[j][i] < 1) continue; // upkeep and decay cancel exactly
      isMoved = true;
      const driver = Math.min(1, Math.max(0, upkeep[j][i] + change[j]));
      const next = block + p.readinessGain * driver * (1 - block) - p.readinessDecay * block;
      row[j] = Math.min(HIGHEST_BLOCK, Math.max(LOWEST_BLOCK, next));
      blocks[j][i] = row[j];
    }
    if (isMoved) agents.readiness[i] = modelReadiness(row, weights);
  }
}

/** What training and ICT staff add to B5 in each region; rounding along the trend of staff is no change. */
function peopleByRegion({ labour, parameters: p, year }: Ecosystem, plan: YearPlan): Float64Array {
  const staffPath = pow(1 + p.staffTrend, year - START_YEAR);
  return labour.staff.map((staff, r) => {
    const lead = staff / (labour.staffStart[r] * staffPath) - 1;
    const training = (0.5 * plan.levers.trainingShare[r]) / TRAINING_FOR_HALF;
    return Math.abs(lead) < ROUNDING ? training : training + 0.5 * lead;
  });
}

/** What a firm does more (or less) than in 2023, by block; other industry is followed in ICT effort and staff only. */
function changeOfDrivers(ecosystem: Ecosystem, row: number, change: Float64Array): void {
  const { agents, digital, suppliers, members, stageStart, institutions, technologies } = ecosystem;
  change.fill(0);
  change[1] = 0.3 * (agents.ictEffort[row] - 1);
  if (row >= agents.large) return;
  const isAdvised = institutions.advised[row] === 1;
  const stage = digital.states[row];
  const stageThen = stageStart[row];
  change[0] = isAdvised ? 0.5 : 0;
  change[2] = reorganises(stage) - reorganises(stageThen) + (isAdvised ? 0.2 : 0);
  change[4] = isAdvised ? 0.2 : 0;
  change[5] = suppliers.states[row] === PROCUREMENT ? 0.2 : suppliers.states[row] === SUPPLIER_INTEGRATED ? 0.4 : 0;
  change[6] = isPlatformMember(members.states[row]) ? 0.2 : 0;
  change[7] = reorganises(stage) - reorganises(stageThen);
  const set = technologies.sets[row];
  const setStart = technologies.setsStart[row];
  if (set === setStart) return;
  const now = set * BLOCKS.length;
  const start = setStart * BLOCKS.length;
  for (let j = 0; j < BLOCKS.length; j++) change[j] += BLOCK_SHARES_OF_SET[now + j] - BLOCK_SHARES_OF_SET[start + j];
}

/** Codes of SM-6 states in the order of the machine. */
const PROCUREMENT = 1;
const SUPPLIER_INTEGRATED = 2;

function reorganises(stage: number): number {
  return stage === PILOTING || stage === INTEGRATED ? 0.3 : stage === SCALED ? 0.2 : 0;
}
