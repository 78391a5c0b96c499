import type { Measure, Scenario } from "#domain/scenario.ts";
import type { SectorOfAccounts } from "#engine/cash.ts";
import type { Ecosystem } from "#engine/ecosystem.ts";
import { expect, it } from "vitest";
import { advanceYear } from "#engine/advanceYear.ts";
import { ecosystemOf2023 } from "#engine/ecosystemOf2023.ts";
import { createLedger } from "#engine/identities.ts";
import { BANK } from "#engine/institutions.ts";
import { plan, simulate, study } from "./fixtures/simulate.ts";

const MEASURES: Partial<Measure>[] = [
  { lever: "advice", size: 60 },
  { lever: "racks", size: 200 },
  { lever: "graduates", size: 300 },
  { lever: "loanPoints", size: 5 },
  { lever: "subsidy", size: 0.3, budget: 2, payer: "fund" },
  { lever: "cores", size: 3 },
].map((measure) => ({ ...measure, from: 2024 }) as Partial<Measure>);

type Tamper = (ecosystem: Ecosystem) => void;

/** Identities that fail when `tamper` changes the books after two sound years, or late in the third, before money is settled. */
function failuresWith(when: "between years" | "within the year", tamper: Tamper): string[] {
  const ecosystem = { ...ecosystemOf2023(study, plan(MEASURES), "books", 0) }; // a copy, since tamperLate changes it
  const ledger = createLedger();
  for (let t = 0; t < 2; t++) advanceYear(ecosystem, ledger);
  expect(ledger.checks().filter(({ holds }) => !holds)).toEqual([]);
  if (when === "between years") tamper(ecosystem);
  else tamperLate(ecosystem, tamper);
  advanceYear(ecosystem, ledger);
  return ledger.checks().flatMap(({ id, holds }) => (holds ? [] : [id]));
}

/** The factory ladder is what a year looks at last before it settles its money. */
function tamperLate(ecosystem: Ecosystem, tamper: Tamper): void {
  const { ladder } = ecosystem;
  Object.defineProperty(ecosystem, "ladder", {
    get: () => {
      tamper(ecosystem);
      return ladder;
    },
  });
}

const add = (column: Float64Array, row: number, amount: number) => {
  column[row] += amount;
};
const receive = ({ accounts }: Ecosystem, sector: SectorOfAccounts, amount: number) => {
  accounts.sectors[sector] += amount;
};
const cutBudgets = ({ measures }: Scenario) => {
  for (const measure of measures) Object.assign(measure, { budget: 1e-3 });
};
const arrive = ({ labour }: Ecosystem) => {
  add(labour.moved, 3, 500);
  add(labour.staff, 3, 500);
};
const vacate = ({ agents, turnover }: Ecosystem) => {
  agents.weight[turnover.isNamed.indexOf(0)] = 0;
};

it.each<[string, string, Tamper]>([
  ["[ID-1] a firm that is gone without an exit", "ID-1", vacate],
  ["[ID-3] ICT capital of one firm", "ID-3", ({ agents }) => add(agents.ictCapital, 7, 50)],
  ["[ID-4] money of the state", "ID-4", (world) => receive(world, "state", 50)],
  ["[ID-5] cash of a firm", "ID-5", ({ accounts }) => add(accounts.cash, 7, 50)],
  ["[ID-5] cash of a sector", "ID-5", (world) => receive(world, "world", 50)],
  ["[ID-5] a debt", "ID-5", ({ accounts }) => add(accounts.owed, 7, 50)],
  ["[ID-6] ICT staff", "ID-6", ({ labour }) => add(labour.staff, 3, 500)],
  ["[ID-11] racks", "ID-11", ({ racks }) => add(racks, 3, 500)],
  ["[ID-11] racks on order", "ID-11", ({ racksPlanned }) => add(racksPlanned, 3, 500)],
])("%s between two years is seen", (_, id, tamper) => {
  expect(failuresWith("between years", tamper)).toContain(id);
});

it.each<[string, string, Tamper]>([
  ["[ID-1] a firm that is gone without an exit", "ID-1", vacate],
  ["[ID-3] ICT spending that built no capital", "ID-3", ({ agents }) => add(agents.ictSpending, 7, 50)],
  ["[ID-4] a measure that spends beyond its budget", "ID-4", ({ scenario }) => cutBudgets(scenario)],
  ["[ID-4] money of the fund that no line tells of", "ID-4", (world) => receive(world, "fund", -1)],
  ["[ID-5] a loan that only the bank has in its books", "ID-5", ({ institutions }) => add(institutions.given, BANK, 1)],
  ["[ID-5] a fee that only the core has in its books", "ID-5", ({ platforms }) => add(platforms.fees, 0, 1)],
  ["[ID-6] people who arrive from nowhere", "ID-6", arrive],
  ["[ID-6] staff that nobody moved", "ID-6", ({ labour }) => add(labour.staff, 3, -500)],
  ["[ID-10] a fee that no member paid", "ID-10", ({ platforms }) => add(platforms.fees, 0, 1)],
  ["[ID-10] a member that only the platform counts", "ID-10", ({ platforms }) => add(platforms.members, 0, 1)],
  ["[ID-11] orders that the plan does not know", "ID-11", ({ racksPlanned }) => add(racksPlanned, 3, 500)],
  ["[ID-11] racks that nobody ordered", "ID-11", ({ racks }) => add(racks, 3, 500)],
  [
    "[ID-15] firms advised beyond the places",
    "ID-15",
    ({ agents }) => {
      agents.served.fill(1);
    },
  ],
])("%s within a year is seen", (_, id, tamper) => {
  expect(failuresWith("within the year", tamper)).toContain(id);
});

it("[ID-2] a share below zero is seen", () => {
  const t18 = { ...study.t18, cloud_use_share: study.t18.cloud_use_share.map(() => -1) };
  const { identities } = simulate(plan([], { until: 2024 }), "1", 0, { isWithoutFrontiers: true }, { ...study, t18 });
  expect(identities.filter(({ holds }) => !holds).map(({ id }) => id)).toEqual(["ID-2"]);
});
