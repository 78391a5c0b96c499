import type { Ecosystem } from "./ecosystem.ts";
import type { MembershipYear } from "./machines/platformMember.ts";
import type { YearPlan } from "./yearPlan.ts";
import { isDigitalUser } from "#domain/adoptionStage.ts";
import { exp, ln } from "#domain/portableMath.ts";
import { BLOCK } from "./blocks.ts";
import { advanceComplementors, complementorPrice, connectServiceFirms, countComplementors } from "./complementors.ts";
import { assignRoles } from "./memberRoles.ts";
import { INVITED, isPlatformMember, OUTSIDE } from "./memberStates.ts";
import { fitPlatforms } from "./platformFit.ts";
import { phaseKey, uniform } from "./randomNumbers.ts";
import { rowsInOrderOf } from "./rowsInOrderOf.ts";
import { userShares } from "./userShares.ts";

/** Complementors that an invited firm counts on before any has come (assumption). */
const EXPECTED_COMPLEMENTORS = 10;
/** Technical base of a firm (B2) at which its integration costs what the parameter says (assumption). */
const USUAL_BASE = 0.5;

/** Value of its own platform to every large firm at the start of the year: V for members, 0 for others (EQ-3, term b_P). */
export function platformValues({ agents, members, coreOf, platforms }: Ecosystem): Float64Array {
  const values = new Float64Array(agents.large);
  for (let i = 0; i < agents.large; i++) {
    if (isPlatformMember(members.states[i])) values[i] = platforms.value[coreOf[i]];
  }
  return values;
}

/** SM-3, SM-4, SM-5, SM-2 and EQ-9 of a year: cores, providers, complementors, members, roles, fees, V, fit. */
export function advancePlatforms(ecosystem: Ecosystem, plan: YearPlan): void {
  const { live, platforms } = ecosystem;
  const wasReplaced = live.cores.map(({ actor }) => actor.getSnapshot().matches("replaced"));
  advanceCores(ecosystem, plan);
  advanceProviders(ecosystem, plan);
  const running = live.providers.map(runs);
  advanceComplementors(ecosystem, plan, running);
  const isLost = live.cores.map(({ actor }, c) => !wasReplaced[c] && actor.getSnapshot().matches("replaced"));
  advanceMembers(ecosystem, plan, running, isLost);
  platforms.members.set(membersByCore(ecosystem));
  platforms.complementors.set(countComplementors(ecosystem));
  connectServiceFirms(ecosystem);
  assignRoles(ecosystem);
  for (let c = 0; c < running.length; c++) {
    const { members, complementors } = platforms;
    platforms.value[c] = running[c] ? valueOfCore(ecosystem, plan, c, members[c], complementors[c]) : 0;
    platforms.feeRate[c] = feeRateOf(ecosystem, plan, c);
  }
  fitPlatforms(ecosystem, plan);
  setProjectCosts(ecosystem, plan);
  collectFees(ecosystem);
}

/** Whether a platform can be used: it operates or is degraded (SM-4). */
function runs(provider: Ecosystem["live"]["providers"][number]): boolean {
  const { value } = provider.getSnapshot();
  return value === "operating" || value === "degraded";
}

function advanceCores(ecosystem: Ecosystem, plan: YearPlan): void {
  const { agents, live, platforms, off, digital } = ecosystem;
  const shares = userShares(ecosystem, digital, agents.large);
  const supported = off.has("platforms") ? 0 : Math.round(plan.levers.cores[0]);
  live.cores.forEach(({ actor, region, row }, c) => {
    actor.send({
      type: "YEAR_PASSED",
      isSupported: c < supported,
      readiness: row < 0 ? ecosystem.parameters.coreReadiness : agents.readiness[row],
      score: coreScore(ecosystem, platforms.members[c], shares.regional[region], shares.national),
      platformRuns: runs(live.providers[c]),
      platformClosed: live.providers[c].getSnapshot().matches("closed"),
      members: platforms.members[c],
    });
  });
}

/** SM-3: geometric mean of digital results, resources to scale, cooperation links and strength of the region. */
function coreScore(
  { parameters: p }: Ecosystem,
  members: number,
  regionalShare: number,
  nationalShare: number,
): number {
  const links = Math.min(1, p.coreLinks + members / 100);
  const strength = Math.min(1, Math.max(0.01, regionalShare / (2 * nationalShare)));
  return exp((ln(p.coreDigitalResults) + ln(p.coreResources) + ln(links) + ln(strength)) / 4);
}

/**
 * SM-4 of a year. A platform lives on the support of its core by the plan and on the fees of last year; in-house
 * development takes a year more and costs more to run, acquisition opens at once.
 */
