import type { Boundaries, PlaneLine, RegionShape } from "#domain/boundaries.ts";
import type { MapLayout } from "./mapLayout.ts";
import { Group, Object3D, type Ray } from "three";
import { isInside } from "#domain/boundaries.ts";

/** One undrawn object per region for the raycaster: its true and its enlarged slab, as high as they are when it asks. */
export function createRegionPicks(boundaries: Boundaries, layout: MapLayout, topOf: (region: number) => number): Group {
  const picks = boundaries.regions.map((shape, region) => {
    const shapes = [shape, ...layout.insets.filter((one) => one.region === region).map((one) => one.shape)];
    const object = new Object3D();
    object.userData.region = region;
    object.raycast = ({ ray, near, far }, hits) => {
      const distance = Math.min(...shapes.map((one) => distanceToSlab(ray, one, topOf(region))));
      if (distance >= near && distance <= far)
        hits.push({ distance, point: ray.at(distance, ray.origin.clone()), object });
    };
    return object;
  });
  return new Group().add(...picks);
}

/**
 * How far a ray that comes from above goes until it meets a slab that stands on the table: on its top, or where the part of the
 * ray between top and table crosses an edge of the slab. Infinity: it does not.
 */
export function distanceToSlab({ origin, direction }: Ray, shape: RegionShape, top: number): number {
  if (direction.y >= 0) return Number.POSITIVE_INFINITY;
  const atTop = (top - origin.y) / direction.y;
  const [x, y] = [origin.x + direction.x * atTop, -(origin.z + direction.z * atTop)];
  if (isInside(shape, x, y)) return atTop;
  const atTable = -origin.y / direction.y;
  const along = [direction.x * (atTable - atTop), -direction.z * (atTable - atTop)] as const;
  const part = Math.min(
    ...shape.polygons
      .flatMap(({ outer, holes }) => [outer, ...holes])
      .map((ring) => firstCrossing(ring, [x, y], along)),
  );
  return atTop + part * (atTable - atTop);
}

/** The part of the way from a place at which it first crosses a ring; Infinity: it does not. */
function firstCrossing(
  ring: PlaneLine,
  [x, y]: readonly [number, number],
  [alongX, alongY]: readonly [number, number],
): number {
  let first = Number.POSITIVE_INFINITY;
  for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
    const [sideX, sideY] = [ring[i]! - ring[j]!, ring[i + 1]! - ring[j + 1]!];
    const [toX, toY] = [ring[j]! - x, ring[j + 1]! - y];
    const turn = alongX * sideY - alongY * sideX;
    const part = (toX * sideY - toY * sideX) / turn;
    const ofSide = (toX * alongY - toY * alongX) / turn;
    if (part >= 0 && part <= 1 && ofSide >= 0 && ofSide <= 1 && part < first) first = part;
  }
  return first;
}
