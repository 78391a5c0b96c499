import type { ParameterValues } from "#domain/parameters.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { RandomKey } from "./randomNumbers.ts";
import { BUYERS_PER_FIRM } from "#domain/runResult.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { exp, ln, logistic } from "#domain/portableMath.ts";
import { BLOCKS, blockWeights, MODEL_SCALE_SHIFT, refreshReadiness, startBlock } from "./blocks.ts";
import { placeCaseEnterprises } from "./caseEnterprises.ts";
import { normalQuantile, phaseKey, standardNormal, uniform } from "./randomNumbers.ts";
import { rowsInOrderOf } from "./rowsInOrderOf.ts";

/** Sectors of the industrial enterprises, with their numbers among the 13,862 (T12 proportions). */
export const SECTORS = ["mining", "manufacturing", "energy", "water"] as const;
export const MANUFACTURING = 1;
const SECTOR_COUNTS = [1524, 10352, 871, 1115];
/** Large and medium ones among the manufacturers: rows of their own (T14). */
const LARGE_MANUFACTURERS = 984;

/** An agent of other industry stands for about ten enterprises (SPEC.md, Who acts). */
const ENTERPRISES_PER_OTHER_AGENT = 10;
/** Chance that a buyer is in the firm's own region (assumption: no data on links). */
const LOCAL_BUYER = 0.7;
const SIZE_SPREAD = 1.2;
const BLOCK_SPREAD = 0.1;

/**
 * All enterprises as columns, one row an agent: the large and medium manufacturers first (population of T14), then the
 * agents of other industry, both in region order. Money is billion KZT of 2023.
 */
export type Agents = {
  readonly count: number;
  /** Rows 0 … large - 1 are the large and medium manufacturers. */
  readonly large: number;
  /** Rows of region r among the large: largeStart[r] … largeStart[r + 1] - 1; otherStart likewise for the rest. */
  readonly largeStart: Int32Array;
  readonly otherStart: Int32Array;
  /** Identity for random numbers: adding an agent to a region shifts nobody else's chance. */
  readonly id: Uint32Array;
  readonly region: Uint8Array;
  readonly sector: Uint8Array;
  /** Enterprises that the agent stands for. */
  readonly weight: Float64Array;
  /** Block values B1 … B9 in (0, 1). */
  readonly blocks: readonly Float64Array[];
  /** Summands of ln R_raw, one column a group of equal weights (blocks.ts). */
  readonly groupLogs: readonly Float64Array[];
  /** Driver that keeps each block where it was in 2023 (EQ-2). */
  readonly upkeep: readonly Float64Array[];
  readonly readiness: Float64Array;
  readonly outputStart: Float64Array;
  readonly output: Float64Array;
  readonly projectCost: Float64Array;
  /** Stage multiplier of 2023, against which later stages are measured (EQ-1). */
  readonly ictMultiplierStart: Float64Array;
  readonly ictSpendingStart: Float64Array;
  readonly ictSpending: Float64Array;
  /** ICT spending per output relative to 2023: what stage and training add (EQ-1). */
  readonly ictEffort: Float64Array;
  readonly ictCapital: Float64Array;
  /** ICT capital at the start, and 1, 2 and 3 years ago (EQ-7 lags). */
  readonly ictCapitalStart: Float64Array;
  readonly ictCapitalPast: readonly Float64Array[];
  /** Rows of the buyers of large firm i: buyers[4 i] … buyers[4 i + 3]. */
  readonly buyers: Int32Array;
  /** 1 if the project office advises the firm this year. */
  readonly served: Uint8Array;
};

/** Builds the enterprises of 2023. `scale` multiplies the number of agents and divides what each stands for. */
export function createAgents(data: StudyData, p: ParameterValues, run: RandomKey, scale = 1): Agents {
  const regions = data.regions.length;
  const largeCounts = Array.from(data.start.firms, (firms) => Math.round(firms * scale));
  const others = data.start.industrialEnterprises.map((all, r) => all - data.start.firms[r]);
  const otherCounts = apportion(others, Math.round((scale * sum(others)) / ENTERPRISES_PER_OTHER_AGENT));
  const large = sum(largeCounts);
  const count = large + sum(otherCounts);
  const columns = () => BLOCKS.map(() => new Float64Array(count));
  const agents: Agents = {
    count,
    large,
    largeStart: starts(largeCounts, 0),
    otherStart: starts(otherCounts, large),
    id: new Uint32Array(count),
    region: new Uint8Array(count),
    sector: new Uint8Array(count),
    weight: new Float64Array(count),
    blocks: columns(),
    groupLogs: blockWeights(data).map(() => new Float64Array(count)),
    upkeep: columns(),
    readiness: new Float64Array(count),
    outputStart: new Float64Array(count),
    output: new Float64Array(count),
    projectCost: new Float64Array(count),
    ictMultiplierStart: new Float64Array(count),
    ictSpendingStart: new Float64Array(count),
    ictSpending: new Float64Array(count),
    ictEffort: new Float64Array(count).fill(1),
    ictCapital: new Float64Array(count),
    ictCapitalStart: new Float64Array(count),
    ictCapitalPast: [0, 1, 2].map(() => new Float64Array(count)),
    buyers: new Int32Array(large * BUYERS_PER_FIRM),
    served: new Uint8Array(large),
  };
  for (let r = 0; r < regions; r++) {
    identify(agents, r, agents.largeStart, data.start.firms[r], 0);
    identify(agents, r, agents.otherStart, others[r], OTHER_ID);
    assignSectors(agents, r);
  }
  drawReadiness(agents, data, p, run);
  drawSizes(agents, data, p, run);
  placeCaseEnterprises(agents, data, p);
  drawBuyers(agents, run);
  return agents;
}

