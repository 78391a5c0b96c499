import type { SecurityYear } from "./machines/security.ts";
import type { Ecosystem } from "./ecosystem.ts";
import type { Population } from "./population.ts";
import type { YearPlan } from "./yearPlan.ts";
import { BUYERS_PER_FIRM } from "#domain/runResult.ts";
import { isDigitalUser } from "#domain/adoptionStage.ts";
import { exp, ln, pow } from "#domain/portableMath.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { BLOCK, refreshReadiness } from "./blocks.ts";
import { deriveMachineTable } from "./machineTable.ts";
import { securityMachine } from "./machines/security.ts";
import { isPlatformMember } from "./memberStates.ts";
import { createPopulation } from "./population.ts";
import { normalQuantile, phaseKey, standardNormal, uniform } from "./randomNumbers.ts";
import { SIZE_OF_SET } from "./technologySets.ts";

const securityTable = deriveMachineTable(securityMachine);
const [PROTECTED, BREACHED] = ["protected", "breached"].map((state) => securityTable.leaves.indexOf(state));

/** Cyber incidents of the year, by large firm and by core. */
export type CyberState = {
  readonly security: Population<typeof securityMachine>;
  /** 1 if the firm was breached this year. */
  readonly breached: Uint8Array;
  /** Shares of the year's output lost to the firm's own breach and to those of its suppliers. */
  readonly ownLoss: Float64Array;
  readonly partnerLoss: Float64Array;
  /** Output lost this year, billion KZT. */
  readonly lost: Float64Array;
  /** By core: 1 if its platform had an incident this year. */
  readonly platformHit: Uint8Array;
};

/** Before the first year; `security` holds block B9 of the large firms and is shared with their readiness. */
export function createCyber(large: number, security: Float64Array, cores: number): CyberState {
  return {
    security: createPopulation(securityTable, large, { security }),
    breached: new Uint8Array(large),
    ownLoss: new Float64Array(large),
    partnerLoss: new Float64Array(large),
    lost: new Float64Array(large),
    platformHit: new Uint8Array(cores),
  };
}

/** EQ-10: attacks grow at most to eight times those of 2023. */
const HIGHEST_INTENSITY = 8;
/** EQ-10: what a breach adds to B9. */
const LESSON = 0.1;
const EXPOSURE_OF_ANY_FIRM = 0.3;
const EXPOSURE_PER_TECHNOLOGY = 0.1;
/** No member is breached with certainty through its platform. */
const HIGHEST_SPREAD = 0.95;
/** No firm loses more of a year than this (assumption). */
const LARGEST_LOSS = 0.9;
/** A tenth of the breaches cost more than five times the median (EQ-10: 1 % and 5 % of output). */
const LOSS_SPREAD = ln(5) / normalQuantile(0.9);

/** EQ-10: attacks relative to 2023. */
export function attackIntensity(growth: number, year: number): number {
  return Math.min(HIGHEST_INTENSITY, pow(1 + growth, year - START_YEAR));
}

/** EQ-10: breaches a year of a firm; the chance of one is 1 - exp(-rate). B9 is the firm's security in (0, 1). */
export function breachRate(rate: number, intensity: number, exposure: number, security: number): number {
  return rate * intensity * exposure * (1 - security) * (1 - security);
}

