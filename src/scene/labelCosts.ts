import type { PlanePoint } from "#domain/boundaries.ts";
import type { FirmHeaps } from "./labelAnchors.ts";
import type { MapLayout } from "./mapLayout.ts";
import type { FirmPlaces } from "./sunflower.ts";
import { bisector } from "d3-array";
import { FULL, hasRoomAtAnchor, type LabelBoxes } from "./labelBoxes.ts";
import { createMarkCount, type MarkCount } from "./markCount.ts";
import { MARK_RADIUS, SMALLEST_MARK } from "./markPlaces.ts";
import { type RegionGrid, regionGrid } from "./regionGrid.ts";

/** What labels stand clear of. */
export type LabelGround = {
  readonly layout: MapLayout;
  readonly heaps: FirmHeaps;
  readonly places: FirmPlaces;
  readonly agentRegion: Uint8Array;
  /** Hears that a plan has been made, in tasks of its own; null: who asks for a plan waits for it. */
  readonly onPlanned: (() => void) | null;
};

/**
 * A view of the map: where a point of the plane is in it, in CSS pixels, on top of a region (1) or on the table (0). The room for
 * values is a multiple of `step`, which leaves some between labels that rise with their slabs.
 */
export type LabelView = {
  readonly width: number;
  readonly height: number;
  readonly step: number;
  readonly project: (x: number, y: number, raised?: 0 | 1) => PlanePoint;
};

/** A place that a label may take: the middle of its foot on the plane and in the view, and what it costs. */
export type LabelPlace = { readonly at: PlanePoint; readonly x: number; readonly y: number; readonly cost: number };

/** Costs are counted in firms, as large as on a map of this many pixels a plane unit; those of smaller maps weigh less. */
const FULL_SIZE = 6;
const COST = {
  /** The row of marks that may stand below a heap, and a pixel of a line to a city. */
  marks: 16,
  line: 0.6,
  /** A pixel off the heap of the region, and across from its middle; a place below it. */
  off: 0.5,
  across: 0.08,
  below: 3,
  /** A pixel by which the heap of another region is too near. */
  misread: 1.5,
  /** A label that lies wholly on neighbours, wholly beside the country, on no part of its region; whose value is on a neighbour. */
  onNeighbour: 80,
  onTable: 15,
  outside: 40,
  valueOnNeighbour: 60,
} as const;
/** For a label without a place, and where places that cover much are left out. */
export const NO_PLACE = 300;
const DEAR = 150;

/** In CSS pixels: how far off the heap of its region a label may stand, how much farther off others, and steps between places. */
const FARTHEST = 30;
const NEARER = 6;
const STEP = { across: 8, up: 4 };

/** Places of a region beyond these are too dear to be taken, however many labels are in the way. */
const MOST_PLACES = 40;

