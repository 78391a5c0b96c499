import type { MapLayout } from "./mapLayout.ts";

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

/** The nearest place of the tilted camera from which all points are in view, standing on the table and at `relief` above it. */
export function cameraHome(
  { outline, bounds }: MapLayout,
  relief: number,
  size: { readonly width: number; readonly height: number },
  padding: Padding,
): CameraHome {
  const halfHeight = Math.tan((FIELD_OF_VIEW * Math.PI) / 360);
  const perPixel = (2 * halfHeight) / size.height;
  const right = (size.width / 2 - padding.right) * perPixel;
  const left = (size.width / 2 - padding.left) * perPixel;
  const up = (size.height / 2 - padding.top) * perPixel;
  const down = (size.height / 2 - padding.bottom) * perPixel;
  const corners = outline.flatMap(([x, y]) => [0, relief].map((height) => ({ x, y: height, z: -y })));
  // In the camera's axes, relative to the target: across, upwards on the screen, and towards the camera.
  const across = (x: number, target: number) => x - target;
  const upward = (y: number, z: number, target: number) => y * Math.sin(TILT) - (z - target) * Math.cos(TILT);
  const nearer = (y: number, z: number, target: number) => y * Math.cos(TILT) + (z - target) * Math.sin(TILT);

  let [x, z] = [(bounds.left + bounds.right) / 2, -(bounds.top + bounds.bottom) / 2];
  let distance = 0;
  // Each round moves the target to where opposite sides need the same distance; a few rounds settle it.
  for (let round = 0; round < 12; round++) {
    const needs = { right: 0, left: 0, up: 0, down: 0 };
    for (const corner of corners) {
      const near = nearer(corner.y, corner.z, z);
      needs.right = Math.max(needs.right, across(corner.x, x) / right + near);
      needs.left = Math.max(needs.left, -across(corner.x, x) / left + near);
      needs.up = Math.max(needs.up, upward(corner.y, corner.z, z) / up + near);
      needs.down = Math.max(needs.down, -upward(corner.y, corner.z, z) / down + near);
    }
    distance = Math.max(needs.right, needs.left, needs.up, needs.down);
    x += ((needs.right - needs.left) * (right + left)) / 4;
    z -= ((needs.up - needs.down) * (up + down)) / 4;
  }
  return { target: { x, z }, distance };
}
