/** Milliseconds between frames of a motion above which it is drawn with fewer pixels. */
const SLOW_FRAME = 34;
/** Milliseconds without a frame after which a motion is over. */
const REST = 160;
/** And after which the picture is drawn sharply: longer than a playing year, which would flicker. */
const SHARPEN_AFTER = 1000;

/** Keeps motion fluent without a graphics card: two slow frames in a row, and the rest of the motion has fewer pixels. */
export function createFrameBudget(invalidate: () => void) {
  let last = Number.NEGATIVE_INFINITY;
  let slow = 0;
  let isCoarse = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const sharpen = () => {
    const rest = SHARPEN_AFTER - (performance.now() - last);
    if (rest > 0) {
      timer = setTimeout(sharpen, rest);
      return;
    }
    isCoarse = false;
    slow = 0;
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
      timer = setTimeout(sharpen, SHARPEN_AFTER);
    },
    isCoarse: () => isCoarse,
    dispose: () => clearTimeout(timer),
  };
}
