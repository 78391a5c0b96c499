import type { YearPassed } from "./machines/adoption.ts";
import type { Agents } from "./agents.ts";
import type { AdoptionPopulation, Ecosystem } from "./ecosystem.ts";
import type { YearPlan } from "./yearPlan.ts";
import { ADOPTION_STAGES, isDigitalUser } from "#domain/adoptionStage.ts";
import { ln } from "#domain/portableMath.ts";
import { emptyYear } from "./emptyYear.ts";
import { flowMatching, hazard, HIGHEST_EVALUATION_CHANCE, neutralLogHazard } from "./hazard.ts";
import { clearHazardTerms, noteHazardTerms } from "./hazardTerms.ts";
import { ictPrice } from "./ictMoney.ts";
import { cloudPriceRise } from "./dataCentrePhase.ts";
import { scarcityChange } from "./labour.ts";
import { meanOneShock, phaseKey, uniform } from "./randomNumbers.ts";
import { chooseModelFactories } from "./replicationPhase.ts";
import { digitalBuyers } from "./startAdoption.ts";
import { userShares } from "./userShares.ts";

const AWARE = ADOPTION_STAGES.indexOf("aware");
const EVALUATING = ADOPTION_STAGES.indexOf("evaluating");
const PILOTING = ADOPTION_STAGES.indexOf("piloting");
const ABANDONED = ADOPTION_STAGES.indexOf("abandoned");
/** Part of its free cash that a firm puts into one project (SM-1). */
const CASH_FOR_A_PROJECT = 0.25;
/** Points that a full service centre adds to the success of pilots (preset robots). */
const CENTRE_SUCCESS = 0.05;
/** Years over which a cheaper loan saves interest; the saving is support at the start. */
export const LOAN_YEARS = 3;

/** What adoption needs to know of the year besides the ecosystem itself; all values of the start of the year. */
export type AdoptionYear = {
  readonly plan: YearPlan;
  /** Price of ICT services relative to 2023 (EQ-6) and pilots that they have places for. */
  readonly servicePrice: number;
  readonly pilotPlaces: number;
  /** Value of the platform to each large firm, 0 outside (EQ-9). */
  readonly platformValue: Float64Array;
};

/** A pilot that began this year: firm and project cost, for the money of the plan. */
export type PilotStarted = (row: number, cost: number) => void;

/** SM-1 for a year: digital technology, then cloud and big data, every actor by values of the start of the year. */
export function adopt(ecosystem: Ecosystem, year: AdoptionYear, onPilot: PilotStarted): void {
  const digitalBefore = Uint8Array.from(ecosystem.digital.states);
  const cloudBefore = Uint8Array.from(ecosystem.cloud.states);
  adoptDigital(ecosystem, year, cloudBefore, onPilot);
  adoptService(ecosystem, "cloud", ecosystem.cloud, year.plan);
  adoptService(ecosystem, "bigData", ecosystem.bigData, year.plan);
  advanceSuppliers(ecosystem, digitalBefore);
}

