import { messageOf } from "#domain/messageOf.ts";

/** A worker that the browser lets the page start; each browser refuses in words of its own, and these are the page's. */
export function startedWorker(start: () => Worker): Worker {
  try {
    return start();
  } catch (error) {
    throw new Error(`a worker could not start: ${messageOf(error)}`);
  }
}
