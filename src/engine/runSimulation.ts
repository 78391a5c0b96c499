import type { EventRecord, IdentityCheck, MoneyLine, RosterGroup, YearSnapshot } from "#domain/runResult.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { Ecosystem } from "./ecosystem.ts";
import {
  AGENT_BYTE,
  BYTES_PER_AGENT,
  FLAG_MEMBER,
  FLAG_SERVED,
  NO_CORE,
  NOT_IN_POPULATION,
  regionalColumn,
} from "#domain/runResult.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { advanceYear } from "./advanceYear.ts";
import { createOutputDigest } from "./digest.ts";
import { createEcosystem } from "./ecosystem.ts";
import { ecosystemOf2023 } from "./ecosystemOf2023.ts";
import { createExplainer } from "./explain.ts";
import { createLedger } from "./identities.ts";
import { nationalValues } from "./nationalValues.ts";
import { observationBase, observe } from "./observe.ts";
import { isPlatformMember } from "./memberStates.ts";
import { recordEvents } from "./recordEvents.ts";
import { FRONTIER_MODELS, reestimate } from "./reestimate.ts";
import { createRoster, type Roster } from "./roster.ts";

export type SimulationOptions = {
  /** Number of agents relative to one per large and medium manufacturer; only benchmarks change it. */
  readonly scale?: number;
  /** Keep the event log (replicate 0 of a run). */
  readonly isRecorded?: boolean;
  /** Leave out M1 and M2, which no rule reads: for studies of many runs that do not look at them. */
  readonly isWithoutFrontiers?: boolean;
  /** Leave out the actors other than enterprises, for futures of which only indicators are kept; the digest is the same. */
  readonly isWithoutActors?: boolean;
  /** Say with every year why it came out so (domain/explanation.ts); the numbers of the run stay the same. */
  readonly isExplained?: boolean;
  /** A year in which the log also has the actors that stayed in their state. */
  readonly staysIn?: number;
};

export type SimulationResult = {
  readonly agentRegion: Uint8Array;
  readonly buyers: Int32Array;
  readonly roster: readonly RosterGroup[];
  readonly money: readonly MoneyLine[];
  readonly identities: readonly IdentityCheck[];
  readonly events: readonly EventRecord[];
  /** Of all its years (digest.ts). */
  readonly digest: string;
};

/**
 * One future of a scenario from 2023 to its last year. `onYear` gets every year as soon as it is closed, 2023 first; the
 * arrays of a snapshot are made for it and not kept.
 */
export function runSimulation(
  data: StudyData,
  scenario: Scenario,
  seed: string,
  replicate: number,
  onYear: (snapshot: YearSnapshot) => void,
  options: SimulationOptions = {},
): SimulationResult {
  const { scale = 1, isRecorded = false, isExplained = false } = options;
  const ecosystem =
    scale === 1 && !isRecorded && !isExplained
      ? ecosystemOf2023(data, scenario, seed, replicate)
      : createEcosystem(data, scenario, seed, replicate, options);
  if (ecosystem.events !== null) recordEvents(ecosystem, ecosystem.events, options.staysIn);
  const ledger = createLedger();
  const roster = options.isWithoutActors ? NO_ROSTER : createRoster(ecosystem);
  const explain = isExplained ? createExplainer(ecosystem) : null;
  const base = observationBase(ecosystem);
  const digest = createOutputDigest();
  const money: MoneyLine[] = [];
  const noSupport = new Float64Array(data.regions.length);

  const close = (support: Float64Array) => {
    const observation = observe(ecosystem, base, support);
    const estimates = reestimate(observation, options.isWithoutFrontiers ? [] : FRONTIER_MODELS);
    const national = nationalValues(observation, data.start.industrialEnterprises);
    noteShares(observation.regional, ledger.note);
    const snapshot = {
      year: ecosystem.year,
      regional: observation.regional,
      national,
      agents: agentBytes(ecosystem),
      estimates,
      actors: roster.now(),
      explanation: explain === null ? null : explain(),
    };
    digest.add(snapshot);
    onYear(snapshot);
  };
  close(noSupport);
  for (let year = START_YEAR + 1; year <= scenario.until; year++) {
    const account = advanceYear(ecosystem, ledger);
    money.push(...account.money);
    close(account.support);
  }
  return {
    agentRegion: Uint8Array.from(ecosystem.agents.region),
    buyers: Int32Array.from(ecosystem.agents.buyers),
    roster: roster.groups,
    money,
    identities: ledger.checks(),
    events: ecosystem.events ?? [],
    digest: digest.hex(),
  };
}

const NO_ROSTER: Roster = { groups: [], now: () => ({ states: new Uint8Array(0), numbers: new Float64Array(0) }) };

const SHARES = ["digital_share", "readiness", "efficiency_fixed", "cloud_use_share", "big_data_share"] as const;

/** ID-2: shares lie in [0, 1]. */
function noteShares(regional: Float64Array, note: (id: string, residual: number) => void): void {
  for (const id of SHARES) {
    for (const share of regionalColumn(regional, id)) {
      note("ID-2", share >= 0 && share <= 1 ? 0 : Number.POSITIVE_INFINITY);
    }
  }
}

function agentBytes({ agents, digital, cloud, members, suppliers, coreOf, ladder }: Ecosystem): Uint8Array {
  const { count, large, weight, readiness } = agents;
  const bytes = new Uint8Array(count * BYTES_PER_AGENT);
  for (let i = 0; i < count; i++) {
    const isLarge = i < large;
    const at = i * BYTES_PER_AGENT;
    bytes[at + AGENT_BYTE.stage] = isLarge && weight[i] > 0 ? digital.states[i] : NOT_IN_POPULATION;
    bytes[at + AGENT_BYTE.cloud] = cloud.states[i];
    bytes[at + AGENT_BYTE.readiness] = Math.round(255 * readiness[i]);
    bytes[at + AGENT_BYTE.core] = NO_CORE;
    if (!isLarge) continue;
    bytes[at + AGENT_BYTE.flags] =
      (isPlatformMember(members.states[i]) ? FLAG_MEMBER : 0) | (agents.served[i] === 1 ? FLAG_SERVED : 0);
    if (coreOf[i] >= 0) bytes[at + AGENT_BYTE.core] = coreOf[i];
    bytes[at + AGENT_BYTE.membership] = members.states[i];
    bytes[at + AGENT_BYTE.supplier] = suppliers.states[i];
    bytes[at + AGENT_BYTE.ladder] = ladder[i];
  }
  return bytes;
}