const REGION_ID = 2 ** 26;
const OTHER_ID = 2 ** 25;

function identify(agents: Agents, r: number, rows: Int32Array, enterprises: number, offset: number): void {
  const first = rows[r];
  const size = rows[r + 1] - first;
  for (let i = 0; i < size; i++) {
    agents.id[first + i] = r * REGION_ID + offset + i;
    agents.region[first + i] = r;
    agents.sector[first + i] = MANUFACTURING;
    // Whole enterprises, as even as can be: agent i stands for those from the i-th to the (i + 1)-th part of the region.
    agents.weight[first + i] =
      size <= enterprises
        ? Math.floor(((i + 1) * enterprises) / size) - Math.floor((i * enterprises) / size)
        : enterprises / size;
  }
}

/** Sectors of other industry spread evenly, so that every region has its part of each. */
function assignSectors(agents: Agents, r: number): void {
  const rest = SECTOR_COUNTS.map((enterprises, s) =>
    s === MANUFACTURING ? enterprises - LARGE_MANUFACTURERS : enterprises,
  );
  const total = sum(rest);
  const given = rest.map(() => 0);
  for (let i = agents.otherStart[r]; i < agents.otherStart[r + 1]; i++) {
    const placed = i - agents.otherStart[r] + 1;
    let sector = 0;
    for (let s = 1; s < rest.length; s++) {
      if ((placed * rest[s]) / total - given[s] > (placed * rest[sector]) / total - given[sector]) sector = s;
    }
    given[sector] += 1;
    agents.sector[i] = sector;
  }
}

/**
 * EQ-2, start: logit R is normal. Within a region the quantiles are stratified, so that no region starts ahead by luck
 * alone; blocks scatter around the index.
 */
function drawReadiness(agents: Agents, data: StudyData, p: ParameterValues, run: RandomKey): void {
  const meanLarge = meanLogOdds(p);
  const weights = blockWeights(data);
  const order = phaseKey(run, "start/order", START_YEAR);
  const within = phaseKey(run, "start/readiness", START_YEAR);
  const scatter = BLOCKS.map((block) => phaseKey(run, `start/${block}`, START_YEAR));
  for (const rows of [agents.largeStart, agents.otherStart]) {
    const mean = rows === agents.largeStart ? meanLarge : p.othersReadiness;
    for (let r = 0; r + 1 < rows.length; r++) {
      const members = rowsInOrderOf(rows[r], rows[r + 1], (i) => uniform(order, agents.id[i]));
      for (let rank = 0; rank < members.length; rank++) {
        const i = members[rank];
        const quantile = (rank + 0.001 + 0.998 * uniform(within, agents.id[i])) / members.length;
        const logOdds = mean + p.readinessSpread * normalQuantile(quantile);
        for (let j = 0; j < BLOCKS.length; j++) {
          const block = logistic(logOdds - MODEL_SCALE_SHIFT + BLOCK_SPREAD * standardNormal(scatter[j], agents.id[i]));
          startBlock(agents, i, j, block, p);
        }
        refreshReadiness(agents, i, weights);
      }
    }
  }
}

/** Mean of logit R of the large firms: the one that puts the share M of them above the threshold. */
export function meanLogOdds(p: ParameterValues): number {
  return ln(p.threshold / (1 - p.threshold)) + p.readinessSpread * normalQuantile(p.matureShare);
}

/**
 * Output: lognormal sizes scaled to the region's manufacturing output of T18; project cost: lognormal (T38, EQ-1) times the
 * root of size.
 */
