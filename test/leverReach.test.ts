import type { LeverId } from "#domain/levers.ts";
import type { Measure } from "#domain/scenario.ts";
import { describe, expect, it } from "vitest";
import { REGIONAL_INDICATORS, type RegionalIndicatorId } from "#domain/indicators.ts";
import { leverById, LEVERS } from "#domain/levers.ts";
import { nationalValue, regionalValue } from "#domain/runResult.ts";
import { plan, simulate, study } from "./fixtures/simulate.ts";

type Run = ReturnType<typeof simulate>;
/** An indicator, or `machine.number` of the actors of a machine, summed over them. */
type Quantity = RegionalIndicatorId | `${string}.${string}`;

type Reach = {
  /** Quantities that must rise (1) or fall (-1) against no measure, in its region or for a national lever in the country. */
  readonly moves: Readonly<Partial<Record<Quantity, 1 | -1>>>;
  /** Years from its first one after which they must have moved. */
  readonly after?: number;
  /** Years from its first one in which nothing but money moves. */
  readonly quiet?: number;
  /** Quantities that must not have moved by then, besides those that no lever but its owners moves in the first year. */
  readonly stays?: readonly Quantity[];
};

const TECHNICAL = ["integration", "monitoring", "dataLifeCycle", "openApi", "automation", "cyberProtection"];
const ORGANISATIONAL = ["policies", "riskManagement", "accessRights", "training", "dedicatedUnit"];
const LEGAL = ["compliance", "serviceLevels", "integrationMethods", "jointResearch", "certification"];
const inner = (names: readonly string[]) => names.map((name) => `mechanism.${name}` as const);
const mechanism = (group: readonly string[]): Reach => ({
  moves: Object.fromEntries(inner(group).map((key) => [key, 1])),
  quiet: 1,
  stays: inner([...TECHNICAL, ...ORGANISATIONAL, ...LEGAL].filter((name) => !group.includes(name))),
});

/** What each lever at the end of its range does, by the rules; a lever without a row does not compile. */
const REACH: Record<LeverId, Reach> = {
  advice: { moves: { digital_users: 1, digital_share: 1, readiness: 1, "projectOffice.served": 1 } },
  subsidy: { moves: { readiness: 1 } },
  loanPoints: { moves: { readiness: 1 } },
  trainingShare: { moves: { ict_investments: 1, readiness: 1 } },
  graduates: { moves: { ict_staff: 1, ict_specialists_per1000: 1, ict_vacancies: -1 }, after: 2, quiet: 2 },
  retraining: { moves: { ict_staff: 1, ict_specialists_per1000: 1, ict_vacancies: -1 } },
  staffLoss: { moves: { ict_staff: -1, ict_specialists_per1000: -1, ict_vacancies: 1 } },
  racks: { moves: { racks: 1, rack_use: -1 }, after: 1, quiet: 1 },
  cloudDiscount: { moves: { cloud_use_share: 1 }, after: 1, quiet: 1, stays: ["digital_users"] },
  cores: { moves: { platform_members: 1, "coreEnterprise.value": 1 }, after: 4, quiet: 2 },
  openness: { moves: { "coreEnterprise.fees": -1, "platformProvider.complementors": 1 } },
  superApp: {
    moves: { "coreEnterprise.value": 1, "coreEnterprise.memberValue": 1 },
    stays: ["coreEnterprise.fees", "platformProvider.complementors", "platform_members"],
  },
  buildingStrategy: { moves: { support_money: 1, "platformProvider.complementors": -1 }, after: 1 },
  digitalCode: {
    moves: { "coreEnterprise.memberValue": 1, "platformProvider.complementors": 1 },
    stays: ["coreEnterprise.fees"],
  },
  mechanismTechnical: mechanism(TECHNICAL),
  mechanismOrganisational: mechanism(ORGANISATIONAL),
  mechanismLegal: mechanism(LEGAL),
  modelFactories: { moves: { digital_users: 1, digital_share: 1 }, after: 1 },
  replication: { moves: { digital_users: 1, digital_share: 1, technologies_per_user: 1 } },
  jointLabs: { moves: { readiness: 1, "education.labs": 1 }, stays: ["ict_staff"] },
  digitalTwins: { moves: { digital_factories: 1, technologies_per_user: 1 } },
  robotCells: { moves: { technologies_per_user: 1 }, stays: ["digital_factories"] },
  serviceCentre: { moves: { digital_users: 1, digital_share: 1 } },
  securityShare: { moves: { ict_investments: 1, readiness: 1 } },
};

/** What follows from any measure within its first year, through readiness, output, cash and the losses of breaches. */
const CONSEQUENCES: ReadonlySet<string> = new Set<RegionalIndicatorId>([
  "readiness",
  "manuf_output",
  "digital_output",
  "output_of_adopters",
  "efficiency_fixed",
  "ict_investments",
  "free_cash",
  "support_money",
  "technologies_per_user",
  "cyber_losses",
  "cyber_breaches",
]);

/** Acts where platforms run: those of a programme that began long before. */
const ON_PLATFORMS: readonly LeverId[] = [
  "openness",
  "superApp",
  "buildingStrategy",
  "digitalCode",
  "mechanismTechnical",
  "mechanismOrganisational",
  "mechanismLegal",
];
const REGION = study.regions.findIndex(({ id }) => id === "karaganda");
const REGION_ID = study.regions[REGION].id;
const CORES: Partial<Measure> = { lever: "cores", size: 3, from: 2024 };
const [FROM, FROM_ON_PLATFORMS] = [2025, 2029];

