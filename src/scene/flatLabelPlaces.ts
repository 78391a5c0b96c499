import type { LabelGround } from "./labelCosts.ts";
import type { MapLayout } from "./mapLayout.ts";
import type { RegionLabel } from "./mapProps.ts";
import type { Screen } from "./useScreen.ts";
import { labelOrder, wholeLabels } from "./labelAnchors.ts";
import { createLabelBoxes, FULL, isBesideDisc, type LabelBoxes, NAME_ONLY } from "./labelBoxes.ts";
import { A_LITTLE, placeFarther, placeLabels, placeNames, placeValues } from "./labelLayout.ts";
import { labelPlan } from "./labelPlan.ts";
import { INSET_RADIUS } from "./mapLayout.ts";
import { textWidth } from "./textWidth.ts";

/** In CSS pixels on the screen, whatever the size of the map. */
export const TEXT = 12;
export const LINE = 14;

/** Labels of a flat map do not rise, so they need no room between them. */
const STEP = 4;

/** Where no more labels than these lack their values, they stand a little off with them; more lines would hide the map. */
const FEW = 5;

/** Short names whose places together cost more than this, in firms covered, are too long for the map. */
const DEAR = 140;

/** Boxes of all labels of a flat map, and the name that each shows. */
export type FlatLabelPlaces = {
  readonly boxes: LabelBoxes;
  readonly names: readonly string[];
  /** x, y of each on the plane. */
  readonly anchors: Float32Array;
};

/**
 * Where the short names of all regions have room with their values near their places they are shown; on a smaller map the
 * brief ones, unless fewer of the short ones are crowded; where many values find no room, names alone, which colours and tables
 * complete. `everyName`: on a map on paper every region keeps its short name and its value, the crowded ones farther off.
 */
export function flatLabelPlaces(
  labels: readonly RegionLabel[],
  layout: MapLayout,
  anchors: Float32Array,
  ground: LabelGround | null,
  screen: Screen,
  selected: number | null,
  everyName: boolean,
): FlatLabelPlaces {
  const order = labelOrder(layout, selected, null);
  const whole = ground === null ? wholeLabels(layout, selected, null) : labels.length;
  const { fontFamily } = getComputedStyle(document.body);
  const { width, height } = screen;
  const boxesOf = (names: readonly string[]) => {
    const boxes = createLabelBoxes(
      labels.length,
      layout.insets.map(({ region }) => region),
    );
    for (const [k, { region, labelBelow, shape }] of layout.insets.entries()) {
      boxes.below[region] = labelBelow ? 1 : 0;
      boxes.discs.x[k] = screen.x + shape.label[0] * screen.pixelsPerUnit;
      boxes.discs.y[k] = screen.y - shape.label[1] * screen.pixelsPerUnit;
    }
    boxes.discs.across.fill(INSET_RADIUS * screen.pixelsPerUnit);
    boxes.discs.up.fill(INSET_RADIUS * screen.pixelsPerUnit);
    for (const [region, { value }] of labels.entries()) {
      boxes.x[region] = screen.x + anchors[2 * region]! * screen.pixelsPerUnit;
      boxes.y[region] = screen.y - anchors[2 * region + 1]! * screen.pixelsPerUnit;
      boxes.nameWidth[region] = textWidth(names[region]!, TEXT, 400, fontFamily) + 4;
      boxes.valueWidth[region] = textWidth(value, TEXT, 600, fontFamily) + 4;
      boxes.fullWidth[region] = Math.max(boxes.nameWidth[region]!, boxes.valueWidth[region]!);
      boxes.lineHeight[region] = LINE;
    }
    if (ground === null) return { boxes, names, anchors, cost: 0 };
    const project = (x: number, y: number) =>
      [screen.x + x * screen.pixelsPerUnit, screen.y - y * screen.pixelsPerUnit] as const;
    const { anchors: planned, cost } = labelPlan(ground, anchors, boxes, { width, height, step: STEP, project });
    for (let region = 0; region < labels.length; region++)
      [boxes.x[region], boxes.y[region]] = project(planned[2 * region]!, planned[2 * region + 1]!) as [number, number];
    return { boxes, names, anchors: planned, cost };
  };
  const short = boxesOf(labels.map(({ title }) => title));
  placeLabels(short.boxes, order, whole, width, height);
  if (everyName) placeFarther(short.boxes, order, FULL, width, height);
  const isShortNamed = isNamed(short) && isNamed(withFewFarther(short));
  if (isShortNamed && (everyName || (crowded(short) === 0 && short.cost <= DEAR))) return short;
  const brief = boxesOf(labels.map(({ title, brief = title }) => brief));
  const nameAll = () => {
    placeNames(brief.boxes, order, whole, width, height);
    placeFarther(brief.boxes, order, NAME_ONLY, width, height); // before values take the room that a name has farther off
  };
  nameAll();
  placeValues(brief.boxes, order, width, height);
  withFewFarther(brief);
  const more = crowded(brief) - crowded(short);
  if (isShortNamed && crowded(short) <= FEW && (more > 0 || (more === 0 && short.cost < brief.cost))) return short;
  if (lacking(brief) > FEW) nameAll();
  return brief;

  function isNamed({ boxes }: FlatLabelPlaces): boolean {
    return boxes.shown.every((shown) => shown >= NAME_ONLY);
  }

  function lacking({ boxes }: FlatLabelPlaces): number {
    return boxes.shown.filter((shown) => shown !== FULL).length;
  }

  /** Labels without their values or too far from their regions to be read as theirs at once. */
  function crowded({ boxes }: FlatLabelPlaces): number {
    const isFar = (label: number) =>
      !isBesideDisc(boxes, label) &&
      (Math.abs(boxes.down[label]!) > LINE || Math.abs(boxes.aside[label]!) > boxes.fullWidth[label]! / 2);
    return boxes.shown.filter((shown, label) => shown !== FULL || isFar(label)).length;
  }

  function withFewFarther(placed: FlatLabelPlaces): FlatLabelPlaces {
    if (lacking(placed) <= FEW) placeFarther(placed.boxes, order, FULL, width, height, A_LITTLE);
    return placed;
  }
}
