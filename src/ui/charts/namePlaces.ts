export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
/** From one end to the other, in pixels. */
export type Segment = readonly [fromX: number, fromY: number, toX: number, toY: number];

/** Where a name may stand, seen from its point: above, right, left, below, then the corners; farther off where that is full. */
const SIDES = [
  [0, -1],
  [1, 0],
  [-1, 0],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
] as const;
const FARTHER = [0, 8, 18];
/** A name that may be left out is not farther off, where it would be read as another point's. */
const FARTHER_UNNEEDED = [0, 8];

/**
 * Finds room for names beside the points of a chart: inside the frame, on nothing that is `taken`, and on no line; on a `faint`
 * one where there is no other room. A name that is needed stands where it hides least; others are left out when there is no such
 * place (null).
 */
export function createNamePlaces(frame: Box, lines: readonly Segment[], taken: Box[], faint: readonly Segment[] = []) {
  return (width: number, height: number, x: number, y: number, gap: number, isNeeded: boolean): Box | null => {
    let best: Box | null = null;
    let least = isNeeded ? Number.POSITIVE_INFINITY : 1;
    for (const farther of isNeeded ? FARTHER : FARTHER_UNNEEDED)
      for (const [right, down] of SIDES) {
        const away = gap + farther;
        const wantedX = x - width / 2 + right * (width / 2 + away);
        const box = {
          // Above and below its point a name may be moved along the edge of the frame.
          x: down !== 0 ? Math.max(frame.x, Math.min(wantedX, frame.x + frame.width - width)) : wantedX,
          y: y - height / 2 + down * (height / 2 + away),
          width,
          height,
        };
        if (!isInside(box, frame)) continue;
        const hidden =
          4 * taken.filter((other) => !areApart(box, other)).length +
          lines.filter((line) => crosses(line, box)).length +
          0.5 * faint.filter((line) => crosses(line, box)).length;
        if (hidden + farther / 100 < least) {
          best = box;
          least = hidden + farther / 100;
        }
      }
    if (best) taken.push(best);
    return best;
  };
}

const DIRECTIONS = 24;
const [NEAREST, FARTHEST, FARTHER_BY] = [12, 90, 3];

/**
 * For a name without room beside its point: the nearest place around it that is free, with the line that leads there, which then
 * is one of the `lines`. Neither the name nor its line meets a line or what is taken (null where that cannot be).
 */
export function placeWithLeader(frame: Box, lines: Segment[], taken: Box[], { width, height, x, y }: Box) {
  for (let far = NEAREST; far <= FARTHEST; far += FARTHER_BY)
    for (let k = 0; k < DIRECTIONS; k++) {
      const [right, down] = [Math.cos((2 * Math.PI * k) / DIRECTIONS), Math.sin((2 * Math.PI * k) / DIRECTIONS)];
      const leader: Segment = [x, y, x + far * right, y + far * down];
      const box: Box = {
        x: leader[2] - (width * (1 - Math.round(right))) / 2,
        y: leader[3] - (height * (1 - Math.round(down))) / 2,
        width,
        height,
      };
      if (!isInside(box, frame) || taken.some((other) => !areApart(box, other))) continue;
      if (lines.some((line) => crosses(line, box) || meet(line, leader))) continue;
      if (taken.some((other) => crosses(leader, other) && !isIn(other, x, y))) continue;
      taken.push(box);
      lines.push(leader);
      return { box, leader };
    }
  return null;
}

const isInside = (box: Box, frame: Box) =>
  box.x >= frame.x &&
  box.y >= frame.y &&
  box.x + box.width <= frame.x + frame.width &&
  box.y + box.height <= frame.y + frame.height;

const areApart = (a: Box, b: Box) =>
  a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y;

/** By separating axes: those of the box, and the one across the line. */
function crosses([fromX, fromY, toX, toY]: Segment, { x, y, width, height }: Box): boolean {
  if (Math.max(fromX, toX) < x || Math.min(fromX, toX) > x + width) return false;
  if (Math.max(fromY, toY) < y || Math.min(fromY, toY) > y + height) return false;
  const [alongX, alongY] = [toX - fromX, toY - fromY];
  const aside = alongX * (y + height / 2 - fromY) - alongY * (x + width / 2 - fromX);
  return 2 * Math.abs(aside) <= Math.abs(alongX) * height + Math.abs(alongY) * width;
}

const isIn = (box: Box, x: number, y: number) =>
  x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;

/** Each has its ends on both sides of the other. */
function meet(one: Segment, other: Segment): boolean {
  return areDivided(one, other) && areDivided(other, one);
}

function areDivided([fromX, fromY, toX, toY]: Segment, [x1, y1, x2, y2]: Segment): boolean {
  const side = (x: number, y: number) => (toX - fromX) * (y - fromY) - (toY - fromY) * (x - fromX);
  return side(x1, y1) * side(x2, y2) <= 0;
}
