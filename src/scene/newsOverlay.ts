import type { RefObject } from "react";
import type { PerspectiveCamera } from "three";
import { Vector3 } from "three";
import { NEWS_WIDTH } from "./mapNews.ts";

/** Keeps the HTML marks of the year's events at their places on the relief: x, y of each on the plane, and its region. */
export function createNewsOverlay(
  places: Float32Array,
  regions: readonly number[],
  elements: RefObject<(HTMLElement | null)[]>,
) {
  const at = new Vector3();
  return {
    update(camera: PerspectiveCamera, topOf: (region: number) => number, width: number, height: number) {
      for (let k = 0; k < regions.length; k++) {
        const element = elements.current[k];
        if (!element) continue;
        at.set(places[2 * k]!, topOf(regions[k]!), -places[2 * k + 1]!).project(camera);
        const x = Math.round(Math.min((at.x * 0.5 + 0.5) * width, width - NEWS_WIDTH));
        const y = Math.round((0.5 - at.y * 0.5) * height);
        element.style.transform = `translate(${x}px, ${y}px)`;
      }
    },
  };
}
