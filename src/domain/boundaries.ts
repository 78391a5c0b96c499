import type { MultiPolygon, Polygon, Position } from "geojson";
import type { Polygon as ArcPolygon, GeometryObject, Topology } from "topojson-specification";
import type { Names } from "./language.ts";
import type { Region } from "./region.ts";
import { geoConicEqualArea } from "d3-geo";
import { feature, mesh } from "topojson-client";
import * as z from "zod/mini";
import { describeFound, InputRefused } from "./inputProblem.ts";

/** x0, y0, x1, y1, … in plane units; a ring does not repeat its first point. */
export type PlaneLine = Float64Array;
export type PlanePoint = readonly [x: number, y: number];
export type PlanePolygon = { readonly outer: PlaneLine; readonly holes: readonly PlaneLine[] };

export type RegionShape = {
  readonly polygons: readonly PlanePolygon[];
  /** A point well inside the region. */
  readonly label: PlanePoint;
  /** The administrative centre; of a city region the same city. */
  readonly centre: PlanePoint;
};

/** The country on a plane: PLANE_WIDTH units wide, the middle of the country at 0, 0, y to the north. */
export type Boundaries = {
  readonly height: number;
  /** In the order of `regions`. */
  readonly regions: readonly RegionShape[];
  /** Lines between two regions, each once. */
  readonly borders: readonly PlaneLine[];
};

/** One unit is about 29 km. */
export const PLANE_WIDTH = 100;

/** For outlines that are extruded: under a pixel with the whole country in view, and half of the corners. */
export const RELIEF_TOLERANCE = 0.1;

/** For outlines that are drawn flat: under a quarter of a pixel where the country fills a large screen or a printed page. */
export const FLAT_TOLERANCE = 0.01;

/** Must be readable wherever the map is; the names of licences are not translated (kazakhstan-regions.PROVENANCE.md). */
export const BOUNDARIES_CREDIT: Names = {
  en: "Boundaries: geokz © A. Rodionov, CC BY 4.0, after UNHCR/OCHA COD-AB Kazakhstan (CC BY-IGO); city outlines © OpenStreetMap contributors (ODbL). Simplified. Boundaries do not imply any opinion on legal status.",
  ru: "Границы: geokz © А. Родионов, CC BY 4.0, по данным UNHCR/OCHA COD-AB Kazakhstan (CC BY-IGO); контуры городов © участники OpenStreetMap (ODbL). Упрощено. Границы не выражают мнения о правовом статусе территорий.",
  kk: "Шекаралар: geokz © А. Родионов, CC BY 4.0, UNHCR/OCHA COD-AB Kazakhstan (CC BY-IGO) деректері бойынша; қалалардың сұлбалары © OpenStreetMap қатысушылары (ODbL). Жеңілдетілген. Шекаралар аумақтардың құқықтық мәртебесі туралы пікір білдірмейді.",
};

/**
 * Reads a TopoJSON file whose object `regions` has one feature per region, by ISO code, and projects it with equal areas.
 * Lines may then be simplified to within `tolerance` plane units; neighbours keep sharing them, so no gaps open.
 * @throws InputRefused when the text is not such a file or a region has no shape.
 */
export function parseBoundaries(text: string, regions: readonly Region[], tolerance = 0): Boundaries {
  const topology = parseTopology(text);
  const byCode = new Map(topology.objects.regions.geometries.map((geometry) => [geometry.id, geometry]));
  const missing = regions.filter(({ code }) => !byCode.has(code));
  if (missing.length > 0)
    throw new InputRefused(
      missing.map(({ code }) => ({ place: "boundaries objects.regions", expected: `a shape ${code}`, found: "none" })),
    );

  const arcs = degreeArcs(topology);
  const projection = geoConicEqualArea().parallels([44, 52]).rotate([-67, 0]);
  projection.fitWidth(PLANE_WIDTH, { type: "MultiLineString", coordinates: arcs });
  const projected = arcs.map((arc) => arc.map((at) => projection(at)!));
  const ys = projected.flat().map(([, y]) => y);
  const [top, bottom] = [ys.reduce((a, b) => Math.min(a, b)), ys.reduce((a, b) => Math.max(a, b))];
  const onPlane = ([x, y]: readonly [number, number]): [number, number] => [
    x - PLANE_WIDTH / 2,
    (top + bottom) / 2 - y,
  ];

  const plane = {
    type: "Topology",
    objects: topology.objects,
    arcs: projected.map((arc) => simplified(arc.map(onPlane), tolerance)),
  } as unknown as Topology;
  const shapeOf = (code: string): Polygon | MultiPolygon =>
    feature(plane, byCode.get(code) as unknown as ArcPolygon).geometry;
  return {
    height: bottom - top,
    regions: regions.map(({ code, labelAt, centreAt }) => ({
      polygons: polygonsOf(shapeOf(code)).map(([outer, ...holes]) => ({
        outer: planeLine(outer!.slice(0, -1)),
        holes: holes.map((hole) => planeLine(hole.slice(0, -1))),
      })),
      label: onPlane(projection([...labelAt])!),
      centre: onPlane(projection([...centreAt])!),
    })),
    borders: mesh(plane, plane.objects.regions as GeometryObject, (a, b) => a !== b).coordinates.map(planeLine),
  };
}

