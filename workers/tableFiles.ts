import * as Comlink from "comlink";
import { parquetWriteBuffer } from "hyparquet-writer";
import { workbookOf } from "#engine/workbook.ts";

const tableFiles = {
  workbook: (...given: Parameters<typeof workbookOf>) => workbookOf(...given),
  parquet: (...given: Parameters<typeof parquetWriteBuffer>) => {
    const file = parquetWriteBuffer(...given);
    return Comlink.transfer(file, [file]);
  },
};

export type TableFilesWorker = typeof tableFiles;

Comlink.expose(tableFiles);
