/** Room between two labels beside each other, in CSS pixels; a line has its own room above and below. */
export const GAP = 3;

/** Which lines of a label are shown; FULL is both. */
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
  /** Widths of the name, of the value below it, and of the wider of the two. */
  readonly nameWidth: Float32Array;
  readonly valueWidth: Float32Array;
  readonly fullWidth: Float32Array;
  readonly lineHeight: Float32Array;
  /** Result: HIDDEN, VALUE_ONLY, NAME_ONLY or FULL, and how far it moved aside, and down, to find room. */
  readonly shown: Uint8Array;
  readonly aside: Float32Array;
  readonly down: Float32Array;
  /** What no label but its own may lie on. */
  readonly discs: Discs;
};

/**
 * Round slabs of cities on the screen: whose label each belongs to, the middle of its top, half its width and height, and how far
 * its side reaches below it.
 */
export type Discs = {
  readonly label: Uint8Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly across: Float32Array;
  readonly up: Float32Array;
  readonly deep: Float32Array;
};

/** `round`: labels of the cities that have a round slab. */
export function createLabelBoxes(count: number, round: readonly number[] = []): LabelBoxes {
  const numbers = () => new Float32Array(count);
  return {
    x: numbers(),
    y: numbers(),
    below: new Uint8Array(count),
    nameWidth: numbers(),
    valueWidth: numbers(),
    fullWidth: numbers(),
    lineHeight: numbers(),
    shown: new Uint8Array(count),
    aside: numbers(),
    down: numbers(),
    discs: {
      label: Uint8Array.from(round),
      x: new Float32Array(round.length),
      y: new Float32Array(round.length),
      across: new Float32Array(round.length),
      up: new Float32Array(round.length),
      deep: new Float32Array(round.length),
    },
  };
}

/** Whether a label shown `as` lies in the view and touches neither another label nor the round slab of another city. */
export function fits(boxes: LabelBoxes, label: number, as: number, width: number, height: number): boolean {
  const x = boxes.x[label]! + boxes.aside[label]!;
  const w = widthOf(boxes, label, as);
  const h = heightOf(boxes, label, as);
  const top = topOf(boxes, label, as);
  if (!(x - w / 2 >= 0 && x + w / 2 <= width && top >= 0 && top + h <= height)) return false;
  const { discs } = boxes;
  for (let disc = 0; disc < discs.label.length; disc++)
    if (discs.label[disc] !== label && coversDisc(boxes, label, as, disc)) return false;
  for (let other = 0; other < boxes.shown.length; other++) {
    const shown = boxes.shown[other]!;
    if (other === label || shown === HIDDEN) continue;
    if (touches(boxes, label, as, other, shown)) return false;
  }
  return true;
}

/** What of the height of a line is free above letters and below them, in CSS pixels. */
const ABOVE_LETTERS = 2;

function coversDisc(boxes: LabelBoxes, label: number, as: number, disc: number): boolean {
  const { discs } = boxes;
  const x = boxes.x[label]! + boxes.aside[label]!;
  const y = discs.y[disc]!;
  for (let line = VALUE_ONLY; line <= NAME_ONLY; line++) {
    if (!(as & line)) continue;
    const top = lineTop(boxes, label, as, line) + ABOVE_LETTERS;
    const bottom = top + boxes.lineHeight[label]! - 2 * ABOVE_LETTERS;
    const across = Math.max(0, Math.abs(x - discs.x[disc]!) - widthOf(boxes, label, line) / 2) / discs.across[disc]!;
    const up = Math.max(0, top - y - discs.deep[disc]!, y - bottom) / discs.up[disc]!;
    if (across * across + up * up < 1) return true;
  }
  return false;
}

/** Whether a line of a label touches one of another: a short value leaves room beside it below a long name. */
function touches(boxes: LabelBoxes, label: number, as: number, other: number, otherAs: number, slack = 0): boolean {
  const apart = Math.abs(boxes.x[label]! + boxes.aside[label]! - boxes.x[other]! - boxes.aside[other]!);
  for (let line = VALUE_ONLY; line <= NAME_ONLY; line++)
    for (let otherLine = VALUE_ONLY; otherLine <= NAME_ONLY; otherLine++) {
      if (!(as & line && otherAs & otherLine)) continue;
      const top = lineTop(boxes, label, as, line);
      const otherTop = lineTop(boxes, other, otherAs, otherLine);
      if (
        apart < (widthOf(boxes, label, line) + widthOf(boxes, other, otherLine)) / 2 + GAP &&
        top - slack < otherTop + boxes.lineHeight[other]! &&
        otherTop < top + boxes.lineHeight[label]! + slack
      )
        return true;
    }
  return false;
}

