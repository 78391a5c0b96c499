import type { PlanePoint, RegionShape } from "#domain/boundaries.ts";
import type { MapLayout } from "./mapLayout.ts";
import type { FirmPlaces } from "./sunflower.ts";

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

/** x, y on the plane of each label: above the region's heap of firms; for the round slab of a city outside of it. */
export function labelAnchors({ stages, insets }: MapLayout, heapTop: Float32Array): Float32Array {
  const below = new Map(insets.map(({ region, labelBelow }) => [region, labelBelow]));
  return new Float32Array(
    stages.flatMap((shape, region): PlanePoint => {
      if (!below.has(region)) return [shape.label[0], heapTop[region]!];
      const { bottom, top } = endsOf(shape);
      return [shape.label[0], below.get(region) ? bottom - 0.4 : top + 0.3];
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
