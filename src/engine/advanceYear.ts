import type { LeverId } from "#domain/levers.ts";
import type { PayerId } from "#domain/payers.ts";
import type { MoneyLine } from "#domain/runResult.ts";
import type { Ecosystem } from "./ecosystem.ts";
import type { Ledger } from "./identities.ts";
import type { YearPlan } from "./yearPlan.ts";
import { ADOPTION_STAGES, isDigitalUser } from "#domain/adoptionStage.ts";
import { adopt, LOAN_YEARS } from "./adoptionPhase.ts";
import { sum } from "./agents.ts";
import { checkYear, closeBooks, takeStock } from "./books.ts";
import { settleCash } from "./cash.ts";
import { advanceCustomers } from "./customersPhase.ts";
import { advanceDataCentres, CLOUD_SPENDING } from "./dataCentrePhase.ts";
import { advanceEducation } from "./educationPhase.ts";
import { sufferIncidents } from "./cyberIncidents.ts";
import { advanceTwins } from "./digitalTwins.ts";
import { climbLadder } from "./factoryLadder.ts";
import { spendOnIct } from "./ictMoney.ts";
import { advanceInvestors, noteFinancing, noteVentures } from "./investorPhase.ts";
import { moveIctStaff } from "./labour.ts";
import { advanceLifeCycle } from "./lifeCycle.ts";
import { advanceMechanism, planMechanism } from "./mechanismPhase.ts";
import { advanceOffice, servedByRegion } from "./officePhase.ts";
import { advancePlatforms, platformValues } from "./platformPhase.ts";
import { produce } from "./production.ts";
import { chooseForReplication } from "./replicationPhase.ts";
import { updateReadiness } from "./readinessPhase.ts";
import { advanceServices } from "./services.ts";
import { deepenTechnologies } from "./technologySets.ts";
import { supportTechnologies } from "./technologySupport.ts";
import { turnOver } from "./turnover.ts";
import { UNIT_COST } from "./unitCost.ts";
import { userShares } from "./userShares.ts";
import { charge, planYear } from "./yearPlan.ts";

export type YearAccount = {
  /** Billion KZT that the plan spent, by region. */
  readonly support: Float64Array;
  readonly money: readonly MoneyLine[];
};

const EVALUATING = ADOPTION_STAGES.indexOf("evaluating");
/** Training is paid half by the firm (preset training-budget). */
const TRAINING_PAID_BY_PLAN = 0.5;
/** Security is, too (assumption). */
const SECURITY_PAID_BY_PLAN = 0.5;

/** One year of the model, in the order of SPEC.md (Y1 to Y10). Observation and estimates follow outside. */
export function advanceYear(ecosystem: Ecosystem, ledger: Ledger): YearAccount {
  const opening = ledger.closing ?? takeStock(ecosystem);
  ecosystem.year += 1;
  const { agents, accounts, parameters: p } = ecosystem;
  accounts.projectCost.fill(0);
  accounts.projectSupport.fill(0);
  const plan = openPlan(ecosystem); //                                        [Y1] levers and budgets
  planMechanism(ecosystem, plan);
  advanceInvestors(ecosystem, plan);
  advanceOffice(ecosystem, plan); //                                          [Y2] the office picks its firms
  chooseForReplication(ecosystem, plan);
  ecosystem.institutions.stageBefore.set(ecosystem.digital.states);
  advanceEducation(ecosystem, plan);
  moveIctStaff(ecosystem, plan); //                                           [Y3] ICT labour
  advanceDataCentres(ecosystem, plan); //                                     [Y4] infrastructure
  spendOnIct(ecosystem, plan); //                                             [Y5] ICT money of firms
  const services = advanceServices(ecosystem); //                             [Y6] service market
  adopt(
    ecosystem, //                                                             [Y7] adoption
    {
      plan,
      servicePrice: services.price,
      pilotPlaces: services.pilotPlaces,
      platformValue: platformValues(ecosystem),
    },
    (row, cost) => {
      const r = agents.region[row];
      noteFinancing(ecosystem, plan, row, r, cost);
      accounts.projectCost[row] = cost;
      accounts.projectSupport[row] = charge(plan, "subsidy", r, plan.levers.subsidy[r] * cost);
      charge(plan, "loanPoints", r, (LOAN_YEARS * plan.levers.loanPoints[r] * cost) / 100);
    },
  );
  advanceCustomers(ecosystem);
  deepenTechnologies(ecosystem, supportTechnologies(ecosystem, plan)); //        technologies of users
  advanceTwins(ecosystem);
  updateReadiness(ecosystem, plan); //                                        [Y8] readiness
  const complementorsBefore = Uint8Array.from(ecosystem.complementors.states);
  advancePlatforms(ecosystem, plan); //                                       [Y9] cores, complementors, members
  noteVentures(ecosystem, complementorsBefore);
  advanceLifeCycle(ecosystem, plan);
  advanceMechanism(ecosystem, services.price); //                             [Y9] life cycle, mechanism
  sufferIncidents(ecosystem, plan); //                                        incidents
  produce(ecosystem, plan.shocks.demand); //                                  [Y10] output
  climbLadder(ecosystem);
  chargeKnownCosts(ecosystem, plan, p.adviceCost);
  settleCash(ecosystem, plan);
  checkYear(ecosystem, plan, opening, ledger); //                             identities
  turnOver(ecosystem);
  const account = closeAccount(ecosystem, plan);
  closeBooks(ecosystem, account.money, opening, ledger);
  return account;
}

