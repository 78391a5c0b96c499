import { type Box, createNamePlaces, placeWithLeader, type Segment } from "#ui/charts/namePlaces.ts";
import fc from "fast-check";
import { expect, it } from "vitest";

const FRAME: Box = { x: 0, y: 0, width: 300, height: 200 };

it("a name stands beside its point, off the line through it", () => {
  const place = createNamePlaces(FRAME, [[150, 0, 150, 200]], []);
  const box = place(60, 14, 150, 100, 4, false)!;
  expect(box.x > 150 || box.x + box.width < 150).toBe(true);
});

it("above a point beside the edge a name stands along the edge, off the line that leaves the point sideways", () => {
  const place = createNamePlaces(FRAME, [[20, 100, 300, 110]], [{ x: 13, y: 93, width: 14, height: 14 }]);
  expect(place(80, 14, 20, 100, 8, true)).toEqual({ x: 0, y: 78, width: 80, height: 14 });
});

it("a name stands off a faint line where it can, and on it rather than be left out", () => {
  const faint = [[150, 0, 150, 200]] as const;
  const free = createNamePlaces(FRAME, [], [], faint)(60, 14, 150, 100, 4, false)!;
  expect(free.x > 150 || free.x + free.width < 150).toBe(true);
  const narrow = createNamePlaces({ x: 115, y: 0, width: 70, height: 200 }, [], [], faint);
  expect(narrow(60, 14, 150, 100, 4, false)).toMatchObject({ x: 120, y: 82 });
});

it("a name without a free place is left out, unless it is needed", () => {
  const place = createNamePlaces(FRAME, [], [FRAME]);
  expect(place(60, 14, 150, 100, 4, false)).toBeNull();
  expect(place(60, 14, 150, 100, 4, true)).not.toBeNull();
});

it("a name without room beside its point stands where a line leads past everything that is taken", () => {
  const around: Box[] = [
    { x: 90, y: 60, width: 120, height: 34 },
    { x: 90, y: 106, width: 120, height: 34 },
  ];
  const lines: Segment[] = [[210, 0, 210, 200]];
  const { box, leader } = placeWithLeader(FRAME, lines, around, { x: 150, y: 100, width: 60, height: 14 })!;
  expect(box.x + box.width).toBeLessThan(90);
  expect(leader.slice(0, 2)).toEqual([150, 100]);
  expect(lines).toContain(leader);
  expect(placeWithLeader(FRAME, lines, [FRAME], { x: 150, y: 100, width: 60, height: 14 })).toBeNull();
});

it("no two names that could be left out touch each other or leave the frame", () => {
  const point = fc.record({ x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 200 }) });
  fc.assert(
    fc.property(fc.array(point, { maxLength: 12 }), (points) => {
      const place = createNamePlaces(FRAME, [], []);
      const boxes = points.map(({ x, y }) => place(60, 14, x, y, 4, false)).filter((box) => box !== null);
      for (const [k, a] of boxes.entries()) {
        expect(a.x >= 0 && a.y >= 0 && a.x + a.width <= 300 && a.y + a.height <= 200).toBe(true);
        for (const b of boxes.slice(k + 1))
          expect(a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y).toBe(true);
      }
    }),
  );
});
