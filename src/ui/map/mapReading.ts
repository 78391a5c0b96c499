import type { Indicator } from "#domain/indicators.ts";
import type { RosterGroup, YearSnapshot } from "#domain/runResult.ts";
import type { ActorKind, ActorMark, MapTheme } from "#scene/mapProps.ts";
import type { ColourAs } from "#session/view.ts";
import { indicatorById, type MapIndicatorId, type RegionalIndicatorId } from "#domain/indicators.ts";
import { actorsOf, regionalValue } from "#domain/runResult.ts";
import { differenceColour, differenceStops, NO_VALUE, quantityColour, quantityStops } from "#scene/colourScales.ts";
import { heightScale } from "#scene/heightScale.ts";
import { yearOf, valueIn } from "#session/readings.ts";
import { scaleLinear } from "d3-scale";
import { ACTOR_LOOKS } from "./actorKinds.ts";

export type MapReading = {
  readonly heights: readonly number[];
  readonly colours: readonly string[];
  readonly tallest: number;
  /** Height on the frontier of 2023 and the part of it reached, by region; null where it is not asked for. */
  readonly frontier: readonly { readonly height: number; readonly reached: number }[] | null;
  readonly legend: { readonly stops: readonly string[]; readonly low: number; readonly high: number };
};

type MapQuestion = {
  readonly plan: readonly YearSnapshot[];
  readonly baseline: readonly YearSnapshot[];
  readonly regions: number;
  readonly year: number;
  readonly height: RegionalIndicatorId;
  readonly colour: MapIndicatorId;
  readonly colourAs: ColourAs;
  readonly theme: MapTheme;
  /** Whether to show how far regions stand from the frontier; only digital output has one. */
  readonly withFrontier?: boolean;
  /** Runs on maps side by side, which share their scales; null: this one alone. */
  readonly alongside?:
    | readonly { readonly years: readonly YearSnapshot[]; readonly baseline: readonly YearSnapshot[] }[]
    | null;
};

/** Heights and colours of the regions in a year; the scales span all years of both runs, so they stay while years pass. */
export function readMap({
  plan,
  baseline,
  regions,
  year,
  height,
  colour,
  colourAs,
  theme,
  withFrontier = false,
  alongside = null,
}: MapQuestion): MapReading {
  const now = yearOf(plan, year) ?? plan.at(-1)!;
  const without = yearOf(baseline, now.year) ?? now;
  const places = Array.from({ length: regions }, (_, region) => region);
  const runs = alongside ?? [{ years: plan, baseline }];
  const all = (id: MapIndicatorId) =>
    runs.flatMap((run) =>
      [...run.years, ...run.baseline].flatMap((year) => places.map((region) => valueIn(year, id, region))),
    );

  const reached = (snapshot: YearSnapshot, region: number) => regionalValue(snapshot, "efficiency_fixed", region);
  const possible = (snapshot: YearSnapshot, region: number) =>
    regionalValue(snapshot, "digital_output", region) / reached(snapshot, region);
  const frontiers = withFrontier
    ? runs.flatMap((run) => run.years.flatMap((one) => places.map((region) => possible(one, region))))
    : [];
  const relief = heightScale([...all(height), ...(height === "digital_output" ? frontiers : [])]);
  const frontier = withFrontier
    ? places.map((region) => ({ height: relief.height(possible(now, region)), reached: reached(now, region) }))
    : null;
  const heights = places.map((region) => relief.height(regionalValue(now, height, region)));

  if (colourAs === "difference") {
    const difference = (snapshot: YearSnapshot, against: YearSnapshot, region: number) =>
      valueIn(snapshot, colour, region) - valueIn(against, colour, region);
    const differences = runs.flatMap((run) =>
      run.years.flatMap((snapshot) => {
        const against = yearOf(run.baseline, snapshot.year);
        return against ? places.map((region) => Math.abs(difference(snapshot, against, region))) : [];
      }),
    );
    const reach = scaleLinear(
      [0, Math.max(...differences.filter(Number.isFinite), smallestShown(indicatorById(colour)))],
      [0, 1],
    )
      .nice(2)
      .domain()[1];
    return {
      heights,
      frontier,
      tallest: relief.maximum,
      colours: places.map((region) => {
        const value = difference(now, without, region);
        return Number.isFinite(value) ? differenceColour(value / reach, theme) : NO_VALUE[theme];
      }),
      legend: { stops: differenceStops(theme), low: -reach, high: reach },
    };
  }

  const known = all(colour).filter(Number.isFinite);
  const values = known.length > 0 ? known : [0];
  const [low, high] = scaleLinear([Math.min(...values), Math.max(...values)], [0, 1])
    .nice(4)
    .domain();
  return {
    heights,
    frontier,
    tallest: relief.maximum,
    colours: places.map((region) => {
      const value = valueIn(now, colour, region);
      return Number.isFinite(value)
        ? quantityColour(high > low ? (value - low) / (high - low) : 0, theme)
        : NO_VALUE[theme];
    }),
    legend: { stops: quantityStops(theme), low, high },
  };
}

/** A scale of differences is never finer than one step of the last shown digit. */
function smallestShown({ unit, decimals }: Indicator): number {
  return 10 ** -(decimals + (unit === "share" ? 2 : 0));
}

/** Kinds of actors that a run has at all. */
export function kindsOf(roster: readonly RosterGroup[]): ReadonlySet<ActorKind> {
  return new Set(roster.flatMap(({ machine }) => ACTOR_LOOKS[machine]?.kind ?? []));
}

/**
 * Single actors that the map draws in a year: of the shown kinds, all that are in the chosen region or looked into, and the
 * complementors of a platform that is looked into. Whoever does not work yet is hollow; whoever is not there is not drawn.
 */
export function marksOf(
  roster: readonly RosterGroup[],
  { actors }: YearSnapshot,
  shownKinds: ReadonlySet<ActorKind>,
  region: number | null,
  actor: string | null,
  news: ReadonlySet<string>,
): ActorMark[] {
  const cores = roster.find(({ machine }) => machine === "coreEnterprise")?.ids ?? [];
  const chosenPlatform = cores.indexOf(actor?.replace(/^platform\//, "core/") ?? "");
  return [...new Set(roster.map(({ machine }) => machine))].flatMap((machine) => {
    const look = ACTOR_LOOKS[machine];
    if (!look) return [];
    return actorsOf(roster, actors, machine).flatMap(({ id, state, region: at, numbers }, slot) => {
      const isOfChosen = chosenPlatform >= 0 && ((numbers.offersOn ?? 0) & (1 << chosenPlatform)) !== 0;
      const isShown = shownKinds.has(look.kind) || id === actor || isOfChosen || (region !== null && at === region);
      return look.absent.includes(state) || !isShown
        ? []
        : [{ id, kind: look.kind, region: at, slot, active: !look.waiting.includes(state), isNews: news.has(id) }];
    });
  });
}
