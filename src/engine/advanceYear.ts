import type { LeverId } from "#domain/levers.ts";
import type { MoneyLine } from "#domain/runResult.ts";
import type { Agents } from "./agents.ts";
import type { Ecosystem } from "./ecosystem.ts";
import type { Ledger } from "./identities.ts";
import type { YearPlan } from "./yearPlan.ts";
import { ADOPTION_STAGES, isDigitalUser } from "#domain/adoptionStage.ts";
import { adopt, LOAN_YEARS, userShares } from "./adoptionPhase.ts";
import { sum } from "./agents.ts";
import { spendOnIct } from "./ictMoney.ts";
import { moveIctStaff } from "./labour.ts";
import { advancePlatforms, platformValues } from "./platformPhase.ts";
import { produce } from "./production.ts";
import { phaseKey, uniform } from "./randomNumbers.ts";
import { rowsInOrderOf } from "./rowsInOrderOf.ts";
import { updateReadiness } from "./readinessPhase.ts";
import { advanceServices } from "./services.ts";
import { charge, planYear } from "./yearPlan.ts";

export type YearAccount = {
  /** Billion KZT that the plan spent, by region. */
  readonly support: Float64Array;
  readonly money: readonly MoneyLine[];
};

const EVALUATING = ADOPTION_STAGES.indexOf("evaluating");
const CLOUD_SPENDING = 0.1;
/** Training is paid half by the firm (preset training-budget). */
const TRAINING_PAID_BY_PLAN = 0.5;

/** One year of the model, in the order of SPEC.md (Y1 to Y10). Observation and estimates follow outside. */
export function advanceYear(ecosystem: Ecosystem, ledger: Ledger): YearAccount {
  ecosystem.year += 1;
  const { agents, parameters: p } = ecosystem;
  const plan = openPlan(ecosystem); //                                        [Y1] levers and budgets
  serveFirms(ecosystem, plan, ledger); //                                     [Y2] the office picks its firms
  ledger.note("ID-6", moveIctStaff(ecosystem, plan)); //                      [Y3] ICT labour
  ledger.note("ID-11", buildRacks(ecosystem, plan)); //                       [Y4] infrastructure
  ledger.note("ID-3", spendOnIct(ecosystem, plan)); //                        [Y5] ICT money of firms
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
      charge(plan, "subsidy", r, plan.levers.subsidy[r] * cost);
      charge(plan, "loanPoints", r, (LOAN_YEARS * plan.levers.loanPoints[r] * cost) / 100);
    },
  );
  updateReadiness(ecosystem, plan); //                                        [Y8] readiness
  const platform = advancePlatforms(ecosystem, plan); //                      [Y9] cores, complementors, members
  ledger.note("ID-10", platform.feesPaid - platform.feesReceived);
  ledger.note("ID-10", platform.membershipResidual);
  produce(ecosystem, plan.shocks.demand); //                                  [Y10] output
  chargeKnownCosts(ecosystem, plan, p.adviceCost);
  ledger.note("ID-1", stageResidual(ecosystem));
  return closeAccount(ecosystem, plan, ledger);
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
    case "advice":
      return costs.fill(p.adviceCost);
    case "graduates":
      return costs.fill(p.graduateCost);
    case "retraining":
      return costs.fill(p.retrainingCost);
    case "racks":
      return costs.fill(p.rackCost);
    case "cores":
      return costs.fill((p.coreCost * platforms.supportFactor) / costs.length);
    default:
      return costs;
  }
}

/** The office serves firms that do not use digital technology yet, in an order drawn anew each year (ID-15: no more). */
function serveFirms({ agents, digital, run, year }: Ecosystem, plan: YearPlan, ledger: Ledger): void {
  agents.served.fill(0);
  const draws = phaseKey(run, "office", year);
  for (let r = 0; r + 1 < agents.largeStart.length; r++) {
    let places = plan.levers.advice[r];
    if (places < 1) continue;
    for (const i of rowsInOrderOf(agents.largeStart[r], agents.largeStart[r + 1], (row) =>
      uniform(draws, agents.id[row]),
    )) {
      if (places < agents.weight[i]) break;
      if (isDigitalUser(digital.states[i])) continue;
      agents.served[i] = 1;
      places -= agents.weight[i];
    }
  }
  servedByRegion(agents).forEach((firms, r) => {
    if (plan.levers.advice[r] >= 1) ledger.note("ID-15", Math.max(0, firms - plan.levers.advice[r]));
  });
}

function servedByRegion({ large, region, served, weight, largeStart }: Agents): Float64Array {
  const firms = new Float64Array(largeStart.length - 1);
  for (let i = 0; i < large; i++) firms[region[i]] += served[i] * weight[i];
  return firms;
}

/** Racks ordered last year are in use, this year's are ordered (SM-11: a year to build). Answers the stock residual. */
function buildRacks({ racks, racksPlanned, racksStart }: Ecosystem, plan: YearPlan): number {
  const before = sum(racks);
  const finished = sum(racksPlanned);
  for (let r = 0; r < racks.length; r++) {
    racks[r] += racksPlanned[r];
    racksPlanned[r] = plan.levers.racks[r];
  }
  return sum(racks) < sum(racksStart) - 1e-9 ? Number.POSITIVE_INFINITY : sum(racks) - before - finished;
}

/** Costs that are known once the year is over; subsidies and loans were charged pilot by pilot. */
function chargeKnownCosts(ecosystem: Ecosystem, plan: YearPlan, adviceCost: number): void {
  const { agents, data } = ecosystem;
  const served = servedByRegion(agents);
  for (let r = 0; r < data.regions.length; r++) charge(plan, "advice", r, adviceCost * served[r]);
  for (const lever of ["trainingShare", "cloudDiscount", "graduates", "retraining", "racks", "cores"] as const) {
    if (!plan.measures.some(({ measure }) => measure.lever === lever)) continue;
    const costs = unitCosts(ecosystem, lever);
    for (let r = 0; r < data.regions.length; r++) charge(plan, lever, r, costs[r] * plan.levers[lever][r]);
  }
}

/** Money of the year by lever; what budgets left over is a line of its own (ID-4). */
function closeAccount({ year, data }: Ecosystem, plan: YearPlan, ledger: Ledger): YearAccount {
  const support = new Float64Array(data.regions.length);
  const lines = new Map<string, number>();
  let unspent = 0;
  let budget = 0;
  for (const { measure, spent } of plan.measures) {
    for (let r = 0; r < support.length; r++) support[r] += spent[r];
    const paid = sum(spent);
    lines.set(measure.lever, (lines.get(measure.lever) ?? 0) + paid);
    budget += measure.budget ?? paid;
    unspent += measure.budget === null ? 0 : measure.budget - paid;
    ledger.note("ID-4", Math.min(0, measure.budget === null ? 0 : measure.budget - paid));
  }
  if (plan.measures.some(({ measure }) => measure.budget !== null)) lines.set("unspent", unspent);
  const money = [...lines].map(([line, value]) => ({ year, line, value }));
  ledger.note("ID-4", money.reduce((total, { value }) => total + value, 0) - budget);
  return { support, money };
}

/** ID-1: every firm is in exactly one state, so the states of a region add up to its firms. */
function stageResidual({ agents, digital, data }: Ecosystem): number {
  const perRegion = new Float64Array(data.regions.length);
  for (let i = 0; i < agents.large; i++) {
    if (digital.states[i] < ADOPTION_STAGES.length) perRegion[agents.region[i]] += agents.weight[i];
  }
  return perRegion.reduce((worst, firms, r) => Math.max(worst, Math.abs(firms - data.start.firms[r])), 0);
}
