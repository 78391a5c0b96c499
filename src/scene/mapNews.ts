import type { FirmHeaps } from "./labelAnchors.ts";
import type { ActorMark } from "./mapProps.ts";
import type { MapLayout } from "./mapLayout.ts";

/** What happened in the shown year at a place of the map: a core or its platform changed state, or firms had incidents. */
export type MapNews = {
  readonly kind: "actor" | "incidents";
  readonly region: number;
  /** Who changed, to be looked into; null for the firms of the region together. */
  readonly actor: string | null;
  /** How many firms had incidents; 1 for a single actor. */
  readonly count: number;
  /** A sentence with the place. */
  readonly text: string;
};

/** Where a piece of news may stand; the first place that no label covers is taken. */
export const NEWS_PLACES = 6;
/** Part of its own width that it stands left of each of these places; a flag that a label leaves no room moves along its mark. */
export const NEWS_ASIDE: Readonly<Record<MapNews["kind"], readonly number[]>> = {
  actor: [0, -0.5, -1, 0.5, 1, -1.5],
  incidents: [0, 0, 0, 1, 1, 0.5],
};

/** CSS pixels of a piece of news, and how far its middle is above its place: a flag has its foot there. */
export function newsSize({ kind, count }: MapNews): { width: number; height: number; above: number } {
  if (kind === "actor") return { width: 9, height: 15, above: 7.5 };
  return { width: count > 1 ? 11 + 7.5 * String(count).length : 10, height: 12, above: 0 };
}

/**
 * x, y on the plane of each place of each piece of news: an actor's is its mark, where that is drawn, or else below the firms of
 * its region; incidents stand beside these firms, or below them and the marks that are drawn there.
 */
export function newsPlaces(
  news: readonly MapNews[],
  marks: readonly ActorMark[],
  markPlaces: readonly (readonly [x: number, y: number])[],
  { stages }: MapLayout,
  heaps: FirmHeaps,
): Float32Array {
  return new Float32Array(
    news.flatMap(({ kind, actor, region }): number[] => {
      const middle = stages[region]!.label[0];
      const [top, bottom] = [heaps.top[region]!, heaps.bottom[region]!];
      if (kind === "incidents") {
        const [right, left] = [heaps.right[region]! + 0.6, 2 * middle - heaps.right[region]! - 0.6];
        const [half, low] = [(top + bottom) / 2, bottom + 0.15 * (top - bottom)];
        const lowestMark = Math.min(
          bottom,
          ...markPlaces.flatMap(([, y], k) => (marks[k]!.region === region ? y : [])),
        );
        const hasMarks = lowestMark < bottom;
        const [aside, below] = hasMarks ? [lowestMark - 2, lowestMark - 2.6] : [bottom - 1, bottom - 1.5];
        return [right, half, right, low, right, aside, left, half, left, low, middle, below];
      }
      const mark = marks.findIndex(({ id }) => id === actor);
      const place = mark < 0 ? [middle, bottom] : [...markPlaces[mark]!];
      return Array.from({ length: NEWS_PLACES }, () => place).flat();
    }),
  );
}
