import { fits, FULL, GAP, heightOf, HIDDEN, type LabelBoxes, NAME_ONLY, VALUE_ONLY, widthOf } from "./labelBoxes.ts";

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
      if (staysHere(boxes, label, as, width, height)) return true;
    }
  boxes.aside[label] = asideBefore;
  boxes.down[label] = downBefore;
  return false;
}

/** Shows a label where it is, if it has room there. */
function staysHere(boxes: LabelBoxes, label: number, as: number, width: number, height: number): boolean {
  if (!fits(boxes, label, as, width, height)) return false;
  boxes.shown[label] = as;
  return true;
}

function findsRoom(boxes: LabelBoxes, label: number, as: number, places: number, width: number, height: number) {
  return (
    findsRoomBeside(boxes, label, as, width, height) ||
    findsRoomNear(boxes, label, as, width, height) ||
    findsRoomInLine(boxes, label, as, places, width, height)
  );
}

/** Pixels by which a label gives way upwards or downwards, the nearest first: while slabs rise it moves as evenly as they do. */
const WAYS = Float64Array.from({ length: 25 }, (_, step) => (step % 2 === 0 ? step / 2 : -(step + 1) / 2));

function findsRoomNear(boxes: LabelBoxes, label: number, as: number, width: number, height: number) {
  const asideBefore = boxes.aside[label]!;
  const downBefore = boxes.down[label]!;
  boxes.aside[label] = 0;
  for (let step = 0; step < WAYS.length; step++) {
    boxes.down[label] = WAYS[step]!;
    if (staysHere(boxes, label, as, width, height)) return true;
  }
  boxes.aside[label] = asideBefore;
  boxes.down[label] = downBefore;
  return false;
}

function findsRoomInLine(boxes: LabelBoxes, label: number, as: number, places: number, width: number, height: number) {
  const before = boxes.aside[label]!;
  for (let i = 0; i < places; i++) {
    boxes.aside[label] = ASIDE[i]! * widthOf(boxes, label, as);
    if (staysHere(boxes, label, as, width, height)) return true;
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
  if (staysHere(boxes, label, as, width, height)) return true;
  boxes.aside[label] = asideBefore;
  boxes.down[label] = downBefore;
  return false;
}
