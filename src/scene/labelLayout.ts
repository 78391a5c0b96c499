/** Room between two labels, in CSS pixels. */
const GAP = 3;

export const HIDDEN = 0;
export const VALUE_ONLY = 1;
export const NAME_ONLY = 2;
export const FULL = 3;

/** Boxes of labels on the screen; every array has one entry per label and is reused from frame to frame. */
export type LabelBoxes = {
  /** Middle of the box across, and its edge at the anchor. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** 1: the box hangs below its anchor; 0: it stands above. */
  readonly below: Uint8Array;
  /** Widths and heights with all lines (FULL) and of one of them. */
  readonly fullWidth: Float32Array;
  readonly fullHeight: Float32Array;
  readonly nameWidth: Float32Array;
  readonly valueWidth: Float32Array;
  readonly lineHeight: Float32Array;
  /** Result: HIDDEN, VALUE_ONLY, NAME_ONLY or FULL, and how far it moved aside, and down, to find room. */
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
    nameWidth: numbers(),
    valueWidth: numbers(),
    lineHeight: numbers(),
    shown: new Uint8Array(count),
    aside: numbers(),
    down: numbers(),
  };
}

/** Where a label may move, in shares of its width; a bare value takes the first three, farther it is read as a neighbour's. */
const ASIDE = Float64Array.of(0, 0.2, -0.2, 0.4, -0.4);
const ASIDE_OF_VALUES = 3;

/**
 * Decides which labels are shown, the first in `order` first: none leaves the view and no two touch. The first `whole` are
 * placed with name and value. Then all others get their names, since a colour says a value to everybody and a name to
 * nobody; values join where there is room left. Allocates nothing, since it runs in every frame in which the camera moves.
 */
export function placeLabels(boxes: LabelBoxes, order: ArrayLike<number>, whole: number, width: number, height: number) {
  placeNames(boxes, order, whole, width, height);
  placeValues(boxes, order, width, height);
}

/** The first step of `placeLabels`. */
export function placeNames(boxes: LabelBoxes, order: ArrayLike<number>, whole: number, width: number, height: number) {
  boxes.shown.fill(HIDDEN);
  boxes.down.fill(0);
  for (let rank = 0; rank < order.length; rank++)
    if (!(rank < whole && findsRoom(boxes, order[rank]!, FULL, width, height)))
      findsRoom(boxes, order[rank]!, NAME_ONLY, width, height);
  for (let rank = 0; rank < order.length; rank++)
    if (boxes.shown[order[rank]!] === HIDDEN) findsRoomMoved(boxes, order[rank]!, NAME_ONLY, -1, width, height);
}

/** The second step: values join their names, a line nearer if need be, and stand alone where no name has found room. */
export function placeValues(boxes: LabelBoxes, order: ArrayLike<number>, width: number, height: number) {
  for (let rank = 0; rank < order.length; rank++) {
    const label = order[rank]!;
    const shown = boxes.shown[label]!;
    if (shown === NAME_ONLY)
      findsRoom(boxes, label, FULL, width, height) ||
        (boxes.down[label] === 0 && findsRoomMoved(boxes, label, FULL, 1, width, height));
    if (shown === HIDDEN) findsRoom(boxes, label, VALUE_ONLY, width, height);
  }
}

/**
 * For a label without room at its anchor: a name stands `lines` = -1 away from what it names, a name with its value comes one
 * nearer, onto the firms, since a region without a number is worse than some firms beneath it.
 */
function findsRoomMoved(boxes: LabelBoxes, label: number, as: number, lines: number, width: number, height: number) {
  boxes.down[label] = (boxes.below[label] ? -lines : lines) * boxes.lineHeight[label]!;
  if (findsRoom(boxes, label, as, width, height)) return true;
  boxes.down[label] = 0;
  return false;
}

/** How far off a label may stand so that its region has a name, and in how many directions it looks for room. */
const FARTHEST = 120;
const FARTHER_BY = 6;
const DIRECTIONS = 24;

/**
 * For a map that has to name every region: labels that `placeLabels` left without their names stand where there is room next,
 * `as` in full or with the name alone; whoever draws them leads a line to the anchor.
 */
