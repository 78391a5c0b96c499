/** A step in each task of the browser, so that the page never waits for all of them. */
export async function inTasks<T>(steps: Generator<void, T>): Promise<T> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve));
    const { done, value } = steps.next();
    if (done) return value;
  }
}

export function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
