import type { NamedTable } from "./tables.ts";
import type { DownloadContent } from "./provenance.ts";
import { saveBlob } from "#ui/saveFile.ts";
import { regionsParquet } from "./parquetFile.ts";
import { workbookTables } from "./tables.ts";
import { workbookOf } from "./workbook.ts";

/** The workbook of a comparison. The page can answer between its sheets. */
export async function saveWorkbook(content: DownloadContent): Promise<void> {
  const tables: NamedTable[] = [];
  for (const make of workbookTables(content)) {
    tables.push(make());
    await new Promise((resolve) => setTimeout(resolve));
  }
  saveBlob(`${fileName(content)}.xlsx`, await workbookOf(tables));
}

export function saveParquet(content: DownloadContent): void {
  const type = "application/vnd.apache.parquet";
  saveBlob(`${fileName(content)}-regions.parquet`, new Blob([regionsParquet(content)], { type }));
}

function fileName({ plans, provenance }: DownloadContent): string {
  const ids = plans.map(({ scenario }) => scenario.id);
  return `${["ecosystem-twin", ...ids].join("_").slice(0, 100)}_${provenance.date}`;
}