function drawSizes(agents: Agents, data: StudyData, p: ParameterValues, run: RandomKey): void {
  const size = phaseKey(run, "start/size", START_YEAR);
  const cost = phaseKey(run, "start/projectCost", START_YEAR);
  const { outputStart, weight, id } = agents;
  for (let i = 0; i < agents.count; i++) {
    outputStart[i] = weight[i] * exp(SIZE_SPREAD * standardNormal(size, id[i]));
    agents.projectCost[i] = p.projectCostMedian * exp(p.projectCostSpread * standardNormal(cost, id[i]));
  }
  for (let r = 0; r < data.regions.length; r++) {
    const manufacturing = data.t18.manuf_output[r];
    scaleTo(agents, agents.largeStart, r, p.largeOutputShare * manufacturing);
    scaleTo(agents, agents.otherStart, r, (1 - p.largeOutputShare) * manufacturing);
  }
  agents.output.set(outputStart);
  const meanLarge = (p.largeOutputShare * sum(data.t18.manuf_output)) / sum(data.start.firms);
  for (let i = 0; i < agents.count; i++) {
    agents.projectCost[i] *= Math.sqrt(outputStart[i] / (agents.weight[i] * meanLarge));
  }
}

/** Scales the manufacturers among the rows to the total; other sectors keep the same output per enterprise (assumption). */
function scaleTo(agents: Agents, rows: Int32Array, r: number, total: number): void {
  let made = 0;
  for (let i = rows[r]; i < rows[r + 1]; i++) {
    if (agents.sector[i] === MANUFACTURING) made += agents.outputStart[i];
  }
  for (let i = rows[r]; i < rows[r + 1]; i++) agents.outputStart[i] *= total / made;
}

/** Supply links: every large firm has four buyers among the large firms, mostly in its own region. */
function drawBuyers(agents: Agents, run: RandomKey): void {
  for (let slot = 0; slot < BUYERS_PER_FIRM; slot++) {
    const local = phaseKey(run, `start/buyerLocal${slot}`, START_YEAR);
    const choice = phaseKey(run, `start/buyer${slot}`, START_YEAR);
    for (let i = 0; i < agents.large; i++) {
      const r = agents.region[i];
      const isLocal = uniform(local, agents.id[i]) < LOCAL_BUYER && agents.largeStart[r + 1] - agents.largeStart[r] > 1;
      const first = isLocal ? agents.largeStart[r] : 0;
      const size = (isLocal ? agents.largeStart[r + 1] : agents.large) - first;
      const drawn = first + Math.floor(uniform(choice, agents.id[i]) * (size - 1));
      agents.buyers[BUYERS_PER_FIRM * i + slot] = drawn >= i ? drawn + 1 : drawn; // nobody buys from oneself
    }
  }
}

/** Whole numbers in proportion to the parts that add up to the total: largest remainders, ties to the first. */
export function apportion(parts: ArrayLike<number>, total: number): number[] {
  const whole = sum(parts);
  if (!(whole > 0)) return Array.from(parts, () => 0);
  const exact = Array.from(parts, (part) => (part / whole) * total);
  const counts = exact.map(Math.floor);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - counts[index] }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const missing = total - sum(counts);
  for (let k = 0; k < missing; k++) counts[byRemainder[k].index] += 1;
  return counts;
}

/**
 * A column added up by region over all agents, each region in row order: a sum that stays in a register does not wait for
 * memory, as one would that is looked up by the region of every row.
 */
export function sumByRegion({ largeStart, otherStart }: Agents, values: Float64Array): Float64Array {
  const sums = new Float64Array(largeStart.length - 1);
  for (let r = 0; r < sums.length; r++) {
    let total = 0;
    for (let i = largeStart[r]; i < largeStart[r + 1]; i++) total += values[i];
    for (let i = otherStart[r]; i < otherStart[r + 1]; i++) total += values[i];
    sums[r] = total;
  }
  return sums;
}

/** The same of the large firms, each as often as the enterprises it stands for. */
export function weightedSumByRegion({ largeStart, weight }: Agents, values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(largeStart.length - 1);
  for (let r = 0; r < sums.length; r++) {
    let total = 0;
    for (let i = largeStart[r]; i < largeStart[r + 1]; i++) total += weight[i] * values[i];
    sums[r] = total;
  }
  return sums;
}

export function sum(values: ArrayLike<number>): number {
  if (values instanceof Float64Array) return sumOfColumn(values);
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}

/** A loop of its own: one that has met several kinds of lists keeps its total on the heap. */
function sumOfColumn(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}

function starts(counts: readonly number[], first: number): Int32Array {
  const rows = new Int32Array(counts.length + 1);
  rows[0] = first;
  counts.forEach((count, r) => {
    rows[r + 1] = rows[r] + count;
  });
  return rows;
}
