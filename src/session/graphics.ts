/** A driver that takes longer is waited for by the page itself, as without any of this. */
const LONGEST_WAIT_MS = 3000;

let awake: Promise<void> | null = null;

/** Starts the graphics driver in a worker, once, so that the page does not wait for it in the midst of its work; never rejects. */
export function wakeGraphics(): Promise<void> {
  awake ??= askWorker();
  return awake;
}

function askWorker(): Promise<void> {
  if (typeof OffscreenCanvas === "undefined") return Promise.resolve();
  const worker = new Worker(new URL("../../workers/graphics.ts", import.meta.url), {
    type: "module",
    name: "graphics",
  });
  const answered = new Promise<void>((resolve) => {
    worker.onmessage = () => resolve();
    worker.onerror = () => resolve();
    setTimeout(resolve, LONGEST_WAIT_MS);
  });
  return answered.finally(() => worker.terminate());
}
