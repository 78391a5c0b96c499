import type { PerspectiveCamera } from "three";
import { Matrix4 } from "three";

/** Points of the scene that HTML stands at; every array is reused from frame to frame. */
export type ScreenPoints = {
  /** x, y on the plane of each, its region, and whether it stands on top of that (1) or on the table (0). */
  readonly places: Float32Array;
  readonly region: Uint8Array;
  readonly raised: Float32Array;
  /** Result: CSS pixels of the view. */
  readonly x: Float32Array;
  readonly y: Float32Array;
};

const seen = new Matrix4();

/** Finds all points in the view at once: a vector or a number handed over for each would be garbage in every frame. */
export function projectPoints(
  { places, region, raised, x, y }: ScreenPoints,
  camera: PerspectiveCamera,
  regions: Float32Array,
  width: number,
  height: number,
) {
  const m = seen.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse).elements;
  for (let k = 0; k < region.length; k++) {
    const east = places[2 * k]!;
    const south = -places[2 * k + 1]!;
    const up = raised[k]! * regions[4 * region[k]! + 3]!;
    const w = m[3]! * east + m[7]! * up + m[11]! * south + m[15]!;
    x[k] = (0.5 + (0.5 * (m[0]! * east + m[4]! * up + m[8]! * south + m[12]!)) / w) * width;
    y[k] = (0.5 - (0.5 * (m[1]! * east + m[5]! * up + m[9]! * south + m[13]!)) / w) * height;
  }
}
