import type { ActorMark } from "#scene/mapProps.ts";
import { createLabelBoxes, NAME_ONLY } from "#scene/labelBoxes.ts";
import { NEWS_PLACES, newsPlaces } from "#scene/mapNews.ts";
import { createNewsBoxes, placeNews } from "#scene/newsLayout.ts";
import { createNewsOverlay } from "#scene/newsOverlay.ts";
import { PerspectiveCamera } from "three";
import { describe, expect, it } from "vitest";

const layout = { stages: [{ label: [3, 4] }, { label: [10, 20] }] } as never;
const heaps = {
  top: Float32Array.of(6, 24),
  bottom: Float32Array.of(2, 18),
  right: Float32Array.of(5, 12),
};
const onNobody = () => false;
const core = { kind: "actor", region: 1, actor: "core/kazakhmys", count: 1, text: "" } as const;

describe("what happened in a year stands on the map", () => {
  const mark = {
    id: "core/kazakhmys",
    kind: "orchestrator",
    region: 1,
    slot: 0,
    active: true,
    isNews: true,
  } as const;

  it("at the mark of the actor where that is drawn, and below the firms of its region where it is not", () => {
    expect([...newsPlaces([core], [mark], [[7, 8]], layout, heaps)].slice(0, 2)).toEqual([7, 8]);
    expect([...newsPlaces([core], [], [], layout, heaps)].slice(0, 2)).toEqual([10, 18]);
  });

  it("to the right of the firms of a region that had incidents, half way up", () => {
    const incidents = { kind: "incidents", region: 0, actor: null, count: 2, text: "" } as const;
    const [x, y] = newsPlaces([incidents], [], [], layout, heaps);
    expect(x).toBeGreaterThan(5);
    expect(y).toBe(4);
  });

  it("below the marks of a region, where it stands below its firms", () => {
    const incidents = { kind: "incidents", region: 1, actor: null, count: 1, text: "" } as const;
    const heights = (marks: readonly ActorMark[], at: readonly [number, number][]) =>
      [...newsPlaces([incidents], marks, at, layout, heaps)].filter((_, k) => k % 2 === 1);
    expect(Math.min(...heights([], []))).toBe(16.5);
    const withMark = heights([mark], [[10, 17]]);
    expect(withMark.filter((y) => y < 18)).toHaveLength(2);
    for (const y of withMark) if (y < 18) expect(y).toBeLessThanOrEqual(15);
    // Those of another region, or above the firms as in a city, change nothing.
    expect(heights([{ ...mark, region: 0 }], [[10, 17]])).toEqual(heights([], []));
    expect(heights([mark], [[10, 19]])).toEqual(heights([], []));
  });

  it("clear of names: a triangle with its number takes the next place that no label covers", () => {
    const incidents = { kind: "incidents", region: 0, actor: null, count: 2, text: "" } as const;
    const boxes = createNewsBoxes([incidents]);
    boxes.x.set([100, 100, 100, 60, 60, 80]);
    boxes.y.set([50, 56, 62, 50, 56, 70]);
    const labels = createLabelBoxes(1);
    labels.x.fill(110);
    labels.y.fill(58);
    labels.nameWidth.fill(40);
    labels.lineHeight.fill(14);
    placeNews(boxes, labels, 300, 200, onNobody);
    expect([boxes.left[0], boxes.middle[0]]).toEqual([100, 50]);
    labels.shown.fill(NAME_ONLY);
    placeNews(boxes, labels, 300, 200, onNobody);
    expect(boxes.left[0]! + boxes.width[0]!).toBeLessThan(90);
    expect(boxes.middle[0]).toBe(50);
    placeNews(boxes, labels, 105, 200, onNobody); // the right end of the map
    expect(boxes.left[0]! + boxes.width[0]!).toBeLessThanOrEqual(105);
    placeNews(boxes, labels, 300, 50, onNobody); // its lower end
    expect(boxes.middle[0]).toBeLessThanOrEqual(44);
  });

  it("clear of names and values: a flag whose foot cannot stand on its mark moves along it, and is not shown without room", () => {
    const boxes = createNewsBoxes([core]);
    boxes.x.fill(100);
    boxes.y.fill(50);
    const ends = () => [boxes.left[0]!, boxes.left[0]! + boxes.width[0]!, boxes.middle[0]! + boxes.height[0]! / 2];
    const labels = createLabelBoxes(1);
    labels.x.fill(80);
    labels.y.fill(48);
    labels.nameWidth.fill(46);
    labels.lineHeight.fill(14);
    placeNews(boxes, labels, 300, 200, () => true); // a mark may be drawn on a neighbour, and its flag with it
    expect(ends()).toEqual([100, 109, 50.5]);
    labels.shown.fill(NAME_ONLY); // from 57 to 103, from 34 to 48
    placeNews(boxes, labels, 300, 200, onNobody);
    expect(ends()[0]).toBeGreaterThanOrEqual(106); // with a gap
    expect(ends()[0]).toBeLessThan(112);
    expect(ends()[2]).toBe(50.5);
    labels.nameWidth.fill(120);
    placeNews(boxes, labels, 300, 200, onNobody);
    expect(ends()[2] - boxes.height[0]!).toBeGreaterThanOrEqual(48); // below the name
    labels.lineHeight.fill(60);
    labels.y.fill(80);
    placeNews(boxes, labels, 300, 200, onNobody);
    expect(ends()[1]).toBeLessThan(0);
  });

  it("with a gap between a triangle's number and the value beside it", () => {
    const incidents = { kind: "incidents", region: 0, actor: null, count: 2, text: "" } as const;
    const boxes = createNewsBoxes([incidents]);
    boxes.x.set([100, 100, 100, 60, 60, 80]);
    boxes.y.fill(50);
    const labels = createLabelBoxes(1);
    labels.shown.fill(NAME_ONLY);
    labels.lineHeight.fill(14);
    labels.y.fill(57);
    labels.nameWidth.fill(40);
    labels.x.fill(100 + boxes.width[0]! + 20); // its left end where the number ends
    placeNews(boxes, labels, 300, 200, onNobody);
    expect(boxes.left[0]! + boxes.width[0]!).toBeLessThan(97 + boxes.width[0]!);
  });

  it("off the round slab of another city, even by an edge: there it would be read as the city's", () => {
    const incidents = { kind: "incidents", region: 0, actor: null, count: 1, text: "" } as const;
    const boxes = createNewsBoxes([incidents]);
    boxes.x.set([100, 100, 100, 60, 60, 80]);
    boxes.y.fill(50);
    const labels = createLabelBoxes(2, [1]);
    for (const [field, value] of Object.entries({ x: 125, y: 35, across: 20, up: 10 }))
      labels.discs[field as "x"].fill(value);
    placeNews(boxes, labels, 300, 200, onNobody);
    expect(boxes.left[0]).toBe(100); // below the slab
    labels.discs.deep.fill(8);
    placeNews(boxes, labels, 300, 200, onNobody);
    expect(boxes.left[0]).toBeLessThan(60); // its side reaches down there
    labels.discs.label.fill(0);
    placeNews(boxes, labels, 300, 200, onNobody);
    expect(boxes.left[0]).toBe(100); // its own
  });

  it("never on a neighbour: a triangle there would be read as the neighbour's", () => {
    const incidents = { kind: "incidents", region: 0, actor: null, count: 2, text: "" } as const;
    const boxes = createNewsBoxes([incidents]);
    boxes.x.set([100, 100, 100, 60, 60, 80]);
    boxes.y.set([50, 56, 62, 50, 56, 70]);
    const labels = createLabelBoxes(0);
    placeNews(boxes, labels, 300, 200, (_, x) => x > 90);
    expect(boxes.left[0]! + boxes.width[0]!).toBeLessThan(90);
    placeNews(boxes, labels, 300, 200, () => true);
    expect(boxes.left[0]! + boxes.width[0]!).toBeLessThan(0);
  });

  it("never on a name: a triangle stands a little off its places when they are taken, and not at all without room", () => {
    const incidents = { kind: "incidents", region: 0, actor: null, count: 2, text: "" } as const;
    const boxes = createNewsBoxes([incidents]);
    boxes.x.fill(100);
    boxes.y.fill(50);
    const labels = createLabelBoxes(1);
    labels.x.fill(100);
    labels.y.fill(56);
    labels.nameWidth.fill(150);
    labels.lineHeight.fill(14);
    labels.shown.fill(NAME_ONLY);
    placeNews(boxes, labels, 300, 200, onNobody);
    expect([boxes.left[0], boxes.middle[0]]).toEqual([100, 63]);
    labels.lineHeight.fill(60);
    labels.y.fill(80);
    placeNews(boxes, labels, 300, 200, onNobody);
    expect(boxes.left[0]! + boxes.width[0]!).toBeLessThan(0);
  });

  it("in 3D neither on a neighbour nor on a taller one in front of its own region", () => {
    const square = (left: number, bottom: number, side: number) => ({
      polygons: [
        {
          outer: Float64Array.of(left, bottom, left + side, bottom, left + side, bottom + side, left, bottom + side),
          holes: [],
        },
      ],
      label: [left + side / 2, bottom + side / 2] as const,
      centre: [left + side / 2, bottom + side / 2] as const,
    });
    const [north, south] = [square(0, 0, 10), square(0, -10, 10)];
    const incidents = { kind: "incidents", region: 0, actor: null, count: 1, text: "" } as const;
    const camera = new PerspectiveCamera(26, 1, 5, 600);
    camera.position.set(5, 60, 50);
    camera.lookAt(5, 0, 0);
    camera.updateMatrixWorld();
    const places = (x: number, y: number) => Float32Array.from({ length: 2 * NEWS_PLACES }, (_, k) => (k % 2 ? y : x));
    const isShown = (x: number, y: number, southTop: number) => {
      const style = { transform: "" };
      const overlay = createNewsOverlay(places(x, y), [north, south], [incidents], {
        current: [{ style } as HTMLElement],
      });
      overlay.update(camera, Float32Array.of(0, 0, 0, 1, 0, 0, 0, southTop), createLabelBoxes(0), 400, 400);
      return style.transform.startsWith("translate(200px");
    };
    expect(isShown(5, 5, 1)).toBe(true);
    expect(isShown(5, -5, 1)).toBe(false); // on the southern one
    expect(isShown(5, 0.5, 1)).toBe(true);
    expect(isShown(5, 0.5, 9)).toBe(false); // behind it
  });
});
