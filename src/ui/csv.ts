export type Cell = string | number | null;

/**
 * A table as CSV for spreadsheets: byte order mark, decimal points, quoted where needed. Text that a spreadsheet would take
 * for a formula gets an apostrophe in front.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `\uFEFF${[columns, ...rows].map((row) => row.map(csvCell).join(",")).join("\r\n")}\r\n`;
}

/** Text that a spreadsheet would take for a formula gets an apostrophe in front. */
export function guardedText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function csvCell(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  const safe = guardedText(cell);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
