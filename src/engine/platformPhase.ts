import type { Ecosystem } from "./ecosystem.ts";
import type { YearPlan } from "./yearPlan.ts";
import { isDigitalUser } from "#domain/adoptionStage.ts";
import { exp, ln } from "#domain/portableMath.ts";
import { userShares } from "./adoptionPhase.ts";
import { phaseKey, uniform } from "./randomNumbers.ts";
import { rowsInOrderOf } from "./rowsInOrderOf.ts";

/** Invitations that a core sends in a year; four years make the 40 partners of the preset (assumption). */
const INVITATIONS_A_YEAR = 10;
/** Readiness of the candidates: Kazakhmys scores 0.80 on the model scale; the others are taken as its equals. */
const CORE_READINESS = 0.82;
/** Scores of a candidate that no data give (assumptions). */
const DIGITAL_RESULTS = 0.8;
const RESOURCES_TO_SCALE = 0.7;
/** Value of a membership per V, and yearly cost of integration, as shares of a member's ICT spending (assumptions). */
const VALUE_PER_V = 0.5;
const INTEGRATION_COST = 0.05;
/** Partners that a core announces and stops inviting at (preset core-ecosystem), complementors it can count on. */
const PARTNERS_OF_A_CORE = 40;
const EXPECTED_COMPLEMENTORS = 10;

export type PlatformYear = {
  /** V of EQ-9, 0 while no platform runs. */
  readonly value: number;
  /** Fees that members pay and cores receive, billion KZT (ID-10). */
  readonly feesPaid: number;
  readonly feesReceived: number;
};

export function isPlatformMember(state: number): boolean {
  return state >= 2 && state <= 4; // connected, transacting, coCreating: order of SM-2
}

/** Value of the platform to every large firm at the start of the year: V for members, 0 for others (EQ-3, term b_P). */
export function platformValues({ agents, members }: Ecosystem, value: number): Float64Array {
  const values = new Float64Array(agents.large);
  for (let i = 0; i < agents.large; i++) values[i] = isPlatformMember(members.states[i]) ? value : 0;
  return values;
}

/** SM-3, SM-5, SM-2 and EQ-9 of a year: cores, complementors, members, fees. */
export function advancePlatforms(ecosystem: Ecosystem, plan: YearPlan): PlatformYear {
  const { agents, members, live, parameters: p, run, year } = ecosystem;
  const openness = plan.levers.openness[0];
  const supported = ecosystem.off.has("platforms") ? 0 : Math.round(plan.levers.cores[0]);
  const membersBefore = membersByCore(ecosystem);
  const complementors = activeComplementors(ecosystem);
  const memberCount = membersBefore.reduce((total, count) => total + count, 0);
  const shares = userShares(ecosystem, ecosystem.digital, agents.large);

  live.cores.forEach(({ actor, region }, c) => {
    actor.send({
      type: "YEAR_PASSED",
      isSupported: c < supported,
      readiness: CORE_READINESS,
      score: coreScore(membersBefore[c], shares.regional[region], shares.national),
      members: membersBefore[c],
    });
  });
  const running = live.cores.map(({ actor }) => runsPlatform(actor.getSnapshot()));
  const platformRuns = running.includes(true);
  const draws = phaseKey(run, "complementor", year);
  const membersEach = memberCount / Math.max(1, complementors);
  ecosystem.complementors.sendAll({ type: "YEAR_PASSED", draw: 0, platformRuns, openness, membersEach }, (event, k) => {
    event.draw = uniform(draws, k);
  });

  const superApp = plan.levers.superApp[0];
  const value = platformRuns ? platformValue(openness, memberCount, complementors, superApp) : 0;
  const feeRate = p.platformFee * (1 - 0.5 * openness);
  const netValueOf = (v: number) => VALUE_PER_V * v - feeRate - INTEGRATION_COST;
  // An invited firm judges the platform by the partners that its core has announced, a member by those who came.
  const announced = Math.max(memberCount, PARTNERS_OF_A_CORE * running.filter(Boolean).length);
  const expectedValue = platformValue(openness, announced, Math.max(complementors, EXPECTED_COMPLEMENTORS), superApp);
  const invitedBy = invite(ecosystem, running, membersBefore);
  members.sendAll({ type: "YEAR_PASSED", invited: 0, platformRuns: 0, netValue: 0 }, (event, i) => {
    event.invited = invitedBy[i] >= 0 ? 1 : 0;
    event.platformRuns = platformRuns ? 1 : 0;
    event.netValue = netValueOf(isPlatformMember(members.states[i]) ? value : expectedValue);
  });
  for (let i = 0; i < agents.large; i++) {
    if (invitedBy[i] >= 0) ecosystem.coreOf[i] = invitedBy[i];
  }
  return { value, ...collectFees(ecosystem, feeRate) };
}