export function placeFarther(
  boxes: LabelBoxes,
  order: readonly number[],
  as: number,
  width: number,
  height: number,
  farthest = FARTHEST,
) {
  const left = order.filter((label) => boxes.shown[label]! < as);
  const before = left.map((label) => [boxes.shown[label]!, boxes.aside[label]!, boxes.down[label]!] as const);
  for (const label of left) boxes.shown[label] = HIDDEN;
  for (const [k, label] of left.entries())
    findsRoomFarther(boxes, label, as, width, height, farthest) ||
      findsRoomAsBefore(boxes, label, before[k]!, width, height) ||
      (as !== NAME_ONLY && findsRoomFarther(boxes, label, NAME_ONLY, width, height, FARTHEST)) ||
      findsRoom(boxes, label, VALUE_ONLY, width, height);
}

/** For a label that had its name where it stood. */
function findsRoomAsBefore(
  boxes: LabelBoxes,
  label: number,
  [shown, aside, down]: readonly [shown: number, aside: number, down: number],
  width: number,
  height: number,
) {
  if (shown < NAME_ONLY) return false;
  boxes.aside[label] = aside;
  boxes.down[label] = down;
  if (!fits(boxes, label, shown, width, height)) return false;
  boxes.shown[label] = shown;
  return true;
}

/** In rings around the anchor, by the middle of the box. */
function findsRoomFarther(
  boxes: LabelBoxes,
  label: number,
  as: number,
  width: number,
  height: number,
  farthest: number,
) {
  const middle = heightOf(boxes, label, as) / (boxes.below[label] ? -2 : 2);
  for (let far = FARTHER_BY; far <= farthest; far += FARTHER_BY)
    for (let k = 0; k < DIRECTIONS; k++) {
      const angle = (2 * Math.PI * k) / DIRECTIONS;
      boxes.aside[label] = far * Math.cos(angle);
      boxes.down[label] = middle + far * Math.sin(angle);
      if (!fits(boxes, label, as, width, height)) continue;
      boxes.shown[label] = as;
      return true;
    }
  boxes.down[label] = 0;
  return false;
}

function findsRoom(boxes: LabelBoxes, label: number, as: number, width: number, height: number) {
  const before = boxes.aside[label]!;
  for (let i = 0; i < (as === VALUE_ONLY ? ASIDE_OF_VALUES : ASIDE.length); i++) {
    boxes.aside[label] = ASIDE[i]! * widthOf(boxes, label, as);
    if (!fits(boxes, label, as, width, height)) continue;
    boxes.shown[label] = as;
    return true;
  }
  boxes.aside[label] = before;
  return false;
}

function fits(boxes: LabelBoxes, label: number, as: number, width: number, height: number): boolean {
  const x = boxes.x[label]! + boxes.aside[label]!;
  const w = widthOf(boxes, label, as);
  const h = heightOf(boxes, label, as);
  const top = topOf(boxes, label, as);
  if (!(x - w / 2 >= 0 && x + w / 2 <= width && top >= 0 && top + h <= height)) return false;
  for (let other = 0; other < boxes.shown.length; other++) {
    const shown = boxes.shown[other]!;
    if (other === label || shown === HIDDEN) continue;
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

/** Whether a shown label covers a part of entry `k` of a line's left ends, middles and widths. */
export function coversLine(
  boxes: LabelBoxes,
  label: number,
  left: ArrayLike<number>,
  middle: ArrayLike<number>,
  width: ArrayLike<number>,
  k: number,
  height: number,
): boolean {
  const shown = boxes.shown[label]!;
  if (shown === HIDDEN) return false;
  const half = widthOf(boxes, label, shown) / 2;
  const x = boxes.x[label]! + boxes.aside[label]!;
  const top = topOf(boxes, label, shown);
  return (
    left[k]! < x + half &&
    x - half < left[k]! + width[k]! &&
    middle[k]! - height / 2 < top + heightOf(boxes, label, shown) &&
    top < middle[k]! + height / 2
  );
}

// A choice between two fractions would leave one of them as garbage; a choice between arrays does not.
export function widthOf(boxes: LabelBoxes, label: number, as: number): number {
  return (as === FULL ? boxes.fullWidth : as === NAME_ONLY ? boxes.nameWidth : boxes.valueWidth)[label]!;
}

function heightOf(boxes: LabelBoxes, label: number, as: number): number {
  return (as === FULL ? boxes.fullHeight : boxes.lineHeight)[label]!;
}

export function topOf(boxes: LabelBoxes, label: number, as: number): number {
  return boxes.y[label]! + boxes.down[label]! - (1 - boxes.below[label]!) * heightOf(boxes, label, as);
}
