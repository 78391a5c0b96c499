import { pointsTogether } from "#ui/regions/pointsTogether.ts";
import { expect, it } from "vitest";

it("points are grouped from the top down, those within ten pixels of the first of a group with it", () => {
  const points = [
    { name: "low", x: 0, y: 50 },
    { name: "top", x: 100, y: 0 },
    { name: "beside the top", x: 106, y: 8 },
    { name: "beside that one alone", x: 112, y: 16 },
  ];
  expect(pointsTogether(points)).toEqual([
    { names: ["top", "beside the top"], x: 100, y: 0 },
    { names: ["beside that one alone"], x: 112, y: 16 },
    { names: ["low"], x: 0, y: 50 },
  ]);
});
