import type { Measure } from "#domain/scenario.ts";
import { describe, expect, it } from "vitest";
import { actorsOf, AGENT_BYTE, BYTES_PER_AGENT, nationalValue, regionalValue } from "#domain/runResult.ts";
import { plan, simulate, study } from "./fixtures/simulate.ts";

const regionIds = study.regions.map(({ id }) => id);
const run = (measures: readonly Partial<Measure>[], parameters = {}, replicate = 0) =>
  simulate(plan(measures, { parameters }), "institutions", replicate, { isWithoutFrontiers: true });
const stateOf = ({ years, roster }: ReturnType<typeof run>, machine: string, t: number, k = 0) =>
  actorsOf(roster, years[t].actors, machine)[k];
const neutral = run([]);
const END = 12;

describe("[SM-7] project office", () => {
  const futures = Array.from({ length: 6 }, (_, k) => run([{ lever: "advice", size: 60, from: 2025 }], {}, k));

  it("is funded the year before its measure and works from its first year", () => {
    expect(stateOf(futures[0], "projectOffice", 1).state).toBe("funded");
    expect(stateOf(futures[0], "projectOffice", 2)).toMatchObject({ state: "operating", numbers: { served: 60 } });
    expect(stateOf(neutral, "projectOffice", END).state).toBe("absent");
  });

  it("[ID-15] scaled with money to spare it serves up to half as many more, with none to spare no more", () => {
    const rich = Array.from({ length: 6 }, (_, k) =>
      run([{ lever: "advice", size: 60, budget: 5 }], { officeTarget: 10 }, k),
    );
    const served = (runs: ReturnType<typeof run>[]) =>
      Math.max(...runs.flatMap((r) => r.years.map((_, t) => stateOf(r, "projectOffice", t).numbers.served)));
    expect(served(rich)).toBe(90);
    expect(served(futures)).toBe(60);
    expect(rich.flatMap((r) => r.identities).filter(({ holds }) => !holds)).toEqual([]);
  });

  it("stops serving and spending when it is closed for good", () => {
    const parameters = { pilotFailure: 0.3, pilotSuccess: 0.2, adviceSuccess: 0, adviceFailure: 0, shockSpread: 0 };
    const closed = Array.from({ length: 8 }, (_, k) =>
      run([{ lever: "advice", size: 60, from: 2024 }], parameters, k),
    ).find((r) => stateOf(r, "projectOffice", END).state === "closed")!;
    expect(stateOf(closed, "projectOffice", END).numbers.served).toBe(0);
    expect(closed.money.filter(({ year, line }) => year === 2035 && line === "advice")).toMatchObject([{ value: 0 }]);
  });
});

it("[SM-8, EQ-5] graduates of 2025 are staff in 2027, people retrained in 2025 in 2025", () => {
  const lead = (measure: Partial<Measure>, t: number) =>
    nationalValue(run([{ ...measure, to: 2025 }]).years[t], "ict_staff") - nationalValue(neutral.years[t], "ict_staff");
  const graduates: Partial<Measure> = { lever: "graduates", size: 500 };
  expect([1, 2, 3].map((t) => lead(graduates, t))).toEqual([0, 0, 0]);
  expect(lead(graduates, 4)).toBeCloseTo(500, 6);
  expect(lead({ lever: "retraining", size: 500 }, 2)).toBeCloseTo(500, 6);
});

it("[EQ-5] a region that loses staff draws people from the others, whose sum the drain alone explains", () => {
  const t = 6;
  const drained = run([{ lever: "staffLoss", size: 0.1, regions: ["pavlodar"], from: 2024 }]).years[t];
  const immobile = run([{ lever: "staffLoss", size: 0.1, regions: ["pavlodar"], from: 2024 }], { staffMobility: 0 })
    .years[t];
  const staff = (id: string, year = drained) => regionalValue(year, "ict_staff", regionIds.indexOf(id));
  expect(staff("pavlodar")).toBeGreaterThan(staff("pavlodar", immobile));
  expect(staff("akmola")).toBeLessThan(staff("akmola", immobile));
  expect(staff("akmola", immobile)).toBe(staff("akmola", neutral.years[t]));
});