function adoptDigital(ecosystem: Ecosystem, year: AdoptionYear, cloudBefore: Uint8Array, onPilot: PilotStarted): void {
  const { agents, digital, data, parameters: p, run, reference, racks, racksStart, off, platforms } = ecosystem;
  const { levers, shocks } = year.plan;
  const { institutions, accounts } = ecosystem;
  const { advised, hasGrant } = institutions;
  const price = year.servicePrice * ictPrice(shocks);
  const [feelsPartners, feelsScarcity] = [!off.has("partners"), !off.has("scarcity")];
  const shockSpread = off.has("regionalShocks") ? 0 : p.shockSpread;
  const explained = ecosystem.hazardTerms;
  if (explained !== null) clearHazardTerms(explained);
  const isShown = explained !== null || ecosystem.events !== null;
  const shares = userShares(ecosystem, digital, agents.large);
  const peers = off.has("peers") ? reference.digitalShares : shares;
  const cloudShare = userShares(ecosystem, ecosystem.cloud, agents.count).national;
  const draws = phaseKey(run, "digital", ecosystem.year);
  const pilotShocks = phaseKey(run, "digital/pilotShock", ecosystem.year);
  const exitShocks = phaseKey(run, "digital/exitShock", ecosystem.year);

  const evaluationChance = new Float64Array(agents.large);
  const hazardRatio = new Float64Array(agents.large);
  const paysAlone = new Uint8Array(agents.large);
  const affordable = new Uint8Array(agents.large);
  const regionalEffect = data.start.regionalEffect;
  const partnerLead = new Float64Array(agents.large);
  for (let i = 0; feelsPartners && i < agents.large; i++) {
    partnerLead[i] = digitalBuyers(agents.buyers, digital.states, i) - shares.national - reference.partnerLead[i];
  }
  const pilotShock = new Float64Array(data.regions.length).map((_, r) => meanOneShock(pilotShocks, r, shockSpread));
  const exitShock = new Float64Array(data.regions.length).map((_, r) => meanOneShock(exitShocks, r, shockSpread));
  for (let r = 0; r < data.regions.length; r++) {
    const neutral = neutralLogHazard(p.hazardLevel, regionalEffect[r], p, peers.regional[r], peers.national);
    const subsidy = -p.subsidyPull * ln(1 - levers.subsidy[r]);
    const loans = p.loanPull * levers.loanPoints[r];
    const moreRacks =
      p.rackPull * ln(racks[r] > 0 && racksStart[r] > 0 ? racks[r] / racksStart[r] : 1 + racks[r] / RACKS_OF_A_START);
    const scarcity = feelsScarcity ? -p.scarcityPull * scarcityChange(ecosystem, r) : 0;
    const added = subsidy + loans + moreRacks + scarcity;
    const support = levers.subsidy[r] + (LOAN_YEARS * levers.loanPoints[r]) / 100;
    for (let i = agents.largeStart[r]; i < agents.largeStart[r + 1]; i++) {
      const cost = agents.projectCost[i] * price * platforms.costFactor[i];
      const cash = CASH_FOR_A_PROJECT * accounts.cash[i];
      paysAlone[i] = cost <= cash ? 1 : 0;
      affordable[i] = cost <= cash + support * cost ? 1 : 0;
    }
    const pool = countPool(ecosystem, digital, p.threshold, r, paysAlone);
    const neutralHazard = hazard(neutral);
    const match = flowMatching(p, neutralHazard, pool.susceptible, pool.returning, pool.aware);
    for (let i = agents.largeStart[r]; i < agents.largeStart[r + 1]; i++) {
      const state = digital.states[i];
      if (!isShown && state !== AWARE && state !== EVALUATING && state !== ABANDONED) continue; // no guard asks for it
      const partners = p.partnerPull * partnerLead[i];
      const platform = p.platformPull * year.platformValue[i];
      const cloud = p.cloudPull * ((isDigitalUser(cloudBefore[i]) ? 1 : 0) - cloudShare);
      const readiness = (p.readinessPull * (agents.readiness[i] - reference.meanReadiness)) / 0.1;
      const eta = neutral + added + partners + platform + cloud + readiness;
      const advice = advised[i] === 1 ? p.adviceFactor : 1;
      const ownHazard = hazard(eta);
      hazardRatio[i] = ownHazard / neutralHazard;
      evaluationChance[i] = Math.min(HIGHEST_EVALUATION_CHANCE, match * ownHazard * advice);
      if (explained !== null && !isDigitalUser(state) && agents.readiness[i] > p.threshold) {
        const pulls = [p.regionalPeers * peers.regional[r], p.nationalPeers * peers.national];
        const common = [p.hazardLevel, regionalEffect[r], ...pulls, subsidy, loans, moreRacks, scarcity];
        noteHazardTerms(explained, r, agents.weight[i], [...common, partners, platform, cloud, readiness]);
      }
    }
  }

  const hasPlace = assignPlaces(ecosystem, year.pilotPlaces, (i) =>
    uniform(draws, agents.id[i]) < p.pilotStart * hazardRatio[i] * pilotShock[agents.region[i]]
      ? uniform(draws, agents.id[i])
      : null,
  );
  const event = emptyYear(ecosystem, "digital");
  const { region, id } = agents;
  const { pilotFactor } = platforms;
  digital.sendAll(event, (e, i) => {
    const r = region[i];
    e.draw = uniform(draws, id[i]);
    e.regionalShare = peers.regional[r];
    e.served = advised[i];
    e.hasGrant = hasGrant[i];
    e.affordable = affordable[i];
    e.evaluationChance = evaluationChance[i];
    e.hazardRatio = hazardRatio[i];
    e.slotFree = hasPlace[i];
    e.pilotShock = pilotShock[r];
    e.exitShock = exitShock[r];
    e.successFactor = shocks.pilotSuccess[r] * pilotFactor[i];
    e.successPoints = CENTRE_SUCCESS * levers.serviceCentre[r];
  });
  const grant = { ...event, type: "GRANT_GIVEN" as const };
  for (const row of chooseModelFactories(ecosystem, year.plan)) digital.send(row, grant);
  for (let i = 0; i < agents.large; i++) {
    if (digital.states[i] === PILOTING && digital.columns.yearsInState[i] === 0)
      onPilot(i, agents.projectCost[i] * price * platforms.costFactor[i]);
  }
}

/** Racks from which the growth of a region that had none is counted (assumption). */
const RACKS_OF_A_START = 50;

/** Readiness less that a firm needs to consider cloud, per part of its price paid: 0.05 at 20 % (preset cloud-push). */
const CLOUD_IN_REACH = 0.25;

/**
 * Cloud and big data are bought as services: no project to afford, no place to wait for (assumption). Cheaper cloud
 * counts as a subsidy of its price and comes into reach of less ready firms; where foreign cloud is short, fewer take it up
 * and more give it up [EQ-3].
 */
