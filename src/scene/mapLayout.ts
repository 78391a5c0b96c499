import type { Boundaries, PlanePoint, PlanePolygon, RegionShape } from "#domain/boundaries.ts";
import type { Region } from "#domain/region.ts";
import { areaOf, PLANE_WIDTH } from "#domain/boundaries.ts";

/**
 * The three cities are a few pixels wide at the country's scale and hold a quarter of the firms, so each is shown a
 * second time, enlarged, beside the country, with a line to its true place. `stage` is the shape on which a region's
 * firms stand: the enlarged one for cities, the true one for the others.
 */
export type MapLayout = {
  readonly stages: readonly RegionShape[];
  readonly insets: readonly CityInset[];
  /** Around the country and the insets, in plane units. */
  readonly bounds: { readonly left: number; readonly right: number; readonly bottom: number; readonly top: number };
};

export type CityInset = {
  readonly region: number;
  readonly shape: RegionShape;
  /** True place of the city, and the nearest point of the inset's circle. */
  readonly leader: readonly [PlanePoint, PlanePoint];
};

/** Free table around the country, in plane units; a city without a place here keeps only its true shape. */
const INSET_AT: Readonly<Record<string, PlanePoint>> = {
  astana: [40.5, 21.5],
  almaty: [43, -22],
  shymkent: [20.5, -25.5],
};
/** Square plane units of every inset, whatever the city's true area: room for its firms. */
const INSET_AREA = 64;

export function mapLayout(boundaries: Boundaries, regions: readonly Region[]): MapLayout {
  const insets = regions.flatMap(({ id, kind }, region) => {
    const at = INSET_AT[id];
    return kind === "city" && at ? [cityInset(boundaries.regions[region]!, region, at)] : [];
  });
  const stages = boundaries.regions.map((shape, region) => insets.find((one) => one.region === region)?.shape ?? shape);
  const bounds = {
    left: -PLANE_WIDTH / 2,
    right: PLANE_WIDTH / 2,
    bottom: -boundaries.height / 2,
    top: boundaries.height / 2,
  };
  for (const { shape } of insets)
    for (const { outer } of shape.polygons)
      for (let i = 0; i < outer.length; i += 2) {
        bounds.left = Math.min(bounds.left, outer[i]!);
        bounds.right = Math.max(bounds.right, outer[i]!);
        bounds.bottom = Math.min(bounds.bottom, outer[i + 1]!);
        bounds.top = Math.max(bounds.top, outer[i + 1]!);
      }
  return { stages, insets, bounds };
}

/** The city's main polygon only: its exclaves are specks even when enlarged. */
function cityInset(city: RegionShape, region: number, [x, y]: PlanePoint): CityInset {
  const main = [...city.polygons].sort(
    (a, b) => areaOf({ ...city, polygons: [b] }) - areaOf({ ...city, polygons: [a] }),
  )[0]!;
  const scale = Math.sqrt(INSET_AREA / areaOf({ ...city, polygons: [main] }));
  const [left, right, bottom, top] = extent(main);
  const enlarge = (px: number, py: number): PlanePoint => [
    x + (px - (left + right) / 2) * scale,
    y + (py - (bottom + top) / 2) * scale,
  ];
  const enlargeLine = (line: Float64Array) =>
    line.map((_, i) => enlarge(line[i - (i % 2)]!, line[i - (i % 2) + 1]!)[i % 2]!);
  const polygon: PlanePolygon = { outer: enlargeLine(main.outer), holes: main.holes.map(enlargeLine) };
  const from = city.centre;
  const distance = Math.hypot(x - from[0], y - from[1]);
  const radius = Math.sqrt(INSET_AREA / Math.PI);
  return {
    region,
    shape: { polygons: [polygon], label: enlarge(...city.label), centre: enlarge(...city.centre) },
    leader: [from, [x - ((x - from[0]) / distance) * radius, y - ((y - from[1]) / distance) * radius]],
  };
}

function extent({ outer }: PlanePolygon): [left: number, right: number, bottom: number, top: number] {
  const xs = outer.filter((_, i) => i % 2 === 0);
  const ys = outer.filter((_, i) => i % 2 === 1);
  return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
}
