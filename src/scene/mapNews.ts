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

/** Room that a triangle with its number needs at the right end of the map, in CSS pixels. */
export const NEWS_WIDTH = 22;

/** x, y on the plane of each piece of news: at its mark, where that is drawn, below the firms of its region, or beside them. */
export function newsPlaces(
  news: readonly MapNews[],
  marks: readonly ActorMark[],
  markPlaces: readonly (readonly [x: number, y: number])[],
  { stages }: MapLayout,
  heaps: FirmHeaps,
): Float32Array {
  return new Float32Array(
    news.flatMap(({ kind, actor, region }) => {
      if (kind === "incidents") return [heaps.right[region]! + 0.6, (heaps.top[region]! + heaps.bottom[region]!) / 2];
      const mark = marks.findIndex(({ id }) => id === actor);
      return mark < 0 ? [stages[region]!.label[0], heaps.bottom[region]!] : [...markPlaces[mark]!];
    }),
  );
}
