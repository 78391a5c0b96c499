import type { PlanePoint, RegionShape } from "#domain/boundaries.ts";
import type { MapLayout } from "./mapLayout.ts";
import type { FirmPlaces } from "./sunflower.ts";
import { isInside } from "#domain/boundaries.ts";

/** Top, bottom (y on the plane) and right end (x) of each region's heap of firms; the label point where there are none. */
export type FirmHeaps = { readonly top: Float32Array; readonly bottom: Float32Array; readonly right: Float32Array };

export function heapEnds(layout: MapLayout, places: FirmPlaces | null, agentRegion: Uint8Array | null): FirmHeaps {
  const top = Float32Array.from(layout.stages, ({ label }) => label[1]);
  const bottom = top.slice();
  const right = Float32Array.from(layout.stages, ({ label }) => label[0]);
  if (places && agentRegion)
    for (let agent = 0; agent < agentRegion.length; agent++) {
      const region = agentRegion[agent]!;
      const [x, y, radius] = [places.at[2 * agent]!, places.at[2 * agent + 1]!, places.radius[agent]!];
      if (Math.abs(x - layout.stages[region]!.label[0]) > 4) continue; // an arm of the heap that the label does not cover
      top[region] = Math.max(top[region]!, y + 1.5 * radius);
      bottom[region] = Math.min(bottom[region]!, y - 1.5 * radius);
      right[region] = Math.max(right[region]!, x + 1.5 * radius);
    }
  return { top, bottom, right };
}

/**
 * x, y on the plane of each label: above the region's heap of firms, or beside it where that would be on a neighbour; for the
 * round slab of a city outside of it.
 */
export function labelAnchors(layout: MapLayout, heapTop: Float32Array, places: FirmPlaces | null): Float32Array {
  const below = new Map(layout.insets.map(({ region, labelBelow }) => [region, labelBelow]));
  return new Float32Array(
    layout.stages.flatMap((shape, region): PlanePoint => {
      const [x, y] = [shape.label[0], heapTop[region]!];
      if (!below.has(region)) {
        const isOnRegion = (east: number, north: number) => isInside(shape, east, north);
        return places && roomFor(isOnRegion, x, y) < 0.5 ? placeWithRoom(shape, places) : [x, y];
      }
      const { bottom, top } = endsOf(shape);
      return [x, below.get(region) ? bottom - 0.4 : top + 0.3];
    }),
  );
}

type Ends = { readonly left: number; readonly right: number; readonly bottom: number; readonly top: number };

/** Looked for once for each shape: marks ask anew in every year. */
const endsOfShapes = new WeakMap<RegionShape, Ends>();

export function endsOf(shape: RegionShape): Ends {
  let ends = endsOfShapes.get(shape);
  if (ends === undefined) {
    const every = (from: 0 | 1) => shape.polygons.flatMap(({ outer }) => [...outer.filter((_, i) => i % 2 === from)]);
    const [xs, ys] = [every(0), every(1)];
    ends = { left: Math.min(...xs), right: Math.max(...xs), bottom: Math.min(...ys), top: Math.max(...ys) };
    endsOfShapes.set(shape, ends);
  }
  return ends;
}

/** Points of a label on a map of middle size, from the middle of its foot; plane units. */
const LABEL_POINTS = [-3, -2, -1, 0, 1, 2, 3].flatMap((east) => [0, 1, 2, 3].map((north) => [east, north] as const));

/** Part of a label with its foot at x, y that lies where it is free. */
function roomFor(isFree: (x: number, y: number) => boolean, x: number, y: number): number {
  return LABEL_POINTS.filter(([east, north]) => isFree(x + east, y + north)).length / LABEL_POINTS.length;
}

/** Where most of a label lies on its region and on none of the firms. */
function placeWithRoom(shape: RegionShape, { at }: FirmPlaces): PlanePoint {
  const { left, right, bottom, top } = endsOf(shape);
  const firms: PlanePoint[] = [];
  for (let i = 0; i < at.length; i += 2) if (isInside(shape, at[i]!, at[i + 1]!)) firms.push([at[i]!, at[i + 1]!]);
  const known = new Map<string, boolean>(); // labels at neighbouring places share most of their points
  const isFree = (x: number, y: number) => {
    const point = `${Math.round(x - left)} ${Math.round(y - bottom)}`;
    let free = known.get(point);
    if (free === undefined) {
      free = isInside(shape, x, y) && !firms.some((firm) => Math.hypot(firm[0] - x, firm[1] - y) < 0.7);
      known.set(point, free);
    }
    return free;
  };
  let best = shape.label;
  let most = 0;
  for (let x = left; x <= right; x++)
    for (let y = bottom; y <= top; y++) {
      const room = roomFor(isFree, x, y);
      if (room <= most) continue;
      most = room;
      best = [x, y];
    }
  return best;
}

/** Which label gets room first: the chosen region's, the one pointed at, the cities', the others' by size. */
export function labelOrder(layout: MapLayout, selected: number | null, hovered: number | null): number[] {
  const insets = layout.insets.map(({ region }) => region);
  const chosen = [selected, hovered].filter((region) => region !== null);
  return [...new Set([...chosen, ...insets, ...layout.bySize])];
}

/** How many labels of that order have their values beside their names before others are named: the chosen ones and the cities, which stand apart. */
export function wholeLabels(layout: MapLayout, selected: number | null, hovered: number | null): number {
  const chosen = [selected, hovered].filter((region) => region !== null);
  return new Set([...chosen, ...layout.insets.map(({ region }) => region)]).size;
}
