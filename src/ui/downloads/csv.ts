import type { Language } from "#domain/language.ts";
import { type Cell, guardedText } from "#domain/namedTable.ts";

/** What a spreadsheet of the language expects between cells and before decimals. */
const SIGNS: Readonly<Record<Language, { readonly list: string; readonly decimal: string }>> = {
  en: { list: ",", decimal: "." },
  ru: { list: ";", decimal: "," },
  kk: { list: ";", decimal: "," },
};

/**
 * A table as CSV for spreadsheets: byte order mark, quoted where needed. Text that a spreadsheet would take for a formula
 * gets an apostrophe in front, after a semicolon too: where that is the list separator, a cell begins there. A note, where
 * the table comes from, is a last line that begins with #.
 */
export function csvOf(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
  language: Language,
  note: string | null = null,
): string {
  const { list, decimal } = SIGNS[language];
  const table = [columns, ...rows].map((row) => row.map((cell) => csvCell(cell, decimal)).join(list));
  const lines = note === null ? table : [...table, `# ${note.replaceAll(/\s+/g, " ")}`];
  return `\uFEFF${lines.join("\r\n")}\r\n`;
}

function csvCell(cell: Cell, decimal: string): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell).replace(".", decimal);
  const safe = guardedText(cell).replaceAll(/;(?=\s*[=+\-@])/g, ";'");
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
