import type { WebGLRenderer } from "three";
import { idle } from "./preparePrograms.ts";

/** Milliseconds between frames of a motion above which it is drawn with fewer pixels. */
const SLOW_FRAME = 34;
/** Pixels across, as a part of the full number, while a slow device moves. */
const COARSE = 0.6;
/** Milliseconds without a frame after which the picture is at rest and drawn sharply. */
const REST = 160;

/** Keeps motion fluent without a graphics card: two slow frames in a row, and the rest of the motion has fewer pixels. */
export function createFrameBudget(gl: WebGLRenderer, invalidate: () => void) {
  let full = gl.getPixelRatio();
  let last = Number.NEGATIVE_INFINITY;
  let slow = 0;
  let isCoarse = false;
  let isDisposed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const sharpen = async () => {
    // Another size makes the page wait for all that the driver still has to draw.
    await idle(gl);
    if (isDisposed) return;
    if (performance.now() - last < REST) {
      timer = setTimeout(sharpen, REST);
      return;
    }
    isCoarse = false;
    slow = 0;
    gl.setPixelRatio(full);
    last = Number.NEGATIVE_INFINITY; // the sharp frame belongs to no motion
    invalidate();
  };

  return {
    /** Call at the start of every frame. */
    frame(now: number) {
      const gap = now - last;
      last = now;
      if (isCoarse) return;
      if (gap > REST || gap <= SLOW_FRAME) {
        slow = 0;
        return;
      }
      slow += 1;
      if (slow < 2) return;
      isCoarse = true;
      full = gl.getPixelRatio();
      gl.setPixelRatio(COARSE * full);
      timer = setTimeout(sharpen, REST);
    },
    isCoarse: () => isCoarse,
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
      if (isCoarse) gl.setPixelRatio(full);
    },
  };
}
