import type { PerspectiveCamera } from "three";
import type { LabelGround, LabelView } from "./labelCosts.ts";
import type { MapLayout } from "./mapLayout.ts";
import type { MapProps } from "./mapProps.ts";
import { moverOf, type ElementMover } from "./elementMover.ts";
import { slabTop } from "./heightScale.ts";
import { labelOrder, wholeLabels } from "./labelAnchors.ts";
import { createLabelBoxes, HIDDEN, takeCorners } from "./labelBoxes.ts";
import { placeLabels, placeValuesFarther } from "./labelLayout.ts";
import { labelPlan } from "./labelPlan.ts";
import { countryView, projection } from "./mapCamera.ts";
import { INSET_RADIUS } from "./mapLayout.ts";
import { projectPoints, type ScreenPoints } from "./screenPoints.ts";
import { textWidth } from "./textWidth.ts";

/** CSS pixels: see LabelView. */
const STEP = 16;

/** Size of the text, height of a line and room at both sides together, as map.css has them; CSS pixels. */
const [TEXT, LINE, PADDING] = [12, 14, 4];
const NOTHING_YET = 255;
/** Opacities of labels as the page takes them, by percent. */
const OPACITIES = Array.from({ length: 101 }, (_, percent) => String(percent / 100));

/**
 * Keeps the HTML labels upright, apart from each other, fainter where they are far away: at their anchors (x, y on the plane), or
 * where they cover little of what stands on the `ground`.
 */
