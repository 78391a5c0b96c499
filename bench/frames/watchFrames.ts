import type { Page } from "playwright-core";

/** Frames in which a map was drawn: milliseconds since the frame before, and the most draw calls of one (its light included). */
export type DrawnFrames = { readonly gaps: readonly number[]; readonly draws: number; readonly commits: number };

type Watch = { start(): void; stop(): DrawnFrames; tick(now: number): void };

/** Runs in the page before its own scripts: counts what reaches the graphics driver between frames, and what React commits. */
export function watchFrames() {
  const gaps = new Float64Array(20_000); // room for minutes, so that watching leaves no garbage of its own
  let frames = 0;
  let before = 0;
  let drawn = 0;
  let draws = 0;
  let commits = 0;
  let isWatching = false;
  const context = WebGL2RenderingContext.prototype as unknown as Record<string, (...values: unknown[]) => unknown>;
  for (const name of ["drawElements", "drawArrays", "drawElementsInstanced", "drawArraysInstanced"]) {
    const original = context[name];
    context[name] = function (...values) {
      drawn++;
      return original.apply(this, values);
    };
  }
  // Methods, since functions with names of their own do not survive the way into the page.
  const watch: Watch = {
    start() {
      frames = before = drawn = draws = commits = 0;
      isWatching = true;
      requestAnimationFrame(watch.tick);
    },
    tick(now) {
      if (now === before) return; // left over from the watch before
      if (drawn > 0 && before > 0) {
        gaps[frames++] = now - before;
        draws = Math.max(draws, drawn);
      }
      before = now;
      drawn = 0;
      if (isWatching) requestAnimationFrame(watch.tick);
    },
    stop() {
      isWatching = false;
      return { gaps: [...gaps.subarray(0, frames)], draws, commits };
    },
  };
  // What React tells its developer tools, in built pages too.
  const tools = {
    supportsFiber: true,
    inject() {
      return 1;
    },
    onCommitFiberRoot() {
      commits++;
    },
  };
  Object.assign(window, { watch, __REACT_DEVTOOLS_GLOBAL_HOOK__: tools });
}

export async function framesDuring(page: Page, motion: () => Promise<unknown>): Promise<DrawnFrames> {
  await page.evaluate(() => (window as unknown as { watch: Watch }).watch.start());
  await motion();
  return page.evaluate(() => (window as unknown as { watch: Watch }).watch.stop());
}
