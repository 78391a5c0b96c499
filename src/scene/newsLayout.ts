import type { LabelBoxes } from "./labelLayout.ts";
import type { MapNews } from "./mapNews.ts";
import { coversLine } from "./labelLayout.ts";
import { NEWS_ASIDE, NEWS_PLACES, newsWidth } from "./mapNews.ts";

/** News of a year on the screen; every array is reused from frame to frame. */
export type NewsBoxes = {
  /** CSS pixels of every place of every piece of news. */
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Of each piece of news: its width, 0 for one that stays at its mark. */
  readonly width: Float32Array;
  /** Result: where each stands, in whole pixels: a fraction handed over is garbage in every frame. */
  readonly left: Int16Array;
  readonly middle: Int16Array;
};

export function createNewsBoxes(news: readonly MapNews[]): NewsBoxes {
  return {
    x: new Float32Array(NEWS_PLACES * news.length),
    y: new Float32Array(NEWS_PLACES * news.length),
    width: Float32Array.from(news, (one) => (one.kind === "incidents" ? newsWidth(one) : 0)),
    left: new Int16Array(news.length),
    middle: new Int16Array(news.length),
  };
}

/** Gives each piece of news the first of its places that is in the view and free of labels and of other news; else the first. */
export function placeNews(boxes: NewsBoxes, labels: LabelBoxes, width: number) {
  for (let k = 0; k < boxes.width.length; k++) {
    for (let place = 0; place < NEWS_PLACES; place++) {
      standAt(boxes, k, place);
      if (boxes.width[k] === 0 || (isInView(boxes, k, width) && isFree(boxes, k, labels))) break;
      if (place === NEWS_PLACES - 1) standAt(boxes, k, 0);
    }
    boxes.left[k] = Math.min(boxes.left[k]!, width - boxes.width[k]!);
  }
}

function standAt({ x, y, width, left, middle }: NewsBoxes, k: number, place: number) {
  left[k] = x[NEWS_PLACES * k + place]! - NEWS_ASIDE[place]! * width[k]! + 0.5;
  middle[k] = y[NEWS_PLACES * k + place]! + 0.5;
}

function isInView({ left, width }: NewsBoxes, k: number, viewWidth: number): boolean {
  return left[k]! >= 0 && left[k]! + width[k]! <= viewWidth;
}

/** Height of a triangle and its number. */
const HEIGHT = 12;

function isFree({ left, middle, width }: NewsBoxes, k: number, labels: LabelBoxes): boolean {
  for (let label = 0; label < labels.shown.length; label++)
    if (coversLine(labels, label, left, middle, width, k, HEIGHT)) return false;
  for (let other = 0; other < k; other++)
    if (
      width[other]! > 0 &&
      Math.abs(middle[k]! - middle[other]!) < HEIGHT &&
      left[k]! < left[other]! + width[other]! &&
      left[other]! < left[k]! + width[k]!
    )
      return false;
  return true;
}
