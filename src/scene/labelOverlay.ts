import type { PerspectiveCamera } from "three";
import type { MapLayout } from "./mapLayout.ts";
import type { MapProps } from "./mapProps.ts";
import { Vector3 } from "three";
import { labelAnchors, labelOrder, namesOnSmallMap, ROOM_FOR_NAMES } from "./labelAnchors.ts";
import { createLabelBoxes, HIDDEN, placeLabels, topOf, widthOf } from "./labelLayout.ts";
import { textWidth } from "./textWidth.ts";

/** Size of the text, height of a line and room at both sides together, as map.css has them; CSS pixels. */
const [TEXT, LINE, PADDING] = [12, 14, 4];

/** Keeps the HTML labels above their regions: upright, apart from each other, fainter where they are far away. */
export function createLabelOverlay(layout: MapLayout, heapTop: Float32Array) {
  const count = layout.stages.length;
  const boxes = createLabelBoxes(count);
  const anchors = labelAnchors(layout, heapTop);
  for (const { region, labelBelow } of layout.insets) boxes.below[region] = labelBelow ? 1 : 0;
  const order = new Uint8Array(labelOrder(layout, null, null));
  let namesWhenSmall = namesOnSmallMap(layout, null, null);
  const at = new Vector3();
  let elements: readonly (HTMLElement | null)[] = [];
  // What each label was last given: a text for the page is made only of what has changed. NaN: nothing yet.
  const [givenShown, givenX, givenY, givenOpacity] = [0, 1, 2, 3].map(() => new Float32Array(count).fill(Number.NaN));

  return {
    /** Call when texts or fonts may have changed. */
    measure(labels: readonly (HTMLElement | null)[], texts: MapProps["regionLabels"]) {
      elements = labels.slice(0, texts.length);
      for (const given of [givenShown, givenX, givenY, givenOpacity]) given!.fill(Number.NaN);
      const { fontFamily } = getComputedStyle(document.body);
      for (const [region, { title, value, note = "" }] of texts.entries()) {
        const bold = Math.max(textWidth(value, TEXT, 600, fontFamily), textWidth(note, TEXT, 600, fontFamily));
        boxes.fullWidth[region] = Math.max(textWidth(title, TEXT, 400, fontFamily), bold) + PADDING;
        boxes.fullHeight[region] = LINE * (note === "" ? 2 : 3);
        boxes.valueWidth[region] = textWidth(value, TEXT, 600, fontFamily) + PADDING;
        boxes.valueHeight[region] = LINE;
      }
    },
    setOrder(selected: number | null, hovered: number | null) {
      order.set(labelOrder(layout, selected, hovered));
      namesWhenSmall = namesOnSmallMap(layout, selected, hovered);
    },
    update(
      camera: PerspectiveCamera,
      slabTop: (region: number) => number,
      width: number,
      height: number,
      distance: number,
    ) {
      for (let region = 0; region < count; region++) {
        at.set(anchors[2 * region]!, boxes.below[region] ? 0 : slabTop(region), -anchors[2 * region + 1]!);
        at.project(camera);
        boxes.x[region] = (at.x * 0.5 + 0.5) * width;
        boxes.y[region] = (0.5 - at.y * 0.5) * height;
      }
      const pixelsPerUnit = (height * camera.projectionMatrix.elements[5]!) / (2 * distance);
      placeLabels(boxes, order, pixelsPerUnit < ROOM_FOR_NAMES ? namesWhenSmall : count, width, height);
      for (let region = 0; region < count; region++) {
        const label = elements[region];
        if (!label) continue;
        const shown = boxes.shown[region]!;
        if (shown !== givenShown[region]) label.dataset.shown = String(shown);
        givenShown[region] = shown;
        if (shown === HIDDEN) continue;
        const x = Math.round(boxes.x[region]! + boxes.aside[region]! - widthOf(boxes, region, shown) / 2);
        const y = Math.round(topOf(boxes, region, shown));
        if (x !== givenX[region] || y !== givenY[region]) label.style.transform = `translate(${x}px, ${y}px)`;
        givenX[region] = x;
        givenY[region] = y;
        at.set(anchors[2 * region]!, 0, -anchors[2 * region + 1]!);
        const far = at.distanceTo(camera.position) / distance;
        const percent = Math.round(100 * Math.max(0.55, Math.min(1, 2.2 - far)));
        if (percent !== givenOpacity[region]) label.style.opacity = String(percent / 100);
        givenOpacity[region] = percent;
      }
    },
  };
}
