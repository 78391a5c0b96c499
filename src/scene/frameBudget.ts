import type { WebGLRenderer } from "three";
import { idle } from "./preparePrograms.ts";

/** Milliseconds between frames of a motion above which it is drawn with fewer pixels. */
const SLOW_FRAME = 34;
/** Pixels across, as a part of the full number, while a slow device moves. */
const COARSE = 0.6;
/** Milliseconds without a frame after which a motion is over. */
const REST = 160;
/** And after which the picture is drawn sharply: longer than a playing year, since each change of size is dear. */
const SHARPEN_AFTER = 1000;

/** Keeps motion fluent without a graphics card: two slow frames in a row, and the rest of the motion has fewer pixels. */
export function createFrameBudget(gl: WebGLRenderer, invalidate: () => void) {
  let full = gl.getPixelRatio();
  let last = Number.NEGATIVE_INFINITY;
  let slow = 0;
  let isCoarse = false;
  let isDisposed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  // Another size makes the page wait for all that the driver still has to draw, so both wait until it is idle.
  const coarsen = async () => {
    await idle(gl);
    if (isDisposed) return;
    gl.setPixelRatio(COARSE * full);
    invalidate();
    timer = setTimeout(sharpen, SHARPEN_AFTER);
  };
  const sharpen = async () => {
    await idle(gl);
    if (isDisposed) return;
    if (performance.now() - last < SHARPEN_AFTER) {
      timer = setTimeout(sharpen, SHARPEN_AFTER);
      return;
    }
    isCoarse = false;
    slow = 0;
    gl.setPixelRatio(full);
    last = Number.NEGATIVE_INFINITY; // the sharp frame belongs to no motion
    invalidate();
  };

  return {
    /** Call at the start of every frame; frames that only draw something new, as those of the opening page, are not judged. */
    frame(now: number, isOfMotion: boolean) {
      const gap = now - last;
      last = now;
      if (isCoarse) return;
      if (!isOfMotion || gap > REST || gap <= SLOW_FRAME) {
        slow = 0;
        return;
      }
      slow += 1;
      if (slow < 2) return;
      isCoarse = true;
      full = gl.getPixelRatio();
      void coarsen();
    },
    isCoarse: () => isCoarse,
    dispose() {
      isDisposed = true;
      clearTimeout(timer);
      if (isCoarse) gl.setPixelRatio(full);
    },
  };
}
