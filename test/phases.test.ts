import type { Ecosystem } from "#engine/ecosystem.ts";
import type { YearPlan } from "#engine/yearPlan.ts";
import { describe, expect, it } from "vitest";
import { ADOPTION_STAGES } from "#domain/adoptionStage.ts";
import { parameterValues } from "#domain/parameters.ts";
import { adopt } from "#engine/adoptionPhase.ts";
import { BLOCK, startBlock } from "#engine/blocks.ts";
import { sufferIncidents } from "#engine/cyberIncidents.ts";
import { cloudPriceRise } from "#engine/dataCentrePhase.ts";
import { ecosystemOf2023 } from "#engine/ecosystemOf2023.ts";
import { labReach } from "#engine/educationPhase.ts";
import { BANK, BY_BANK, BY_FUND, FUND, VENTURE } from "#engine/institutions.ts";
import { advanceInvestors } from "#engine/investorPhase.ts";
import { advanceLifeCycle } from "#engine/lifeCycle.ts";
import { advanceMechanism } from "#engine/mechanismPhase.ts";
import { TRANSACTING } from "#engine/memberStates.ts";
import { advanceOffice } from "#engine/officePhase.ts";
import { platformValue } from "#engine/platformPhase.ts";
import { updateReadiness } from "#engine/readinessPhase.ts";
import { planYear } from "#engine/yearPlan.ts";
import { plan, study } from "./fixtures/simulate.ts";

/** Phases on their own, one rule of SPEC.md (in brackets) each: the world of 2023 is set to a case, the phase acts on it. */
const p = parameterValues({});
const [PILOTING, INTEGRATED, ABANDONED] = (["piloting", "integrated", "abandoned"] as const).map((stage) =>
  ADOPTION_STAGES.indexOf(stage),
);

function worldOf2024(): { ecosystem: Ecosystem; year: YearPlan } {
  const scenario = plan([]);
  const ecosystem = ecosystemOf2023(study, scenario, "phases", 0);
  ecosystem.year = 2024;
  const state = {
    ids: study.regions.map(({ id }) => id),
    firms: study.start.firms,
    digitalShare: new Float64Array(study.regions.length),
    nationalShare: 0,
  };
  return { ecosystem, year: planYear(scenario, 2024, state, () => new Float64Array(study.regions.length)) };
}

/** Makes the first `count` firms members of the first platform. */
function addMembers({ members, coreOf }: Ecosystem, count: number): void {
  members.states.fill(TRANSACTING, 0, count);
  coreOf.fill(0, 0, count);
}

it("[SM-11, EQ-3] a saturated data centre makes the cloud of its region 5 % dearer, which the hazard of C feels as a price", () => {
  const { ecosystem, year } = worldOf2024();
  const { agents, cloud, institutions } = ecosystem;
  const { states, table } = institutions.dataCentres;
  states[3] = table.leaves.indexOf("saturated");
  states[4] = table.leaves.indexOf("built");
  expect([cloudPriceRise(ecosystem, 3), cloudPriceRise(ecosystem, 4)]).toEqual([Math.log(1.05), 0]);
  const ratios: number[] = [];
  const sendAll: typeof cloud.sendAll = (event, prepare) => {
    for (let i = 0; i < agents.large; i++) {
      prepare!(event, i);
      ratios[agents.region[i]] = event.hazardRatio;
    }
  };
  const platformValue = new Float64Array(agents.large);
  const services = { servicePrice: 1, pilotPlaces: 0, platformValue };
  adopt({ ...ecosystem, cloud: { ...cloud, sendAll } }, { plan: year, ...services }, () => {});
  expect(ratios[4]).toBe(1);
  expect(ratios[3]).toBeCloseTo(1.05 ** -p.subsidyPull, 3);
});

it("[EQ-9, EQ-10] members of an open platform are exposed 1 + 0.5 o times, other firms are not", () => {
  const ratesAt = (openness: number) => {
    const { ecosystem, year } = worldOf2024();
    addMembers(ecosystem, 10);
    year.levers.openness.fill(openness);
    const rates: number[] = [];
    const send = (row: number, event: { breachRate: number }) => {
      rates[row] = event.breachRate;
      return -1;
    };
    const security = { ...ecosystem.cyber.security, send };
    sufferIncidents({ ...ecosystem, cyber: { ...ecosystem.cyber, security } }, year);
    return rates;
  };
  const [closed, open] = [ratesAt(0), ratesAt(0.9)];
  closed.forEach((rate, row) => {
    expect(open[row] / rate).toBeCloseTo(row < 10 ? 1.45 : 1, 12);
  });
});