function adoptService(
  ecosystem: Ecosystem,
  technology: "cloud" | "bigData",
  population: AdoptionPopulation,
  plan: YearPlan,
): void {
  const { agents, data, parameters: p, run } = ecosystem;
  const level = technology === "cloud" ? p.cloudHazardLevel : p.bigDataHazardLevel;
  const shares = ecosystem.off.has("peers")
    ? ecosystem.reference[technology === "cloud" ? "cloudShares" : "bigDataShares"]
    : userShares(ecosystem, population, agents.count);
  const draws = phaseKey(run, technology, ecosystem.year);
  const supply = technology === "cloud" ? 1 - p.foreignCloudShare * (1 - plan.shocks.foreignCloud[0]) : 1;
  const chance = new Float64Array(data.regions.length);
  const hazardRatio = new Float64Array(data.regions.length);
  const event = emptyYear(ecosystem, technology);
  const usual = { ...event.rates, exitRate: event.rates.exitRate / supply };
  const rates = data.regions.map((): YearPassed["rates"] => usual);
  for (let r = 0; r < chance.length; r++) {
    const neutral = neutralLogHazard(level, 0, p, shares.regional[r], shares.national);
    const priceRise = technology === "cloud" ? cloudPriceRise(ecosystem, r) : 0;
    const discount = technology === "cloud" ? plan.levers.cloudDiscount[r] : 0;
    if (discount > 0) rates[r] = { ...usual, threshold: usual.threshold - CLOUD_IN_REACH * discount };
    const pool = countPool(ecosystem, population, rates[r].threshold, r, null);
    const match = flowMatching(p, hazard(neutral), pool.susceptible, pool.returning, pool.aware);
    const ownHazard = supply * hazard(neutral - p.subsidyPull * (ln(1 - discount) + priceRise));
    hazardRatio[r] = ownHazard / hazard(neutral);
    chance[r] = Math.min(HIGHEST_EVALUATION_CHANCE, match * ownHazard);
  }
  const { region, id } = agents;
  population.sendAll(event, (e, i) => {
    const r = region[i];
    e.rates = rates[r];
    e.draw = uniform(draws, id[i]);
    e.regionalShare = shares.regional[r];
    e.evaluationChance = chance[r];
    e.hazardRatio = hazardRatio[r];
  });
}

function advanceSuppliers(ecosystem: Ecosystem, digitalBefore: Uint8Array): void {
  const { agents, data, suppliers, live, run } = ecosystem;
  const feelsPartners = !ecosystem.off.has("partners");
  const draws = phaseKey(run, "supplier", ecosystem.year);
  const mandating = new Set(
    live.cores.filter(({ actor }) => actor.getSnapshot().matches("leader")).map(({ region }) => region),
  );
  const mandate = new Float64Array(data.regions.length).map((_, r) => (mandating.has(r) ? 2 : 1));
  const { id, buyers, region } = agents;
  suppliers.sendAll({ type: "YEAR_PASSED", draw: 0, digitalBuyers: 0, mandate: 1 }, (e, i) => {
    e.draw = uniform(draws, id[i]);
    e.digitalBuyers = !feelsPartners ? 0 : digitalBuyers(buyers, digitalBefore, i);
    e.mandate = mandate[region[i]];
  });
}

/** Enterprises of a region by their part in EQ-4: who could adopt, who may return, who is aware, ready and can pay. */
type Pool = { susceptible: number; returning: number; aware: number };

function countPool(
  { agents }: Ecosystem,
  population: AdoptionPopulation,
  threshold: number,
  region: number,
  affordable: Uint8Array | null,
): Pool {
  const pool = { susceptible: 0, returning: 0, aware: 0 };
  const { largeStart, otherStart } = agents;
  addToPool(pool, agents, population, threshold, affordable, largeStart[region], largeStart[region + 1]);
  if (population.size > agents.large) {
    addToPool(pool, agents, population, threshold, affordable, otherStart[region], otherStart[region + 1]);
  }
  return pool;
}

function addToPool(
  pool: Pool,
  { readiness, weight }: Agents,
  { states, columns: { yearsInState } }: AdoptionPopulation,
  threshold: number,
  affordable: Uint8Array | null,
  first: number,
  end: number,
): void {
  for (let i = first; i < end; i++) {
    const state = states[i];
    if (isDigitalUser(state) || !(readiness[i] > threshold)) continue;
    pool.susceptible += weight[i];
    if (state === ABANDONED && yearsInState[i] >= 1) pool.returning += weight[i];
    if (state === AWARE && (affordable === null || affordable[i] === 1)) pool.aware += weight[i];
  }
}

/** EQ-6: places for pilots go to the evaluating firms that want one, in the order of their draws; null: wants none. */
function assignPlaces(
  { agents, digital }: Ecosystem,
  places: number,
  wish: (row: number) => number | null,
): Uint8Array {
  const hasPlace = new Uint8Array(agents.large);
  const queue: { row: number; draw: number }[] = [];
  for (let row = 0; row < agents.large; row++) {
    const draw = digital.states[row] === EVALUATING ? wish(row) : null;
    if (draw !== null) queue.push({ row, draw });
  }
  queue.sort((a, b) => a.draw - b.draw || a.row - b.row);
  let left = places;
  for (const { row } of queue) {
    if (left < agents.weight[row]) break;
    left -= agents.weight[row];
    hasPlace[row] = 1;
  }
  return hasPlace;
}