/** The point that is asked about: a fraction handed from function to function would be garbage in every frame of the map. */
const asked = new Float64Array(2);

/** True for a point inside an outer ring and outside the holes (even-odd rule). */
export function isInside({ polygons }: RegionShape, x: number, y: number): boolean {
  asked[0] = x;
  asked[1] = y;
  for (let k = 0; k < polygons.length; k++) {
    const { outer, holes } = polygons[k]!;
    if (crossesOddly(outer) && !isInHole(holes)) return true;
  }
  return false;
}

function isInHole(holes: readonly PlaneLine[]): boolean {
  for (let k = 0; k < holes.length; k++) if (crossesOddly(holes[k]!)) return true;
  return false;
}

/** In square plane units, holes taken off. */
export function areaOf(shape: RegionShape): number {
  return shape.polygons.reduce(
    (sum, { outer, holes }) => holes.reduce((rest, hole) => rest - ringArea(hole), sum + ringArea(outer)),
    0,
  );
}

const position = z.tuple([z.number(), z.number()]);
const ringArcs = z.array(z.array(z.int()));
const geometryShape = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Polygon"), id: z.string(), arcs: ringArcs }),
  z.object({ type: z.literal("MultiPolygon"), id: z.string(), arcs: z.array(ringArcs) }),
]);
const topologyShape = z.object({
  type: z.literal("Topology"),
  arcs: z.array(z.array(position)),
  transform: z.optional(
    z.object({ scale: z.tuple([z.number(), z.number()]), translate: z.tuple([z.number(), z.number()]) }),
  ),
  objects: z.object({
    regions: z.object({ type: z.literal("GeometryCollection"), geometries: z.array(geometryShape) }),
  }),
});

function parseTopology(text: string): z.infer<typeof topologyShape> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InputRefused([{ place: "boundaries", expected: "TopoJSON", found: describeFound(text) }]);
  }
  const result = topologyShape.safeParse(value);
  if (!result.success)
    throw new InputRefused(
      result.error.issues.map(({ path, message }) => ({
        place: `boundaries ${path.join(".")}`,
        expected: message,
        found: describeFound(path.reduce((inner, key) => (inner as Record<PropertyKey, unknown>)?.[key], value)),
      })),
    );
  const arcCount = result.data.arcs.length;
  const strangers = result.data.objects.regions.geometries.filter((geometry) =>
    (geometry.arcs.flat(2) as number[]).some((arc) => (arc < 0 ? ~arc : arc) >= arcCount),
  );
  if (strangers.length > 0)
    throw new InputRefused(
      strangers.map(({ id }) => ({
        place: `boundaries ${id}`,
        expected: `arcs below ${arcCount}`,
        found: "a higher one",
      })),
    );
  return result.data;
}

/** Longitudes and latitudes; a file with `transform` stores whole steps from point to point. */
function degreeArcs({ arcs, transform }: z.infer<typeof topologyShape>): [number, number][][] {
  if (!transform) return arcs;
  return arcs.map((steps) => {
    let [x, y] = [0, 0];
    return steps.map(([dx, dy]) => {
      x += dx;
      y += dy;
      return [x * transform.scale[0] + transform.translate[0], y * transform.scale[1] + transform.translate[1]];
    });
  });
}

