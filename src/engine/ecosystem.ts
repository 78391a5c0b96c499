import type { EventRecord } from "#domain/runResult.ts";
import type { MechanismId } from "#domain/mechanisms.ts";
import type { ParameterValues } from "#domain/parameters.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { Agents } from "./agents.ts";
import type { BlockWeights } from "./blocks.ts";
import type { Accounts } from "./cash.ts";
import type { HazardTermSums } from "./hazardTerms.ts";
import type { Institutions } from "./institutions.ts";
import type { LiveActors } from "./liveActors.ts";
import type { Platforms } from "./platformState.ts";
import type { Population } from "./population.ts";
import type { Turnover } from "./turnover.ts";
import type { RandomKey } from "./randomNumbers.ts";
import { parameterValues } from "#domain/parameters.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { nationalSeriesValue } from "#domain/studyData.ts";
import { createAgents, sum } from "./agents.ts";
import { BLOCK, blockWeights } from "./blocks.ts";
import { openAccounts } from "./cash.ts";
import { CORE_CANDIDATES } from "./caseEnterprises.ts";
import { placeComplementors } from "./complementors.ts";
import { cloudDemand } from "./dataCentrePhase.ts";
import { createCyber, type CyberState } from "./cyberIncidents.ts";
import { createTwins, placeTwins, type TwinPopulation } from "./digitalTwins.ts";
import { climbLadder } from "./factoryLadder.ts";
import { createTechnologies, placeTechnologies, type TechnologyState } from "./technologySets.ts";
import { createHazardTermSums } from "./hazardTerms.ts";
import { startInstitutions } from "./institutions.ts";
import { startLiveActors } from "./liveActors.ts";
import { deriveMachineTable } from "./machineTable.ts";
import { adoptionMachine } from "./machines/adoption.ts";
import { complementorMachine } from "./machines/complementor.ts";
import { ictServiceMachine } from "./machines/ictService.ts";
import { platformMemberMachine } from "./machines/platformMember.ts";
import { supplierMachine } from "./machines/supplier.ts";
import { createPlatforms } from "./platformState.ts";
import { createPopulation } from "./population.ts";
import { runKey } from "./randomNumbers.ts";
import { startTurnover } from "./turnover.ts";
import { placeInitialUsers } from "./startAdoption.ts";
import { userShares, type UserShares } from "./userShares.ts";

/** Tables are derived once from the machines and serve every run (performance: the machine is read at start-up). */
const adoptionTable = deriveMachineTable(adoptionMachine);
const supplierTable = deriveMachineTable(supplierMachine);
const memberTable = deriveMachineTable(platformMemberMachine);
const complementorTable = deriveMachineTable(complementorMachine);
const ictServiceTable = deriveMachineTable(ictServiceMachine);

/** Firms that could offer their own services on a platform (assumption). */
const COMPLEMENTORS = 60;

export type AdoptionPopulation = Population<typeof adoptionMachine>;

/** Everything that a year reads and changes. Phases change it in the order of advanceYear.ts. */
export type Ecosystem = {
  readonly data: StudyData;
  readonly scenario: Scenario;
  readonly parameters: ParameterValues;
  /** Mechanisms that the scenario switches off; asked once a phase. */
  readonly off: ReadonlySet<MechanismId>;
  readonly weights: BlockWeights;
  readonly run: RandomKey;
  readonly agents: Agents;
  /** SM-1 three times: digital technology (large and medium manufacturers), cloud and big data (all industry). */
  readonly digital: AdoptionPopulation;
  readonly cloud: AdoptionPopulation;
  readonly bigData: AdoptionPopulation;
  readonly suppliers: Population<typeof supplierMachine>;
  readonly members: Population<typeof platformMemberMachine>;
  readonly complementors: Population<typeof complementorMachine>;
  /** One ICT service firm a region. */
  readonly ictServices: Population<typeof ictServiceMachine>;
  readonly live: LiveActors;
  /** Project office, education, investors, customers, data centres (SM-7 to SM-11). */
  readonly institutions: Institutions;
  readonly technologies: TechnologyState;
  readonly digitalTwins: TwinPopulation;
  /** State of every twin in 2023. */
  readonly twinStart: Uint8Array;
  readonly cyber: CyberState;
  /** Rung of the factory ladder of every large firm (SM-12). */
  readonly ladder: Uint8Array;
  /** Cash of everybody (ID-5). */
  readonly accounts: Accounts;
  /** Firms that close and open (ID-1). */
  readonly turnover: Turnover;
  /** Stage of digital technology of every large firm in 2023. */
  readonly stageStart: Uint8Array;
  /** Which core (index in live.cores) each large firm belongs to or was invited by; -1: none. */
  readonly coreOf: Int8Array;
  readonly platforms: Platforms;
  readonly labour: LabourState;
  /** Commercial racks by region, in use and under construction. */
  readonly racks: Float64Array;
  readonly racksStart: Float64Array;
  readonly racksPlanned: Float64Array;
  /** Reference values of 2023 against which the added terms of the hazard are measured (EQ-3). */
  readonly reference: HazardReference;
  /** Filled while the run is explained; null otherwise. */
  readonly hazardTerms: HazardTermSums | null;
  /** Filled while the run is recorded; null otherwise. */
  readonly events: EventRecord[] | null;
  year: number;
};

export type LabourState = {
  readonly staff: Float64Array;
  readonly staffStart: Float64Array;
  /** People who moved in from other regions last year, net: adds up to zero (EQ-5). */
  readonly moved: Float64Array;
  /** People who left ICT work or the country last year, net of the trend (EQ-5). */
  readonly lost: Float64Array;
  /** Vacancies per ICT worker in 2023. */
  readonly scarcityStart: number;
};

