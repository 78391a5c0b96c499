import type { RegionalIndicatorId } from "#domain/indicators.ts";
import type { RunSummary, YearSnapshot } from "#domain/runResult.ts";
import type { Scenario } from "#domain/scenario.ts";
import { ADOPTION_STAGES } from "#domain/adoptionStage.ts";
import { leverById } from "#domain/levers.ts";
import { BYTES_PER_AGENT, NOT_IN_POPULATION, nationalValue, regionalValue } from "#domain/runResult.ts";

/** The value of an indicator in a region (its index) or in the whole country (null). */
export function valueIn(snapshot: YearSnapshot, id: RegionalIndicatorId, region: number | null): number {
  return region === null ? nationalValue(snapshot, id) : regionalValue(snapshot, id, region);
}

export function yearOf(years: readonly YearSnapshot[], year: number): YearSnapshot | undefined {
  return years.find((snapshot) => snapshot.year === year);
}

/** What the answer sentence says, before it is worded. */
export type Answer = {
  readonly year: number;
  readonly users: number;
  readonly firms: number;
  readonly share: number;
  /** Users of the plan minus users without a plan. */
  readonly difference: number;
};

export function answerOf(plan: YearSnapshot, baseline: YearSnapshot, region: number | null): Answer {
  const users = valueIn(plan, "digital_users", region);
  const firms = valueIn(plan, "firms", region);
  return {
    year: plan.year,
    users,
    firms,
    share: firms > 0 ? users / firms : 0,
    difference: users - valueIn(baseline, "digital_users", region),
  };
}

/** Large and medium manufacturers by stage of SM-1, in the order of ADOPTION_STAGES. */
export function stageCounts(agents: Uint8Array, agentRegion: Uint8Array, region: number | null): number[] {
  const counts = ADOPTION_STAGES.map(() => 0);
  for (let agent = 0; agent < agentRegion.length; agent++) {
    const stage = agents[agent * BYTES_PER_AGENT];
    if (stage !== NOT_IN_POPULATION && (region === null || agentRegion[agent] === region)) counts[stage]++;
  }
  return counts;
}

/** Money of a plan in one year, billion KZT. `budget` is null when a measure that costs money has no cap that year. */
export type MoneyOfYear = { readonly spent: number; readonly budget: number | null };

export function moneyOfYear(plan: Scenario, summary: RunSummary, year: number): MoneyOfYear {
  const spent = summary.money
    .filter((line) => line.year === year && line.line !== "unspent")
    .reduce((sum, { value }) => sum + value, 0);
  const caps = plan.measures
    .filter(({ lever, from, to }) => leverById(lever).costs && from <= year && year <= to)
    .map(({ budget }) => budget);
  return { spent, budget: caps.includes(null) ? null : caps.reduce<number>((sum, cap) => sum + cap!, 0) };
}