it("[SM-9] the bank that lends turns to invested, and is asked by nobody without cheaper loans", () => {
  const lending = run([{ lever: "loanPoints", size: 8, from: 2024 }]);
  const states = lending.years.map((_, t) => stateOf(lending, "investor", t).state);
  expect(states.slice(0, 4)).toEqual(["waiting", "waiting", "screening", "invested"]);
  expect(neutral.years.every((_, t) => stateOf(neutral, "investor", t).state === "waiting")).toBe(true);
});

it("[SM-10] customers follow the firms of their region", () => {
  const shares = actorsOf(neutral.roster, neutral.years[END].actors, "customerPool");
  expect(shares).toHaveLength(21);
  const atlead = shares
    .filter(({ region }) => region !== null)
    .map(({ numbers, region }) => ({
      moved: numbers.digitalShare - 0.15,
      users:
        regionalValue(neutral.years[END - 1], "digital_share", region!) -
        regionalValue(neutral.years[0], "digital_share", region!),
    }));
  expect(atlead.filter(({ users }) => users > 0.1).every(({ moved }) => moved > 0)).toBe(true);
});

it("[SM-11] racks relieve the data centres of a region, and touch no other region's staff", () => {
  const use = (r: ReturnType<typeof run>) =>
    actorsOf(r.roster, r.years[END].actors, "dataCentre").map(({ numbers }) => numbers.use);
  const more = run([{ lever: "racks", size: 300, regions: ["karaganda"] }]);
  const karaganda = regionIds.indexOf("karaganda");
  expect(use(more)[karaganda]).toBeLessThan(use(neutral)[karaganda]);
  regionIds.forEach((_, r) => {
    expect(regionalValue(more.years[END], "ict_staff", r)).toBe(regionalValue(neutral.years[END], "ict_staff", r));
    const racks = [more, neutral].map(({ years }) => regionalValue(years[END], "racks", r));
    expect(racks[0] === racks[1]).toBe(r !== karaganda);
  });
});

describe("model factories and replication", () => {
  it("[T38] grants of 0.212 billion KZT start pilots at once and bring more users", () => {
    const grants: Partial<Measure>[] = [{ lever: "modelFactories", size: 49, from: 2025, to: 2025 }];
    const { years, money } = run(grants);
    const granted = money.reduce((total, { value }) => total + value, 0) / 0.212;
    expect(granted).toBeCloseTo(Math.round(granted), 9);
    expect(granted).toBeLessThanOrEqual(49); // 10.4 billion KZT at most: in a small region nobody may be left to ask
    expect(granted).toBeGreaterThan(45);
    const piloting = (agents: Uint8Array) =>
      Array.from({ length: 984 }, (_, i) => agents[BYTES_PER_AGENT * i + AGENT_BYTE.stage]).filter((s) => s === 3)
        .length;
    expect(piloting(years[2].agents) - piloting(neutral.years[2].agents)).toBe(Math.round(granted));
    const gains = [0, 1, 2, 3].map(
      (k) =>
        nationalValue(run(grants, {}, k).years[4], "digital_users") -
        nationalValue(run([], {}, k).years[4], "digital_users"),
    );
    const additional = gains.reduce((total, gain) => total + gain, 0) / gains.length;
    expect(additional).toBeGreaterThan(3);
    expect(additional).toBeLessThan(49); // some would have come anyway
  });

  it("a solution is taken over only where a buyer has scaled one", () => {
    const { money } = run([{ lever: "replication", size: 300, from: 2024 }]);
    const first = money.find(({ line }) => line === "replication")!.value / 0.02;
    expect(first).toBeGreaterThan(50);
    expect(first).toBeLessThan(300);
  });
});
