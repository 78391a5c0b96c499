import type { TableFilesWorker } from "#workers/tableFiles.ts";
import type * as Comlink from "comlink";
import { askWorker } from "./askedWorker.ts";

/** A worker for one file of tables: packing some ten thousand rows would hold the page up for seconds. */
export function packTables<File>(ask: (service: Comlink.Remote<TableFilesWorker>) => Promise<File>): Promise<File> {
  return askWorker(
    () => new Worker(new URL("../../workers/tableFiles.ts", import.meta.url), { type: "module", name: "tables" }),
    ask,
  ).result;
}
