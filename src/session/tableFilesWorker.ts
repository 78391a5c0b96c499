import type { TableFilesWorker } from "#workers/tableFiles.ts";
import * as Comlink from "comlink";

/** A worker for one file of tables: packing some ten thousand rows would hold the page up for seconds. */
export async function packTables<File>(
  ask: (service: Comlink.Remote<TableFilesWorker>) => Promise<File>,
): Promise<File> {
  const worker = new Worker(new URL("../../workers/tableFiles.ts", import.meta.url), {
    type: "module",
    name: "tables",
  });
  const failed = new Promise<never>((_, reject) => {
    worker.addEventListener("error", (event) => reject(new Error(event.message || "the worker could not start")));
  });
  return Promise.race([ask(Comlink.wrap<TableFilesWorker>(worker)), failed]).finally(() => worker.terminate());
}
