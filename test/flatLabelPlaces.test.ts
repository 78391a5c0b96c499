import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { isInside, parseBoundaries } from "#domain/boundaries.ts";
import { LANGUAGES } from "#domain/language.ts";
import { heapEnds, labelAnchors } from "#scene/labelAnchors.ts";
import { FULL, isBesideDisc, NAME_ONLY, topOf, VALUE_ONLY, widthOf } from "#scene/labelBoxes.ts";
import { mapLayout } from "#scene/mapLayout.ts";
import { firmPlaces } from "#scene/sunflower.ts";
import { fitted } from "#scene/useScreen.ts";
import { mapNames } from "#ui/map/mapNames.ts";
import { firmsOfTheStudy, read, regions } from "./fixtures/studyFirms.ts";

const layout = mapLayout(parseBoundaries(read("kazakhstan-regions.topojson"), regions), regions);
const { region: firms, isManufacturer } = firmsOfTheStudy(1);
const places = firmPlaces(layout.stages, firms, isManufacturer);
const heaps = heapEnds(layout, places, firms);
const anchors = labelAnchors(layout, heaps.top);
const ground = { layout, heaps, places, agentRegion: firms, onPlanned: null };

/** Rooms of the map in CSS pixels: beside an open drawer, before and after the futures, on a phone, alone on the page. */
const ROOMS = [
  [850, 266],
  [850, 246],
  [390, 304],
  [850, 520],
] as const;
const LINE = 14;

it("a flat map that has hardly any room yet is small, not upside down", () => {
  for (const [width, height] of [
    [2, 240],
    [390, 2],
  ])
    expect(fitted(layout.bounds, width, height).pixelsPerUnit).toBeGreaterThan(0);
});

describe.each(LANGUAGES)("labels of the flat map in %s", (language) => {
  let place: typeof import("#scene/flatLabelPlaces.ts").flatLabelPlaces;
  beforeAll(async () => {
    // Without a canvas a letter counts 0.6 of the size of the text, more than it takes.
    vi.stubGlobal("document", { createElement: () => ({ getContext: () => null }) });
    vi.stubGlobal("getComputedStyle", () => ({ fontFamily: "" }));
    place = (await import("#scene/flatLabelPlaces.ts")).flatLabelPlaces;
  });
  afterAll(() => {
    vi.unstubAllGlobals();
  });

  const labelsIn = (width: number, height: number) => {
    const screen = fitted(layout.bounds, width, height);
    const labels = regions.map((region) => ({ ...mapNames(region, language), value: "38 %" }));
    const { boxes, names } = place(labels, layout, anchors, ground, screen, null, false);
    const lines = names.flatMap((name, label) => {
      const shown = boxes.shown[label]!;
      return [NAME_ONLY, VALUE_ONLY].flatMap((line) => {
        if (!(shown & line)) return [];
        const left = boxes.x[label]! + boxes.aside[label]! - widthOf(boxes, label, line) / 2;
        const top = topOf(boxes, label, shown) + (shown === FULL && line === VALUE_ONLY ? LINE : 0);
        return [{ label, name, line, left, right: left + widthOf(boxes, label, line), top, bottom: top + LINE }];
      });
    });
    return { boxes, lines, screen };
  };

  it.each(ROOMS)("name all 20 regions with their values at %i x %i", (width, height) => {
    const { boxes } = labelsIn(width, height);
    expect([...boxes.shown]).toEqual(regions.map(() => FULL));
  });

  it.each(ROOMS)("neither touch each other nor leave the view at %i x %i", (width, height) => {
    const { lines } = labelsIn(width, height);
    for (const one of lines) {
      expect(one.left >= 0 && one.right <= width && one.top >= 0 && one.bottom <= height, one.name).toBe(true);
      const touched = lines.filter(
        (other) =>
          other.label !== one.label &&
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      );
      expect(
        touched.map(({ name }) => name),
        one.name,
      ).toEqual([]);
    }
  });

  it.each(ROOMS)("have no value on a neighbour alone at %i x %i", (width, height) => {
    const { boxes, lines, screen } = labelsIn(width, height);
    const onNeighbour = lines.filter(({ label, line, left, right, top, bottom }) => {
      if (line !== VALUE_ONLY || isBesideDisc(boxes, label)) return false;
      const at = ([x, y]: readonly [number, number]) =>
        layout.stages.findIndex((shape) =>
          isInside(shape, (x - screen.x) / screen.pixelsPerUnit, (screen.y - y) / screen.pixelsPerUnit),
        );
      const middle = (top + bottom) / 2;
      const under = [left, (left + right) / 2, right].map((x) => at([x, middle]));
      return !under.includes(label) && !under.includes(-1);
    });
    expect(onNeighbour.map(({ name }) => name)).toEqual([]);
  });
});
