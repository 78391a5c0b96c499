import { describe, expect, it } from "vitest";
import { isInside, parseBoundaries, RELIEF_TOLERANCE } from "#domain/boundaries.ts";
import { endsOf } from "#scene/labelAnchors.ts";
import { mapLayout } from "#scene/mapLayout.ts";
import { firmPlaces } from "#scene/sunflower.ts";
import { firmsOfTheStudy, ids, read, regions } from "./fixtures/studyFirms.ts";

describe.each([
  ["3D map", RELIEF_TOLERANCE, "kazakhstan-regions-lite.topojson"],
  ["2D map", 0, "kazakhstan-regions.topojson"],
])("firms on the %s", (_, tolerance, file) => {
  const layout = mapLayout(parseBoundaries(read(file), regions, tolerance), regions);
  const { region, isManufacturer } = firmsOfTheStudy(1);
  const places = firmPlaces(layout.stages, region, isManufacturer);
  const at = (agent: number): [number, number] => [places.at[2 * agent]!, places.at[2 * agent + 1]!];

  it("are all of the study's and stand inside their own region, whole pins included", () => {
    expect(region.length).toBeGreaterThan(2200);
    for (let agent = 0; agent < region.length; agent++) {
      const [x, y] = at(agent);
      const shape = layout.stages[region[agent]!]!;
      for (let turn = 0; turn < 4; turn++) {
        const [dx, dy] = [Math.cos((turn * Math.PI) / 2), Math.sin((turn * Math.PI) / 2)];
        const edge = [x + dx * places.radius[agent]!, y + dy * places.radius[agent]!] as const;
        expect(isInside(shape, ...edge), `agent ${agent} of ${ids[region[agent]!]}`).toBe(true);
      }
    }
  });

  it("do not cover each other: neighbours are at least 0.85 of their two radii apart", () => {
    for (let a = 0; a < region.length; a++)
      for (let b = a + 1; b < region.length; b++) {
        if (region[a] !== region[b]) continue;
        const apart = Math.hypot(at(a)[0] - at(b)[0], at(a)[1] - at(b)[1]);
        if (apart < 0.85 * (places.radius[a]! + places.radius[b]!))
          expect.fail(`agents ${a} and ${b} of ${ids[region[a]!]} are ${apart} apart`);
      }
  });

  it("have the same room in every region, so that a heap's size is its count", () => {
    const sizes = (kind: number) => new Set(places.radius.filter((_, agent) => isManufacturer[agent] === kind));
    expect(sizes(1).size).toBe(1);
    expect(sizes(0).size).toBe(1);
    expect([...sizes(1)][0]).toBeGreaterThan([...sizes(0)][0]!);
  });

  it("leave every region's label room on its own region", () => {
    const cities = new Set(layout.insets.map((inset) => inset.region)); // theirs stand outside of a round slab
    for (const [r, id] of ids.entries()) {
      if (cities.has(r)) continue;
      const shape = layout.stages[r]!;
      const firms = [...region.keys()].filter((agent) => region[agent] === r).map(at);
      const { left, right, bottom, top } = endsOf(shape);
      const hasRoom = (x: number, y: number) => {
        const points = [-2, 0, 2].flatMap((east) => [0.5, 2].map((north) => [x + east, y + north] as const));
        const free = points.filter(
          ([x, y]) => isInside(shape, x, y) && firms.every((firm) => Math.hypot(firm[0] - x, firm[1] - y) > 0.7),
        );
        return free.length >= 4;
      };
      const places = Array.from({ length: Math.ceil(right - left) }, (_, i) => left + i).flatMap((x) =>
        Array.from({ length: Math.ceil(top - bottom) }, (_, j) => [x, bottom + j] as const),
      );
      expect(
        places.some(([x, y]) => hasRoom(x, y)),
        id,
      ).toBe(true);
    }
  });

  it("stand with the manufacturers in the middle", () => {
    const fromMiddle = (kind: number) => {
      const agents = [...region.keys()].filter(
        (agent) => ids[region[agent]!] === "kostanay" && isManufacturer[agent] === kind,
      );
      const middle = [0, 1].map((axis) => agents.reduce((sum, agent) => sum + at(agent)[axis]!, 0) / agents.length);
      return (
        agents.reduce((sum, agent) => sum + Math.hypot(at(agent)[0] - middle[0]!, at(agent)[1] - middle[1]!), 0) /
        agents.length
      );
    };
    expect(fromMiddle(1)).toBeLessThan(fromMiddle(0));
  });
});

it("ten times as many firms still find room, each with less of it", () => {
  const layout = mapLayout(
    parseBoundaries(read("kazakhstan-regions-lite.topojson"), regions, RELIEF_TOLERANCE),
    regions,
  );
  const few = firmsOfTheStudy(1);
  const many = firmsOfTheStudy(10);
  const radius = (firms: typeof few) => firmPlaces(layout.stages, firms.region, firms.isManufacturer).radius;
  expect(radius(many)).toHaveLength(10 * few.region.length);
  expect(radius(many)[0]).toBeLessThan(radius(few)[0]! / 2);
});

it("a region without firms changes nothing for the others", () => {
  const layout = mapLayout(parseBoundaries(read("kazakhstan-regions-lite.topojson"), regions), regions);
  const { region, isManufacturer } = firmsOfTheStudy(1);
  const kept = [...region.keys()].filter((agent) => region[agent] !== 0);
  const all = firmPlaces(layout.stages, region, isManufacturer);
  const some = firmPlaces(
    layout.stages,
    region.filter((r) => r !== 0),
    Uint8Array.from(kept, (agent) => isManufacturer[agent]!),
  );
  expect([...some.at]).toEqual(kept.flatMap((agent) => [all.at[2 * agent]!, all.at[2 * agent + 1]!]));
});
