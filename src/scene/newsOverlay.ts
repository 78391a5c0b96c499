import type { RefObject } from "react";
import type { LabelBoxes } from "./labelBoxes.ts";
import type { RegionShape } from "#domain/boundaries.ts";
import { isInside } from "#domain/boundaries.ts";
import { type PerspectiveCamera, Vector3 } from "three";
import { moverOf } from "./elementMover.ts";
import { endsOf } from "./labelAnchors.ts";
import { type MapNews, NEWS_PLACES } from "./mapNews.ts";
import { createNewsBoxes, type IsOnNeighbour, placeNews } from "./newsLayout.ts";
import { projectPoints, type ScreenPoints } from "./screenPoints.ts";

/**
 * Keeps the HTML marks of the year's events at their places on the relief (x, y on the plane of each place of each), incidents
 * clear of names and of the neighbours' shapes among `stages`.
 */
export function createNewsOverlay(
  places: Float32Array,
  stages: readonly RegionShape[],
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
  const finder = createNeighbourFinder(stages, news);
  return {
    update(camera: PerspectiveCamera, tops: Float32Array, labels: LabelBoxes, width: number, height: number) {
      projectPoints(points, camera, tops, width, height);
      finder.look(camera, tops, width, height);
      placeNews(boxes, labels, width, height, finder.isOnNeighbour);
      for (let k = 0; k < news.length; k++) {
        const element = elements.current[k];
        if (element) moverOf(element).moveTo(boxes.left[k]!, boxes.middle[k]!);
      }
    },
  };
}

/** Finds out what a pixel of the relief belongs to, without garbage: it is asked some times a mark in every frame. */
function createNeighbourFinder(stages: readonly RegionShape[], news: readonly MapNews[]) {
  const extents = stages.map(endsOf);
  const ray = new Vector3();
  let camera: PerspectiveCamera;
  let tops: Float32Array;
  let width: number;
  let height: number;
  /** Whether the ray meets a region's shape on the plane at this height. */
  const meets = (region: number, up: number): boolean => {
    const far = (up - camera.position.y) / ray.y;
    const east = camera.position.x + far * ray.x;
    const north = -camera.position.z - far * ray.z;
    const { left, right, bottom, top } = extents[region]!;
    return east >= left && east <= right && north >= bottom && north <= top && isInside(stages[region]!, east, north);
  };
  const isOnNeighbour: IsOnNeighbour = (k, x, y) => {
    ray.set((2 * x) / width - 1, 1 - (2 * y) / height, 0.5);
    ray.unproject(camera).sub(camera.position);
    const own = news[k]!.region;
    const ground = tops[4 * own + 3]!;
    for (let region = 0; region < stages.length; region++) {
      const top = tops[4 * region + 3]!;
      // A taller slab may stand in front of the ground on which the mark stands.
      if (region !== own && (meets(region, ground) || (top > ground && meets(region, top)))) return true;
    }
    return false;
  };
  return {
    isOnNeighbour,
    look(from: PerspectiveCamera, heights: Float32Array, viewWidth: number, viewHeight: number) {
      camera = from;
      tops = heights;
      width = viewWidth;
      height = viewHeight;
    },
  };
}
