import type { PlanePoint } from "#domain/boundaries.ts";
import type { MapLayout } from "./mapLayout.ts";
import { slabTop } from "./heightScale.ts";
import { MAP_PADDINGS } from "./mapProps.ts";

/** Degrees of the vertical field of view: long enough a lens for a model that is looked at, not stood in. */
export const FIELD_OF_VIEW = 26;
/** The camera's tilt from straight above. */
export const TILT = (40 * Math.PI) / 180;

export type CameraHome = {
  /** Point on the table at which the camera looks: x east, z south. */
  readonly target: { readonly x: number; readonly z: number };
  readonly distance: number;
};

/** Free pixels wanted at each side of the view. */
export type Padding = { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };

/** Pixels of a view of this height that a world unit takes, one unit away from the camera. */
export function pixelsPerUnit(height: number): number {
  return height / (2 * Math.tan((FIELD_OF_VIEW * Math.PI) / 360));
}

/** Free pixels for the northernmost label, which stands on its slab and not, as on the flat map, in its shape. */
const ABOVE_SLABS = 26;

/** From where the whole country is seen. */
export function countryView(layout: MapLayout, size: { readonly width: number; readonly height: number }): CameraHome {
  const homes = MAP_PADDINGS.map(({ top, bottom, aside }) => {
    const side = Math.max(aside, size.width / 50);
    return cameraHome(layout, slabTop(0.5), size, {
      top: Math.max(top, ABOVE_SLABS),
      bottom,
      left: side,
      right: side,
    });
  });
  return homes.reduce((near, home) => (home.distance < near.distance ? home : near));
}

/** Pixels of the view at which a place of the plane is seen, `up` above the table. */
export type Project = (east: number, north: number, up: number) => PlanePoint;

/** As the camera sees it from home: it stands south of its target, tilted, and looks north. */
export function projection(
  { target, distance }: CameraHome,
  size: { readonly width: number; readonly height: number },
): Project {
  const [sin, cos] = [Math.sin(TILT), Math.cos(TILT)];
  const perUnit = pixelsPerUnit(size.height);
  return (east, north, up) => {
    const [x, z] = [east - target.x, -north - target.z];
    const away = distance - up * cos - z * sin;
    return [size.width / 2 + (x * perUnit) / away, size.height / 2 - ((up * sin - z * cos) * perUnit) / away];
  };
}

/** The nearest place of the tilted camera from which all points are in view, standing on the table and at `relief` above it. */
export function cameraHome(
  { outlines, bounds }: MapLayout,
  relief: number,
  size: { readonly width: number; readonly height: number },
  padding: Padding,
): CameraHome {
  const perPixel = 1 / pixelsPerUnit(size.height);
  const right = (size.width / 2 - padding.right) * perPixel;
  const left = (size.width / 2 - padding.left) * perPixel;
  const up = (size.height / 2 - padding.top) * perPixel;
  const down = (size.height / 2 - padding.bottom) * perPixel;
  const [sin, cos] = [Math.sin(TILT), Math.cos(TILT)];
  /** The farthest that a corner reaches along a direction. */
  const reach = (alongX: number, alongY: number, alongZ: number) => {
    let most = Number.NEGATIVE_INFINITY;
    for (const ring of outlines)
      for (let i = 0; i < ring.length; i += 2) most = Math.max(most, alongX * ring[i]! - alongZ * ring[i + 1]!);
    return most + Math.max(0, alongY * relief);
  };
  // How far the camera has to stand off for a corner at one side of the view grows evenly along a direction, so the same
  // corner decides wherever the target is: its place across or upwards on the screen, and towards the camera.
  const most = {
    right: reach(1 / right, cos, sin),
    left: reach(-1 / left, cos, sin),
    up: reach(0, cos + sin / up, sin - cos / up),
    down: reach(0, cos - sin / down, sin + cos / down),
  };

  let [x, z] = [(bounds.left + bounds.right) / 2, -(bounds.top + bounds.bottom) / 2];
  let distance = 0;
  // Each round moves the target to where opposite sides need the same distance; a few rounds settle it.
  for (let round = 0; round < 12; round++) {
    const needs = {
      right: most.right - x / right - z * sin,
      left: most.left + x / left - z * sin,
      up: most.up - z * (sin - cos / up),
      down: most.down - z * (sin + cos / down),
    };
    distance = Math.max(needs.right, needs.left, needs.up, needs.down);
    x += ((needs.right - needs.left) * (right + left)) / 4;
    z -= ((needs.up - needs.down) * (up + down)) / 4;
  }
  return { target: { x, z }, distance };
}
