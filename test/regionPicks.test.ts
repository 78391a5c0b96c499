import { Ray, Vector3 } from "three";
import { expect, it } from "vitest";
import { distanceToSlab } from "#scene/regionPicks.ts";
import { ringedRegion } from "./fixtures/ringedRegion.ts";

/** From the south and above, towards a place of the table. North is -z. */
const towards = (east: number, north: number) => {
  const origin = new Vector3(east, 30, -north + 30);
  return new Ray(origin, new Vector3(0, -1, -1).normalize());
};
const meets = (east: number, north: number, top: number) => {
  const ray = towards(east, north);
  const distance = distanceToSlab(ray, ringedRegion, top);
  return distance === Number.POSITIVE_INFINITY
    ? null
    : ray
        .at(distance, new Vector3())
        .toArray()
        .map((value) => Math.round(1e6 * value) / 1e6 + 0);
};

it.each([
  ["on its top", -2, -1, 2, [-2, 2, 3]],
  ["on its southern wall", 0, -3, 2, [0, 1, 4]],
  ["on the top in front of its hole", 1, 1, 2, [1, 2, 1]],
  ["on the northern wall of its hole", 1, 2.5, 2, [1, 0.5, -2]],
  ["not in its hole", 1, 1, 0.5, null],
  ["not beside it", 5, 0, 2, null],
  ["not behind it", 0, 6.5, 2, null],
])("a ray that comes from above meets a slab %s", (_, east, north, top, place) => {
  expect(meets(east, north, top)).toEqual(place);
});

it("nothing from below, and an unraised slab is met on the table", () => {
  const ray = new Ray(new Vector3(0, -1, 0), new Vector3(0, 1, 0));
  expect(distanceToSlab(ray, ringedRegion, 2)).toBe(Number.POSITIVE_INFINITY);
  expect(meets(-2, -1, 0)).toEqual([-2, 0, 1]);
});
