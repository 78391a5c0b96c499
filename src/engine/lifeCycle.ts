import type { Ecosystem } from "./ecosystem.ts";
import type { YearPlan } from "./yearPlan.ts";
import { BUYERS_PER_FIRM } from "#domain/runResult.ts";
import { sum } from "./agents.ts";
import { connectedClasses } from "./complementors.ts";
import { isPlatformMember, LEFT } from "./memberStates.ts";

/** Bounds above which dearer imports, below which failing pilots or demand count as a shock (assumptions). */
const SANCTIONS = 1.2;
const REGULATION = 0.8;
const DEMAND = 0.9;

/**
 * SM-14 of a year: one actor for the ecosystem of all cores together, since its stages ask for regions, for a part of all
 * firms and for rivals among platforms. Its stage moves the value of every platform next year.
 */
export function advanceLifeCycle(ecosystem: Ecosystem, plan: YearPlan): void {
  const { live, platforms, parameters: p } = ecosystem;
  const { lifeCycle } = live;
  const before = platforms.classesConnected;
  platforms.classesConnected = connectedClasses(ecosystem);
  const superAppGrew = plan.levers.superApp[0] > platforms.superAppLastYear;
  platforms.superAppLastYear = plan.levers.superApp[0];
  if (ecosystem.off.has("lifeCycle")) return;
  const { members, left, regions, density } = lookAtMembers(ecosystem);
  const values = platforms.value.map((value, c) => value * platforms.members[c]);
  const allValue = sum(values);
  const revenue = sum(platforms.fees);
  const support = Math.min(live.cores.length, Math.round(plan.levers.cores[0])) * p.coreCost;
  platforms.linkDensity = density;
  lifeCycle.send({
    type: "YEAR_PASSED",
    bounds: p,
    members,
    regions,
    leaderShare: allValue > 0 ? Math.max(...values) / allValue : 0,
    memberShare: members / sum(ecosystem.data.start.firms),
    linkDensity: density,
    inflow: sum(platforms.complementors),
    rivalShare: members + left > 0 ? left / (members + left) : 0,
    isShocked: isShocked(ecosystem, plan),
    renewalShare: revenue > 0 ? support / revenue : 0,
    hasNewService: superAppGrew || platforms.classesConnected > before,
  });
  const stage = lifeCycle.getSnapshot().value;
  const part = { birth: 0, strengthening: 0.5, consolidation: 1, renewal: 0, decline: -1, dissolved: -1 }[stage];
  platforms.stageFactor = 1 + p.stageEffect * part;
}

function isShocked({ platforms, data }: Ecosystem, { shocks }: YearPlan): boolean {
  if (platforms.breached.includes(1)) return true;
  for (let r = 0; r < data.regions.length; r++) {
    if (shocks.importPrice[r] > SANCTIONS || shocks.pilotSuccess[r] < REGULATION || shocks.demand[r] < DEMAND)
      return true;
  }
  return false;
}

/** Members and those who left, regions with a member, and the part of members' ties that stay on their platform. */
function lookAtMembers({ agents, members, coreOf, data }: Ecosystem) {
  const seen = new Uint8Array(data.regions.length);
  let count = 0;
  let left = 0;
  let ties = 0;
  let inside = 0;
  for (let i = 0; i < agents.large; i++) {
    if (members.states[i] === LEFT) left += agents.weight[i];
    if (!isPlatformMember(members.states[i])) continue;
    count += agents.weight[i];
    seen[agents.region[i]] = 1;
    for (let k = 0; k < BUYERS_PER_FIRM; k++) {
      const buyer = agents.buyers[BUYERS_PER_FIRM * i + k];
      ties += 1;
      if (coreOf[buyer] === coreOf[i] && isPlatformMember(members.states[buyer])) inside += 1;
    }
  }
  return { members: count, left, regions: sum(seen), density: ties > 0 ? inside / ties : 0 };
}
