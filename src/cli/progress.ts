import { SingleBar } from "cli-progress";

/** A progress bar on standard error, only where a person watches. */
export function createProgress(title: string, total: number): { readonly step: () => void; readonly end: () => void } {
  if (!process.stderr.isTTY || total < 2) return { step: () => {}, end: () => {} };
  const bar = new SingleBar({ format: `${title} {bar} {value}/{total} futures, {eta} s left`, stream: process.stderr });
  bar.start(total, 0);
  return { step: () => bar.increment(), end: () => bar.stop() };
}
