/** Room between two labels, in CSS pixels. */
const GAP = 2;

export const HIDDEN = 0;
export const VALUE_ONLY = 1;
export const FULL = 2;

/** Boxes of labels on the screen; every array has one entry per label and is reused from frame to frame. */
export type LabelBoxes = {
  /** Middle of the box across, and its edge at the anchor. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** 1: the box hangs below its anchor; 0: it stands above. */
  readonly below: Uint8Array;
  /** Widths and heights with the title (FULL) and without it (VALUE_ONLY). */
  readonly fullWidth: Float32Array;
  readonly fullHeight: Float32Array;
  readonly valueWidth: Float32Array;
  readonly valueHeight: Float32Array;
  /** Result: HIDDEN, VALUE_ONLY or FULL. */
  readonly shown: Uint8Array;
};

export function createLabelBoxes(count: number): LabelBoxes {
  const numbers = () => new Float32Array(count);
  return {
    x: numbers(),
    y: numbers(),
    below: new Uint8Array(count),
    fullWidth: numbers(),
    fullHeight: numbers(),
    valueWidth: numbers(),
    valueHeight: numbers(),
    shown: new Uint8Array(count),
  };
}

/**
 * Decides which labels are shown, the first in `order` first: none leaves the view and no two touch. A label without room is
 * shortened to its value, then hidden; only the first `titled` may show their titles. Allocates nothing, since it runs in every
 * frame in which the camera moves.
 */
export function placeLabels(
  boxes: LabelBoxes,
  order: ArrayLike<number>,
  titled: number,
  width: number,
  height: number,
) {
  boxes.shown.fill(HIDDEN);
  for (let rank = 0; rank < order.length; rank++) {
    const label = order[rank]!;
    if (rank < titled && fits(boxes, order, rank, boxes.fullWidth[label]!, boxes.fullHeight[label]!, width, height))
      boxes.shown[label] = FULL;
    else if (fits(boxes, order, rank, boxes.valueWidth[label]!, boxes.valueHeight[label]!, width, height))
      boxes.shown[label] = VALUE_ONLY;
  }
}

function fits(
  boxes: LabelBoxes,
  order: ArrayLike<number>,
  rank: number,
  w: number,
  h: number,
  width: number,
  height: number,
) {
  const label = order[rank]!;
  const x = boxes.x[label]!;
  const top = boxes.y[label]! - (boxes.below[label] ? 0 : h);
  if (!(x - w / 2 >= 0 && x + w / 2 <= width && top >= 0 && top + h <= height)) return false;
  for (let earlier = 0; earlier < rank; earlier++) {
    const other = order[earlier]!;
    if (boxes.shown[other] === HIDDEN) continue;
    const full = boxes.shown[other] === FULL;
    const otherWidth = full ? boxes.fullWidth[other]! : boxes.valueWidth[other]!;
    const otherHeight = full ? boxes.fullHeight[other]! : boxes.valueHeight[other]!;
    const otherTop = boxes.y[other]! - (boxes.below[other] ? 0 : otherHeight);
    if (
      Math.abs(x - boxes.x[other]!) < (w + otherWidth) / 2 + GAP &&
      top < otherTop + otherHeight + GAP &&
      otherTop < top + h + GAP
    )
      return false;
  }
  return true;
}