describe("[SM-9] investors", () => {
  const HURDLES = [
    [BANK, 5],
    [VENTURE, 3],
    [FUND, 4],
  ] as const;

  /** State of an investor that had invested, when so many of its ten decided projects succeeded. */
  function stateAfter(investor: number, succeeded: number): string {
    const { ecosystem, year } = worldOf2024();
    const { digital, institutions } = ecosystem;
    const { investors, financedBy, stageBefore } = institutions;
    investors.states[investor] = investors.table.leaves.indexOf("invested");
    for (let i = 0; i < 10 && investor !== VENTURE; i++) {
      financedBy[i] = investor === BANK ? BY_BANK : BY_FUND;
      stageBefore[i] = PILOTING;
      digital.states[i] = i < succeeded ? INTEGRATED : ABANDONED;
    }
    if (investor === VENTURE) institutions.ventures = { growing: succeeded, gone: 10 - succeeded };
    advanceInvestors(ecosystem, year);
    return investors.table.leaves[investors.states[investor]];
  }

  it("go on where a half (bank), three (venture fund) or four tenths (innovation fund) succeed, else write off", () => {
    for (const [investor, needed] of HURDLES) {
      expect(stateAfter(investor, needed)).toBe("returned");
      expect(stateAfter(investor, needed - 1)).toBe("writtenOff");
    }
  });

  it("a bank that wrote off lends nothing for a year", () => {
    const { ecosystem, year } = worldOf2024();
    const { investors, financedBy, stageBefore } = ecosystem.institutions;
    investors.states[BANK] = investors.table.leaves.indexOf("invested");
    [financedBy[0], stageBefore[0], ecosystem.digital.states[0]] = [BY_BANK, PILOTING, ABANDONED];
    year.levers.loanPoints.fill(5);
    advanceInvestors(ecosystem, year);
    expect(year.levers.loanPoints.every((points) => points === 0)).toBe(true);
    year.levers.loanPoints.fill(5);
    advanceInvestors(ecosystem, year);
    expect(year.levers.loanPoints.every((points) => points === 5)).toBe(true);
  });
});

it("[SM-8] a joint laboratory works with ten firms of its region, at most with all", () => {
  const { ecosystem } = worldOf2024();
  const { labs } = ecosystem.institutions.education.columns;
  const kostanay = study.regions.findIndex(({ id }) => id === "kostanay");
  const reach = (count: number) => {
    labs[kostanay] = count;
    return labReach(ecosystem, kostanay);
  };
  expect([reach(0), reach(1), reach(5)]).toEqual([0, 10 / 46, 1]);
});

it("[EQ-2] a block decays by 0.03 of itself: advice lifts one of 0.5, and one of 0.9 falls in spite of it", () => {
  const { ecosystem, year } = worldOf2024();
  const { agents, institutions } = ecosystem;
  startBlock(agents, 0, BLOCK.STRSDE, 0.5, p);
  startBlock(agents, 1, BLOCK.STRSDE, 0.9, p);
  startBlock(agents, 2, BLOCK.STRSDE, 0.5, p);
  institutions.advised.fill(1, 0, 2);
  updateReadiness(ecosystem, year);
  const [medium, high, unadvised] = agents.blocks[BLOCK.STRSDE];
  expect(medium).toBeCloseTo(0.5 + 0.15 * (0.2 + 0.5) * 0.5 - 0.03 * 0.5, 12); // 0.2 keeps a block of 0.5
  expect(high).toBeCloseTo(0.9 + 0.15 * 0.1 - 0.03 * 0.9, 12); // a driver is at most 1
  expect(unadvised).toBe(0.5);
});

it("[EQ-9] members and complementors make half of V each, a SuperApp adds a fifth, openness costs quality", () => {
  const valueAt = (openness: number, members: number, complementors: number, superApp: number) =>
    platformValue(0.3, openness, members, complementors, superApp);
  expect(valueAt(0, 984, 0, 0)).toBeCloseTo(0.5, 12);
  expect(valueAt(0, 0, 200, 0)).toBeCloseTo(0.5, 12);
  expect(valueAt(0, 984, 200, 1)).toBeCloseTo(1.2, 12);
  expect(valueAt(0.5, 984, 200, 0)).toBeCloseTo(0.85, 12);
});

