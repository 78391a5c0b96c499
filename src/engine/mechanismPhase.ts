import type { Ecosystem } from "./ecosystem.ts";
import type { InnerLever } from "./machines/resourceMechanism.ts";
import type { YearPlan } from "./yearPlan.ts";
import { exp, ln } from "#domain/portableMath.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { BLOCK } from "./blocks.ts";
import { RESOURCE_CLASSES } from "./complementors.ts";
import { INNER_LEVERS } from "./machines/resourceMechanism.ts";
import { isPlatformMember, TRANSACTING } from "./memberStates.ts";
import { phaseKey, uniform } from "./randomNumbers.ts";

/** Least part of its group that an inner lever reaches; the rest is chance (assumption: no data). */
const LEAST_REACH = 0.6;
/** Inner levers that close the gap of each metric of quality; every lever stands once (assumption). */
const METRICS: readonly (readonly InnerLever[])[] = [
  ["integration", "monitoring", "cyberProtection", "riskManagement"], // stability of channels
  ["automation", "openApi", "certification"], // share of modern equipment
  ["serviceLevels", "dedicatedUnit", "training"], // efficiency of services
  ["integrationMethods", "compliance", "policies"], // cost trend
  ["dataLifeCycle", "accessRights", "jointResearch"], // speed
];
/** What OTMsoc is expected to bring at the pilot enterprise (figures 51 to 53). */
const INTERCONNECTION = 0.2;
const OPERATING_COST = 0.15;
const MANUAL_OPERATIONS = 0.25;
/** Part of output that labour makes (exponent of EQ-7). */
const LABOUR_SHARE = 0.6;

/** The plan of a year reaches the mechanism: group levers to inner levers (SM-15). */
export function planMechanism({ live, run, off }: Ecosystem, { levers }: YearPlan): void {
  if (off.has("resourceMechanism")) return;
  const groups = {
    technical: levers.mechanismTechnical[0],
    organisational: levers.mechanismOrganisational[0],
    legal: levers.mechanismLegal[0],
  };
  if (groups.technical + groups.organisational + groups.legal === 0 && live.mechanism.getSnapshot().value === "goalSet")
    return; // nothing to set, so nothing to hear of
  const draws = phaseKey(run, "mechanism", START_YEAR);
  const reach = INNER_LEVERS.map((_, k) => LEAST_REACH + (1 - LEAST_REACH) * uniform(draws, k));
  live.mechanism.send({ type: "YEAR_PLANNED", ...groups, reach });
}

/** The year has passed for the mechanism: resources, quality and limits as the run shows them; effects on next year. */
export function advanceMechanism(ecosystem: Ecosystem, servicePrice: number): void {
  const { live, platforms, parameters: p } = ecosystem;
  const { mechanism } = live;
  if (mechanism.getSnapshot().value === "goalSet") {
    if (platforms.interconnection !== 1) applyEffects(ecosystem, false);
    return;
  }
  const look = lookAtMembers(ecosystem);
  const resources = {
    economic: Math.min(
      1,
      mean(platforms.funding, (_, c) => live.providers[c].getSnapshot().context.capacity > 0),
    ),
    information: look.transacting,
    technological: platforms.classesConnected / RESOURCE_CLASSES,
    human: look.blocks[BLOCK.PERS],
  };
  const levers = mechanism.getSnapshot().context;
  const bases = [
    mean(
      platforms.value,
      (_, c) => platforms.value[c] > 0,
      (c) => live.providers[c].getSnapshot().context.uptime,
    ),
    look.blocks[BLOCK.MTE],
    Math.min(1, 1 / servicePrice),
    Math.min(1, 1 / (servicePrice * servicePrice)),
    look.transacting,
  ];
  // A metric is what the run has plus what its levers close of the gap to 1; Q is their geometric mean.
  let logQuality = 0;
  METRICS.forEach((ids, k) => {
    const closed = ids.reduce((total, id) => total + levers[id], 0) / ids.length;
    logQuality += ln(Math.max(0.01, 1 - (1 - bases[k]) * (1 - closed))) / METRICS.length;
  });
  const limits =
    (p.politicalLimit +
      p.regulatoryLimit * (1 - levers.compliance) +
      p.ecologicalLimit +
      (1 - resources.human) +
      (1 - look.blocks[BLOCK.ORGSTRPROC]) +
      (1 - look.readiness) +
      (1 - resources.economic) +
      (1 - resources.technological)) /
    8;
  mechanism.send({ type: "YEAR_PASSED", ...resources, quality: exp(logQuality), limits });
  platforms.mechanismQuality = exp(logQuality);
  platforms.mechanismLimits = limits;
  applyEffects(ecosystem, mechanism.getSnapshot().value === "optimal");
}

/**
 * SM-15, effects while optimal, each at the part that is realised: links raise V, operating cost falls for members
 * (integration and projects), fewer manual operations raise the output of members by labour's share in them.
 */
function applyEffects({ platforms, agents, members, parameters: p }: Ecosystem, isOptimal: boolean): void {
  const realised = isOptimal ? p.mechanismRealised : 0;
  platforms.interconnection = 1 + INTERCONNECTION * realised;
  platforms.operatingCost = 1 - OPERATING_COST * realised;
  const output = 1 + LABOUR_SHARE * p.manualShare * MANUAL_OPERATIONS * realised;
  for (let i = 0; i < agents.large; i++) {
    platforms.outputFactor[i] = isPlatformMember(members.states[i]) ? output : 1;
  }
}

/** Mean over the entries that count; 0 if none does. */
function mean(
  values: Float64Array,
  counts: (value: number, k: number) => boolean,
  valueOfEntry: (k: number) => number = (k) => values[k],
): number {
  let total = 0;
  let count = 0;
  for (let k = 0; k < values.length; k++) {
    if (!counts(values[k], k)) continue;
    total += valueOfEntry(k);
    count += 1;
  }
  return count > 0 ? total / count : 0;
}

/** Mean of members' blocks and readiness, and the part of them that transact or co-create. */
function lookAtMembers({ agents, members }: Ecosystem) {
  const blocks = new Float64Array(agents.blocks.length);
  let count = 0;
  let transacting = 0;
  let readiness = 0;
  for (let i = 0; i < agents.large; i++) {
    if (!isPlatformMember(members.states[i])) continue;
    count += 1;
    if (members.states[i] >= TRANSACTING) transacting += 1;
    readiness += agents.readiness[i];
    for (let j = 0; j < blocks.length; j++) blocks[j] += agents.blocks[j][i];
  }
  const each = count > 0 ? 1 / count : 0;
  return { blocks: blocks.map((total) => total * each), transacting: transacting * each, readiness: readiness * each };
}
