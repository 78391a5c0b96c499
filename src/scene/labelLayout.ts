/** Room between two labels, in CSS pixels. */
const GAP = 3;

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
  /** Result: HIDDEN, VALUE_ONLY or FULL, and how far it moved aside, and down, to find room. */
  readonly shown: Uint8Array;
  readonly aside: Float32Array;
  readonly down: Float32Array;
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
    aside: numbers(),
    down: numbers(),
  };
}

/** Where a label may move, in shares of its width; a bare value takes the first three, farther it is read as a neighbour's. */
const ASIDE = Float64Array.of(0, 0.2, -0.2, 0.4, -0.4);
const ASIDE_OF_VALUES = 3;

/**
 * Decides which labels are shown, the first in `order` first: none leaves the view and no two touch. A label without room is
 * moved a little aside, then shortened to its value, then hidden; only the first `titled` may show their titles. Allocates
 * nothing, since it runs in every frame in which the camera moves.
 */
export function placeLabels(
  boxes: LabelBoxes,
  order: ArrayLike<number>,
  titled: number,
  width: number,
  height: number,
) {
  boxes.shown.fill(HIDDEN);
  boxes.down.fill(0);
  for (let rank = 0; rank < order.length; rank++) {
    if (rank < titled && findsRoom(boxes, order, rank, FULL, width, height)) continue;
    findsRoom(boxes, order, rank, VALUE_ONLY, width, height);
  }
}

/** How far off a label may stand, and in how many directions it looks for room. */
const FARTHEST = 120;
const FARTHER_BY = 6;
const DIRECTIONS = 24;

/**
 * For a map that has to name every region: labels that `placeLabels` left without their titles stand where there is room
 * next, in full; whoever draws them leads a line to the anchor.
 */
export function placeFarther(boxes: LabelBoxes, order: readonly number[], width: number, height: number) {
  const left = order.filter((label) => boxes.shown[label] !== FULL);
  const inTurn = [...order.filter((label) => boxes.shown[label] === FULL), ...left];
  for (const label of left) boxes.shown[label] = HIDDEN;
  for (const label of left) {
    const rank = inTurn.indexOf(label);
    if (!findsRoomFarther(boxes, inTurn, rank, width, height))
      findsRoom(boxes, inTurn, rank, VALUE_ONLY, width, height);
  }
}

/** In rings around the anchor, by the middle of the box. */
function findsRoomFarther(boxes: LabelBoxes, order: readonly number[], rank: number, width: number, height: number) {
  const label = order[rank]!;
  const middle = heightOf(boxes, label, FULL) / (boxes.below[label] ? -2 : 2);
  for (let far = FARTHER_BY; far <= FARTHEST; far += FARTHER_BY)
    for (let k = 0; k < DIRECTIONS; k++) {
      const angle = (2 * Math.PI * k) / DIRECTIONS;
      boxes.aside[label] = far * Math.cos(angle);
      boxes.down[label] = middle + far * Math.sin(angle);
      if (!fits(boxes, order, rank, FULL, width, height)) continue;
      boxes.shown[label] = FULL;
      return true;
    }
  boxes.down[label] = 0;
  return false;
}

function findsRoom(
  boxes: LabelBoxes,
  order: ArrayLike<number>,
  rank: number,
  as: number,
  width: number,
  height: number,
) {
  const label = order[rank]!;
  for (let i = 0; i < (as === FULL ? ASIDE.length : ASIDE_OF_VALUES); i++) {
    boxes.aside[label] = ASIDE[i]! * widthOf(boxes, label, as);
    if (!fits(boxes, order, rank, as, width, height)) continue;
    boxes.shown[label] = as;
    return true;
  }
  return false;
}

function fits(
  boxes: LabelBoxes,
  order: ArrayLike<number>,
  rank: number,
  as: number,
  width: number,
  height: number,
): boolean {
  const label = order[rank]!;
  const x = boxes.x[label]! + boxes.aside[label]!;
  const w = widthOf(boxes, label, as);
  const h = heightOf(boxes, label, as);
  const top = topOf(boxes, label, as);
  if (!(x - w / 2 >= 0 && x + w / 2 <= width && top >= 0 && top + h <= height)) return false;
  for (let earlier = 0; earlier < rank; earlier++) {
    const other = order[earlier]!;
    const shown = boxes.shown[other]!;
    if (shown === HIDDEN) continue;
    const otherTop = topOf(boxes, other, shown);
    if (
      Math.abs(x - boxes.x[other]! - boxes.aside[other]!) < (w + widthOf(boxes, other, shown)) / 2 + GAP &&
      top < otherTop + heightOf(boxes, other, shown) + GAP &&
      otherTop < top + h + GAP
    )
      return false;
  }
  return true;
}

// A choice between two fractions would leave one of them as garbage; a choice between arrays does not.
export function widthOf(boxes: LabelBoxes, label: number, as: number): number {
  return (as === FULL ? boxes.fullWidth : boxes.valueWidth)[label]!;
}

function heightOf(boxes: LabelBoxes, label: number, as: number): number {
  return (as === FULL ? boxes.fullHeight : boxes.valueHeight)[label]!;
}

export function topOf(boxes: LabelBoxes, label: number, as: number): number {
  return boxes.y[label]! + boxes.down[label]! - (1 - boxes.below[label]!) * heightOf(boxes, label, as);
}