function advanceProviders({ live, platforms, agents, coreOf, parameters: p }: Ecosystem, plan: YearPlan): void {
  const strategy = plan.levers.buildingStrategy[0];
  const inHouse = Math.max(0, -strategy);
  platforms.supportFactor = 1 + p.acquisitionCost * Math.max(0, strategy);
  const supported = Math.round(plan.levers.cores[0]);
  const isBreached = live.cores.map(() => false);
  for (let i = 0; i < agents.large; i++) {
    if (platforms.breached[i] === 1 && coreOf[i] >= 0) isBreached[coreOf[i]] = true;
  }
  live.providers.forEach((provider, c) => {
    const { value } = live.cores[c].actor.getSnapshot();
    const support = c < supported ? p.coreCost : 0;
    platforms.funding[c] = (support + platforms.fees[c]) / (p.platformRunning * (1 + p.inHouseCost * inHouse));
    provider.send({
      type: "YEAR_PASSED",
      isHeld: value === "selected" || value === "anchor" || value === "leader",
      yearsToBuild: Math.round(1 - strategy),
      openingCapacity: p.platformCapacity,
      members: platforms.members[c],
      funding: platforms.funding[c],
      isBreached: isBreached[c],
    });
  });
}

/**
 * SM-2 of a year. An invited firm judges the platform by the partners that its core has announced, a member by those who
 * came. When a core is replaced, the running platform of the highest value takes over some of its members.
 */
function advanceMembers(
  ecosystem: Ecosystem,
  plan: YearPlan,
  running: readonly boolean[],
  isLost: readonly boolean[],
): void {
  const { agents, members, coreOf, platforms, parameters: p, run, year } = ecosystem;
  const values = running.map((runs, c) =>
    runs ? valueOfCore(ecosystem, plan, c, platforms.members[c], platforms.complementors[c]) : 0,
  );
  const expected = running.map((_, c) => {
    const complementors = Math.max(platforms.complementors[c], EXPECTED_COMPLEMENTORS);
    return valueOfCore(ecosystem, plan, c, Math.max(platforms.members[c], p.corePartners), complementors);
  });
  const feeRates = running.map((_, c) => feeRateOf(ecosystem, plan, c));
  const integration = running.map((_, c) => integrationCost(ecosystem, plan, c));
  const best = values.reduce((top, value, c) => (running[c] && (top < 0 || value > values[top]) ? c : top), -1);
  const takeovers = phaseKey(run, "takeover", year);
  const draws = phaseKey(run, "membership", year);
  const invitedBy = invite(ecosystem, running);
  const partnerLeave = p.partnerLeave * (1 - Math.abs(plan.levers.buildingStrategy[0]));
  const event: MembershipYear = {
    type: "YEAR_PASSED",
    draw: 0,
    invited: 0,
    platformRuns: 0,
    coreLost: 0,
    netValue: 0,
    breached: 0,
    breachLeave: p.breachLeave,
    partnerLeave,
  };
  const { id, ictSpending } = agents;
  const technicalBase = agents.blocks[BLOCK.MTE];
  const { states } = members;
  const { breached, memberValue } = platforms;
  memberValue.fill(0);
  members.sendAll(event, (e, i) => {
    const state = states[i];
    e.invited = invitedBy[i] >= 0 ? 1 : 0;
    if (state === OUTSIDE && e.invited === 0) return; // its one guard asks for nothing else
    if (invitedBy[i] >= 0) coreOf[i] = invitedBy[i];
    let core = coreOf[i];
    e.coreLost = 0;
    if (core >= 0 && isLost[core] && (state === INVITED || isPlatformMember(state))) {
      if (state !== INVITED && best >= 0 && uniform(takeovers, id[i]) < p.takeover) {
        coreOf[i] = best;
        core = best;
      } else e.coreLost = 1;
    }
    e.draw = uniform(draws, id[i]);
    e.breached = breached[i];
    e.platformRuns = core >= 0 && running[core] ? 1 : 0;
    if (core < 0) return;
    const value = isPlatformMember(state) ? values[core] : expected[core];
    e.netValue = p.valueOfPlatform * value - feeRates[core] - integration[core] * (1 + USUAL_BASE - technicalBase[i]);
    if (isPlatformMember(state)) memberValue[core] += e.netValue * ictSpending[i];
  });
}

/**
 * EQ-9: V = quality [0.5 ln(1 + members) / ln 985 + 0.5 ln(1 + complementors) / ln 201] (1 + 0.2 SuperApp), where quality
 * falls with openness as 1 - q o; then roles, a degraded platform, the life cycle and links of the mechanism.
 */
