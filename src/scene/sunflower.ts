import type { RegionShape } from "#domain/boundaries.ts";
import { areaOf, isInside } from "#domain/boundaries.ts";

/** Room around a firm, in square plane units: one of the 984 manufacturers, one agent of other industry. */
const ROOM = { manufacturer: 0.3, other: 0.125 };
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
  let room = Math.min(1, ...stages.map((shape, region) => (0.85 * areaOf(shape)) / needs[region]!));
  for (;;) {
    const places = placesWithRoom(stages, byRegion, isManufacturer, agentRegion.length, room);
    if (places) return places;
    room *= 0.85;
  }
}

function placesWithRoom(
  stages: readonly RegionShape[],
  byRegion: readonly (readonly number[])[],
  isManufacturer: Uint8Array,
  count: number,
  room: number,
): FirmPlaces | null {
  const at = new Float32Array(2 * count);
  const radius = new Float32Array(count);
  for (const [region, agents] of byRegion.entries()) {
    const shape = stages[region]!;
    const limit = 4 * areaOf(shape); // a spiral this large has left every region behind
    let filled = 0;
    let turn = 0;
    for (const agent of agents) {
      const own = room * (isManufacturer[agent] ? ROOM.manufacturer : ROOM.other);
      const pin = 0.42 * Math.sqrt(own);
      for (;;) {
        filled += own;
        turn += 1;
        if (filled > limit) return null;
        const distance = Math.sqrt((filled - own / 2) / Math.PI);
        const x = shape.label[0] + distance * Math.cos(turn * GOLDEN_ANGLE);
        const y = shape.label[1] + distance * Math.sin(turn * GOLDEN_ANGLE);
        if (!hasRoom(shape, x, y, 1.4 * pin)) continue;
        at[2 * agent] = x;
        at[2 * agent + 1] = y;
        radius[agent] = pin;
        break;
      }
    }
  }
  return { at, radius };
}

function hasRoom(shape: RegionShape, x: number, y: number, margin: number): boolean {
  return (
    isInside(shape, x - margin, y) &&
    isInside(shape, x + margin, y) &&
    isInside(shape, x, y - margin) &&
    isInside(shape, x, y + margin)
  );
}
