import type { Measure } from "#domain/scenario.ts";
import { describe, expect, it } from "vitest";
import { PAYERS } from "#domain/payers.ts";
import { nationalValue, regionalValue } from "#domain/runResult.ts";
import { advanceYear } from "#engine/advanceYear.ts";
import { createEcosystem } from "#engine/ecosystem.ts";
import { createLedger } from "#engine/identities.ts";
import { plan, simulate, study } from "./fixtures/simulate.ts";

const LEVERS_THAT_COST: Partial<Measure>[] = [
  { lever: "subsidy", size: 0.4 },
  { lever: "loanPoints", size: 5 },
  { lever: "trainingShare", size: 0.05 },
  { lever: "advice", size: 60 },
  { lever: "modelFactories", size: 30 },
  { lever: "cores", size: 3 },
  { lever: "racks", size: 100 },
];

/** The ecosystem after some years, and its receipt. */
function runFor(years: number, measures: readonly Partial<Measure>[], parameters = {}) {
  const ecosystem = createEcosystem(study, plan(measures, { parameters }), "cash", 0);
  const ledger = createLedger();
  for (let t = 0; t < years; t++) advanceYear(ecosystem, ledger);
  return { ...ecosystem, checks: ledger.checks() };
}

describe("[ID-5] what one account pays another receives", () => {
  it.each(PAYERS)("the changes of all accounts add up to zero when $id pays", ({ id: payer }) => {
    const { identities } = simulate(plan(LEVERS_THAT_COST.map((measure) => ({ ...measure, payer }))));
    expect(identities.find(({ id }) => id === "ID-5")).toMatchObject({ holds: true });
  });

  it.each(PAYERS)("$id pays from its own account, and the line of the plan says so", ({ id: payer }) => {
    const money = simulate(plan([{ lever: "racks", size: 100, payer }])).money;
    expect(money.every((line) => line.payer === payer)).toBe(true);
    const [paid, none] = [runFor(3, [{ lever: "racks", size: 100, payer }]), runFor(3, [])];
    const change = (sector: "state" | "region" | "fund") =>
      paid.accounts.sectors[sector] - none.accounts.sectors[sector];
    for (const sector of ["state", "region", "fund"] as const) {
      if (sector === payer)
        expect(change(sector)).toBeCloseTo(-2 * 3, 9); // 100 racks at 0.03 in two years
      else expect(change(sector)).toBeCloseTo(0, 9);
    }
  });

  it("a plan that enterprises pay lowers their free cash", () => {
    const cash = (payer: Measure["payer"]) =>
      nationalValue(simulate(plan([{ lever: "racks", size: 1000, payer }])).years[4], "free_cash");
    expect(cash("enterprises")).toBeLessThan(cash("state"));
  });
});

it("[EQ-7] a project is a J-curve in cash: it falls with the pilot and is earned again", () => {
  const ecosystem = createEcosystem(study, plan([]), "cash", 0);
  const ledger = createLedger();
  advanceYear(ecosystem, ledger);
  const { accounts, agents, parameters } = ecosystem;
  const full = (i: number) => parameters.freeCashShare * agents.output[i];
  const started = Array.from(accounts.projectCost.keys()).filter((i) => accounts.projectCost[i] > 0.13 * full(i));
  expect(started.length).toBeGreaterThan(5);
  const lack = () => started.map((i) => 1 - accounts.cash[i] / full(i));
  const early = lack();
  expect(early.every((part) => part > 0)).toBe(true);
  for (let t = 0; t < 8; t++) advanceYear(ecosystem, ledger);
  const late = lack();
  expect(late.filter((part, k) => part < early[k]).length).toBeGreaterThan(0.8 * started.length);
});

it("a loan brings the cost of the project at once and is paid back", () => {
  const measures: Partial<Measure>[] = [{ lever: "loanPoints", size: 8, from: 2024, to: 2024 }];
  const { accounts } = runFor(1, measures);
  const owed = accounts.owed.reduce((total, value) => total + value, 0);
  expect(owed).toBeGreaterThan(1);
  expect(accounts.sectors.investors).toBeLessThan(-owed / 2);
  expect(runFor(6, measures).accounts.owed.reduce((total, value) => total + value, 0)).toBe(0);
});

it("[SM-1] a firm pays a project from its cash: with little of it fewer regions move", () => {
  const users = (freeCashShare: number) =>
    nationalValue(simulate(plan([], { parameters: { freeCashShare } }), "cash").years.at(-1)!, "digital_users");
  expect(users(0.03)).toBeLessThan(users(0.3));
});

it("in 2023 free cash is its share of output, and nobody's is above it later", () => {
  const { years } = simulate(plan([]));
  for (const year of years) {
    const cash = study.regions.map((_, r) => regionalValue(year, "free_cash", r));
    expect(cash.every((value) => value > 0)).toBe(true);
    expect(nationalValue(year, "free_cash")).toBeLessThanOrEqual(0.15 * nationalValue(year, "manuf_output"));
  }
});
