import type { LeverId } from "#domain/levers.ts";
import type { ParameterValues } from "#domain/parameters.ts";
import type { PayerId } from "#domain/payers.ts";
import type { Agents } from "./agents.ts";
import type { Ecosystem } from "./ecosystem.ts";
import type { YearPlan } from "./yearPlan.ts";
import { ADOPTION_STAGES } from "#domain/adoptionStage.ts";
import { LOAN_YEARS } from "./adoptionPhase.ts";
import { sum } from "./agents.ts";
import { CLOUD_SPENDING, cloudDemand } from "./dataCentrePhase.ts";
import { BANK, BY_BANK, VENTURE } from "./institutions.ts";
import { isPlatformMember } from "./memberStates.ts";

/** Accounts besides those of the enterprises. World: households, owners and everybody abroad. */
const SECTORS_OF_ACCOUNTS = [
  "cores",
  "complementors",
  "ictServices",
  "education",
  "office",
  "dataCentres",
  "customers",
  "investors",
  "state",
  "region",
  "fund",
  "world",
] as const;
export type SectorOfAccounts = (typeof SECTORS_OF_ACCOUNTS)[number];

export type Accounts = {
  /** Cash of every agent, billion KZT; free for projects (SM-1). */
  readonly cash: Float64Array;
  /** What the plan does for the projects of this year, by large firm: project cost, and what was paid towards it. */
  readonly projectCost: Float64Array;
  readonly projectSupport: Float64Array;
  /** Loan that a large firm still owes, and what it pays back a year. */
  readonly owed: Float64Array;
  readonly instalment: Float64Array;
  /** What the bank got back and what it wrote off this year. */
  repaid: number;
  writtenOff: number;
  /** What large firms paid in fees this year, and how many enterprises did (ID-10). */
  feesPaid: number;
  feePayers: number;
  /** Years in a row that an agent's cash has been below zero. */
  readonly yearsBelowZero: Uint8Array;
  /** Net cash of the other sectors since 2023. */
  readonly sectors: Record<SectorOfAccounts, number>;
};

/** Years in which a firm without projects earns its free cash of 2023 anew (assumption). */
const YEARS_TO_EARN = 10;
const ABANDONED = ADOPTION_STAGES.indexOf("abandoned");

export function openAccounts({ count, large, outputStart }: Agents, p: ParameterValues): Accounts {
  return {
    cash: outputStart.map((output) => p.freeCashShare * output),
    projectCost: new Float64Array(large),
    projectSupport: new Float64Array(large),
    owed: new Float64Array(large),
    instalment: new Float64Array(large),
    repaid: 0,
    writtenOff: 0,
    feesPaid: 0,
    feePayers: 0,
    yearsBelowZero: new Uint8Array(count),
    sectors: Object.fromEntries(SECTORS_OF_ACCOUNTS.map((sector) => [sector, 0])) as Record<SectorOfAccounts, number>,
  };
}

/**
 * The cash of a year, after everything that costs or earns has happened. Every flow leaves one account and enters another;
 * firms are booked row by row; who sells to them, lends, or runs their platform is booked from a total of its own, so that
 * the sum of all accounts can go wrong (ID-5).
 */
export function settleCash(ecosystem: Ecosystem, plan: YearPlan): void {
  trade(ecosystem);
  payProjects(ecosystem);
  payFees(ecosystem);
  payForMeasures(ecosystem, plan);
  payOwners(ecosystem);
}

/** Customers buy the output; the firm pays ICT and everything else that making it costs. */
function trade(ecosystem: Ecosystem): void {
  const { agents, accounts, parameters: p } = ecosystem;
  const { cash, sectors } = accounts;
  let { world } = sectors; // a local: a field of an object boxes every sum
  const surplusRate = p.freeCashShare / YEARS_TO_EARN;
  const { output: outputs, outputStart, ictSpending, ictSpendingStart } = agents;
  for (let i = 0; i < outputs.length; i++) {
    const output = outputs[i];
    const usualIct = outputStart[i] > 0 ? (ictSpendingStart[i] * output) / outputStart[i] : 0;
    const costs = (1 - surplusRate) * output - usualIct;
    cash[i] += output - costs - ictSpending[i];
    world += costs;
  }
  const forCloud = CLOUD_SPENDING * sum(cloudDemand(ecosystem));
  sectors.world = world;
  sectors.customers -= sum(outputs);
  sectors.dataCentres += forCloud;
  sectors.ictServices += sum(ictSpending) - forCloud;
}

