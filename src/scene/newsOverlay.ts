import type { RefObject } from "react";
import type { PerspectiveCamera } from "three";
import { moverOf } from "./elementMover.ts";
import { NEWS_WIDTH } from "./mapNews.ts";
import { projectPoints, type ScreenPoints } from "./screenPoints.ts";

/** Keeps the HTML marks of the year's events at their places on the relief: x, y of each on the plane, and its region. */
export function createNewsOverlay(
  places: Float32Array,
  regions: readonly number[],
  elements: RefObject<(HTMLElement | null)[]>,
) {
  const count = regions.length;
  const points: ScreenPoints = {
    places,
    region: Uint8Array.from(regions),
    raised: new Float32Array(count).fill(1),
    x: new Float32Array(count),
    y: new Float32Array(count),
  };
  const left = new Int16Array(count);
  const top = new Int16Array(count);
  return {
    update(camera: PerspectiveCamera, tops: Float32Array, width: number, height: number) {
      projectPoints(points, camera, tops, width, height);
      for (let k = 0; k < count; k++) {
        const element = elements.current[k];
        if (!element) continue;
        left[k] = Math.round(Math.min(points.x[k]!, width - NEWS_WIDTH));
        top[k] = Math.round(points.y[k]!);
        moverOf(element).moveTo(left[k]!, top[k]!);
      }
    },
  };
}
