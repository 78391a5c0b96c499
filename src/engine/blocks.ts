import type { ParameterValues } from "#domain/parameters.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { Agents } from "./agents.ts";
import { READINESS_BLOCKS } from "#domain/explanation.ts";
import { exp, ln } from "#domain/portableMath.ts";

/** The nine readiness blocks B1 to B9, in the order of the study. */
export const BLOCKS = READINESS_BLOCKS;
/** Place of each block among the nine. */
export const BLOCK = Object.fromEntries(BLOCKS.map((block, j) => [block, j])) as Readonly<
  Record<(typeof BLOCKS)[number], number>
>;

/** Log odds between the raw index and the model scale, which puts the two case enterprises at 0.80 (EQ-2, assumption). */
export const MODEL_SCALE_SHIFT = 0.9;
const MODEL_SCALE_ODDS = exp(MODEL_SCALE_SHIFT);

/** Weights of the blocks, grouped by equal weight: the logarithm of a product costs as much as that of one factor. */
export type BlockWeights = readonly { readonly weight: number; readonly blocks: readonly number[] }[];

/** Expert weights of the blocks (survey of 42); they add up to 1. */
export function blockWeights(data: StudyData): BlockWeights {
  const weights = BLOCKS.map((block) => data.published.readiness.block_weights_expert_survey_n42[block]);
  return [...new Set(weights)].map((weight) => ({
    weight,
    blocks: weights.map((_, j) => j).filter((j) => weights[j] === weight),
  }));
}

/** EQ-2: nine columns of block values in (0, 1) to the readiness of a row on the model scale, logistic(logit R_raw + 0.90). */
export function modelReadiness(blocks: readonly ArrayLike<number>[], row: number, weights: BlockWeights): number {
  let logRaw = 0;
  for (let g = 0; g < weights.length; g++) logRaw += weightedLog(blocks, row, weights[g]);
  return onModelScale(logRaw);
}

/**
 * EQ-2: gives an agent a block that it starts with, and the driver that keeps the block there (upkeep). A block so high that
 * even full effort cannot keep it declines. `refreshReadiness` has to follow the last block.
 */
export function startBlock(
  { blocks, upkeep }: Agents,
  row: number,
  j: number,
  value: number,
  p: ParameterValues,
): void {
  blocks[j][row] = value;
  upkeep[j][row] = Math.min(1, (p.readinessDecay * value) / (p.readinessGain * (1 - value)));
}

/** Bit of the group of weights that block j belongs to. */
export function groupBit(weights: BlockWeights, j: number): number {
  return 1 << weights.findIndex(({ blocks }) => blocks.includes(j));
}

/** Sets the readiness of an agent from its blocks. */
export function refreshReadiness({ blocks, groupLogs, readiness }: Agents, row: number, weights: BlockWeights): void {
  let logRaw = 0;
  for (let g = 0; g < groupLogs.length; g++) {
    groupLogs[g][row] = weightedLog(blocks, row, weights[g]);
    logRaw += groupLogs[g][row];
  }
  readiness[row] = onModelScale(logRaw);
}

/** The same of every agent whose blocks have changed, in the groups of weights whose bits are set in `changed`. */
export function refreshChanged(
  { blocks, groupLogs, readiness }: Agents,
  weights: BlockWeights,
  changed: Uint16Array,
): void {
  for (let g = 0; g < groupLogs.length; g++) {
    const logs = groupLogs[g];
    const bit = 1 << g;
    for (let i = 0; i < changed.length; i++) {
      if ((changed[i] & bit) !== 0) logs[i] = weightedLog(blocks, i, weights[g]);
    }
  }
  for (let i = 0; i < changed.length; i++) {
    if (changed[i] === 0) continue;
    let logRaw = 0;
    for (let g = 0; g < groupLogs.length; g++) logRaw += groupLogs[g][i];
    readiness[i] = onModelScale(logRaw);
  }
}

function weightedLog(
  blocks: readonly ArrayLike<number>[],
  row: number,
  { weight, blocks: group }: BlockWeights[number],
): number {
  let product = 1;
  for (let k = 0; k < group.length; k++) product *= blocks[group[k]][row];
  return weight * ln(product);
}

/** logistic(x) with odds e^x: raw / (1 - raw) times e^0.90. */
function onModelScale(logRaw: number): number {
  const raw = exp(logRaw);
  const odds = (raw / (1 - raw)) * MODEL_SCALE_ODDS;
  return odds / (1 + odds);
}
