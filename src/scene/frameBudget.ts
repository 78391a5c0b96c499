/** Milliseconds between frames of a motion above which it is drawn with fewer pixels. */
const SLOW_FRAME = 34;
/** Slow frames in a row after which the rest of the motion is drawn one step coarser, at each step. */
const PATIENCE = [2, 4] as const;
/** Milliseconds without a frame after which a motion is over. */
const REST = 160;
/** Milliseconds that a sharp picture may take so that a motion begins with one. */
const QUICK_PICTURE = 50;
/** Milliseconds of rest after which the picture is drawn sharply: longer than a playing year, which would flicker. */
const SHARPEN_AFTER = 1000;

/** Steps of fewer pixels: 0 is sharp. */
export type Coarseness = 0 | 1 | 2;

/** Keeps motion fluent without a graphics card: the rest of a motion with slow frames has fewer pixels, in up to two steps. */
export function createFrameBudget(invalidate: () => void) {
  let last = Number.NEGATIVE_INFINITY;
  let slow = 0;
  let coarseness: Coarseness = 0;
  let isSharpSlow = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const sharpen = () => {
    const rest = SHARPEN_AFTER - (performance.now() - last);
    if (rest > 0) {
      timer = setTimeout(sharpen, rest);
      return;
    }
    coarseness = 0;
    slow = 0;
    last = Number.NEGATIVE_INFINITY; // the sharp frame belongs to no motion
    invalidate();
  };

  const coarsen = () => {
    if (coarseness === 0) timer = setTimeout(sharpen, SHARPEN_AFTER);
    coarseness = coarseness === 0 ? 1 : 2;
    slow = 0;
  };

  return {
    /** Tells how many milliseconds the last sharp picture took. */
    sharpTook(time: number) {
      isSharpSlow = time > QUICK_PICTURE;
    },
    /** Call at the start of every frame; frames that only draw something new, as those of the opening page, are not judged. */
    frame(now: number, isOfMotion: boolean) {
      const gap = now - last;
      last = now;
      if (coarseness === 2) return;
      if (isOfMotion && isSharpSlow && coarseness === 0) {
        coarsen();
        return;
      }
      if (!isOfMotion || gap > REST || gap <= SLOW_FRAME) {
        slow = 0;
        return;
      }
      slow += 1;
      if (slow >= PATIENCE[coarseness]) coarsen();
    },
    coarseness: () => coarseness,
    dispose: () => clearTimeout(timer),
  };
}
