import type { Indicator } from "#domain/indicators.ts";
import type { RosterGroup, YearSnapshot } from "#domain/runResult.ts";
import type { ActorMark, MapTheme } from "#scene/mapProps.ts";
import type { ColourAs } from "#session/view.ts";
import { indicatorById, type RegionalIndicatorId } from "#domain/indicators.ts";
import { actorsOf, regionalValue } from "#domain/runResult.ts";
import { differenceColour, differenceStops, NO_VALUE, quantityColour, quantityStops } from "#scene/colourScales.ts";
import { heightScale } from "#scene/heightScale.ts";
import { yearOf } from "#session/readings.ts";
import { scaleLinear } from "d3-scale";

export type MapReading = {
  readonly heights: readonly number[];
  readonly colours: readonly string[];
  readonly tallest: number;
  readonly legend: { readonly stops: readonly string[]; readonly low: number; readonly high: number };
};

type MapQuestion = {
  readonly plan: readonly YearSnapshot[];
  readonly baseline: readonly YearSnapshot[];
  readonly regions: number;
  readonly year: number;
  readonly height: RegionalIndicatorId;
  readonly colour: RegionalIndicatorId;
  readonly colourAs: ColourAs;
  readonly theme: MapTheme;
};

/** Heights and colours of the regions in a year; the scales span all years of both runs, so they stay while years pass. */
export function readMap({ plan, baseline, regions, year, height, colour, colourAs, theme }: MapQuestion): MapReading {
  const now = yearOf(plan, year) ?? plan.at(-1)!;
  const without = yearOf(baseline, now.year) ?? now;
  const places = Array.from({ length: regions }, (_, region) => region);
  const all = (id: RegionalIndicatorId) =>
    [...plan, ...baseline].flatMap((snapshot) => places.map((region) => regionalValue(snapshot, id, region)));

  const relief = heightScale(all(height));
  const heights = places.map((region) => relief.height(regionalValue(now, height, region)));

  if (colourAs === "difference") {
    const difference = (snapshot: YearSnapshot, against: YearSnapshot, region: number) =>
      regionalValue(snapshot, colour, region) - regionalValue(against, colour, region);
    const differences = plan.flatMap((snapshot) => {
      const against = yearOf(baseline, snapshot.year);
      return against ? places.map((region) => Math.abs(difference(snapshot, against, region))) : [];
    });
    const reach = scaleLinear([0, Math.max(...differences, smallestShown(indicatorById(colour)))], [0, 1])
      .nice(2)
      .domain()[1];
    return {
      heights,
      tallest: relief.maximum,
      colours: places.map((region) => differenceColour(difference(now, without, region) / reach, theme)),
      legend: { stops: differenceStops(theme), low: -reach, high: reach },
    };
  }

  const values = all(colour);
  const [low, high] = scaleLinear([Math.min(...values), Math.max(...values)], [0, 1])
    .nice(4)
    .domain();
  return {
    heights,
    tallest: relief.maximum,
    colours: places.map((region) => {
      const value = regionalValue(now, colour, region);
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

/** Candidates are outlined; a core that was selected is solid. */
export function marksOf(roster: readonly RosterGroup[], { actors }: YearSnapshot): ActorMark[] {
  return actorsOf(roster, actors, "coreEnterprise").map(({ id, state, region }) => ({
    id,
    kind: "orchestrator",
    region: region!,
    active: state !== "candidate" && state !== "assessed",
  }));
}
