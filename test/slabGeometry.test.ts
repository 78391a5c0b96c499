import type { PlanePoint, RegionShape } from "#domain/boundaries.ts";
import { describe, expect, it } from "vitest";
import { Triangle, Vector3 } from "three";
import { atOnce } from "#scene/inTasks.ts";
import { nextRegion } from "#scene/nextRegion.ts";
import { slabGeometry } from "#scene/slabGeometry.ts";
import { ringedRegion } from "./fixtures/ringedRegion.ts";

const around = (at: PlanePoint): RegionShape => ({ polygons: [], label: at, centre: at });

describe("the slab of a region with a hole", () => {
  const geometry = atOnce(slabGeometry([{ region: 7, shape: ringedRegion }], 0.1));
  const position = geometry.getAttribute("position");
  const slab = geometry.getAttribute("slab");
  const triangles = Array.from({ length: geometry.index!.count / 3 }, (_, t) =>
    [0, 1, 2].map((corner) => geometry.index!.getX(3 * t + corner)),
  );
  /** Twice the area of a triangle seen from above; positive where its front is up. */
  const fromAbove = ([a, b, c]: number[]) =>
    (position.getZ(b!) - position.getZ(a!)) * (position.getX(c!) - position.getX(a!)) -
    (position.getX(b!) - position.getX(a!)) * (position.getZ(c!) - position.getZ(a!));
  const isOnTop = (corner: number) => slab.getY(corner) === 1 && position.getY(corner) === 0;
  const caps = triangles.filter((corners) => corners.every(isOnTop));
  const walls = triangles.filter((corners) => corners.some((i) => slab.getY(i) === 0));
  /** As the shader raises it. */
  const cornerAt = (i: number) => new Vector3(position.getX(i), position.getY(i) + 2 * slab.getY(i), position.getZ(i));

  it("has a top of the region's area less the bevels, all of it facing up", () => {
    for (const corners of caps) expect(fromAbove(corners)).toBeGreaterThan(0);
    const area = caps.reduce((sum, corners) => sum + fromAbove(corners) / 2, 0);
    expect(area).toBeCloseTo(7.8 * 7.8 - 2.2 * 2.2, 5);
  });

  it("has walls that face away from the land, outside and in the hole", () => {
    expect(walls).toHaveLength(2 * 8);
    for (const corners of walls) {
      const triangle = new Triangle(...(corners.map(cornerAt) as [Vector3, Vector3, Vector3]));
      const [middle, normal] = [triangle.getMidpoint(new Vector3()), triangle.getNormal(new Vector3())];
      expect(normal.y).toBeCloseTo(0);
      const step = [middle.x + 0.01 * normal.x, -middle.z - 0.01 * normal.z] as const;
      const onLand =
        Math.max(Math.abs(step[0]), Math.abs(step[1])) < 4 &&
        Math.max(Math.abs(step[0] - 1), Math.abs(step[1] - 1)) > 1;
      expect(onLand).toBe(false);
    }
  });

  it("knows its region in every corner, and raises everything but the foot", () => {
    for (let i = 0; i < slab.count; i++) {
      expect(slab.getX(i)).toBe(7);
      expect([0, 1]).toContain(slab.getY(i));
      if (slab.getY(i) === 0) expect(position.getY(i)).toBe(0);
    }
  });
});

describe("arrow keys", () => {
  const shapes = [around([0, 0]), around([10, 1]), around([3, 8]), around([30, 0])];
  it("lead to the nearest region ahead", () => {
    expect(nextRegion(shapes, 0, "ArrowRight")).toBe(1);
    expect(nextRegion(shapes, 0, "ArrowUp")).toBe(2);
    expect(nextRegion(shapes, 3, "ArrowLeft")).toBe(1);
  });
  it("stop at the edge, and other keys lead nowhere", () => {
    expect(nextRegion(shapes, 0, "ArrowLeft")).toBeNull();
    expect(nextRegion(shapes, 0, "a")).toBeNull();
  });
});
