import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createLabelBoxes,
  FULL,
  HIDDEN,
  isBesideDisc,
  type LabelBoxes,
  NAME_ONLY,
  topOf,
  VALUE_ONLY,
  widthOf,
} from "#scene/labelBoxes.ts";
import { placeFarther, placeLabels, placeValuesFarther } from "#scene/labelLayout.ts";

const WIDTH = 400;
const HEIGHT = 300;

function boxesAt(places: readonly { x: number; y: number; below?: boolean; w?: number }[]) {
  const boxes = createLabelBoxes(places.length);
  for (const [i, { x, y, below, w }] of places.entries()) {
    boxes.x[i] = x;
    boxes.y[i] = y;
    boxes.below[i] = below ? 1 : 0;
    boxes.fullWidth[i] = w ?? 80;
    boxes.nameWidth[i] = w ?? 80;
    boxes.valueWidth[i] = 30;
    boxes.lineHeight[i] = 14;
  }
  return boxes;
}
/** Rectangles of the shown lines of a label. */
function linesOf(boxes: LabelBoxes, i: number) {
  const shown = boxes.shown[i]!;
  return [NAME_ONLY, VALUE_ONLY]
    .filter((line) => shown === FULL || shown === line)
    .map((line, row) => {
      const left = boxes.x[i]! + boxes.aside[i]! - widthOf(boxes, i, line) / 2;
      const top = topOf(boxes, i, shown) + 14 * row;
      return { label: i, left, right: left + widthOf(boxes, i, line), top, bottom: top + 14 };
    });
}
type Line = ReturnType<typeof linesOf>[number];
/** Whether lines of two labels lie on each other. */
function overlap(one: Line, other: Line): boolean {
  return (
    one.label !== other.label &&
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
const inTurn = (count: number) => Array.from({ length: count }, (_, i) => i);

describe("labels of the map", () => {
  it("never touch and never leave the view, wherever their anchors are", () => {
    const place = fc.record({
      x: fc.integer({ min: -50, max: WIDTH + 50 }),
      y: fc.integer({ min: -50, max: HEIGHT + 50 }),
      below: fc.boolean(),
      w: fc.integer({ min: 30, max: 160 }),
    });
    fc.assert(
      fc.property(fc.array(place, { minLength: 2, maxLength: 20 }), fc.nat(20), (places, whole) => {
        const boxes = boxesAt(places);
        placeLabels(boxes, inTurn(places.length), whole, WIDTH, HEIGHT);
        const rectangles = inTurn(places.length).flatMap((i) => linesOf(boxes, i));
        for (const one of rectangles)
          expect(one.left >= 0 && one.right <= WIDTH && one.top >= 0 && one.bottom <= HEIGHT).toBe(true);
        expect(rectangles.filter((one) => rectangles.some((other) => overlap(one, other)))).toEqual([]);
      }),
    );
  });

  it("go by order: the first gets the room, the second is moved, shortened or hidden", () => {
    const boxes = boxesAt([
      { x: 200, y: 100 },
      { x: 200, y: 100 },
    ]);
    placeLabels(boxes, [1, 0], 2, WIDTH, HEIGHT);
    expect([...boxes.shown]).toEqual([FULL, FULL]);
    expect([...boxes.down]).toEqual([28, 0]);
    placeLabels(boxes, [1, 0], 2, WIDTH, 127);
    expect([...boxes.shown]).toEqual([NAME_ONLY, FULL]);
    placeLabels(boxes, [1, 0], 2, WIDTH, 113);
    expect([...boxes.shown]).toEqual([HIDDEN, FULL]);
  });

  it("never lie on the round slab of a city, but for its own", () => {
    const boxes = createLabelBoxes(2, [0]);
    const one = boxesAt([
      { x: 200, y: 100 },
      { x: 200, y: 100 },
    ]);
    for (const field of ["x", "y", "fullWidth", "nameWidth", "valueWidth", "lineHeight"] as const)
      boxes[field].set(one[field]);
    boxes.discs.x.fill(200);
    boxes.discs.y.fill(86);
    boxes.discs.across.fill(20);
    boxes.discs.up.fill(20);
    placeLabels(boxes, [1, 0], 2, WIDTH, HEIGHT);
    expect([...boxes.shown]).toEqual([FULL, FULL]);
    expect(topOf(boxes, 1, FULL)).toBeGreaterThanOrEqual(106); // below the slab
    expect(topOf(boxes, 0, FULL)).toBe(72); // on it
    boxes.discs.deep.fill(6);
    placeLabels(boxes, [1, 0], 2, WIDTH, HEIGHT);
    expect(topOf(boxes, 1, FULL)).toBeGreaterThanOrEqual(110); // letters stand below its side
  });

  it("leave room below a long name for one beside its short value", () => {
    const boxes = boxesAt([
      { x: 200, y: 28 },
      { x: 270, y: 42 },
    ]);
    boxes.nameWidth[1] = 60;
    placeLabels(boxes, [0, 1], 2, WIDTH, 42);
    expect([...boxes.shown]).toEqual([FULL, FULL]);
    expect([boxes.aside[1], boxes.down[1]]).toEqual([0, 0]);
  });

  it("stand right of the round slab of a city, half way up, where they have room there", () => {
    const boxes = createLabelBoxes(1, [0]);
    for (const [field, value] of Object.entries({ x: 200, y: 80, nameWidth: 60, fullWidth: 60, valueWidth: 30 }))
      boxes[field as "x"].fill(value);
    boxes.lineHeight.fill(14);
    for (const [field, value] of Object.entries({ x: 200, y: 100, across: 20, up: 20 }))
      boxes.discs[field as "x"].fill(value);
    placeLabels(boxes, [0], 1, WIDTH, HEIGHT);
    expect(boxes.x[0]! + boxes.aside[0]! - 30).toBeGreaterThanOrEqual(220);
    expect(topOf(boxes, 0, FULL) + 14).toBe(100);
    expect(isBesideDisc(boxes, 0)).toBe(true);
    placeLabels(boxes, [0], 1, 250, HEIGHT);
    expect([boxes.aside[0], topOf(boxes, 0, FULL)]).toEqual([0, 52]); // above it
  });

  it("move aside when a little is enough", () => {
    const boxes = boxesAt([
      { x: 200, y: 100 },
      { x: 270, y: 100 },
    ]);
    placeLabels(boxes, [0, 1], 2, WIDTH, HEIGHT);
    expect([...boxes.shown]).toEqual([FULL, FULL]);
    expect(boxes.aside[1]).toBeCloseTo(16);
  });

  it("name every region before one shows its value, and then the last in order first, which has the least room", () => {
    const boxes = boxesAt([
      { x: 43, y: 100 },
      { x: 43, y: 114 },
      { x: 43, y: 128 },
    ]);
    placeLabels(boxes, [2, 1, 0], 0, 86, 128);
    expect([...boxes.shown]).toEqual([FULL, NAME_ONLY, NAME_ONLY]);
    placeLabels(boxes, [2, 1, 0], 1, 86, 128);
    expect([...boxes.shown]).toEqual([FULL, HIDDEN, FULL]); // the first one was to be whole
  });

  it("come a line nearer to what they name, onto its firms, where their value has no other room", () => {
    const boxes = boxesAt([
      { x: 200, y: 100 },
      { x: 200, y: 118 },
    ]);
    placeLabels(boxes, [1, 0], 0, WIDTH, HEIGHT);
    expect([...boxes.shown]).toEqual([FULL, FULL]);
    expect([...boxes.down]).toEqual([0, 14]);
  });

  it("stand a little off with their values where these have no other room, and stay where there is none", () => {
    const boxes = boxesAt([
      { x: 40, y: 14 },
      { x: 40, y: 31 },
    ]);
    placeLabels(boxes, [1, 0], 0, 82, 31);
    placeValuesFarther(boxes, [1, 0], 82, 31);
    expect([...boxes.shown]).toEqual([NAME_ONLY, NAME_ONLY]);
    expect([...boxes.down]).toEqual([0, 0]);
    placeLabels(boxes, [1, 0], 0, 82, 31);
    placeValuesFarther(boxes, [1, 0], 82, 60);
    expect([...boxes.shown]).toEqual([NAME_ONLY, FULL]);
    expect(topOf(boxes, 1, FULL)).toBeGreaterThanOrEqual(14);
    expect(Math.abs(boxes.down[1]!)).toBeLessThanOrEqual(36 + 14);
  });

  it("without room for a name show the value in its place or nothing, never a value beside it", () => {
    const boxes = boxesAt([
      { x: 200, y: 28 },
      { x: 256, y: 28, w: 160 },
    ]);
    placeLabels(boxes, [0, 1], 1, 380, 28);
    expect([...boxes.shown]).toEqual([FULL, VALUE_ONLY]);
    boxes.x[1] = 200;
    placeLabels(boxes, [0, 1], 1, 380, 28);
    expect([...boxes.shown]).toEqual([FULL, HIDDEN]);
  });

  it("keep the name that they have where name and value find no room farther off", () => {
    const tight = boxesAt([
      { x: 40, y: 14 },
      { x: 40, y: 31 },
    ]);
    placeLabels(tight, [1, 0], 0, 82, 31);
    expect([...tight.shown]).toEqual([NAME_ONLY, NAME_ONLY]);
    placeFarther(tight, [1, 0], FULL, 82, 31);
    expect([...tight.shown]).toEqual([NAME_ONLY, NAME_ONLY]);
  });

  it("all show their titles where every region has to be named: the crowded ones stand farther off", () => {
    const crowd = Array.from({ length: 7 }, (_, i) => ({ x: 200 + 6 * i, y: 150 + 4 * i }));
    const boxes = boxesAt(crowd);
    placeLabels(boxes, inTurn(7), 7, WIDTH, HEIGHT);
    expect(Array.from(boxes.shown).filter((shown) => shown === FULL).length).toBeLessThan(7);
    placeFarther(boxes, inTurn(7), FULL, WIDTH, HEIGHT);
    expect(Array.from(boxes.shown)).toEqual(crowd.map(() => FULL));
    const lines = inTurn(7).flatMap((i) => linesOf(boxes, i));
    for (const one of lines) {
      expect(one.left >= 0 && one.right <= WIDTH && one.top >= 0 && one.bottom <= HEIGHT).toBe(true);
      expect(lines.filter((other) => overlap(one, other))).toEqual([]);
    }
    placeLabels(boxes, inTurn(7), 7, WIDTH, HEIGHT);
    expect(Math.max(...boxes.down.map(Math.abs))).toBeLessThanOrEqual(42); // without a line to the anchor
  });
});
