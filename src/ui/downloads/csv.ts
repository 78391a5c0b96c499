import { type Cell, guardedText } from "#domain/namedTable.ts";

/**
 * A table as CSV for spreadsheets: byte order mark, decimal points, quoted where needed. Text that a spreadsheet would take
 * for a formula gets an apostrophe in front, after a semicolon too: where that is the list separator, a cell begins there.
 * A note, where the table comes from, is a last line that begins with #.
 */
export function csvOf(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  note: string | null = null,
): string {
  const table = [columns, ...rows].map((row) => row.map(csvCell).join(","));
  const lines = note === null ? table : [...table, `# ${note.replaceAll(/\s+/g, " ")}`];
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = guardedText(cell).replaceAll(/;(?=\s*[=+\-@])/g, ";'");
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
