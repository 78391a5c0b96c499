import type { Cell, NamedTable } from "#domain/namedTable.ts";
import type { DownloadContent } from "./provenance.ts";
import { packTables } from "#session/tableFilesWorker.ts";
import { regionsParquet } from "./parquetFile.ts";
import { saveBlob } from "./saveFile.ts";
import { workbookTables } from "./tables.ts";

/** Longest time for which the page does not answer while a table is summarised. */
const BREATH_MS = 16;

/** The workbook of a comparison: summarised here between other things, packed in a worker. */
export async function saveWorkbook(content: DownloadContent): Promise<void> {
  const breathe = createBreaths();
  const tables: NamedTable[] = [];
  for (const { rows, ...table } of workbookTables(content)) {
    const drawn: (readonly Cell[])[] = [];
    for (const row of rows) {
      drawn.push(row);
      await breathe();
    }
    tables.push({ ...table, rows: drawn });
  }
  saveBlob(`${fileName(content)}.xlsx`, await packTables((service) => service.workbook(tables)));
}

export async function saveParquet(content: DownloadContent): Promise<void> {
  const regions = await regionsParquet(content, createBreaths());
  const file = await packTables((service) => service.parquet(regions));
  saveBlob(`${fileName(content)}-regions.parquet`, new Blob([file], { type: "application/vnd.apache.parquet" }));
}

function createBreaths(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < BREATH_MS) return;
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
  };
}

function fileName({ plans, provenance }: DownloadContent): string {
  const ids = plans.map(({ scenario }) => scenario.id);
  return `${["ecosystem-twin", ...ids].join("_").slice(0, 100)}_${provenance.date}`;
}
