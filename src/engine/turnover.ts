import type { StudyData } from "#domain/studyData.ts";
import type { Agents } from "./agents.ts";
import type { Ecosystem } from "./ecosystem.ts";
import type { Population } from "./population.ts";
import { isDigitalUser } from "#domain/adoptionStage.ts";
import { logistic } from "#domain/portableMath.ts";
import { meanLogOdds } from "./agents.ts";
import { BLOCKS, MODEL_SCALE_SHIFT, refreshReadiness, startBlock } from "./blocks.ts";
import { rowOfCase } from "./caseEnterprises.ts";
import { deriveMachineTable } from "./machineTable.ts";
import { firmLifeMachine } from "./machines/firmLife.ts";
import { createPopulation } from "./population.ts";
import { phaseKey, standardNormal, uniform } from "./randomNumbers.ts";

const table = deriveMachineTable(firmLifeMachine);
const VACANT = table.leaves.indexOf("vacant");
/** Identities of the firms that take over a place: so many apart, so that nobody's chance is used again. */
const NEXT_IDENTITY = 4096;
/** Readiness blocks of a vacant place: nothing considers it. */
const NO_BLOCK = 0.01;

export type Turnover = {
  readonly life: Population<typeof firmLifeMachine>;
  /** Enterprises that a place stands for while a firm holds it. */
  readonly weight: Float64Array;
  /** 1 for the enterprises that the study names: they stay. */
  readonly isNamed: Uint8Array;
  /** Enterprises that closed and opened this year, by region. */
  readonly exits: Float64Array;
  readonly entries: Float64Array;
};

/** All firms of 2023 in their places; nobody has closed or opened yet. */
export function startTurnover(data: StudyData, agents: Agents): Turnover {
  const { weight, large } = agents;
  const isNamed = new Uint8Array(large);
  for (const enterprise of data.caseEnterprises) {
    const row = rowOfCase(enterprise, data, agents);
    if (row >= 0) isNamed[row] = 1;
  }
  return {
    life: createPopulation(table, large),
    weight: weight.slice(0, large),
    isNamed,
    exits: new Float64Array(data.regions.length),
    entries: new Float64Array(data.regions.length),
  };
}

/**
 * Exit and entry at the end of a year. Firms that use digital technology close by distress alone: the rate d of SM-1 was
 * fitted on data from which closed users are gone.
 */
export function turnOver(ecosystem: Ecosystem): void {
  const { agents, digital, turnover, accounts, parameters: p, run, year } = ecosystem;
  const { life, exits, entries } = turnover;
  exits.fill(0);
  entries.fill(0);
  const draws = phaseKey(run, "firmLife", year);
  const event = { type: "YEAR_PASSED" as const, draw: 0, exitChance: 0, entryChance: p.firmEntry, yearsBelowZero: 0 };
  for (let i = 0; i < agents.large; i++) {
    const wasVacant = life.states[i] === VACANT;
    if (turnover.isNamed[i] === 1) continue;
    event.draw = uniform(draws, agents.id[i]);
    event.exitChance = isDigitalUser(digital.states[i]) ? 0 : p.firmExit;
    event.yearsBelowZero = accounts.yearsBelowZero[i];
    life.send(i, event);
    const isVacant = life.states[i] === VACANT;
    if (isVacant === wasVacant) continue;
    const region = agents.region[i];
    if (isVacant) {
      exits[region] += agents.weight[i];
      closeFirm(ecosystem, i);
    } else {
      openFirm(ecosystem, i);
      entries[region] += agents.weight[i];
    }
  }
}

/** The place is empty: in no state of any machine, without output or cash; owners take what is left or bear the loss. */
function closeFirm(ecosystem: Ecosystem, row: number): void {
  const { agents, accounts, institutions, coreOf, technologies } = ecosystem;
  accounts.sectors.world += accounts.cash[row];
  accounts.cash[row] = 0;
  accounts.writtenOff += accounts.owed[row];
  accounts.owed[row] = 0;
  accounts.yearsBelowZero[row] = 0;
  agents.weight[row] = 0;
  agents.output[row] = 0;
  for (let j = 0; j < BLOCKS.length; j++) {
    agents.blocks[j][row] = NO_BLOCK;
    agents.upkeep[j][row] = 0;
  }
  refreshReadiness(agents, row, ecosystem.weights);
  agents.readiness[row] = NO_BLOCK;
  const { digital, cloud, bigData, suppliers, members, digitalTwins } = ecosystem;
  for (const population of [digital, cloud, bigData, suppliers, members, digitalTwins]) {
    population.states[row] = population.table.initialLeaf;
  }
  digital.columns.yearsInState[row] = 0;
  coreOf[row] = -1;
  ecosystem.stageStart[row] = digital.table.initialLeaf;
  ecosystem.twinStart[row] = digitalTwins.table.initialLeaf;
  technologies.sets[row] = 0;
  technologies.setsStart[row] = 0;
  for (const column of [institutions.everServed, institutions.hasGrant, institutions.financedBy]) column[row] = 0;
}

/** A new firm of the size that the place had, with readiness drawn as in 2023; its owners pay in its free cash. */
function openFirm(ecosystem: Ecosystem, row: number): void {
  const { agents, accounts, turnover, weights, run, year, parameters: p } = ecosystem;
  agents.id[row] += NEXT_IDENTITY;
  agents.weight[row] = turnover.weight[row];
  const drawn = standardNormal(phaseKey(run, "entry/readiness", year), agents.id[row]);
  const block = logistic(meanLogOdds(p) + p.readinessSpread * drawn - MODEL_SCALE_SHIFT);
  for (let j = 0; j < BLOCKS.length; j++) startBlock(agents, row, j, block, p);
  refreshReadiness(agents, row, weights);
  agents.output[row] = agents.outputStart[row];
  agents.ictCapital[row] = agents.ictCapitalStart[row];
  for (const past of agents.ictCapitalPast) past[row] = agents.ictCapitalStart[row];
  const cash = p.freeCashShare * agents.output[row];
  accounts.cash[row] = cash;
  accounts.sectors.world -= cash;
}