it("[SM-15] optimal brings interconnection 20 %, cost -15 % and manual operations -25 %, at the part realised", () => {
  const { ecosystem } = worldOf2024();
  addMembers(ecosystem, 10);
  const { live, platforms } = ecosystem;
  const after = (value: string) => {
    const mechanism = { getSnapshot: () => ({ ...live.mechanism.getSnapshot(), value }), send: () => {} };
    advanceMechanism({ ...ecosystem, live: { ...live, mechanism: mechanism as never } }, 1);
    return [platforms.interconnection, platforms.operatingCost, platforms.outputFactor[0], platforms.outputFactor[10]];
  };
  const part = p.mechanismRealised;
  const expected = [1 + 0.2 * part, 1 - 0.15 * part, 1 + 0.6 * p.manualShare * 0.25 * part, 1];
  after("optimal").forEach((factor, k) => {
    expect(factor).toBeCloseTo(expected[k], 12);
  });
  expect(after("operating")).toEqual([1, 1, 1, 1]);
});

describe("[SM-14] the ecosystem", () => {
  /** What it hears of a year of which `change` tells, and what its stage then makes of V. */
  function yearOf(value: string, change: (year: YearPlan, ecosystem: Ecosystem) => void = () => {}) {
    const { ecosystem, year } = worldOf2024();
    change(year, ecosystem);
    let isShocked = false;
    const send = (event: { isShocked: boolean }) => {
      isShocked = event.isShocked;
    };
    const lifeCycle = { getSnapshot: () => ({ value }), send } as never;
    advanceLifeCycle({ ...ecosystem, live: { ...ecosystem.live, lifeCycle } }, year);
    return { isShocked, factor: ecosystem.platforms.stageFactor };
  }

  it("moves V by half of the stage effect in strengthening, by all of it in consolidation, against it in decline", () => {
    const parts = { birth: 0, strengthening: 0.5, consolidation: 1, renewal: 0, decline: -1, dissolved: -1 };
    for (const [stage, part] of Object.entries(parts)) {
      expect(yearOf(stage).factor).toBeCloseTo(1 + p.stageEffect * part, 12);
    }
  });

  it("is shocked by imports above 1.2, pilots below 0.8, demand below 0.9 anywhere, and by a breach of a platform", () => {
    const shockedBy = (shock: "importPrice" | "pilotSuccess" | "demand", size: number) =>
      yearOf("birth", ({ shocks }) => {
        shocks[shock][7] = size;
      }).isShocked;
    expect([shockedBy("importPrice", 1.2), shockedBy("importPrice", 1.21)]).toEqual([false, true]);
    expect([shockedBy("pilotSuccess", 0.8), shockedBy("pilotSuccess", 0.79)]).toEqual([false, true]);
    expect([shockedBy("demand", 0.9), shockedBy("demand", 0.89)]).toEqual([false, true]);
    expect(yearOf("birth", (_, { platforms }) => platforms.breached.fill(1, 0, 1)).isShocked).toBe(true);
  });
});

it("[SM-7] additional users are those of advised firms beyond what the others make expect", () => {
  const { ecosystem, year } = worldOf2024();
  const { agents, digital, institutions } = ecosystem;
  institutions.stageBefore.fill(INTEGRATED); // a user before is no candidate
  for (let i = 0; i < 110; i++) {
    const isAdvised = i < 10;
    institutions.stageBefore[i] = PILOTING;
    institutions.everServed[i] = isAdvised ? 1 : 0;
    digital.states[i] = (isAdvised ? i < 4 : i < 20) ? INTEGRATED : PILOTING;
  }
  digital.states[4] = ABANDONED;
  expect(agents.weight.subarray(0, 110).every((weight) => weight === 1)).toBe(true);
  advanceOffice(ecosystem, year);
  // 4 of 10 advised, 10 of 100 others: 4 - 10 x 0.1
  expect(institutions.review).toMatchObject({ additionalUsers: 3, pilotsIntegrated: 4, pilotsDecided: 5 });
});