/** Of each of the regions, the cheapest first: all in view, and clear of the labels that `boxes` shows. One region a step. */
export function* placesOfLabels(
  ground: LabelGround,
  regions: readonly number[],
  boxes: LabelBoxes,
  view: LabelView,
): Generator<void, ReadonlyMap<number, readonly LabelPlace[]>> {
  const { layout } = ground;
  const { width, height, project } = view;
  const covered = marksInView(ground, view);
  const heaps = heapsInView(ground, view);
  const regionAt = regionGrid(layout);
  const places = new Map<number, readonly LabelPlace[]>();
  for (const region of regions) {
    yield;
    const { left, right, top, bottom } = heaps[region]!;
    const [x0, y0] = layout.stages[region]!.label;
    const here = project(x0, y0);
    const [across, up] = [project(x0 + 1, y0)[0] - here[0], here[1] - project(x0, y0 + 1)[1]]; // pixels of a unit
    const line = boxes.lineHeight[region]!;
    const [wide, high] = [boxes.fullWidth[region]!, 2 * line];
    const [nameHalf, valueHalf] = [boxes.nameWidth[region]! / 2, boxes.valueWidth[region]! / 2];
    const middle = (left + right) / 2;
    const reach = FARTHEST + (right - left + wide) / 2;

    const reachable = 2 * FARTHEST + NEARER + Math.hypot(wide, high);
    const near = heaps.filter(
      (other, at) =>
        at !== region &&
        apart(other.left - right, left - other.right, other.top - bottom, top - other.bottom) < reachable,
    );

    // What a place costs at least is found for all of them, the whole only while it may be among the cheapest.
    const tried: { at: PlanePoint; x: number; y: number; box: number; least: number }[] = [];
    for (let aside = -reach; aside <= reach; aside += STEP.across)
      for (let down = top - FARTHEST; down <= bottom + FARTHEST + high; down += STEP.up) {
        const at = [x0 + (middle + aside - here[0]) / across, y0 + (here[1] - down) / up] as const;
        const [x, y] = project(at[0], at[1]);
        const box = offBox(heaps[region]!, x, y, wide, high);
        if (box > FARTHEST) continue;
        const least =
          covered.within(x - nameHalf, y - high, x + nameHalf, y - line) +
          covered.within(x - valueHalf, y - line, x + valueHalf, y) +
          COST.off * box +
          COST.across * Math.abs(x - middle) +
          (y - line > (top + bottom) / 2 ? COST.below : 0);
        if (least <= DEAR) tried.push({ at, x, y, box, least });
      }
    tried.sort((one, other) => one.least - other.least);

    const found: LabelPlace[] = [];
    for (const { at, x, y, box, least } of tried) {
      if (least >= (found[MOST_PLACES - 1]?.cost ?? NO_PLACE)) break;
      const off = offHeap(heaps[region]!, x, y, wide, high);
      if (off > FARTHEST) continue;
      let cost = least + COST.off * (off - box);
      cost += costOfGround(regionAt, region, at, wide / across, valueHalf / across, line / up);
      for (const other of near) {
        const tooNear = off + NEARER - offHeap(other, x, y, wide, high);
        if (tooNear > 0) cost += COST.misread * tooNear;
      }
      if (cost >= (found[MOST_PLACES - 1]?.cost ?? NO_PLACE)) continue;
      [boxes.x[region], boxes.y[region]] = [x, y];
      if (!hasRoomAtAnchor(boxes, region, FULL, width, height)) continue;
      found.splice(bisectByCost(found, cost), 0, { at, x, y, cost });
      if (found.length > MOST_PLACES) found.pop();
    }
    places.set(region, found);
  }
  return places;
}

const bisectByCost = bisector(({ cost }: LabelPlace) => cost).right;

/** Of 14 places beneath a label with its foot at a point of the plane, how many lie on its region, and on none; sizes in plane units. */
export function groundBeneath(
  regionAt: RegionGrid,
  region: number,
  [x, y]: PlanePoint,
  width: number,
  line: number,
): { own: number; table: number; neighbours: number } {
  let [own, table] = [0, 0];
  for (let i = -3; i <= 3; i++)
    for (let j = 1; j <= 3; j += 2) {
      const on = regionAt(x + (i / 7) * width, y + (j / 2) * line);
      if (on === region) own += 1;
      else if (on < 0) table += 1;
    }
  return { own, table, neighbours: 14 - own - table };
}

/** Of a label with its foot at a point of the plane, by what lies beneath it; its widths and the height of a line in plane units. */
function costOfGround(
  regionAt: RegionGrid,
  region: number,
  [x, y]: PlanePoint,
  width: number,
  valueHalf: number,
  line: number,
): number {
  const { own, table, neighbours } = groundBeneath(regionAt, region, [x, y], width, line);
  let ofValue = 0;
  // Its outermost letters do not say where a value is.
  for (let i = -1; i <= 1; i++) {
    const on = regionAt(x + 0.5 * i * valueHalf, y + line / 2);
    if (on >= 0 && on !== region) ofValue += 1;
  }
  return (
    (COST.onTable * table + COST.onNeighbour * neighbours) / 14 +
    (own === 0 ? COST.outside : 0) +
    (ofValue === 3 ? COST.valueOnNeighbour : 0)
  );
}

