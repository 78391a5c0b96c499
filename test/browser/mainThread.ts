import type { Browser } from "playwright-core";

type TraceEvent = {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  /** Microseconds of processor time; a task that took none has no such field. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly documentLoaderURL?: string } };
};

/** Milliseconds of processor time that the main thread took: for its longest task, and for all of them. */
export type MainThreadTime = { readonly longest: number; readonly all: number };

/**
 * Watches a page of `site` that is opened after this; the answered function ends it. Processor time, since time on the clock
 * would tell what else the machine does; a machine's speed is in it, so only the ratio is tested, and bench/frames measures the
 * tasks in milliseconds where nothing else runs.
 */
export async function watchMainThread(browser: Browser, site: string): Promise<() => Promise<MainThreadTime>> {
  const client = await browser.newBrowserCDPSession();
  const events: TraceEvent[] = [];
  client.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await client.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: ["toplevel", "blink.user_timing", "devtools.timeline"] },
  });
  return async () => {
    const complete = new Promise((resolve) => client.once("Tracing.tracingComplete", resolve));
    await client.send("Tracing.end");
    await complete;
    await client.detach();
    return timeOfTasks(events, site);
  };
}

function timeOfTasks(events: readonly TraceEvent[], site: string): MainThreadTime {
  const opened = events.findLast(
    ({ name, args }) => name === "navigationStart" && args?.data?.documentLoaderURL?.startsWith(site),
  );
  if (!opened) throw new Error("the trace does not say when the page was opened");
  const tasks = events.filter(
    ({ name, ph, pid, tid, ts }) =>
      name.endsWith("RunTask") && ph === "X" && pid === opened.pid && tid === opened.tid && ts >= opened.ts,
  );
  const times = tasks.map(({ tdur }) => (tdur ?? 0) / 1000);
  return { longest: Math.max(...times), all: times.reduce((sum, time) => sum + time, 0) };
}
