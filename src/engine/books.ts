import type { MoneyLine } from "#domain/runResult.ts";
import type { Agents } from "./agents.ts";
import type { Ecosystem } from "./ecosystem.ts";
import type { Ledger } from "./identities.ts";
import type { YearPlan } from "./yearPlan.ts";
import { sum, weightedSumByRegion } from "./agents.ts";
import { cashOfAll } from "./cash.ts";
import { BANK } from "./institutions.ts";
import { servedByRegion } from "./officePhase.ts";

/**
 * What stands in the books at the end of a year. The ledger keeps it apart from the ecosystem, and the flows of the next year
 * are held against it, so what changes a stock without being booked is seen, whoever does it and whenever (SPEC.md,
 * Identities).
 */
export type Stocks = {
  /** Cash of all accounts, of the two payers that do nothing but pay for measures, and what firms owe the bank. */
  readonly cash: number;
  readonly payers: { readonly state: number; readonly fund: number };
  readonly owed: number;
  /** By region. */
  readonly firms: Float64Array;
  readonly staff: Float64Array;
  readonly racks: Float64Array;
  readonly racksOrdered: Float64Array;
  /** ICT capital of every agent. */
  readonly ictCapital: Float64Array;
};

export function takeStock({ accounts, agents, labour, racks, racksPlanned }: Ecosystem): Stocks {
  const { state, fund } = accounts.sectors;
  return {
    cash: cashOfAll(accounts),
    payers: { state, fund },
    owed: sum(accounts.owed),
    firms: weightedSumByRegion(agents, new Uint8Array(agents.large).fill(1)),
    staff: labour.staff.slice(),
    racks: racks.slice(),
    racksOrdered: racksPlanned.slice(),
    ictCapital: agents.ictCapital.slice(),
  };
}

/** Identities of a year in which nobody has closed or opened yet; each phase has booked what it moved. */
export function checkYear(ecosystem: Ecosystem, plan: YearPlan, opening: Stocks, { note }: Ledger): void {
  const { accounts, agents, institutions, labour, platforms, racks, racksPlanned } = ecosystem;
  const { graduates, retrained } = institutions.education.columns;
  note("ID-3", capitalResidual(agents, opening));
  labour.staff.forEach((staff, r) => {
    note("ID-6", staff - opening.staff[r] - graduates[r] - retrained[r] - labour.moved[r] + labour.lost[r]);
  });
  note("ID-6", sum(labour.moved));
  note("ID-10", accounts.feesPaid - sum(platforms.fees));
  note("ID-10", accounts.feePayers - sum(platforms.members));
  racks.forEach((there, r) => {
    note("ID-11", there - opening.racks[r] - opening.racksOrdered[r]);
    note("ID-11", racksPlanned[r] - plan.levers.racks[r]);
  });
  servedByRegion(agents).forEach((served, r) => {
    note("ID-15", Math.max(0, served - plan.levers.advice[r]));
  });
  for (const { measure, spent } of plan.measures) {
    if (measure.budget !== null) note("ID-4", Math.max(0, sum(spent) - measure.budget));
  }
}

/** Identities of the year that is over, with the firms that closed and opened; its stocks are kept for the next. */
export function closeBooks(ecosystem: Ecosystem, money: readonly MoneyLine[], opening: Stocks, ledger: Ledger): void {
  const { accounts, institutions, turnover } = ecosystem;
  const closing = takeStock(ecosystem);
  closing.firms.forEach((firms, r) => {
    ledger.note("ID-1", firms - opening.firms[r] - turnover.entries[r] + turnover.exits[r]);
  });
  for (const payer of ["state", "fund"] as const) {
    const paid = sum(money.filter((line) => line.payer === payer).map(({ value }) => value));
    ledger.note("ID-4", opening.payers[payer] - closing.payers[payer] - paid);
  }
  ledger.note("ID-5", closing.cash - opening.cash);
  ledger.note("ID-5", closing.owed - opening.owed - institutions.given[BANK] + accounts.repaid + accounts.writtenOff);
  ledger.closing = closing;
}

/** The largest |KI' - 0.75 KI - I| of an agent. */
function capitalResidual({ ictCapital, ictSpending }: Agents, opening: Stocks): number {
  let residual = 0;
  for (let i = 0; i < ictCapital.length; i++)
    residual = Math.max(residual, Math.abs(ictCapital[i] - 0.75 * opening.ictCapital[i] - ictSpending[i]));
  return residual;
}