/** Top of one line, the name's or the value's, of a label shown `as`. */
function lineTop(boxes: LabelBoxes, label: number, as: number, line: number): number {
  return topOf(boxes, label, as) + (as - line === NAME_ONLY ? boxes.lineHeight[label]! : 0);
}

/** Whether a shown label touches entry `k` of boxes given by their left ends, middles, widths and heights. */
export function coversLine(
  boxes: LabelBoxes,
  label: number,
  left: ArrayLike<number>,
  middle: ArrayLike<number>,
  width: ArrayLike<number>,
  height: ArrayLike<number>,
  k: number,
): boolean {
  const shown = boxes.shown[label]!;
  const x = boxes.x[label]! + boxes.aside[label]!;
  for (let line = VALUE_ONLY; line <= NAME_ONLY; line++) {
    const half = widthOf(boxes, label, line) / 2;
    const top = lineTop(boxes, label, shown, line);
    if (
      shown & line &&
      left[k]! < x + half + GAP &&
      x - half < left[k]! + width[k]! + GAP &&
      middle[k]! - height[k]! / 2 < top + boxes.lineHeight[label]! &&
      top < middle[k]! + height[k]! / 2
    )
      return true;
  }
  return false;
}

/**
 * Left ends and tops of the shown labels, in whole pixels. All in one small loop, in which fractions stay in registers: handed
 * from function to function they would be garbage in every frame.
 */
export function takeCorners(boxes: LabelBoxes, left: Int16Array, top: Int16Array): void {
  for (let label = 0; label < boxes.shown.length; label++) {
    const shown = boxes.shown[label]!;
    if (shown === HIDDEN) continue;
    left[label] = boxes.x[label]! + boxes.aside[label]! - widthOf(boxes, label, shown) / 2 + 0.5;
    top[label] = topOf(boxes, label, shown) + 0.5;
  }
}

// A choice between two fractions would leave one of them as garbage; a choice between arrays does not.
export function widthOf(boxes: LabelBoxes, label: number, as: number): number {
  return (as === FULL ? boxes.fullWidth : as === NAME_ONLY ? boxes.nameWidth : boxes.valueWidth)[label]!;
}

export function heightOf(boxes: LabelBoxes, label: number, as: number): number {
  return (as === FULL ? 2 : 1) * boxes.lineHeight[label]!;
}

export function topOf(boxes: LabelBoxes, label: number, as: number): number {
  return boxes.y[label]! + boxes.down[label]! - (1 - boxes.below[label]!) * heightOf(boxes, label, as);
}

/** Whether a label has room at its anchor. */
export function hasRoomAtAnchor(boxes: LabelBoxes, label: number, as: number, width: number, height: number): boolean {
  boxes.aside[label] = 0;
  boxes.down[label] = 0;
  return fits(boxes, label, as, width, height);
}

/** Whether a label in full touches no other that is shown, with `slack` free pixels above and below it. */
export function isApart(boxes: LabelBoxes, label: number, slack = 0): boolean {
  for (let other = 0; other < boxes.shown.length; other++) {
    const shown = boxes.shown[other]!;
    if (other !== label && shown !== HIDDEN && touches(boxes, label, FULL, other, shown, slack)) return false;
  }
  return true;
}

/** Whether a shown label touches the round slab of its city, as it does above, below and beside it. */
export function isBesideDisc(boxes: LabelBoxes, label: number): boolean {
  const { discs } = boxes;
  const disc = discs.label.indexOf(label);
  if (disc < 0) return false;
  const shown = boxes.shown[label]!;
  const half = heightOf(boxes, label, shown) / 2;
  const across = boxes.x[label]! + boxes.aside[label]! - discs.x[disc]!;
  const up = topOf(boxes, label, shown) + half - discs.y[disc]!;
  return (
    Math.abs(across) < discs.across[disc]! + widthOf(boxes, label, shown) / 2 + 2 * GAP &&
    Math.abs(up) < discs.up[disc]! + half + 2 * GAP
  );
}
