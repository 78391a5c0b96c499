import type { MoneyLine } from "#domain/runResult.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { ReplicateResult } from "#engine/replicate.ts";
import { mean } from "simple-statistics";
import type { PlanFutures } from "#engine/comparison.ts";
import { type Contest, contest, type Effect, effectOf, SPREADS, spreadOf } from "#engine/comparison.ts";
import {
  COLUMNS,
  type Difference,
  differenceOf,
  type Summary,
  summariseDifference,
  summariseValues,
} from "#engine/summaries.ts";
import { csv } from "./runTables.ts";

export type DifferenceRow = Difference & {
  readonly plan: string;
  readonly against: string;
  readonly indicator: string;
  /** Null: the country. */
  readonly region: string | null;
  readonly year: number;
};

/** By year, place and column; in the country also how far the regions are from each other (`share_spread`, `share_gap`). */
export function differencesOf(
  plan: PlanFutures,
  against: PlanFutures,
  years: readonly number[],
  data: StudyData,
): DifferenceRow[] {
  const places = [null, ...data.regions.map((_, r) => r)];
  const who = { plan: plan.scenario.id, against: against.scenario.id };
  return years.flatMap((year, t) => [
    ...places.flatMap((place) =>
      COLUMNS.flatMap((indicator) => {
        const difference = summariseDifference(plan.results, against.results, indicator, t, place);
        const region = place === null ? null : data.regions[place].id;
        return difference ? [{ ...who, indicator, region, year, ...difference }] : [];
      }),
    ),
    ...SPREADS.map((indicator) => ({
      ...who,
      indicator,
      region: null,
      year,
      ...differenceOf(plan.results, against.results, (result) => spreadOf(result, indicator, t))!,
    })),
  ]);
}

/** How far the regions are from each other under a plan, by year. */
export function spreadsOf({ results }: PlanFutures, years: readonly number[]) {
  return years.map((year, t) => ({
    year,
    ...(Object.fromEntries(
      SPREADS.map((id) => [id, summariseValues(results.map((result) => spreadOf(result, id, t)))!]),
    ) as Record<(typeof SPREADS)[number], Summary>),
  }));
}

export type EffectRow = Effect & { readonly plan: string; readonly region: string | null; readonly year: number };

/** What every plan brings beyond its own assumptions without its measures, by year and place. */
export function effectsOf(plans: readonly PlanFutures[], years: readonly number[], data: StudyData): EffectRow[] {
  const places = [null, ...data.regions.map((_, r) => r)];
  return plans.flatMap(({ scenario, results, without }) =>
    years.flatMap((year, t) =>
      places.map((place) => ({
        plan: scenario.id,
        region: place === null ? null : data.regions[place].id,
        year,
        ...effectOf(results, without, t, place),
      })),
    ),
  );
}

export type ContestRow = Contest & {
  readonly plan: string;
  readonly against: string;
  readonly indicator: string;
  readonly year: number;
};

/** Every pair of plans in the country: in how many futures one is above the other. */
export function contestsOf(plans: readonly PlanFutures[], years: readonly number[]): ContestRow[] {
  return plans.flatMap((plan, p) =>
    plans.slice(0, p).flatMap((against) =>
      years.flatMap((year, t) =>
        COLUMNS.map((indicator) => ({
          plan: plan.scenario.id,
          against: against.scenario.id,
          indicator,
          year,
          ...contest(plan.results, against.results, indicator, t, null),
        })),
      ),
    ),
  );
}

/** Money by year and line, mean over the futures. */
export function meanMoney(results: readonly ReplicateResult[]): MoneyLine[] {
  return results[0].money.map(({ year, line, payer }, k) => ({
    year,
    line,
    payer,
    value: mean(results.map(({ money }) => money[k].value)),
  }));
}

export function differencesCsv(differences: readonly DifferenceRow[]): string {
  const fields = ["plan", "against", "indicator", "region", "year", "p10", "p50", "p90", "mean"] as const;
  return csv(
    [...fields, "probability_higher", "standard_error"],
    differences.map((difference) => [
      ...fields.map((field) => difference[field]),
      difference.probabilityHigher,
      difference.standardError,
    ]),
  );
}

const EFFECT_COLUMNS = {
  additionalUsers: "additional_users",
  causedGain: "caused_gain",
  spent: "spent",
  firmsPerBillion: "firms_per_billion",
} as const satisfies Record<keyof Effect, string>;

export function effectsCsv(effects: readonly EffectRow[]): string {
  const measures = Object.entries(EFFECT_COLUMNS) as [keyof Effect, string][];
  const parts = ["p10", "p50", "p90", "mean"] as const;
  return csv(
    ["plan", "region", "year", ...measures.flatMap(([, column]) => parts.map((part) => `${column}_${part}`))],
    effects.map((effect) => [
      effect.plan,
      effect.region,
      effect.year,
      ...measures.flatMap(([measure]) => parts.map((part) => effect[measure]?.[part] ?? null)),
    ]),
  );
}