/** Projects that began, loans for them, and loans of earlier years; what a firm that gave up still owes is written off. */
function payProjects({ agents, digital, accounts, institutions }: Ecosystem): void {
  const { cash, sectors, projectCost, projectSupport, owed, instalment } = accounts;
  accounts.repaid = 0;
  accounts.writtenOff = 0;
  for (let i = 0; i < agents.large; i++) {
    if (digital.states[i] === ABANDONED) {
      accounts.writtenOff += owed[i];
      owed[i] = 0;
    }
    if (owed[i] > 0) {
      const paid = Math.min(owed[i], instalment[i]);
      owed[i] -= paid;
      cash[i] -= paid;
      accounts.repaid += paid;
    }
    const cost = projectCost[i];
    if (cost === 0) continue;
    cash[i] -= cost;
    if (institutions.financedBy[i] === BY_BANK) {
      cash[i] += cost;
      owed[i] += cost;
      instalment[i] = owed[i] / LOAN_YEARS;
    }
    // Firms that were on their way to a pilot in 2023, or try again, may not have the money: their owners pay the rest.
    const missing = Math.min(cost, -cash[i] - projectSupport[i]);
    if (!(missing > 0)) continue;
    cash[i] += missing;
    sectors.world -= missing;
  }
  const { given } = institutions;
  sectors.ictServices += sum(projectCost);
  sectors.investors += accounts.repaid - given[BANK] - given[VENTURE];
  sectors.complementors += given[VENTURE];
}

function payFees({ agents, members, coreOf, platforms, accounts }: Ecosystem): void {
  accounts.feesPaid = 0;
  accounts.feePayers = 0;
  for (let i = 0; i < agents.large; i++) {
    if (!isPlatformMember(members.states[i])) continue;
    const fee = platforms.feeRate[coreOf[i]] * agents.ictSpending[i];
    accounts.cash[i] -= fee;
    accounts.feesPaid += fee;
    accounts.feePayers += agents.weight[i];
  }
  accounts.sectors.cores += sum(platforms.fees);
}

/** Who gets the money of a lever; the plan's lines say how much. Support of projects goes to the firms that began one.
 * Levers that are not named buy ICT services. */
const RECEIVER: Partial<Record<LeverId, SectorOfAccounts | "firms" | "projects">> = {
  subsidy: "projects",
  loanPoints: "investors",
  trainingShare: "firms",
  cloudDiscount: "dataCentres",
  advice: "office",
  modelFactories: "projects",
  replication: "ictServices",
  graduates: "education",
  retraining: "education",
  jointLabs: "education",
  racks: "dataCentres",
  cores: "cores",
};

function payForMeasures(ecosystem: Ecosystem, plan: YearPlan): void {
  const { accounts, data } = ecosystem;
  const { sectors } = accounts;
  for (const { measure, spent } of plan.measures) {
    const receiver = RECEIVER[measure.lever] ?? "ictServices";
    for (let r = 0; r < data.regions.length; r++) {
      if (spent[r] === 0) continue;
      collect(ecosystem, measure.payer, r, spent[r]);
      if (receiver === "firms") shareOut(ecosystem, r, spent[r]);
      else if (receiver !== "projects") sectors[receiver] += spent[r];
    }
  }
  // What projects got was noted pilot by pilot as it was charged, so that both sides are counted on their own.
  for (let i = 0; i < accounts.projectSupport.length; i++) accounts.cash[i] += accounts.projectSupport[i];
}

/** Takes the money from the payer's account; enterprises of the region pay in proportion to output. */
function collect(ecosystem: Ecosystem, payer: PayerId, region: number, amount: number): void {
  if (payer !== "enterprises") ecosystem.accounts.sectors[payer] -= amount;
  else shareOut(ecosystem, region, -amount);
}

/** Among the large firms of a region in proportion to output; the region's budget stands in where there is none. */
function shareOut({ agents, accounts }: Ecosystem, region: number, amount: number): void {
  const [first, end] = [agents.largeStart[region], agents.largeStart[region + 1]];
  let whole = 0;
  for (let i = first; i < end; i++) whole += agents.output[i];
  if (!(whole > 0)) {
    accounts.sectors.region += amount;
    return;
  }
  for (let i = first; i < end; i++) accounts.cash[i] += (amount * agents.output[i]) / whole;
}

/** What a firm has beyond the free cash of its output goes to its owners; counts the years below zero. */
function payOwners({ agents, accounts, parameters: p }: Ecosystem): void {
  const { cash, sectors, yearsBelowZero } = accounts;
  let { world } = sectors;
  for (let i = 0; i < agents.count; i++) {
    const excess = cash[i] - p.freeCashShare * agents.output[i];
    if (excess > 0) {
      cash[i] -= excess;
      world += excess;
    }
    yearsBelowZero[i] = cash[i] < 0 ? Math.min(255, yearsBelowZero[i] + 1) : 0;
  }
  sectors.world = world;
}

/** Cash of everybody: only what comes from nowhere changes it (ID-5). */
export function cashOfAll({ cash, sectors }: Accounts): number {
  let total = sum(cash);
  for (const sector of SECTORS_OF_ACCOUNTS) total += sectors[sector];
  return total;
}