/** EQ-10 of a year: breaches, what they cost, what partners lose and what the firm learns. */
export function sufferIncidents(ecosystem: Ecosystem, plan: YearPlan): void {
  const { agents, cyber, cloud, bigData, members, coreOf, technologies, parameters: p, run, year, off } = ecosystem;
  if (off.has("cyber")) return;
  hitPlatforms(ecosystem, plan);
  const intensity = attackIntensity(p.attackGrowth, year) * plan.shocks.attackIntensity[0];
  const onPlatform = 1 + 0.5 * plan.levers.openness[0];
  const population = cyber.security;
  const lesson = off.has("readinessGrowth") ? 0 : LESSON;
  const security = agents.blocks[BLOCK.CYBSEC];
  const draws = phaseKey(run, "cyber/breach", year);
  const event: SecurityYear = { type: "YEAR_PASSED", draw: 0, breachRate: 0.5, lesson };
  for (let i = 0; i < agents.large; i++) {
    const isMember = isPlatformMember(members.states[i]);
    const used =
      SIZE_OF_SET[technologies.sets[i]] +
      (isDigitalUser(cloud.states[i]) ? 1 : 0) +
      (isDigitalUser(bigData.states[i]) ? 1 : 0) +
      (isMember ? 1 : 0);
    const exposure = (EXPOSURE_OF_ANY_FIRM + EXPOSURE_PER_TECHNOLOGY * used) * (isMember ? onPlatform : 1);
    const isHit = isMember && coreOf[i] >= 0 && cyber.platformHit[coreOf[i]] === 1;
    const draw = uniform(draws, agents.id[i]);
    let rate = breachRate(p.breachRate, intensity, exposure, security[i]);
    if (isHit) {
      const through = Math.min(HIGHEST_SPREAD, p.platformSpread * onPlatform * (1 - security[i]));
      rate -= ln(1 - through); // rates of independent causes add up
    }
    if (draw >= rate && population.states[i] === PROTECTED) continue; // the chance is below the rate: no guard could hold
    event.draw = draw;
    event.breachRate = rate;
    population.send(i, event);
  }
  countLosses(ecosystem);
}

/** A platform that runs is hit with the chance that the shock says; its members are at risk through it. */
function hitPlatforms({ cyber, coreOf, members, platforms, agents, run, year }: Ecosystem, { shocks }: YearPlan): void {
  cyber.platformHit.fill(0);
  platforms.breached.fill(0);
  const chance = shocks.platformIncident[0];
  if (chance === 0) return;
  const draws = phaseKey(run, "cyber/platform", year);
  for (let i = 0; i < agents.large; i++) {
    const core = coreOf[i];
    if (core < 0 || !isPlatformMember(members.states[i]) || uniform(draws, core) >= chance) continue;
    cyber.platformHit[core] = 1;
    platforms.breached[i] = 1; // heard of next year by the provider (SM-4) and the member (SM-2)
  }
}

/**
 * Own losses are drawn; each of the four buyers loses, if it is digital or a member itself, a part of the first loss, the
 * less the better it is secured. Last year's output says what is at stake.
 */
function countLosses({ agents, cyber, digital, members, weights, parameters: p, run, year }: Ecosystem): void {
  const { breached, ownLoss, partnerLoss } = cyber;
  const { states } = cyber.security;
  const sizes = phaseKey(run, "cyber/loss", year);
  const security = agents.blocks[BLOCK.CYBSEC];
  ownLoss.fill(0);
  partnerLoss.fill(0);
  for (let i = 0; i < agents.large; i++) {
    breached[i] = states[i] === BREACHED ? 1 : 0;
    if (breached[i] === 0) continue;
    ownLoss[i] = Math.min(LARGEST_LOSS, p.breachLoss * exp(LOSS_SPREAD * standardNormal(sizes, agents.id[i])));
    const first = ownLoss[i] * agents.output[i];
    for (let slot = 0; slot < BUYERS_PER_FIRM; slot++) {
      const buyer = agents.buyers[BUYERS_PER_FIRM * i + slot];
      if (!isDigitalUser(digital.states[buyer]) && !isPlatformMember(members.states[buyer])) continue;
      partnerLoss[buyer] += (p.partnerLossPart * first * (1 - security[buyer])) / agents.output[buyer];
    }
    refreshReadiness(agents, i, weights); // the lesson raised B9
  }
  for (let i = 0; i < agents.large; i++) partnerLoss[i] = Math.min(LARGEST_LOSS - ownLoss[i], partnerLoss[i]);
}
