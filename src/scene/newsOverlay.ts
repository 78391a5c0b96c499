import type { RefObject } from "react";
import type { PerspectiveCamera } from "three";
import type { LabelBoxes } from "./labelLayout.ts";
import { moverOf } from "./elementMover.ts";
import { type MapNews, NEWS_PLACES } from "./mapNews.ts";
import { createNewsBoxes, placeNews } from "./newsLayout.ts";
import { projectPoints, type ScreenPoints } from "./screenPoints.ts";

/** Keeps the HTML marks of the year's events at their places on the relief: x, y on the plane of each place of each. */
export function createNewsOverlay(
  places: Float32Array,
  news: readonly MapNews[],
  elements: RefObject<(HTMLElement | null)[]>,
) {
  const boxes = createNewsBoxes(news);
  const points: ScreenPoints = {
    places,
    region: Uint8Array.from(boxes.x, (_, place) => news[Math.floor(place / NEWS_PLACES)]!.region),
    raised: new Float32Array(boxes.x.length).fill(1),
    x: boxes.x,
    y: boxes.y,
  };
  return {
    update(camera: PerspectiveCamera, tops: Float32Array, labels: LabelBoxes, width: number, height: number) {
      projectPoints(points, camera, tops, width, height);
      placeNews(boxes, labels, width);
      for (let k = 0; k < news.length; k++) {
        const element = elements.current[k];
        if (element) moverOf(element).moveTo(boxes.left[k]!, boxes.middle[k]!);
      }
    },
  };
}
