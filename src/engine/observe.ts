import type { RegionalIndicatorId } from "#domain/indicators.ts";
import type { Ecosystem } from "./ecosystem.ts";
import { isDigitalUser } from "#domain/adoptionStage.ts";
import { regionalColumn } from "#domain/runResult.ts";
import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { MANUFACTURING, sumByRegion, weightedSumByRegion } from "./agents.ts";
import { modelReadiness } from "./blocks.ts";
import { RUNGS } from "./factoryLadder.ts";
import { vacancies } from "./labour.ts";
import { isPlatformMember } from "./memberStates.ts";
import { SIZE_OF_SET } from "./technologySets.ts";
import { userShares } from "./userShares.ts";

const SMART = RUNGS.indexOf("smart");
const VIRTUAL = RUNGS.indexOf("virtual");

/**
 * What statistics would publish for a year: the only door through which the estimators see the model. Indicators x
 * regions, one indicator after the other; efficiencies are filled in by the estimators afterwards.
 */
export type Observation = {
  readonly year: number;
  readonly regional: Float64Array;
  readonly regions: number;
};

/** Values of 2023 that simulated ratios move, so that every series starts at its published value. */
export type ObservationBase = { readonly ictSpending: Float64Array; readonly cloudShare: Float64Array };

/** Taken once, of the world of 2023. */
export function observationBase(ecosystem: Ecosystem): ObservationBase {
  return {
    ictSpending: sumByRegion(ecosystem.agents, ecosystem.agents.ictSpending),
    cloudShare: cloudShares(ecosystem),
  };
}

/**
 * What statistics see at the end of a year (SPEC.md, Observation): indicators x regions and national values, counts rounded to
 * whole firms. `support`: billion KZT that the plan spent, by region.
 */
export function observe(ecosystem: Ecosystem, base: ObservationBase, support: Float64Array): Observation {
  const { agents, digital, members, data, labour, racks, weights, technologies, cyber, ladder } = ecosystem;
  const regions = data.regions.length;
  const regional = new Float64Array(REGIONAL_INDICATORS.length * regions);
  const column = (id: RegionalIndicatorId) => regionalColumn(regional, id);

  const firms = column("firms");
  const users = column("digital_users");
  const manufacturing = column("manuf_output");
  const ofAdopters = column("output_of_adopters");
  const platformMembers = column("platform_members");
  const technologiesInUse = column("technologies_per_user");
  const breaches = column("cyber_breaches");
  const losses = column("cyber_losses");
  const rungs = [null, column("digital_factories"), column("smart_factories"), column("virtual_factories")];
  const blockSums = agents.blocks.map((block) => weightedSumByRegion(agents, block));
  const { large, region, sector, output: outputs, weight: weightOf } = agents;
  for (let i = 0; i < region.length; i++) {
    const r = region[i];
    if (sector[i] === MANUFACTURING) manufacturing[r] += outputs[i];
    if (i >= large) continue;
    const weight = weightOf[i];
    firms[r] += weight;
    if (isPlatformMember(members.states[i])) platformMembers[r] += weight;
    breaches[r] += weight * cyber.breached[i];
    losses[r] += cyber.lost[i];
    if (ladder[i] > 0) rungs[ladder[i]]![r] += weight;
    if (ladder[i] === VIRTUAL) rungs[SMART]![r] += weight;
    if (!isDigitalUser(digital.states[i])) continue;
    technologiesInUse[r] += weight * SIZE_OF_SET[technologies.sets[i]];
    users[r] += weight;
    ofAdopters[r] += outputs[i];
  }
  const share = column("digital_share");
  const readiness = column("readiness");
  const output = column("digital_output");
  for (let r = 0; r < regions; r++) {
    firms[r] = Math.round(firms[r]);
    if (users[r] > 0) technologiesInUse[r] /= users[r];
    users[r] = Math.round(users[r]);
    share[r] = publishedShare(users[r], firms[r]);
    for (const sums of blockSums) sums[r] /= firms[r];
    readiness[r] = firms[r] > 0 ? modelReadiness(blockSums, r, weights) : 0;
    output[r] = manufacturing[r] * share[r]; // EQ-8
  }

  const spending = sumByRegion(ecosystem.agents, ecosystem.agents.ictSpending);
  const cloud = cloudShares(ecosystem);
  column("ict_investments").set(
    data.t18.ict_investments.map((value, r) => (value * spending[r]) / base.ictSpending[r]),
  );
  column("innovation_expenditure").set(data.t18.innovation_expenditure);
  column("fixed_capital_industry").set(data.t18.fixed_capital_industry);
  column("ict_specialists_per1000").set(
    data.t18.ict_specialists_per1000.map((value, r) => (value * labour.staff[r]) / labour.staffStart[r]),
  );
  column("cloud_use_share").set(
    data.t18.cloud_use_share.map((percent, r) => Math.min(1, ((percent / 100) * cloud[r]) / base.cloudShare[r])),
  );
  column("big_data_share").set(userShares(ecosystem, ecosystem.bigData, agents.count).regional);
  column("ict_staff").set(labour.staff);
  column("racks").set(racks);
  const { dataCentres } = ecosystem.institutions;
  column("ict_vacancies").set(labour.staff.map((_, r) => vacancies(ecosystem, r, ecosystem.year)));
  column("firm_entries").set(ecosystem.turnover.entries);
  column("firm_exits").set(ecosystem.turnover.exits);
  column("ict_moves").set(labour.moved);
  column("rack_use").set(dataCentres.columns.use.map((use) => Math.min(1, use)));
  const freeCash = column("free_cash");
  for (let i = 0; i < agents.large; i++) freeCash[agents.region[i]] += ecosystem.accounts.cash[i];
  column("support_money").set(support);
  return { year: ecosystem.year, regional, regions };
}

/** k of n as statistics publishes it: a percentage rounded to 0.1, as a share (ID-16). No firms: no users, share 0. */
export function publishedShare(users: number, firms: number): number {
  return firms > 0 ? Math.round((1000 * users) / firms) / 1000 : 0;
}

function cloudShares(ecosystem: Ecosystem): Float64Array {
  return userShares(ecosystem, ecosystem.cloud, ecosystem.agents.count).regional;
}