/** Without the market of ICT services, whose price and places all regions share and which alone reaches others at once. */
function run(measures: readonly Partial<Measure>[], until: number): Run {
  return simulate(plan(measures, { until, off: ["serviceMarket"] }), "reach", 0, { isWithoutFrontiers: true });
}
const plain = run([], 2029);
const withCores = run([CORES], 2030);

function settingOf(id: LeverId) {
  const isOnPlatforms = ON_PLATFORMS.includes(id);
  const { reach, maximum } = leverById(id);
  const from = isOnPlatforms ? FROM_ON_PLATFORMS : FROM;
  const regions = reach === "national" ? ("all" as const) : [REGION_ID];
  const measure: Partial<Measure> = { lever: id, size: maximum, from, regions };
  return { measure, from, others: isOnPlatforms ? [CORES] : [], without: isOnPlatforms ? withCores : plain };
}

function quantityOf({ years, roster }: Run, year: number, quantity: Quantity, isNational: boolean): number {
  const snapshot = years[year - 2023];
  if (!quantity.includes(".")) {
    const id = quantity as RegionalIndicatorId;
    return isNational ? nationalValue(snapshot, id) : regionalValue(snapshot, id, REGION);
  }
  const [machine, name] = quantity.split(".");
  let place = 0;
  let total: number | null = null;
  for (const group of roster) {
    for (let k = 0; k < group.ids.length; k++) {
      const column = group.machine === machine ? group.numberNames.indexOf(name) : -1;
      if (column >= 0) total = (total ?? 0) + snapshot.actors.numbers[place + column];
      place += group.numberNames.length;
    }
  }
  if (total === null) throw new Error(`${quantity} is a number of no actor`);
  return total;
}

/** Indicators that differ between two runs in a year, in the region of the measure or in any other. */
function differing(one: Run, other: Run, year: number, isHere: (region: number) => boolean): RegionalIndicatorId[] {
  const [a, b] = [one.years[year - 2023], other.years[year - 2023]];
  return REGIONAL_INDICATORS.map(({ id }) => id).filter((id) =>
    study.regions.some((_, r) => isHere(r) && regionalValue(a, id, r) !== regionalValue(b, id, r)),
  );
}

describe.each(LEVERS.map(({ id }) => id))("the lever %s at the end of its range", (id) => {
  const { moves, after = 0, quiet = 0, stays = [] } = REACH[id];
  const { measure, from, others, without } = settingOf(id);
  const isNational = leverById(id).reach === "national";
  const withIt = run([...others, measure], from + after);
  const last = from + after;

  it("changes nothing before its first year, and until it works nothing but money", () => {
    for (let year = 2023; year < from; year++) {
      expect(withIt.years[year - 2023].regional).toEqual(without.years[year - 2023].regional);
      expect(Buffer.from(withIt.years[year - 2023].agents).equals(without.years[year - 2023].agents)).toBe(true);
    }
    for (let year = from; year < Math.min(from + quiet, last + 1); year++) {
      expect(differing(withIt, without, year, () => true)).toEqual(leverById(id).costs ? ["support_money"] : []);
    }
  });

  it("moves what its rule says, in the direction that its rule says", () => {
    for (const [quantity, sign] of Object.entries(moves) as [Quantity, 1 | -1][]) {
      const difference =
        quantityOf(withIt, last, quantity, isNational) - quantityOf(without, last, quantity, isNational);
      expect(sign * difference, `${quantity} changed by ${difference}`).toBeGreaterThan(0);
    }
    for (const quantity of stays)
      expect(quantityOf(withIt, last, quantity, isNational), quantity).toBe(
        quantityOf(without, last, quantity, isNational),
      );
  });

  it("moves nothing else in its first year, and nothing in other regions", () => {
    const here = differing(withIt, without, from, (r) => isNational || r === REGION);
    expect(here.filter((moved) => !(moved in moves) && !CONSEQUENCES.has(moved))).toEqual([]);
    if (!isNational) expect(differing(withIt, without, from, (r) => r !== REGION)).toEqual([]);
  });

  it("spends on its own line alone, and only if it costs anything", () => {
    const spent = new Set(withIt.money.filter(({ value }) => value !== 0).map(({ line }) => line));
    for (const { lever } of others) spent.delete(lever!);
    expect([...spent]).toEqual(leverById(id).costs ? [id] : []);
    const support = quantityOf(withIt, from, "support_money", true) - quantityOf(without, from, "support_money", true);
    const lines = [withIt, without].map(({ money }) =>
      money.reduce((sum, { year, line, value }) => sum + (year === from && line !== "unspent" ? value : 0), 0),
    );
    expect(support).toBeCloseTo(lines[0] - lines[1], 9);
  });
});

it("levers that cost money change nothing without money, all of them together", () => {
  const unpaid = LEVERS.filter(({ costs }) => costs).map(({ id }) => ({
    ...settingOf(id).measure,
    from: FROM,
    budget: 0,
  }));
  const { years, money } = run(unpaid, 2027);
  for (const [k, { regional }] of years.entries()) expect(regional).toEqual(plain.years[k].regional);
  expect(money.every(({ value }) => value === 0)).toBe(true);
});