function valueOfCore(
  { live, platforms, parameters: p }: Ecosystem,
  plan: YearPlan,
  core: number,
  members: number,
  complementors: number,
): number {
  const value = platformValue(
    p.openQualityLoss,
    plan.levers.openness[0],
    members,
    complementors,
    plan.levers.superApp[0],
  );
  const roles = 1 + p.keystonePull * platforms.keystones[core] - p.landlordDrain * platforms.landlords[core];
  const state = live.providers[core].getSnapshot().matches("degraded") ? p.degradedValue : 1;
  return value * roles * state * platforms.stageFactor * platforms.interconnection;
}

/** EQ-9 without what roles, a degraded platform, the life cycle and the mechanism make of it. */
export function platformValue(
  qualityLoss: number,
  openness: number,
  members: number,
  complementors: number,
  superApp: number,
): number {
  const reach = (0.5 * ln(1 + members)) / ln(985) + (0.5 * ln(1 + complementors)) / ln(201);
  return (1 - qualityLoss * openness) * reach * (1 + 0.2 * superApp);
}

/** EQ-9: fee as a share of a member's ICT spending; dominators raise it. */
function feeRateOf({ platforms, parameters: p }: Ecosystem, plan: YearPlan, core: number): number {
  return (
    p.platformFee * (1 - p.openFeeCut * plan.levers.openness[0]) * (1 + p.dominatorFee * platforms.dominators[core])
  );
}

/** Integration of a member as a share of its ICT spending: prices of complementors, one standard, the digital code. */
function integrationCost(ecosystem: Ecosystem, plan: YearPlan, core: number): number {
  const { platforms, parameters: p } = ecosystem;
  const standard = 1 - p.dominatorSpeed * platforms.dominators[core];
  const code = 1 - p.codeCoordination * plan.levers.digitalCode[0];
  return p.memberIntegration * complementorPrice(ecosystem, core) * standard * code * platforms.operatingCost;
}

/** The digital code costs every large firm compliance on its projects; the mechanism saves members operating cost. */
function setProjectCosts({ agents, members, platforms, parameters: p }: Ecosystem, plan: YearPlan): void {
  const compliance = 1 + p.codeCompliance * plan.levers.digitalCode[0];
  for (let i = 0; i < agents.large; i++) {
    platforms.costFactor[i] = isPlatformMember(members.states[i]) ? compliance * platforms.operatingCost : compliance;
  }
}

/** Members of each core, in enterprises. */
function membersByCore({ agents, members, coreOf, live }: Ecosystem): Float64Array {
  const counts = new Float64Array(live.cores.length);
  for (let i = 0; i < agents.large; i++) {
    if (coreOf[i] >= 0 && isPlatformMember(members.states[i])) counts[coreOf[i]] += agents.weight[i];
  }
  return counts;
}

/**
 * Every core with a running platform invites firms that are ready for it: its own region first, then everywhere, and
 * within a region those that do not use digital technology yet, since a core builds its chain (assumption).
 */
function invite(ecosystem: Ecosystem, running: readonly boolean[]): Int8Array {
  const { agents, digital, members, live, platforms, parameters: p, run, year } = ecosystem;
  const invitedBy = new Int8Array(agents.large).fill(-1);
  const draws = phaseKey(run, "invitation", year);
  live.cores.forEach(({ region, row }, c) => {
    const places = Math.min(p.coreInvitations, p.corePartners - platforms.members[c]);
    if (!running[c] || places <= 0) return;
    const candidates = rowsInOrderOf(0, agents.large, (i) => {
      if (i === row || members.states[i] !== OUTSIDE || invitedBy[i] >= 0 || !(agents.readiness[i] > 0.4))
        return Number.POSITIVE_INFINITY;
      const isElsewhere = agents.region[i] === region ? 0 : 2;
      return uniform(draws, agents.id[i]) + (isDigitalUser(digital.states[i]) ? 1 : 0) + isElsewhere;
    });
    let sent = 0;
    for (const i of candidates) {
      if (sent >= places) break;
      invitedBy[i] = c;
      sent += agents.weight[i];
    }
  });
  return invitedBy;
}

/** What every core receives: a share of the ICT spending of its members. */
function collectFees({ agents, members, coreOf, platforms }: Ecosystem): void {
  platforms.fees.fill(0);
  for (let i = 0; i < agents.large; i++) {
    if (isPlatformMember(members.states[i]))
      platforms.fees[coreOf[i]] += platforms.feeRate[coreOf[i]] * agents.ictSpending[i];
  }
}
