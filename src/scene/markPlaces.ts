import type { MapLayout } from "./mapLayout.ts";
import type { ActorMark } from "./mapProps.ts";

/** Plane units between the marks of one region. */
const SPACING = 2.1;
export const MARK_RADIUS = 0.95;

/** Marks of a region stand in a row below its heap of firms. */
export function markPlaces(
  marks: readonly ActorMark[],
  { stages, insets }: MapLayout,
  heapBottom: Float32Array,
): (readonly [x: number, y: number])[] {
  const inRegion = new Map<number, number>();
  for (const { region } of marks) inRegion.set(region, (inRegion.get(region) ?? 0) + 1);
  const placed = new Map<number, number>();
  return marks.map(({ region }) => {
    const place = placed.get(region) ?? 0;
    placed.set(region, place + 1);
    const isRound = insets.some((inset) => inset.region === region);
    const x = stages[region]!.label[0] + SPACING * (place - (inRegion.get(region)! - 1) / 2);
    return [x, heapBottom[region]! + (isRound ? MARK_RADIUS : -MARK_RADIUS)] as const;
  });
}
