import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { areaOf, BOUNDARIES_CREDIT, isInside, PLANE_WIDTH, parseBoundaries } from "#domain/boundaries.ts";
import { InputRefused } from "#domain/inputProblem.ts";
import { parseRegions } from "#domain/region.ts";

const read = (name: string) => readFileSync(new URL(`../public/data/${name}`, import.meta.url), "utf8");
const ids = read("regions-2023.csv")
  .split("\n")
  .slice(1, 21)
  .map((line) => line.split(",")[1]!);
const regions = parseRegions(read("kazakhstan-regions-meta.json"), ids);
const lite = read("kazakhstan-regions-lite.topojson");
const boundaries = parseBoundaries(lite, regions);
const shapeOf = (id: string) => boundaries.regions[ids.indexOf(id)]!;

describe("the boundaries of the 20 regions on the plane", () => {
  it("have the study's order and fill the width of the plane around 0, 0", () => {
    expect(boundaries.regions).toHaveLength(20);
    const xs = boundaries.regions.flatMap(({ polygons }) =>
      polygons.flatMap(({ outer }) => [...outer].filter((_, i) => i % 2 === 0)),
    );
    const ys = boundaries.regions.flatMap(({ polygons }) =>
      polygons.flatMap(({ outer }) => [...outer].filter((_, i) => i % 2 === 1)),
    );
    expect(Math.min(...xs)).toBeCloseTo(-PLANE_WIDTH / 2, 1);
    expect(Math.max(...xs)).toBeCloseTo(PLANE_WIDTH / 2, 1);
    expect(Math.max(...ys)).toBeCloseTo(boundaries.height / 2, 9);
    expect(Math.min(...ys)).toBeCloseTo(-boundaries.height / 2, 9);
  });

  it("keep areas right: each region's share of the plane is its published share of the country within 3 % of it", () => {
    // Published areas: kazakhstan-regions-meta.json; the file's note allows 3 % for Almaty city, and the lite shapes 0.5 % more.
    const [plane, published] = [
      ids.reduce((s, id) => s + areaOf(shapeOf(id)), 0),
      regions.reduce((s, r) => s + r.areaKm2, 0),
    ];
    for (const region of regions) {
      const ratio = areaOf(shapeOf(region.id)) / plane / (region.areaKm2 / published);
      expect(ratio, region.id).toBeGreaterThan(0.965);
      expect(ratio, region.id).toBeLessThan(1.035);
    }
  });

  it("put north up and east right", () => {
    expect(shapeOf("north-kazakhstan").label[1]).toBeGreaterThan(shapeOf("turkistan").label[1] + 30);
    expect(shapeOf("east-kazakhstan").label[0]).toBeGreaterThan(shapeOf("mangystau").label[0] + 60);
  });

  it.each([
    ["astana", "akmola"],
    ["almaty", "almaty-region"],
    ["shymkent", "turkistan"],
  ])("%s is a hole in %s, so no point belongs to both", (city, around) => {
    expect(shapeOf(around).polygons.some(({ holes }) => holes.length > 0)).toBe(true);
    const [x, y] = shapeOf(city).centre;
    expect(isInside(shapeOf(city), x, y)).toBe(true);
    expect(isInside(shapeOf(around), x, y)).toBe(false);
  });

  it("every label and centre point lies in its own region and in no other", () => {
    boundaries.regions.forEach((own, index) => {
      for (const [x, y] of [own.label, own.centre]) {
        const owners = boundaries.regions.flatMap((shape, other) => (isInside(shape, x, y) ? [other] : []));
        expect(owners, ids[index]).toEqual([index]);
      }
    });
  });

  it("borders run between regions only: every point of a border is a corner of at least two regions", () => {
    const owners = new Map<string, Set<number>>();
    boundaries.regions.forEach(({ polygons }, region) => {
      for (const ring of polygons.flatMap(({ outer, holes }) => [outer, ...holes]))
        for (let i = 0; i < ring.length; i += 2) {
          const key = `${ring[i]},${ring[i + 1]}`;
          owners.set(key, (owners.get(key) ?? new Set()).add(region));
        }
    });
    expect(boundaries.borders.length).toBeGreaterThan(20);
    for (const line of boundaries.borders)
      for (let i = 0; i < line.length; i += 2)
        expect(owners.get(`${line[i]},${line[i + 1]}`)?.size).toBeGreaterThanOrEqual(2);
  });
});

describe("boundaries simplified to 0.1 plane units", () => {
  const simple = parseBoundaries(lite, regions, 0.1);
  const cornersOf = ({ regions: shapes }: typeof simple) =>
    shapes
      .flatMap(({ polygons }) => polygons.flatMap(({ outer, holes }) => [outer, ...holes]))
      .flatMap((ring) => [...Array.from({ length: ring.length / 2 }, (_, i) => `${ring[2 * i]},${ring[2 * i + 1]}`)]);

  it("have about half of the corners, all of them corners of the full shapes", () => {
    const full = new Set(cornersOf(boundaries));
    const some = cornersOf(simple);
    expect(some.length).toBeLessThan(0.6 * cornersOf(boundaries).length);
    expect(some.filter((corner) => !full.has(corner))).toEqual([]);
  });

  it("open no gaps: the areas still add up to the whole country", () => {
    const sum = (all: typeof simple) => all.regions.reduce((total, shape) => total + areaOf(shape), 0);
    // Only the outer line moves the sum: about 400 units long, its sides cut and added by well under the tolerance.
    expect(Math.abs(sum(simple) - sum(boundaries))).toBeLessThan(4);
    for (const city of ["astana", "almaty", "shymkent"]) {
      const [x, y] = simple.regions[ids.indexOf(city)]!.label;
      expect(simple.regions.filter((shape) => isInside(shape, x, y))).toHaveLength(1);
    }
  });
});

describe("a file of boundaries that cannot be used is refused with the place", () => {
  const problemsOf = (text: string, some = regions) => {
    try {
      parseBoundaries(text, some);
    } catch (error) {
      if (error instanceof InputRefused) return error.problems.map(({ place }) => place);
      throw error;
    }
    return [];
  };

  it("not JSON", () => expect(problemsOf("<html>")).toEqual(["boundaries"]));
  it("no object `regions`", () =>
    expect(problemsOf('{"type":"Topology","arcs":[],"objects":{}}')).toEqual(["boundaries objects.regions"]));
  it("a region without a shape", () =>
    expect(problemsOf(lite.replaceAll('"KZ-10"', '"KZ-99"'))).toEqual(["boundaries objects.regions"]));
  it("an arc that does not exist", () => {
    const broken = JSON.parse(lite);
    broken.objects.regions.geometries[0].arcs = [[100_000]];
    expect(problemsOf(JSON.stringify(broken))).toEqual([`boundaries ${broken.objects.regions.geometries[0].id}`]);
  });
});

it("the credit names every source and licence in the three languages", () => {
  for (const credit of Object.values(BOUNDARIES_CREDIT))
    for (const part of ["geokz", "CC BY 4.0", "UNHCR/OCHA COD-AB Kazakhstan", "CC BY-IGO", "OpenStreetMap", "ODbL"])
      expect(credit).toContain(part);
});