/** Douglas and Peucker (1973): both ends stay, and every dropped point is within `tolerance` of the line that replaces it. */
function simplified(points: [number, number][], tolerance: number): [number, number][] {
  if (tolerance === 0 || points.length < 3) return points;
  const [first, last] = [points[0]!, points.at(-1)!];
  let farthest = 0;
  let distance = 0;
  for (let i = 1; i < points.length - 1; i++) {
    const away = distanceToLine(points[i]!, first, last);
    if (away <= distance) continue;
    farthest = i;
    distance = away;
  }
  if (distance <= tolerance) return [first, last];
  const [before, after] = [points.slice(0, farthest + 1), points.slice(farthest)];
  return [...simplified(before, tolerance), ...simplified(after, tolerance).slice(1)];
}

function distanceToLine([x, y]: [number, number], from: [number, number], to: [number, number]): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.sqrt(dx * dx + dy * dy);
  // A closed line starts where it ends.
  if (length === 0) return Math.sqrt((x - from[0]) * (x - from[0]) + (y - from[1]) * (y - from[1]));
  return Math.abs(dx * (from[1] - y) - dy * (from[0] - x)) / length;
}

function planeLine(positions: readonly Position[]): PlaneLine {
  return Float64Array.from(positions.flat());
}

function polygonsOf(geometry: Polygon | MultiPolygon): Position[][][] {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

/**
 * Whether a line from the point that is asked about to the east crosses a ring an odd number of times. Runs tens of thousands of
 * times when firms are placed, hence no small arrays, and only the edges at the height of the point.
 */
function crossesOddly(ring: PlaneLine): boolean {
  const x = asked[0]!;
  const y = asked[1]!;
  const { bottom, bandsPerUnit, first, edges } = bandsOf(ring);
  const band = Math.floor((y - bottom) * bandsPerUnit);
  if (!(band >= 0 && band < first.length - 1)) return false;
  let inside = false;
  for (let k = first[band]!; k < first[band + 1]!; k++) {
    const i = edges[k]!;
    const j = i === 0 ? ring.length - 2 : i - 2;
    const yi = ring[i + 1]!;
    const yj = ring[j + 1]!;
    if (yi > y !== yj > y && x < ((ring[j]! - ring[i]!) * (y - yi)) / (yj - yi) + ring[i]!) inside = !inside;
  }
  return inside;
}

/** Edges of a ring by horizontal bands: those of band b are `edges` from first[b] to first[b + 1], by where their later end stands. */
type Bands = {
  readonly bottom: number;
  readonly bandsPerUnit: number;
  readonly first: Int32Array;
  readonly edges: Int32Array;
};

const bandsOfRings = new WeakMap<PlaneLine, Bands>();

function bandsOf(ring: PlaneLine): Bands {
  let bands = bandsOfRings.get(ring);
  if (bands === undefined) {
    bands = sortIntoBands(ring);
    bandsOfRings.set(ring, bands);
  }
  return bands;
}

function sortIntoBands(ring: PlaneLine): Bands {
  let [bottom, top] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 1; i < ring.length; i += 2) {
    bottom = Math.min(bottom, ring[i]!);
    top = Math.max(top, ring[i]!);
  }
  const count = Math.max(1, ring.length >> 4); // about eight points a band
  const bandsPerUnit = top > bottom ? (count - 1e-9) / (top - bottom) : 0;
  const bandOf = (y: number) => Math.floor((y - bottom) * bandsPerUnit);
  const first = new Int32Array(count + 1);
  const eachBand = (visit: (band: number, edge: number) => void) => {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const [yi, yj] = [ring[i + 1]!, ring[j + 1]!];
      for (let band = bandOf(Math.min(yi, yj)); band <= bandOf(Math.max(yi, yj)); band++) visit(band, i);
    }
  };
  eachBand((band) => {
    first[band + 1]! += 1;
  });
  for (let band = 0; band < count; band++) first[band + 1]! += first[band]!;
  const edges = new Int32Array(first[count]!);
  const next = first.slice();
  eachBand((band, edge) => {
    edges[next[band]!++] = edge;
  });
  return { bottom, bandsPerUnit, first, edges };
}

function ringArea(ring: PlaneLine): number {
  let twice = 0;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
    twice += ring[j]! * ring[i + 1]! - ring[i]! * ring[j + 1]!;
  return Math.abs(twice) / 2;
}