export type HazardReference = {
  /** Mean readiness of the firms that could adopt. */
  meanReadiness: number;
  /** Share of digital buyers of each large firm less the national share. */
  readonly partnerLead: Float64Array;
  /** Pilot starts a year that the service market of 2023 was built for. */
  pilotStarts: number;
  /** Shares of users, which a run without peers keeps. */
  digitalShares: UserShares;
  cloudShares: UserShares;
  bigDataShares: UserShares;
  /** ICT spending of cloud users by region (SM-11). */
  cloudDemand: Float64Array;
};

/**
 * The world of 2023 of one future. `scale` multiplies the agents, each then stands for fewer enterprises; `isRecorded` keeps
 * the events, `isExplained` the terms that the explanations are made of.
 */
export function createEcosystem(
  data: StudyData,
  scenario: Scenario,
  seed: string,
  replicate: number,
  options: { readonly scale?: number; readonly isRecorded?: boolean; readonly isExplained?: boolean } = {},
): Ecosystem {
  const parameters = parameterValues(scenario.parameters);
  const run = runKey(seed, replicate);
  const { scale = 1 } = options;
  const agents = createAgents(data, parameters, run, scale);
  const { large, count, readiness } = agents;
  const live = startLiveActors(data, agents);
  const racksStart = racksOf2023(data);
  const labour = labourOf2023(data, parameters);
  const ecosystem: Ecosystem = {
    data,
    scenario,
    parameters,
    off: new Set(scenario.off),
    weights: blockWeights(data),
    run,
    agents,
    digital: createPopulation(adoptionTable, large, { readiness }),
    cloud: createPopulation(adoptionTable, count, { readiness }),
    bigData: createPopulation(adoptionTable, count, { readiness }),
    suppliers: createPopulation(supplierTable, large, { readiness }),
    members: createPopulation(memberTable, large, {
      readiness,
      supplyChain: agents.blocks[BLOCK.SCM],
      security: agents.blocks[BLOCK.CYBSEC],
    }),
    complementors: createPopulation(complementorTable, COMPLEMENTORS),
    ictServices: createPopulation(ictServiceTable, data.regions.length),
    institutions: startInstitutions(data, parameters, large),
    live,
    technologies: createTechnologies(large, readiness),
    digitalTwins: createTwins(large),
    twinStart: new Uint8Array(large),
    cyber: createCyber(large, agents.blocks[BLOCK.CYBSEC], live.cores.length),
    ladder: new Uint8Array(large),
    accounts: openAccounts(agents, parameters),
    turnover: startTurnover(data, agents),
    stageStart: new Uint8Array(large),
    coreOf: new Int8Array(large).fill(-1),
    platforms: createPlatforms(CORE_CANDIDATES.length, large, COMPLEMENTORS, data.regions.length),
    labour,
    racks: Float64Array.from(racksStart),
    racksStart,
    racksPlanned: new Float64Array(racksStart.length),
    reference: {
      meanReadiness: 0,
      partnerLead: new Float64Array(large),
      pilotStarts: 0,
      digitalShares: NO_SHARES,
      cloudShares: NO_SHARES,
      bigDataShares: NO_SHARES,
      cloudDemand: new Float64Array(0),
    },
    hazardTerms: options.isExplained ? createHazardTermSums(data.regions.length) : null,
    events: options.isRecorded ? [] : null,
    year: START_YEAR,
  };
  placeComplementors(ecosystem);
  placeInitialUsers(ecosystem);
  ecosystem.stageStart.set(ecosystem.digital.states);
  ecosystem.institutions.stageBefore.set(ecosystem.digital.states);
  ecosystem.reference.cloudDemand = cloudDemand(ecosystem);
  placeTechnologies(ecosystem);
  placeTwins(ecosystem);
  ecosystem.twinStart.set(ecosystem.digitalTwins.states);
  climbLadder(ecosystem);
  ecosystem.reference.digitalShares = userShares(ecosystem, ecosystem.digital, large);
  ecosystem.reference.cloudShares = userShares(ecosystem, ecosystem.cloud, count);
  ecosystem.reference.bigDataShares = userShares(ecosystem, ecosystem.bigData, count);
  return ecosystem;
}

/** Until the users of 2023 are placed. */
const NO_SHARES: UserShares = { regional: new Float64Array(0), national: 0 };

/** Racks of 2023 shared out by the number of data centres (T18, figure 67); ID-11: they add up to 3,463. */
function racksOf2023(data: StudyData): Float64Array {
  const national = nationalSeriesValue(data, "commercial data-centre racks", 2023);
  const centres = data.t18.data_centers_count;
  const whole = sum(centres);
  return centres.map((count) => (national * count) / whole);
}

/**
 * ICT staff of industry by region: the national number of 2024 (figure 23) taken back one year along the trend, shared out
 * by specialists per 1,000 and enterprises (assumption). Vacancies are those of 2022.
 */
function labourOf2023(data: StudyData, p: ParameterValues): LabourState {
  const staff2024 = nationalSeriesValue(data, "ICT specialists in industry", 2024);
  const national = staff2024 / (1 + p.staffTrend);
  const parts = data.t18.ict_specialists_per1000.map((per1000, r) => per1000 * data.start.industrialEnterprises[r]);
  const whole = sum(parts);
  const staff = parts.map((part) => (national * part) / whole);
  return {
    staff,
    staffStart: Float64Array.from(staff),
    moved: new Float64Array(staff.length),
    lost: new Float64Array(staff.length),
    scarcityStart: nationalSeriesValue(data, "unmet demand for ICT specialists", 2022) / national,
  };
}
