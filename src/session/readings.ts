import type { MapIndicatorId } from "#domain/indicators.ts";
import type { YearSnapshot } from "#domain/runResult.ts";
import type { DigitalSharePanel } from "#domain/studyData.ts";
import { ADOPTION_STAGES } from "#domain/adoptionStage.ts";
import { BYTES_PER_AGENT, NOT_IN_POPULATION, nationalValue, regionalValue } from "#domain/runResult.ts";
import { START_YEAR } from "#domain/scenario.ts";

/**
 * The value of an indicator in a region (its index) or in the whole country (null). NaN where it is not known: nobody starts in
 * 2023, which is not simulated, and who could is known only of runs that are explained.
 */
export function valueIn(snapshot: YearSnapshot, id: MapIndicatorId, region: number | null): number {
  if (id !== "could_start") return region === null ? nationalValue(snapshot, id) : regionalValue(snapshot, id, region);
  const { year, explanation } = snapshot;
  if (year === START_YEAR || explanation === null) return Number.NaN;
  return region === null
    ? explanation.candidates.reduce((all, firms) => all + firms, 0)
    : explanation.candidates[region];
}

export function yearOf(years: readonly YearSnapshot[], year: number): YearSnapshot | undefined {
  return years.find((snapshot) => snapshot.year === year);
}

/** The published share of digital users in a region or (null) the country, in [0, 1]; null where there is no figure of the year. */
export function publishedShare(
  { years, national, regional }: DigitalSharePanel,
  year: number,
  region: number | null,
): number | null {
  const percent = (region === null ? national : regional[region])[years.indexOf(year)] ?? null;
  return percent === null ? null : percent / 100;
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
