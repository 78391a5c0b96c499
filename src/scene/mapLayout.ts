import type { Boundaries, PlaneLine, PlanePoint, RegionShape } from "#domain/boundaries.ts";
import type { Region } from "#domain/region.ts";
import { areaOf } from "#domain/boundaries.ts";

/**
 * The three cities are a few pixels wide at the country's scale and hold a quarter of the firms, so each is shown a second
 * time beside the country: a round slab with a line to the true place. `stage` is the shape on which a region's firms stand:
 * the round one for cities, the true one for the others.
 */
export type MapLayout = {
  readonly stages: readonly RegionShape[];
  readonly insets: readonly CityInset[];
  /** Regions by the area of what their firms stand on, the largest first. */
  readonly bySize: readonly number[];
  /** Rings around the country and the insets: what has to be in view. */
  readonly outlines: readonly PlaneLine[];
  readonly bounds: { readonly left: number; readonly right: number; readonly bottom: number; readonly top: number };
};

export type CityInset = {
  readonly region: number;
  readonly shape: RegionShape;
  /** True place of the city, and the nearest point of the round slab. */
  readonly leader: readonly [PlanePoint, PlanePoint];
  /** Whether its label hangs below it: on the southern side of the map. */
  readonly labelBelow: boolean;
};

/** Free table around the country, in plane units; a city without a place here keeps only its true shape. */
const INSET_AT: Readonly<Record<string, PlanePoint>> = {
  astana: [38.5, 21.5],
  almaty: [45.4, -12.5],
  shymkent: [23.5, -24],
};
export const INSET_RADIUS = 4.6;
const INSET_CORNERS = 96;

export function mapLayout(boundaries: Boundaries, regions: readonly Region[]): MapLayout {
  const insets = regions.flatMap(({ id, kind }, region) => {
    const at = INSET_AT[id];
    return kind === "city" && at ? [cityInset(boundaries.regions[region]!.centre, region, at)] : [];
  });
  const stages = boundaries.regions.map((shape, region) => insets.find((one) => one.region === region)?.shape ?? shape);
  const outlines = [...boundaries.regions, ...insets.map(({ shape }) => shape)].flatMap(({ polygons }) =>
    polygons.map(({ outer }) => outer),
  );
  let [left, right, bottom, top] = [0, 0, 0, 0];
  for (const ring of outlines)
    for (let i = 0; i < ring.length; i += 2) {
      const [x, y] = [ring[i]!, ring[i + 1]!];
      if (x < left) left = x;
      else if (x > right) right = x;
      if (y < bottom) bottom = y;
      else if (y > top) top = y;
    }
  const areas = stages.map(areaOf);
  const bySize = stages.map((_, region) => region).sort((a, b) => areas[b]! - areas[a]!);
  return { stages, insets, bySize, outlines, bounds: { left, right, bottom, top } };
}

function cityInset(city: PlanePoint, region: number, at: PlanePoint): CityInset {
  const outer = new Float64Array(2 * INSET_CORNERS);
  for (let corner = 0; corner < INSET_CORNERS; corner++) {
    const angle = (2 * Math.PI * corner) / INSET_CORNERS;
    outer[2 * corner] = at[0] + INSET_RADIUS * Math.cos(angle);
    outer[2 * corner + 1] = at[1] + INSET_RADIUS * Math.sin(angle);
  }
  const inwards = INSET_RADIUS / Math.hypot(at[0] - city[0], at[1] - city[1]);
  return {
    region,
    shape: { polygons: [{ outer, holes: [] }], label: at, centre: at },
    leader: [city, [at[0] - (at[0] - city[0]) * inwards, at[1] - (at[1] - city[1]) * inwards]],
    labelBelow: at[1] < 0,
  };
}
