/**
 * Kinds of links; supply runs from seller to buyer, platform from member to core, service from firm to ICT service,
 * complement from complementor to the platform it offers on.
 */
export const LINK_KINDS = ["supply", "platform", "service", "complement"] as const;

/** Links of a year as columns, one entry a link. */
export type MapLinks = {
  readonly count: number;
  /** Rows of firms, or `-1 - index` of marks. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Index in LINK_KINDS. */
  readonly kind: Uint8Array;
  /** Strength of the link from 0 to 255 in the year before and in this year. */
  readonly before: Uint8Array;
  readonly now: Uint8Array;
  /** 1: belongs to what is selected and stands out. */
  readonly chosen: Uint8Array;
};

/** Arcs rise by this part of their length, between the two bounds in plane units. */
export const ARC = { rise: 0.2, least: 0.5, most: 5 };

/** Opacity of links that stand out: the more there are, the fainter each, so that a bundle stays readable. */
export function chosenAlpha({ chosen }: Pick<MapLinks, "chosen">): number {
  const count = chosen.reduce((sum, one) => sum + one, 0);
  return Math.max(0.2, Math.min(0.65, 0.65 * Math.sqrt(60 / Math.max(1, count))));
}

export type LinkEnd = { x: number; y: number; region: number };

/** Where links begin and end: firms at their places, marks at theirs; a region of -1 is the table. */
export function linkEnds(
  places: { readonly at: Float32Array },
  agentRegion: Uint8Array,
  marks: readonly { readonly region: number | null }[],
  markPlaces: readonly (readonly [x: number, y: number])[],
): (end: number, into: LinkEnd) => LinkEnd {
  return (end, into) => {
    if (end >= 0) {
      into.x = places.at[2 * end]!;
      into.y = places.at[2 * end + 1]!;
      into.region = agentRegion[end]!;
    } else {
      const mark = -1 - end;
      [into.x, into.y] = markPlaces[mark]!;
      into.region = marks[mark]!.region ?? -1;
    }
    return into;
  };
}

/** The disc around the ends of all links that stand out, or of all if none does; null without links. */
export function discAround(links: MapLinks, ends: (end: number, into: LinkEnd) => LinkEnd) {
  const box = {
    left: Number.POSITIVE_INFINITY,
    right: Number.NEGATIVE_INFINITY,
    low: Number.POSITIVE_INFINITY,
    high: Number.NEGATIVE_INFINITY,
  };
  const at = { x: 0, y: 0, region: 0 };
  const anyChosen = links.chosen.includes(1);
  for (let link = 0; link < links.count; link++) {
    if (anyChosen && links.chosen[link] === 0) continue;
    for (const end of [links.from[link]!, links.to[link]!]) {
      ends(end, at);
      box.left = Math.min(box.left, at.x);
      box.right = Math.max(box.right, at.x);
      box.low = Math.min(box.low, at.y);
      box.high = Math.max(box.high, at.y);
    }
  }
  if (!(box.right >= box.left)) return null;
  const radius = 4 + Math.hypot(box.right - box.left, box.high - box.low) / 2;
  return { x: (box.left + box.right) / 2, y: (box.low + box.high) / 2, radius };
}
