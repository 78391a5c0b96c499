import type { PlanePoint, RegionShape } from "#domain/boundaries.ts";
import { areaOf, isInside } from "#domain/boundaries.ts";

/** Room around a firm, in square plane units: one of the 984 manufacturers, one agent of other industry. */
const ROOM = { manufacturer: 0.35, other: 0.14 };
/** A label on a map of middle size, in plane units. */
const LABEL = { width: 6, height: 3 };
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5));

export type FirmPlaces = {
  /** x, y of each agent on the plane. */
  readonly at: Float32Array;
  /** Radius of each agent's pin in plane units. */
  readonly radius: Float32Array;
};

/**
 * Firms gathered around the middle of their region, manufacturers inside, other industry outside, with the same room
 * everywhere, so that the size of a heap is its count. Points outside the region are passed over. When a region is too small
 * for its firms, the room shrinks everywhere alike.
 */
export function firmPlaces(
  stages: readonly RegionShape[],
  agentRegion: Uint8Array,
  isManufacturer: Uint8Array,
): FirmPlaces {
  const byRegion: number[][] = stages.map(() => []);
  for (let agent = 0; agent < agentRegion.length; agent++) byRegion[agentRegion[agent]!]!.push(agent);
  const needs = byRegion.map((agents) =>
    agents.reduce((sum, agent) => sum + (isManufacturer[agent] ? ROOM.manufacturer : ROOM.other), 0),
  );
  const firms = byRegion.map((agents, region) => ({
    shape: stages[region]!,
    agents,
    need: needs[region]!,
    isManufacturer,
  }));
  let room = Math.min(1, ...firms.map(({ shape, need }) => (0.85 * areaOf(shape)) / need));
  const places = { at: new Float32Array(2 * agentRegion.length), radius: new Float32Array(agentRegion.length) };
  while (!firms.every((heap) => placeHeap(heap, room, places))) room *= 0.85;
  return places;
}

type Heap = {
  readonly shape: RegionShape;
  readonly agents: readonly number[];
  readonly need: number;
  readonly isManufacturer: Uint8Array;
};

/** False when the region is full before the last firm. */
function placeHeap({ shape, agents, need, isManufacturer }: Heap, room: number, { at, radius }: FirmPlaces): boolean {
  const [x0, y0] = heapMiddle(shape, Math.sqrt((need * room) / Math.PI));
  const limit = 4 * areaOf(shape); // a spiral this large has left every region behind
  let filled = 0;
  let turn = 0;
  for (const agent of agents) {
    const own = room * (isManufacturer[agent] ? ROOM.manufacturer : ROOM.other);
    const pin = 0.38 * Math.sqrt(own);
    let [x, y] = [x0, y0];
    do {
      filled += own;
      turn += 1;
      if (filled > limit) return false;
      const distance = Math.sqrt((filled - own / 2) / Math.PI);
      x = x0 + distance * Math.cos(turn * GOLDEN_ANGLE);
      y = y0 + distance * Math.sin(turn * GOLDEN_ANGLE);
    } while (!hasRoom(shape, x, y, 1.5 * pin));
    at[2 * agent] = x;
    at[2 * agent + 1] = y;
    radius[agent] = pin;
  }
  return true;
}

/**
 * Where the heap fits best near the region's middle, with room for a label above it. The round slab of a city has its label
 * outside, so there it is the middle.
 */
function heapMiddle(shape: RegionShape, radius: number): PlanePoint {
  const { label, centre } = shape;
  if (label === centre) return label;
  let best = label;
  let most = Number.NEGATIVE_INFINITY;
  for (const { east, south, cost } of STEPS_ASIDE) {
    if (MOST_ROOM - cost <= most) break; // nor can those that are still farther away be better
    const [x, y] = [label[0] + east, label[1] - south];
    const score = shareInside(shape, x, y, radius) + LABEL_WEIGHT * labelRoom(shape, x, y + radius) - cost;
    if (score <= most) continue;
    most = score;
    best = [x, y];
  }
  return best;
}

const LABEL_WEIGHT = 0.3;
const MOST_ROOM = 1 + LABEL_WEIGHT;

/** Places around the label point that are tried, the nearest to just below it first. */
const STEPS_ASIDE = [0, 1, 2, 3, 4, 5]
  .flatMap((south) =>
    [-4, -3, -2, -1, 0, 1, 2, 3, 4].map((east) => ({ east, south, cost: 0.03 * Math.hypot(east, south - 1.5) })),
  )
  .sort((a, b) => a.cost - b.cost);

/** How much of a disc lies inside, by a few of its points. */
function shareInside(shape: RegionShape, x: number, y: number, radius: number): number {
  let inside = 0;
  for (let turn = 1; turn <= 16; turn++) {
    const distance = radius * Math.sqrt(turn / 16);
    const angle = turn * GOLDEN_ANGLE;
    if (isInside(shape, x + distance * Math.cos(angle), y + distance * Math.sin(angle))) inside += 1 / 16;
  }
  return inside;
}

function labelRoom(shape: RegionShape, x: number, bottom: number): number {
  const corners = [-LABEL.width / 2, 0, LABEL.width / 2].map((dx) => isInside(shape, x + dx, bottom + LABEL.height));
  return corners.filter(Boolean).length / corners.length;
}

function hasRoom(shape: RegionShape, x: number, y: number, margin: number): boolean {
  return (
    isInside(shape, x - margin, y) &&
    isInside(shape, x + margin, y) &&
    isInside(shape, x, y - margin) &&
    isInside(shape, x, y + margin)
  );
}
