import type { LeverId } from "#domain/levers.ts";
import type { MoneyLine } from "#domain/runResult.ts";
import type { Measure, Scenario } from "#domain/scenario.ts";
import { LEVERS, leverById } from "#domain/levers.ts";
import { parameterValues } from "#domain/parameters.ts";
import { FIRST_PLAN_YEAR } from "#domain/scenario.ts";
import { UNIT_COST } from "#engine/unitCost.ts";
import { departureIn } from "./planFindings.ts";

/** Money of a plan in a year, or of all years together, billion KZT. */
export type PlanMoney = {
  readonly spent: number;
  /** What the caps of the measures allow; null when one that costs money has none. */
  readonly allowed: number | null;
};

/** By year from the first plan year to the last simulated one, from the run on the map. */
export function moneyByYear(plan: Scenario, money: readonly MoneyLine[]): (PlanMoney & { readonly year: number })[] {
  return planYears(plan).map((year) => ({ year, spent: spentOn(money, year), allowed: allowedIn(plan, year) }));
}

export function totalMoney(byYear: readonly PlanMoney[]): PlanMoney {
  return byYear.reduce<PlanMoney>(
    (total, { spent, allowed }) => ({
      spent: total.spent + spent,
      allowed: total.allowed === null || allowed === null ? null : total.allowed + allowed,
    }),
    { spent: 0, allowed: 0 },
  );
}

/**
 * Years in which its cap held a measure back: what is paid by the piece wants more than the cap pays [P4]; of the others,
 * whose pilots decide what is spent, the measures on the lever have spent their caps but for 3 %.
 */
export function yearsAtCap(plan: Scenario, money: readonly MoneyLine[], measure: Measure): readonly number[] {
  const { lever, budget } = measure;
  if (budget === null || budget === 0) return [];
  const cost = UNIT_COST[lever];
  const paid = cost && Math.floor(budget / parameterValues(plan.parameters)[cost] + 1e-9);
  return planYears(plan).filter((year) => {
    if (year < measure.from || year > measure.to) return false;
    if (paid !== undefined) return Math.floor(departureIn(measure, year) + 1e-9) > paid;
    const allowed = allowedIn(plan, year, lever);
    return allowed !== null && spentOn(money, year, lever) >= 0.97 * allowed;
  });
}

export function spentOn(money: readonly MoneyLine[], year: number | null, lever: LeverId | null = null): number {
  return money
    .filter(
      ({ line, year: at }) => isLever(line) && (year === null || at === year) && (lever === null || line === lever),
    )
    .reduce((sum, { value }) => sum + value, 0);
}

/** All that is spent on lines, and the line on which the most is. */
export function spendingOf(lines: readonly Pick<MoneyLine, "line" | "value">[]) {
  const byLine = new Map<string, number>();
  for (const { line, value } of lines) byLine.set(line, (byLine.get(line) ?? 0) + value);
  const [largest, most] = [...byLine].reduce((one, other) => (other[1] > one[1] ? other : one));
  return { total: lines.reduce((sum, { value }) => sum + value, 0), largest, most };
}

function planYears({ until }: Scenario): number[] {
  return Array.from({ length: until - FIRST_PLAN_YEAR + 1 }, (_, k) => FIRST_PLAN_YEAR + k);
}

/** Null when a measure that costs money has no cap; of one lever, if it is named. */
function allowedIn({ measures }: Scenario, year: number, wanted: LeverId | null = null): number | null {
  const caps = measures
    .filter(({ lever }) => leverById(lever).costs && (wanted === null || lever === wanted))
    .filter(({ from, to }) => from <= year && year <= to)
    .map(({ budget }) => budget);
  return caps.includes(null) ? null : caps.reduce<number>((sum, cap) => sum + cap!, 0);
}

function isLever(line: string): boolean {
  return LEVERS.some(({ id }) => id === line);
}
