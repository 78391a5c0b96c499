import type { PlaneLine, PlanePolygon, RegionShape } from "#domain/boundaries.ts";
import { BufferAttribute, BufferGeometry, ShapeUtils, Vector2, Vector3 } from "three";

/**
 * Slabs of regions as one geometry. World axes: x east, y up, z south. A vertex with `lift` 1 belongs to the upper edge and
 * is raised by the shader to the height of its `region`; its own y is the depth of the bevel below that height. `slab` holds region
 * and lift.
 */
export function slabGeometry(
  shapes: readonly { readonly region: number; readonly shape: RegionShape }[],
  bevel: number,
): BufferGeometry {
  const builder: Builder = { positions: [], normals: [], slab: [], triangles: [] };
  for (const { region, shape } of shapes)
    for (const polygon of shape.polygons) addPolygon(builder, polygon, region, bevel);
  const geometry = new BufferGeometry();
  geometry.setAttribute("position", new BufferAttribute(new Float32Array(builder.positions), 3));
  geometry.setAttribute("normal", new BufferAttribute(new Float32Array(builder.normals), 3));
  geometry.setAttribute("slab", new BufferAttribute(new Float32Array(builder.slab), 2));
  geometry.setIndex(builder.triangles);
  return geometry;
}

type Builder = Record<"positions" | "normals" | "slab" | "triangles", number[]>;
const UP = new Vector3(0, 1, 0);

function addPolygon(builder: Builder, { outer, holes }: PlanePolygon, region: number, bevel: number) {
  // Outer rings counter-clockwise and holes clockwise, so that the land is always on the left.
  const rings = [outer, ...holes].map((line, index) => {
    const points = pointsOf(line);
    return ShapeUtils.area(points) > 0 === (index === 0) ? points : points.reverse();
  });
  const caps = rings.map((ring) => insetRing(ring, bevel));
  addCap(builder, region, caps);
  for (const [r, ring] of rings.entries())
    for (let i = 0; i < ring.length; i++) {
      const j = (i + 1) % ring.length;
      const outward = new Vector2(ring[j]!.y - ring[i]!.y, ring[i]!.x - ring[j]!.x).normalize();
      const wall = new Vector3(outward.x, 0, -outward.y);
      const slope = new Vector3(wall.x, 1, wall.z).multiplyScalar(Math.SQRT1_2);
      addQuad(
        builder,
        addCorner(builder, region, ring[i]!, 0, 0, wall),
        addCorner(builder, region, ring[j]!, 0, 0, wall),
        addCorner(builder, region, ring[j]!, -bevel, 1, wall),
        addCorner(builder, region, ring[i]!, -bevel, 1, wall),
      );
      if (bevel === 0) continue;
      addQuad(
        builder,
        addCorner(builder, region, ring[i]!, -bevel, 1, slope),
        addCorner(builder, region, ring[j]!, -bevel, 1, slope),
        addCorner(builder, region, caps[r]![j]!, 0, 1, slope),
        addCorner(builder, region, caps[r]![i]!, 0, 1, slope),
      );
    }
}

function addCap(builder: Builder, region: number, rings: readonly Vector2[][]) {
  const corners = rings.flat();
  const first = builder.positions.length / 3;
  for (const corner of corners) addCorner(builder, region, corner, 0, 1, UP);
  for (const [i, j, k] of ShapeUtils.triangulateShape(rings[0]!, rings.slice(1)) as [number, number, number][]) {
    const [a, b, c] = [corners[i]!, corners[j]!, corners[k]!];
    const looksUp = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
    builder.triangles.push(first + i, first + (looksUp ? j : k), first + (looksUp ? k : j));
  }
}

/** Two triangles over four corners, in turn around the quad. */
function addQuad(builder: Builder, a: number, b: number, c: number, d: number) {
  builder.triangles.push(a, b, c, a, c, d);
}

/** The index of the new corner; `at` is on the plane, `y` the height below the lifted edge. */
function addCorner(builder: Builder, region: number, at: Vector2, y: number, lift: number, normal: Vector3): number {
  builder.positions.push(at.x, y, -at.y);
  builder.normals.push(normal.x, normal.y, normal.z);
  builder.slab.push(region, lift);
  return builder.positions.length / 3 - 1;
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
    const before = ring[(i + ring.length - 1) % ring.length]!;
    const after = ring[(i + 1) % ring.length]!;
    const [toHere, fromHere] = [point.clone().sub(before), after.clone().sub(point)];
    const room = Math.min(distance, Math.max(0.15 * distance, 0.5 * Math.min(toHere.length(), fromHere.length())));
    toHere.normalize();
    fromHere.normalize();
    const left = new Vector2(-toHere.y - fromHere.y, toHere.x + fromHere.x);
    const length = left.length();
    if (length < 1e-6) return point.clone();
    left.divideScalar(length);
    return point.clone().addScaledVector(left, Math.min(1.5, 2 / length) * room);
  });
}
