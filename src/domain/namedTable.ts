export type Cell = string | number | null;

/** A table for spreadsheets. */
export type NamedTable = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
};

/** Text that a spreadsheet would take for a formula gets an apostrophe in front. */
export function guardedText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}
