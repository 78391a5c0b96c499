import type { MapLayout } from "./mapLayout.ts";
import type { ActorMark } from "./mapProps.ts";
import { ACTOR_KINDS } from "./mapProps.ts";

/** Plane units between the marks of one region, and how many stand in a row. */
const SPACING = 1.8;
const PER_ROW = 5;
export const MARK_RADIUS = 0.95;
/** Radius of a single actor in pixels, however small the map. */
export const SMALLEST_MARK = 5.5;
/** Size of all other shapes beside that of orchestrators. */
export const OTHER_SIZE = 0.75;
/** Free table south of the country, where actors of the whole country stand in rows, a kind below the other. */
const TABLE = { left: -30, top: -20.5, perRow: 20, spacing: 1.9 };

/**
 * Marks of a region stand in rows below its heap of firms, those of the whole country on the table. `scale`: how much larger
 * than usual they are drawn.
 */
export function markPlaces(
  marks: readonly ActorMark[],
  { stages, insets }: MapLayout,
  heapBottom: Float32Array,
  scale = 1,
): (readonly [x: number, y: number])[] {
  const inRegion = new Map<number, number>();
  for (const { region } of marks) if (region !== null) inRegion.set(region, (inRegion.get(region) ?? 0) + 1);
  const placed = new Map<number, number>();
  const firstRow = tableRows(marks);
  return marks.map(({ region, kind, slot }) => {
    if (region === null) {
      const row = firstRow.get(kind)! + Math.floor(slot / TABLE.perRow);
      return [TABLE.left + TABLE.spacing * (slot % TABLE.perRow), TABLE.top - TABLE.spacing * row] as const;
    }
    const place = placed.get(region) ?? 0;
    placed.set(region, place + 1);
    const isRound = insets.some((inset) => inset.region === region);
    const row = Math.floor(place / PER_ROW);
    const inRow = Math.min(PER_ROW, inRegion.get(region)! - PER_ROW * row);
    const x = stages[region]!.label[0] + scale * SPACING * ((place % PER_ROW) - (inRow - 1) / 2);
    // Below the round slab of a city is its name, so there the rows go up.
    const down = MARK_RADIUS + scale * SPACING * row;
    return [x, heapBottom[region]! + (isRound ? down : -down)] as const;
  });
}

/** First row on the table of each kind that stands there. */
function tableRows(marks: readonly ActorMark[]): Map<string, number> {
  const rows = new Map<string, number>();
  let next = 0;
  for (const kind of ACTOR_KINDS) {
    const slots = marks.filter((mark) => mark.region === null && mark.kind === kind).map(({ slot }) => slot);
    if (slots.length === 0) continue;
    rows.set(kind, next);
    next += Math.floor(Math.max(...slots) / TABLE.perRow) + 1;
  }
  return rows;
}