/**
 * EQ-9: V = quality [0.5 ln(1 + members) / ln 985 + 0.5 ln(1 + complementors) / ln 201] (1 + 0.2 SuperApp), where
 * quality falls with openness as 1 - 0.3 o.
 */
export function platformValue(openness: number, members: number, complementors: number, superApp: number): number {
  const reach = (0.5 * ln(1 + members)) / ln(985) + (0.5 * ln(1 + complementors)) / ln(201);
  return (1 - 0.3 * openness) * reach * (1 + 0.2 * superApp);
}

/** SM-3: geometric mean of digital results, resources to scale, cooperation links and strength of the region. */
function coreScore(members: number, regionalShare: number, nationalShare: number): number {
  const links = Math.min(1, 0.6 + members / 100);
  const strength = Math.min(1, Math.max(0.01, regionalShare / (2 * nationalShare)));
  return exp((ln(DIGITAL_RESULTS) + ln(RESOURCES_TO_SCALE) + ln(links) + ln(strength)) / 4);
}

function runsPlatform({ value, context }: { value: unknown; context: { platformYears: number } }): boolean {
  return (value === "selected" && context.platformYears >= 1) || value === "anchor" || value === "leader";
}

function activeComplementors({ complementors: { states, table } }: Ecosystem): number {
  const active = ["active", "niche", "growing"].map((leaf) => table.leaves.indexOf(leaf));
  return states.reduce((count, state) => count + (active.includes(state) ? 1 : 0), 0);
}

/** Members of each core, in enterprises. */
export function membersByCore({ agents, members, coreOf, live }: Ecosystem): number[] {
  const counts = live.cores.map(() => 0);
  for (let i = 0; i < agents.large; i++) {
    if (coreOf[i] >= 0 && isPlatformMember(members.states[i])) counts[coreOf[i]] += agents.weight[i];
  }
  return counts;
}

/**
 * Every core with a running platform invites firms that are ready for it: its own region first, then everywhere, and
 * within a region those that do not use digital technology yet, since a core builds its chain (assumption).
 */
function invite(ecosystem: Ecosystem, running: readonly boolean[], membersBefore: readonly number[]): Int8Array {
  const { agents, digital, members, live, run, year } = ecosystem;
  const invitedBy = new Int8Array(agents.large).fill(-1);
  const draws = phaseKey(run, "invitation", year);
  live.cores.forEach(({ region }, c) => {
    if (!running[c] || membersBefore[c] >= PARTNERS_OF_A_CORE) return;
    const candidates = rowsInOrderOf(0, agents.large, (i) => {
      if (members.states[i] !== OUTSIDE || invitedBy[i] >= 0 || !(agents.readiness[i] > 0.4))
        return Number.POSITIVE_INFINITY;
      const isElsewhere = agents.region[i] === region ? 0 : 2;
      return uniform(draws, agents.id[i]) + (isDigitalUser(digital.states[i]) ? 1 : 0) + isElsewhere;
    });
    let sent = 0;
    for (const i of candidates) {
      if (sent >= INVITATIONS_A_YEAR) break;
      invitedBy[i] = c;
      sent += agents.weight[i];
    }
  });
  return invitedBy;
}

const OUTSIDE = 0;

/** Members pay their core a share of their ICT spending; both sides are added up on their own (ID-10). */
function collectFees(ecosystem: Ecosystem, feeRate: number): { feesPaid: number; feesReceived: number } {
  const { agents, members, coreOf, live } = ecosystem;
  const received = live.cores.map(() => 0);
  let feesPaid = 0;
  for (let i = 0; i < agents.large; i++) {
    if (!isPlatformMember(members.states[i])) continue;
    const fee = feeRate * agents.ictSpending[i];
    feesPaid += fee;
    received[coreOf[i]] += fee;
  }
  return { feesPaid, feesReceived: received.reduce((total, fees) => total + fees, 0) };
}
