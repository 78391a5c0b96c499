import type { PlaneLine, PlanePolygon, RegionShape } from "#domain/boundaries.ts";
import { BufferAttribute, BufferGeometry, ShapeUtils, Vector2 } from "three";

/** Rings of corners around a slab: at its foot, below its bevel, at the edge of its top. */
const LEVELS = 3;
/** Corners after which the rest is built in another step. */
const CORNERS_OF_STEP = 300;

/**
 * Slabs of regions as one geometry, built in steps. World axes: x east, y up, z south. A vertex with `lift` 1 belongs to the upper edge and
 * is raised by the shader to the height of its `region`; its own y is the depth of the bevel below that height. `slab` holds region
 * and lift. Faces share their corners and have no normals: without a graphics card every corner costs time in every frame,
 * and a shader sees from the slope of a face where it looks.
 */
export function* slabGeometry(
  shapes: readonly { readonly region: number; readonly shape: RegionShape }[],
  bevel: number,
): Generator<void, BufferGeometry> {
  const polygons = shapes.flatMap(({ region, shape }) => shape.polygons.map((polygon) => ({ region, polygon })));
  const sides = polygons.reduce((sum, { polygon }) => sum + sidesOf(polygon), 0);
  const holes = polygons.reduce((sum, { polygon }) => sum + polygon.holes.length, 0);
  const corners = LEVELS * sides;
  const builder: Builder = {
    positions: new Float32Array(3 * corners),
    slab: new Float32Array(2 * corners),
    // A ring of n corners with h holes has at most n + 2 h - 2 triangles.
    triangles: new (corners < 2 ** 16 ? Uint16Array : Uint32Array)(3 * (sides * (2 * LEVELS - 1) + 2 * holes)),
    corners: 0,
    indices: 0,
  };
  let ofStep = 0;
  for (const { region, polygon } of polygons) {
    if (ofStep > CORNERS_OF_STEP) {
      yield;
      ofStep = 0;
    }
    addPolygon(builder, polygon, region, bevel);
    ofStep += sidesOf(polygon);
  }
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(builder.positions, 3));
  geometry.setAttribute("slab", new BufferAttribute(builder.slab, 2));
  geometry.setIndex(new BufferAttribute(builder.triangles.slice(0, builder.indices), 1));
  return geometry;
}

/** Typed arrays of their final length, filled in order: the page builds this while it opens. */
type Builder = Record<"positions" | "slab", Float32Array> & {
  readonly triangles: Uint16Array | Uint32Array;
  corners: number;
  indices: number;
};

function sidesOf({ outer, holes }: PlanePolygon): number {
  return [outer, ...holes].reduce((sum, line) => sum + line.length / 2, 0);
}

function addPolygon(builder: Builder, { outer, holes }: PlanePolygon, region: number, bevel: number) {
  // Outer rings counter-clockwise and holes clockwise, so that the land is always on the left.
  const rings = [outer, ...holes].map((line, index) => {
    const points = pointsOf(line);
    return ShapeUtils.area(points) > 0 === (index === 0) ? points : points.reverse();
  });
  const caps = rings.map((ring) => insetRing(ring, bevel));
  for (const [r, ring] of rings.entries()) {
    addCorners(builder, region, ring, 0, 0);
    addCorners(builder, region, ring, -bevel, 1);
    addWall(builder, ring.length);
    addCorners(builder, region, caps[r]!, 0, 1);
    addWall(builder, ring.length);
  }
  addCap(builder, caps);
}

/** Over the last corners of all rings, of which the upper edge was added last. */
function addCap(builder: Builder, rings: readonly Vector2[][]) {
  const corners = rings.flat();
  let first = builder.corners - LEVELS * corners.length;
  const places = rings.flatMap(({ length }) => {
    first += LEVELS * length;
    return Array.from({ length }, (_, i) => first - length + i);
  });
  for (const [i, j, k] of ShapeUtils.triangulateShape(rings[0]!, rings.slice(1)) as [number, number, number][]) {
    const [a, b, c] = [corners[i]!, corners[j]!, corners[k]!];
    const looksUp = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
    addTriangle(builder, places[i]!, places[looksUp ? j : k]!, places[looksUp ? k : j]!);
  }
}

/** Between the last two rings of corners, `count` each, the lower one first. */
function addWall(builder: Builder, count: number) {
  const lower = builder.corners - 2 * count;
  const upper = lower + count;
  for (let i = 0; i < count; i++) {
    const j = i + 1 === count ? 0 : i + 1;
    addTriangle(builder, lower + i, lower + j, upper + j);
    addTriangle(builder, lower + i, upper + j, upper + i);
  }
}

function addTriangle(builder: Builder, a: number, b: number, c: number) {
  builder.triangles[builder.indices++] = a;
  builder.triangles[builder.indices++] = b;
  builder.triangles[builder.indices++] = c;
}

/** A ring on the plane at `y` below the edge that `lift` raises. */
function addCorners(builder: Builder, region: number, ring: readonly Vector2[], y: number, lift: 0 | 1) {
  for (const { x, y: north } of ring) {
    const corner = builder.corners++;
    builder.positions[3 * corner] = x;
    builder.positions[3 * corner + 1] = y;
    builder.positions[3 * corner + 2] = -north;
    builder.slab[2 * corner] = region;
    builder.slab[2 * corner + 1] = lift;
  }
}

function pointsOf(line: PlaneLine): Vector2[] {
  return Array.from({ length: line.length / 2 }, (_, i) => new Vector2(line[2 * i]!, line[2 * i + 1]!));
}

/**
 * The ring moved to its left by `distance`. At sharp corners the move is limited to 1.5 distances and to half of the
 * shorter neighbouring side, so that bevels of jagged coasts do not cross themselves.
 */
function insetRing(ring: readonly Vector2[], distance: number): Vector2[] {
  return ring.map((point, i) => {
    const before = ring[i === 0 ? ring.length - 1 : i - 1]!;
    const after = ring[i + 1 === ring.length ? 0 : i + 1]!;
    const to = Math.hypot(point.x - before.x, point.y - before.y);
    const from = Math.hypot(after.x - point.x, after.y - point.y);
    const room = Math.min(distance, Math.max(0.15 * distance, 0.5 * Math.min(to, from)));
    const leftX = -(point.y - before.y) / (to || 1) - (after.y - point.y) / (from || 1);
    const leftY = (point.x - before.x) / (to || 1) + (after.x - point.x) / (from || 1);
    const length = Math.hypot(leftX, leftY);
    if (length < 1e-6) return point;
    const move = (Math.min(1.5, 2 / length) * room) / length;
    return new Vector2(point.x + leftX * move, point.y + leftY * move);
  });
}
