import writeExcelFile from "write-excel-file/universal";
import { guardedText, type NamedTable } from "#domain/namedTable.ts";

/** Characters of a column: narrow enough for a screen, wide enough for most names. */
const NARROWEST = 8;
const WIDEST = 60;

/** An XLSX file with one sheet a table: bold headings that stay in view, texts that no spreadsheet takes for formulas. */
export function workbookOf(tables: readonly NamedTable[]): Promise<Blob> {
  return writeExcelFile(
    tables.map(({ name, columns, rows }) => ({
      sheet: sheetName(name),
      stickyRowsCount: 1,
      columns: columns.map((column, place) => ({
        width: Math.min(
          WIDEST,
          Math.max(NARROWEST, ...[column, ...rows.slice(0, 200).map((row) => row[place])].map(lengthOf)),
        ),
      })),
      data: [
        columns.map((column) => ({ value: guardedText(column), fontWeight: "bold" as const })),
        ...rows.map((row) => row.map((cell) => (typeof cell === "string" ? guardedText(cell) : cell))),
      ],
    })),
  ).toBlob();
}

/** Excel allows 31 characters and none of these. */
function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*[\]:]/g, " ").slice(0, 31);
}

function lengthOf(cell: string | number | null): number {
  return cell === null ? 0 : typeof cell === "number" ? 10 : cell.length + 1;
}
