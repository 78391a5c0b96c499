import type { LabelBoxes } from "./labelBoxes.ts";
import type { MapNews } from "./mapNews.ts";
import { coversLine } from "./labelBoxes.ts";
import { NEWS_ASIDE, NEWS_PLACES, newsSize } from "./mapNews.ts";

/** News of a year on the screen; every array is reused from frame to frame. */
export type NewsBoxes = {
  /** CSS pixels of every place of every piece of news. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Part of its width that a piece of news stands left of each of its places. */
  readonly aside: Float32Array;
  readonly region: Uint8Array;
  /** Of each piece of news: its width, its height, and how far its middle is above its place. */
  readonly width: Float32Array;
  readonly height: Float32Array;
  readonly above: Float32Array;
  /** 1: it stands at an actor's mark, on whatever region that is drawn. */
  readonly atMark: Uint8Array;
  /** Result: where each stands, in whole pixels: a fraction handed over is garbage in every frame. */
  readonly left: Int16Array;
  readonly middle: Int16Array;
};

export function createNewsBoxes(news: readonly MapNews[]): NewsBoxes {
  const sizes = news.map(newsSize);
  return {
    x: new Float32Array(NEWS_PLACES * news.length),
    y: new Float32Array(NEWS_PLACES * news.length),
    aside: Float32Array.from(news.flatMap(({ kind }) => NEWS_ASIDE[kind])),
    region: Uint8Array.from(news, ({ region }) => region),
    width: Float32Array.from(sizes, ({ width }) => width),
    height: Float32Array.from(sizes, ({ height }) => height),
    above: Float32Array.from(sizes, ({ above }) => above),
    atMark: Uint8Array.from(news, ({ kind }) => (kind === "actor" ? 1 : 0)),
    left: new Int16Array(news.length),
    middle: new Int16Array(news.length),
  };
}

/** How far below its places a piece of news looks for room, once they are all taken; CSS pixels. */
const FARTHER = Int8Array.of(0, 13, -13);
/** Left of every view: names come first, and the number is also an indicator of the region. */
const OUT_OF_VIEW = -1000;

/** Whether CSS pixels x, y lie on another region than that of entry `k` of the news. */
export type IsOnNeighbour = (k: number, x: number, y: number) => boolean;

/**
 * Gives each piece of news the first place in the view that is free of labels, of other news and of the round slabs of other
 * cities, and, but for an actor's, on no neighbour; without one it is not shown.
 */
export function placeNews(
  boxes: NewsBoxes,
  labels: LabelBoxes,
  width: number,
  height: number,
  isOnNeighbour: IsOnNeighbour,
) {
  for (let k = 0; k < boxes.width.length; k++)
    if (!findsRoom(boxes, k, labels, width, height, isOnNeighbour)) boxes.left[k] = OUT_OF_VIEW;
}

function findsRoom(
  boxes: NewsBoxes,
  k: number,
  labels: LabelBoxes,
  width: number,
  height: number,
  isOnNeighbour: IsOnNeighbour,
): boolean {
  for (let farther = 0; farther < FARTHER.length; farther++)
    for (let place = 0; place < NEWS_PLACES; place++) {
      standAt(boxes, k, place, FARTHER[farther]!);
      if (!isInView(boxes, k, width, height) || !isFree(boxes, k, labels) || isOnDisc(boxes, k, labels)) continue;
      if (boxes.atMark[k] || !isOnNeighbour(k, boxes.left[k]! + boxes.height[k]! / 2, boxes.middle[k]!)) return true;
    }
  return false;
}

function standAt({ x, y, aside, width, above, left, middle }: NewsBoxes, k: number, place: number, down: number) {
  left[k] = x[NEWS_PLACES * k + place]! - aside[NEWS_PLACES * k + place]! * width[k]! + 0.5;
  middle[k] = y[NEWS_PLACES * k + place]! - above[k]! + down + 0.5;
}

function isInView({ left, middle, width, height }: NewsBoxes, k: number, viewWidth: number, viewHeight: number) {
  return (
    left[k]! >= 0 &&
    left[k]! + width[k]! <= viewWidth &&
    middle[k]! >= height[k]! / 2 &&
    middle[k]! <= viewHeight - height[k]! / 2
  );
}

function isFree({ left, middle, width, height }: NewsBoxes, k: number, labels: LabelBoxes): boolean {
  for (let label = 0; label < labels.shown.length; label++)
    if (coversLine(labels, label, left, middle, width, height, k)) return false;
  for (let other = 0; other < k; other++)
    if (
      Math.abs(middle[k]! - middle[other]!) < (height[k]! + height[other]!) / 2 &&
      left[k]! < left[other]! + width[other]! &&
      left[other]! < left[k]! + width[k]!
    )
      return false;
  return true;
}

/** Whether it touches the round slab of a city that is not its own. */
function isOnDisc({ region, left, middle, width, height }: NewsBoxes, k: number, { discs }: LabelBoxes): boolean {
  const aside = width[k]! / 2;
  const up = height[k]! / 2;
  for (let disc = 0; disc < discs.label.length; disc++) {
    if (discs.label[disc] === region[k]) continue;
    const x = Math.max(0, Math.abs(left[k]! + aside - discs.x[disc]!) - aside) / discs.across[disc]!;
    const below = middle[k]! - discs.y[disc]!;
    const y = Math.max(0, below - discs.deep[disc]! - up, -below - up) / discs.up[disc]!;
    if (x * x + y * y < 1) return true;
  }
  return false;
}
