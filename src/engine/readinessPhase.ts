import type { Ecosystem } from "./ecosystem.ts";
import type { YearPlan } from "./yearPlan.ts";
import { ADOPTION_STAGES } from "#domain/adoptionStage.ts";
import { HIGHEST_BLOCK } from "#domain/explanation.ts";
import { pow } from "#domain/portableMath.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { BLOCKS, groupBit, refreshChanged } from "./blocks.ts";
import { customersAbove2023 } from "./customersPhase.ts";
import { labReach } from "./educationPhase.ts";
import { isPlatformMember } from "./memberStates.ts";
import { BLOCK_SHARES_OF_SET } from "./technologySets.ts";

/** Effort on B7 per part of customers who came to digital channels since 2023 (assumption). */
const CUSTOMER_PULL = 0.3;
const LOWEST_BLOCK = 0.01;
const ROUNDING = 1e-12;
/** Security share of ICT spending at which the driver of B9 is at half of its range (assumption). */
const SECURITY_FOR_HALF = 0.05;
/** Training share of ICT spending at which the training driver of B5 is at half of its range (preset training-budget). */
const TRAINING_FOR_HALF = 0.05;

/**
 * EQ-2 of a year: B' = clamp(B + gain x (1 - B) - decay B) with driver x in [0, 1]. The driver is what kept the block in
 * 2023 plus what has changed since, so a firm to which nothing happens keeps its readiness, and one whose effort has ended
 * keeps what it gained. Sizes of the changes are assumptions. Block by block, since a block of all agents is one column.
 */
export function updateReadiness(ecosystem: Ecosystem, plan: YearPlan): void {
  const { agents, weights, off } = ecosystem;
  if (off.has("readinessGrowth")) return;
  const people = peopleByRegion(ecosystem, plan);
  const rowsOfNewSets = rowsWithNewSets(ecosystem);
  const change = new Float64Array(agents.count);
  const changed = new Uint16Array(agents.count);
  for (let j = 0; j < BLOCKS.length; j++) {
    change.fill(0);
    changeOfDriver(ecosystem, j, rowsOfNewSets, change);
    if (BLOCKS[j] === "PERS") addByRegion(change, agents.region, agents.count, people);
    const ofLarge = driverOfLarge(ecosystem, plan, j);
    if (ofLarge !== null) addByRegion(change, agents.region, agents.large, ofLarge);
    moveBlock(ecosystem, j, change, groupBit(weights, j), changed);
  }
  refreshChanged(agents, weights, changed);
}

/** Notes `group`, the bit of the block's group of weights, in `changed` where the block moves. */
function moveBlock(
  { agents, parameters }: Ecosystem,
  j: number,
  change: Float64Array,
  group: number,
  changed: Uint16Array,
): void {
  const { readinessGain: gain, readinessDecay: decay } = parameters;
  const block = agents.blocks[j];
  const upkeep = agents.upkeep[j];
  for (let i = 0; i < block.length; i++) {
    const effort = change[i];
    const kept = upkeep[i];
    if (effort === 0 && kept < 1) continue; // no effort: what is there stays, also above 2023
    changed[i] |= group;
    const driver = Math.min(1, Math.max(0, kept + effort));
    const now = block[i];
    const next = now + gain * driver * (1 - now) - decay * now;
    block[i] = Math.min(HIGHEST_BLOCK, Math.max(LOWEST_BLOCK, next));
  }
}

function addByRegion(change: Float64Array, region: Uint8Array, rows: number, values: Float64Array): void {
  for (let i = 0; i < rows; i++) change[i] += values[region[i]];
}

/** What the surroundings of the large firms of each region add to the driver of a block; null: nothing. */
function driverOfLarge(ecosystem: Ecosystem, { levers }: YearPlan, j: number): Float64Array | null {
  const { data, parameters: p } = ecosystem;
  const byRegion = (value: (region: number) => number) => new Float64Array(data.regions.length).map((_, r) => value(r));
  switch (BLOCKS[j]) {
    case "PROD":
    case "PERS":
      return byRegion((r) => p.labEffect * labReach(ecosystem, r));
    case "CUST":
      return byRegion((r) => CUSTOMER_PULL * customersAbove2023(ecosystem, r));
    case "CYBSEC":
      return byRegion((r) => (0.5 * levers.securityShare[r]) / SECURITY_FOR_HALF);
    default:
      return null;
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

/** What firms do more (or less) than in 2023 for a block; other industry is followed in ICT effort and staff only. */
function changeOfDriver(ecosystem: Ecosystem, j: number, rowsOfNewSets: Int32Array, change: Float64Array): void {
  const { agents, suppliers, members, technologies, institutions } = ecosystem;
  const { advised } = institutions;
  switch (BLOCKS[j]) {
    case "STRSDE":
      for (let i = 0; i < agents.large; i++) change[i] = 0.5 * advised[i];
      break;
    case "MTE":
      for (let i = 0; i < agents.count; i++) change[i] = 0.3 * (agents.ictEffort[i] - 1);
      break;
    case "ORGSTRPROC":
      reorganise(ecosystem, change);
      for (let i = 0; i < agents.large; i++) change[i] += 0.2 * advised[i];
      break;
    case "PERS":
      for (let i = 0; i < agents.large; i++) change[i] = 0.2 * advised[i];
      break;
    case "SCM":
      for (let i = 0; i < agents.large; i++) change[i] = CHAIN_OF_SUPPLIER[suppliers.states[i]];
      break;
    case "CUST":
      for (let i = 0; i < agents.large; i++) change[i] = isPlatformMember(members.states[i]) ? 0.2 : 0;
      break;
    case "MONCONTR":
      reorganise(ecosystem, change);
      break;
  }
  const { sets, setsStart } = technologies;
  for (let n = 0; n < rowsOfNewSets.length; n++) {
    const i = rowsOfNewSets[n];
    change[i] +=
      BLOCK_SHARES_OF_SET[BLOCKS.length * sets[i] + j] - BLOCK_SHARES_OF_SET[BLOCKS.length * setsStart[i] + j];
  }
}

/** Large firms whose set of technologies is another than in 2023. */
function rowsWithNewSets({ technologies: { sets, setsStart } }: Ecosystem): Int32Array {
  const rows = new Int32Array(sets.length);
  let count = 0;
  for (let i = 0; i < rows.length; i++) if (sets[i] !== setsStart[i]) rows[count++] = i;
  return rows.subarray(0, count);
}

/** A firm reorganises while a technology is brought in, less so once it is scaled. */
function reorganise({ digital, stageStart }: Ecosystem, change: Float64Array): void {
  const { states } = digital;
  for (let i = 0; i < stageStart.length; i++) {
    change[i] = REORGANISATION_AT_STAGE[states[i]] - REORGANISATION_AT_STAGE[stageStart[i]];
  }
}

const REORGANISATION_AT_STAGE = Float64Array.from(ADOPTION_STAGES, (stage) =>
  stage === "piloting" || stage === "integrated" ? 0.3 : stage === "scaled" ? 0.2 : 0,
);
/** By state of SM-6: analogue, eProcurement, integrated, lost. */
const CHAIN_OF_SUPPLIER = Float64Array.of(0, 0.2, 0.4, 0);
