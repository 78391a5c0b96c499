/** The message of a failure that is nothing but silence; the page has words of its own for it. */
export const WORKER_SILENT = "the worker has stopped answering";

/** A worker that was just started first loads its program, over a slow network if need be. */
export const LOADING_LIMIT_MS = 10_000;
/** A year and a future take a fraction of a second; a worker at work that is silent for so long was killed or hangs. */
export const SILENCE_LIMIT_MS = 4000;
/** A timer that fires so much too late says that the device slept or the page lay in the background, and the worker with it. */
const ASLEEP_MS = 1000;

/** Waits for silence: `wait` starts waiting anew, `end` ends it. No browser tells a page that its worker was killed. */
export function createSilenceWatch(onSilence: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (limitMs: number) => {
    clearTimeout(timer);
    const due = Date.now() + limitMs;
    timer = setTimeout(() => {
      if (Date.now() > due + ASLEEP_MS) wait(limitMs);
      else onSilence();
    }, limitMs);
  };
  return { wait, end: () => clearTimeout(timer) };
}