/** All that a label may cover: firms, the lines to cities and, whether or not marks stand there this year, the rows below heaps. */
function marksInView(
  { layout, heaps, places, agentRegion }: LabelGround,
  { width, height, project }: LabelView,
): MarkCount {
  const covered = createMarkCount(width, height);
  const perUnit = project(1, 0)[0] - project(0, 0)[0];
  const firm = Math.min(1, (perUnit / FULL_SIZE) ** 1.5);
  for (let i = 0; i < agentRegion.length; i++) {
    const [x, y] = project(places.at[2 * i]!, places.at[2 * i + 1]!);
    covered.add(x, y, firm);
  }
  const radius = Math.max(SMALLEST_MARK, MARK_RADIUS * perUnit);
  for (const [region, { label }] of layout.stages.entries()) {
    if (layout.insets.some((inset) => inset.region === region)) continue;
    const [x, y] = project(label[0], heaps.bottom[region]! - MARK_RADIUS);
    for (const aside of [-1.8, -0.6, 0.6, 1.8])
      for (const down of [-0.6, 0.6]) covered.add(x + aside * radius, y + down * radius, COST.marks / 8);
  }
  for (const { leader } of layout.insets) {
    const [[x0, y0], [x1, y1]] = [project(...leader[0]), project(...leader[1], 0)];
    const length = Math.ceil(Math.hypot(x1 - x0, y1 - y0));
    for (let k = 0; k <= length; k++)
      covered.add(x0 + (k / length) * (x1 - x0), y0 + (k / length) * (y1 - y0), COST.line);
  }
  covered.sum();
  return covered;
}

/** The firms of a region in the view: their ends, and some of them (x, y). */
type Heap = { left: number; right: number; top: number; bottom: number; readonly some: number[] };
/** Every how manieth firm stands for its neighbours, and how far these are around it; CSS pixels. */
const SOME = 4;
const AROUND = 4;

function heapsInView({ layout, places, agentRegion }: LabelGround, { project }: LabelView): readonly Heap[] {
  const [most, least] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const heaps = layout.stages.map((): Heap => ({ left: most, right: least, top: most, bottom: least, some: [] }));
  for (let i = 0; i < agentRegion.length; i++) {
    const [x, y] = project(places.at[2 * i]!, places.at[2 * i + 1]!);
    const heap = heaps[agentRegion[i]!]!;
    heap.left = Math.min(heap.left, x);
    heap.right = Math.max(heap.right, x);
    heap.top = Math.min(heap.top, y);
    heap.bottom = Math.max(heap.bottom, y);
    if (i % SOME === 0) heap.some.push(x, y);
  }
  return heaps;
}

/** How far a label with its foot at x, y is off a heap: more exact where it is near, since a heap may bend around another. */
function offHeap(heap: Heap, x: number, y: number, width: number, height: number): number {
  const off = offBox(heap, x, y, width, height);
  if (off > FARTHEST + NEARER) return off;
  const { some } = heap;
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k < some.length; k += 2) {
    const [east, south] = [some[k]!, some[k + 1]!];
    least = Math.min(least, apart(east - x - width / 2, x - width / 2 - east, south - y, y - height - south));
  }
  return Math.max(off, least - AROUND);
}

/** The same of the heap's box, which is at most as far. */
function offBox({ left, right, top, bottom }: Heap, x: number, y: number, width: number, height: number): number {
  return apart(left - x - width / 2, x - width / 2 - right, top - y, y - height - bottom);
}

/** How far two rectangles are apart, of which one is so far left or right of the other, above it or below it. */
function apart(left: number, right: number, above: number, below: number): number {
  const across = Math.max(0, left, right);
  const up = Math.max(0, above, below);
  return Math.sqrt(across * across + up * up);
}
