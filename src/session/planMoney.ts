import type { LeverId } from "#domain/levers.ts";
import type { MoneyLine } from "#domain/runResult.ts";
import type { Scenario } from "#domain/scenario.ts";
import { LEVERS, leverById } from "#domain/levers.ts";
import { FIRST_PLAN_YEAR } from "#domain/scenario.ts";

/** Money of a plan in a year, or of all years together, billion KZT. */
export type PlanMoney = {
  readonly spent: number;
  /** What the caps of the measures allow; null when one that costs money has none. */
  readonly allowed: number | null;
};

/** By year from the first plan year to the last simulated one, from the run on the map. */
export function moneyByYear(plan: Scenario, money: readonly MoneyLine[]): (PlanMoney & { readonly year: number })[] {
  const years = Array.from({ length: plan.until - FIRST_PLAN_YEAR + 1 }, (_, k) => FIRST_PLAN_YEAR + k);
  return years.map((year) => ({ year, spent: spentOn(money, year), allowed: allowedIn(plan, year) }));
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

/** Whether the measures of a lever have spent all that they may in a year, so that their caps held them back. */
export function isAtCap(plan: Scenario, money: readonly MoneyLine[], lever: LeverId, year: number): boolean {
  const caps = capsIn(plan, year, (id) => id === lever);
  if (caps.length === 0 || caps.includes(null)) return false;
  const allowed = caps.reduce<number>((sum, cap) => sum + cap!, 0);
  // Whole firms and persons leave a rest that pays for no further one.
  return allowed > 0 && spentOn(money, year, lever) >= 0.97 * allowed;
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

function allowedIn(plan: Scenario, year: number): number | null {
  const caps = capsIn(plan, year, () => true);
  return caps.includes(null) ? null : caps.reduce<number>((sum, cap) => sum + cap!, 0);
}

function capsIn({ measures }: Scenario, year: number, wanted: (lever: LeverId) => boolean): (number | null)[] {
  return measures
    .filter(({ lever, from, to }) => leverById(lever).costs && wanted(lever) && from <= year && year <= to)
    .map(({ budget }) => budget);
}

function isLever(line: string): boolean {
  return LEVERS.some(({ id }) => id === line);
}