function openPlan(ecosystem: Ecosystem): YearPlan {
  const { data, scenario, digital, agents } = ecosystem;
  const shares = userShares(ecosystem, digital, agents.large);
  const state = {
    ids: data.regions.map(({ id }) => id),
    firms: data.start.firms,
    digitalShare: shares.regional,
    nationalShare: shares.national,
  };
  return planYear(scenario, ecosystem.year, state, (lever) => unitCosts(ecosystem, lever));
}

/** Expected cost of one unit of a lever by region; pilots are expected at their usual rate. */
function unitCosts(
  { agents, digital, cloud, data, platforms, parameters: p }: Ecosystem,
  lever: LeverId,
): Float64Array {
  const costs = new Float64Array(data.regions.length);
  const addUp = (rows: number, cost: (row: number) => number) => {
    for (let i = 0; i < rows; i++) costs[agents.region[i]] += cost(i);
    return costs;
  };
  const pilotCost = (i: number) =>
    digital.states[i] === EVALUATING ? p.pilotStart * agents.projectCost[i] * agents.weight[i] : 0;
  switch (lever) {
    case "subsidy":
      return addUp(agents.large, pilotCost);
    case "loanPoints":
      return addUp(agents.large, (i) => (LOAN_YEARS * pilotCost(i)) / 100);
    case "trainingShare":
      return addUp(agents.large, (i) => TRAINING_PAID_BY_PLAN * agents.ictSpending[i]);
    case "cloudDiscount":
      return addUp(agents.count, (i) => (isDigitalUser(cloud.states[i]) ? CLOUD_SPENDING * agents.ictSpending[i] : 0));
    case "securityShare":
      return addUp(agents.large, (i) => SECURITY_PAID_BY_PLAN * agents.ictSpending[i]);
    case "serviceCentre":
      return costs.fill(p.serviceCentreCost);
    case "mechanismTechnical":
    case "mechanismOrganisational":
    case "mechanismLegal":
      return costs.fill(p.mechanismCost / costs.length);
    case "cores":
      return costs.fill((p.coreCost * platforms.supportFactor) / costs.length);
    default: {
      const cost = UNIT_COST[lever];
      return cost ? costs.fill(p[cost]) : costs;
    }
  }
}

const KNOWN_COSTS = [
  "trainingShare",
  "securityShare",
  "serviceCentre",
  "cloudDiscount",
  "graduates",
  "retraining",
  "jointLabs",
  "racks",
  "cores",
  "mechanismTechnical",
  "mechanismOrganisational",
  "mechanismLegal",
] as const;

/** Costs that are known once the year is over; subsidies and loans were charged pilot by pilot. */
function chargeKnownCosts(ecosystem: Ecosystem, plan: YearPlan, adviceCost: number): void {
  const { agents, data, parameters: p } = ecosystem;
  const served = servedByRegion(agents);
  const { granted, taught } = ecosystem.institutions;
  for (let r = 0; r < data.regions.length; r++) {
    charge(plan, "advice", r, adviceCost * served[r]);
    const grants = charge(plan, "modelFactories", r, p.grantCost * granted[r]);
    if (grants > 0) shareGrants(ecosystem, r, grants / granted[r]);
    charge(plan, "replication", r, p.replicationCost * taught[r]);
  }
  for (const lever of KNOWN_COSTS) {
    if (!plan.measures.some(({ measure }) => measure.lever === lever)) continue;
    const costs = unitCosts(ecosystem, lever);
    for (let r = 0; r < data.regions.length; r++) charge(plan, lever, r, costs[r] * plan.levers[lever][r]);
  }
}

/** A grant is money for the project that it started this year. */
function shareGrants({ agents, digital, accounts, institutions }: Ecosystem, region: number, each: number): void {
  for (let i = agents.largeStart[region]; i < agents.largeStart[region + 1]; i++) {
    const startsNow = institutions.hasGrant[i] === 1 && digital.columns.yearsInState[i] === 0;
    if (startsNow) accounts.projectSupport[i] += each * agents.weight[i];
  }
}

/** Money of the year by lever; what budgets left over is a line of its own (ID-4). */
function closeAccount({ year, data }: Ecosystem, plan: YearPlan): YearAccount {
  const support = new Float64Array(data.regions.length);
  const lines = new Map<string, number>();
  let unspent = 0;
  for (const { measure, spent } of plan.measures) {
    for (let r = 0; r < support.length; r++) support[r] += spent[r];
    const paid = sum(spent);
    const line = `${measure.lever}/${measure.payer}`;
    lines.set(line, (lines.get(line) ?? 0) + paid);
    unspent += measure.budget === null ? 0 : measure.budget - paid;
  }
  if (plan.measures.some(({ measure }) => measure.budget !== null)) lines.set("unspent/", unspent);
  const money = [...lines].map(([key, value]): MoneyLine => {
    const [line, payer] = key.split("/");
    return { year, line, payer: payer === "" ? null : (payer as PayerId), value };
  });
  return { support, money };
}
