/** Room between two labels beside each other, in CSS pixels; a line has its own room above and below. */
const GAP = 3;

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

/** Where a label may move, in shares of its width; farther than the first five it is easily read as a neighbour's. */
const ASIDE = Float64Array.of(0, 0.1, -0.1, 0.2, -0.2, 0.3, -0.3, 0.4, -0.4);
const A_LITTLE_ASIDE = 5;
/** Lines by which it comes nearer to what it names (-1: farther from it): where it is looked for first, and at last. */
const NEAR = Float64Array.of(0, 0.5, -0.5, 1, -1);
const OFF = Float64Array.of(-0.5, -1, 0.5, 1, 1.5, 2, 2.5, 3);

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
    if (!(rank < whole && findsRoom(boxes, order[rank]!, FULL, ASIDE.length, width, height)))
      findsRoom(boxes, order[rank]!, NAME_ONLY, ASIDE.length, width, height);
  for (let rank = 0; rank < order.length; rank++)
    if (boxes.shown[order[rank]!] === HIDDEN)
      findsRoomOff(boxes, order[rank]!, NAME_ONLY, OFF, ASIDE.length, width, height);
}

/**
 * The second step: values join their names and stand alone where no name has found room, the last in order first, since a
 * large region has more room left over than a small one.
 */
export function placeValues(boxes: LabelBoxes, order: ArrayLike<number>, width: number, height: number) {
  for (let rank = order.length - 1; rank >= 0; rank--) {
    const label = order[rank]!;
    const shown = boxes.shown[label]!;
    // A line nearer is better than far aside: a region without a number is worse than some firms beneath it.
    if (shown === NAME_ONLY)
      findsRoomOff(boxes, label, FULL, NEAR, A_LITTLE_ASIDE, width, height) ||
        findsRoomOff(boxes, label, FULL, NEAR, ASIDE.length, width, height) ||
        findsRoomOff(boxes, label, FULL, OFF, ASIDE.length, width, height);
    if (shown === HIDDEN) findsRoom(boxes, label, VALUE_ONLY, A_LITTLE_ASIDE, width, height);
  }
}

/**
 * A third step for a map that leads no lines to its anchors: names without their values stand a little off, where there is room
 * for both.
 */
export function placeValuesFarther(boxes: LabelBoxes, order: ArrayLike<number>, width: number, height: number) {
  for (let rank = 0; rank < order.length; rank++) {
    const label = order[rank]!;
    if (boxes.shown[label] === NAME_ONLY) movesFarther(boxes, label, FULL, width, height, A_LITTLE);
  }
}

/** For a label without room at its anchor: it stands some of these lines nearer to what it names. */
function findsRoomOff(
  boxes: LabelBoxes,
  label: number,
  as: number,
  lines: Float64Array,
  places: number,
  width: number,
  height: number,
) {
  if (findsRoomBeside(boxes, label, as, width, height)) return true;
  const before = boxes.down[label]!;
  const line = (boxes.below[label] ? -1 : 1) * boxes.lineHeight[label]!;
  for (let k = 0; k < lines.length; k++) {
    boxes.down[label] = lines[k]! * line;
    if (findsRoomInLine(boxes, label, as, places, width, height)) return true;
  }
  boxes.down[label] = before;
  return false;
}

/** How far off a label may stand so that its region has a name, and in how many directions it looks for room. */
const FARTHEST = 120;
/** Farther off, in CSS pixels, a value is read as a neighbour's. */
export const A_LITTLE = 36;
const FARTHER_BY = 4;
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
  for (const label of order) {
    if (boxes.shown[label]! >= as || movesFarther(boxes, label, as, width, height, farthest)) continue;
    if (boxes.shown[label]! >= NAME_ONLY) continue;
    boxes.shown[label] = HIDDEN;
    (as !== NAME_ONLY && movesFarther(boxes, label, NAME_ONLY, width, height, FARTHEST)) ||
      findsRoom(boxes, label, VALUE_ONLY, A_LITTLE_ASIDE, width, height);
  }
}

/** In rings around the anchor, by the middle of the box; without room there the label stays as it is. */
function movesFarther(boxes: LabelBoxes, label: number, as: number, width: number, height: number, farthest: number) {
  const asideBefore = boxes.aside[label]!;
  const downBefore = boxes.down[label]!;
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
  boxes.aside[label] = asideBefore;
  boxes.down[label] = downBefore;
  return false;
}

function findsRoom(boxes: LabelBoxes, label: number, as: number, places: number, width: number, height: number) {
  return findsRoomBeside(boxes, label, as, width, height) || findsRoomInLine(boxes, label, as, places, width, height);
}

function findsRoomInLine(boxes: LabelBoxes, label: number, as: number, places: number, width: number, height: number) {
  const before = boxes.aside[label]!;
  for (let i = 0; i < places; i++) {
    boxes.aside[label] = ASIDE[i]! * widthOf(boxes, label, as);
    if (!fits(boxes, label, as, width, height)) continue;
    boxes.shown[label] = as;
    return true;
  }
  boxes.aside[label] = before;
  return false;
}

/** For the label of a city: right of its round slab, half way up, where nothing else is. */
function findsRoomBeside(boxes: LabelBoxes, label: number, as: number, width: number, height: number) {
  const { discs } = boxes;
  const disc = discs.label.indexOf(label);
  if (disc < 0) return false;
  const asideBefore = boxes.aside[label]!;
  const downBefore = boxes.down[label]!;
  const away = discs.across[disc]! + GAP + widthOf(boxes, label, as) / 2;
  boxes.aside[label] = discs.x[disc]! - boxes.x[label]! + away;
  boxes.down[label] = discs.y[disc]! - boxes.y[label]! + (0.5 - boxes.below[label]!) * heightOf(boxes, label, as);
  if (fits(boxes, label, as, width, height)) {
    boxes.shown[label] = as;
    return true;
  }
  boxes.aside[label] = asideBefore;
  boxes.down[label] = downBefore;
  return false;
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

function fits(boxes: LabelBoxes, label: number, as: number, width: number, height: number): boolean {
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
function touches(boxes: LabelBoxes, label: number, as: number, other: number, otherAs: number): boolean {
  const apart = Math.abs(boxes.x[label]! + boxes.aside[label]! - boxes.x[other]! - boxes.aside[other]!);
  for (let line = VALUE_ONLY; line <= NAME_ONLY; line++)
    for (let otherLine = VALUE_ONLY; otherLine <= NAME_ONLY; otherLine++) {
      if (!(as & line && otherAs & otherLine)) continue;
      const top = lineTop(boxes, label, as, line);
      const otherTop = lineTop(boxes, other, otherAs, otherLine);
      if (
        apart < (widthOf(boxes, label, line) + widthOf(boxes, other, otherLine)) / 2 + GAP &&
        top < otherTop + boxes.lineHeight[other]! &&
        otherTop < top + boxes.lineHeight[label]!
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

function heightOf(boxes: LabelBoxes, label: number, as: number): number {
  return (as === FULL ? 2 : 1) * boxes.lineHeight[label]!;
}

export function topOf(boxes: LabelBoxes, label: number, as: number): number {
  return boxes.y[label]! + boxes.down[label]! - (1 - boxes.below[label]!) * heightOf(boxes, label, as);
}