export function createLabelOverlay(layout: MapLayout, anchors: Float32Array, ground: LabelGround | null) {
  const count = layout.stages.length;
  const boxes = createLabelBoxes(
    count,
    layout.insets.map(({ region }) => region),
  );
  const points: ScreenPoints = {
    places: anchors.slice(),
    region: Uint8Array.from(layout.stages, (_, region) => region),
    raised: new Float32Array(count).fill(1),
    x: boxes.x,
    y: boxes.y,
  };
  for (const { region, labelBelow } of layout.insets) {
    boxes.below[region] = labelBelow ? 1 : 0;
    if (labelBelow) points.raised[region] = 0;
  }
  const rims = rimsOf(layout);
  const order = new Uint8Array(labelOrder(layout, null, null));
  // Places that were found for all leave room for all values.
  const wholeOf = (selected: number | null, hovered: number | null) =>
    ground === null ? wholeLabels(layout, selected, hovered) : count;
  let whole = wholeOf(null, null);
  const movers: (ElementMover | null)[] = [];
  // What each label was last given: only what has changed is written into the page.
  const givenShown = new Uint8Array(count);
  const givenPercent = new Uint8Array(count);

  // Rounded by being stored (nothing shown is left of 0 or above it): a fraction handed over is garbage in every frame.
  const left = new Int16Array(count);
  const top = new Int16Array(count);
  const brightness = new Int16Array(count);

  const findDiscs = () => {
    const { discs } = boxes;
    for (let disc = 0; disc < discs.label.length; disc++) {
      const top = RIM * disc; // ends are not taken out of a list, which would be garbage in every frame
      const side = top + 4;
      const left = Math.min(rims.x[top]!, rims.x[side]!);
      const right = Math.max(rims.x[top + 1]!, rims.x[side + 1]!);
      discs.x[disc] = (left + right) / 2;
      discs.across[disc] = (right - left) / 2;
      discs.y[disc] = (rims.y[top + 2]! + rims.y[top + 3]!) / 2;
      discs.up[disc] = (rims.y[top + 2]! - rims.y[top + 3]!) / 2;
      discs.deep[disc] = rims.y[side + 2]! - rims.y[top + 2]!;
    }
  };

  return {
    boxes,
    /** Moves the labels to where they cover little, as seen from home, on slabs of middle height. */
    settle(width: number, height: number) {
      if (ground === null) return;
      const fromHome = projection(countryView(layout, { width, height }), { width, height });
      const top = slabTop(0.5);
      for (const { places, raised, x, y } of [{ ...points, places: anchors }, rims])
        for (let k = 0; k < x.length; k++)
          [x[k], y[k]] = fromHome(places[2 * k]!, places[2 * k + 1]!, raised[k]! * top) as [number, number];
      findDiscs();
      const project: LabelView["project"] = (x, y, raised = 1) => fromHome(x, y, raised * top);
      points.places.set(labelPlan(ground, anchors, boxes, { width, height, step: STEP, project }).anchors);
    },
    /** Call when texts or fonts may have changed. */
    measure(labels: readonly (HTMLElement | null)[], texts: MapProps["regionLabels"]) {
      for (let region = 0; region < count; region++) {
        const element = labels[region] ?? null;
        if (element === (movers[region]?.element ?? null)) continue;
        movers[region] = element && moverOf(element);
        givenShown[region] = givenPercent[region] = NOTHING_YET;
      }
      const { fontFamily } = getComputedStyle(document.body);
      for (const [region, { title, value }] of texts.entries()) {
        boxes.nameWidth[region] = textWidth(title, TEXT, 400, fontFamily) + PADDING;
        boxes.valueWidth[region] = textWidth(value, TEXT, 600, fontFamily) + PADDING;
        boxes.fullWidth[region] = Math.max(boxes.nameWidth[region]!, boxes.valueWidth[region]!);
        boxes.lineHeight[region] = LINE;
      }
    },
    setOrder(selected: number | null, hovered: number | null) {
      order.set(labelOrder(layout, selected, hovered));
      whole = wholeOf(selected, hovered);
    },
    update(camera: PerspectiveCamera, regions: Float32Array, width: number, height: number, distance: number) {
      projectPoints(points, camera, regions, width, height);
      projectPoints(rims, camera, regions, width, height);
      findDiscs();
      placeLabels(boxes, order, whole, width, height);
      placeValuesFarther(boxes, order, width, height);
      takeCorners(boxes, left, top);
      for (let region = 0; region < count; region++) {
        const mover = movers[region];
        if (!mover) continue;
        const shown = boxes.shown[region]!;
        if (shown !== givenShown[region]) mover.element.dataset.shown = String(shown);
        givenShown[region] = shown;
        if (shown === HIDDEN) continue;
        mover.moveTo(left[region]!, top[region]!);
        const up = camera.position.y;
        const east = points.places[2 * region]! - camera.position.x;
        const south = points.places[2 * region + 1]! + camera.position.z;
        const far = Math.sqrt(east * east + up * up + south * south) / distance;
        brightness[region] = 220 - 100 * far + 0.5;
        const percent = Math.max(55, Math.min(100, brightness[region]!));
        if (percent !== givenPercent[region]) mover.element.style.opacity = OPACITIES[percent]!;
        givenPercent[region] = percent;
      }
    },
  };
}

/** Points of each rim, and how high on the side of the slab they are: its foot, all of one colour, may be written on. */
const RAISED = [1, 1, 1, 1, 0.5, 0.5, 0.5];
const RIM = RAISED.length;

/** Western, eastern, southern and northern end of the round slab of each city, and the first three of them half way down its side. */
function rimsOf({ insets }: MapLayout): ScreenPoints {
  const ends = insets.flatMap(({ shape }) => {
    const [x, y] = shape.label;
    const ends = [x - INSET_RADIUS, y, x + INSET_RADIUS, y, x, y - INSET_RADIUS];
    return [...ends, x, y + INSET_RADIUS, ...ends];
  });
  return {
    places: Float32Array.from(ends),
    region: Uint8Array.from(insets.flatMap(({ region }) => RAISED.map(() => region))),
    raised: Float32Array.from(insets.flatMap(() => RAISED)),
    x: new Float32Array(RIM * insets.length),
    y: new Float32Array(RIM * insets.length),
  };
}
