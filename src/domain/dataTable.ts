import Papa from "papaparse";
import { describeFound, type InputProblem, InputRefused } from "./inputProblem.ts";

/** A delimited text file of a user, still as text: cells become numbers only when a column is asked for by name. */
export type DataTable = {
  readonly fileName: string;
  readonly columnNames: readonly string[];
  /** One array of trimmed cells per data row, each as long as `columnNames`. */
  readonly rows: readonly (readonly string[])[];
  /** Line of the file on which each data row starts, counted from 1, so that a message can point at it. */
  readonly lines: readonly number[];
};

/** What a number of a column must satisfy beyond being finite; `expected` continues "expected …". */
export type NumberRule = { readonly expected: string; readonly accepts: (value: number) => boolean };

const maximumRows = 1_000_000;
const decimalNumber = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;
const decimalComma = /^[+-]?\d+,\d+$/;

/**
 * The one door for tables of users: a header line and rows separated by comma, semicolon or tab, UTF-8 with or without
 * byte order mark, at most `maximumRows` rows. Blank lines are skipped. Throws `InputRefused` with every problem found.
 */
export function parseDataTable(text: string, fileName: string): DataTable {
  refuseUnreadable(text, fileName);
  const clean = text.replace(/^\uFEFF/, "").replaceAll(/\r\n?/g, "\n");
  const parsed = Papa.parse<string[]>(clean, { newline: "\n", delimiter: delimiterOf(clean) });
  const firstLines = firstLineOfEachRecord(parsed.data);
  const problems: InputProblem[] = parsed.errors
    .filter((error) => error.type === "Quotes")
    .map((error) => ({
      place: `${fileName}:${firstLines[error.row ?? 0]}`,
      expected: "quotes that open and close around a whole cell",
      found: error.message,
    }));

  const rows: string[][] = [];
  const lines: number[] = [];
  for (let record = 0; record < parsed.data.length; record++) {
    const cells = parsed.data[record].map((cell) => cell.trim());
    if (cells.length === 1 && cells[0] === "") continue;
    rows.push(cells);
    lines.push(firstLines[record]);
  }
  const columnNames = rows.shift();
  const headerLine = lines.shift();
  if (columnNames === undefined) refuse(fileName, "a header line and rows of data", "an empty file");
  problems.push(...headerProblems(columnNames, `${fileName}:${headerLine}`));
  if (rows.length === 0) {
    problems.push({ place: fileName, expected: "rows of data below the header", found: "none" });
  }
  rows.forEach((cells, row) => {
    if (cells.length === columnNames.length) return;
    const reason = cells.length > columnNames.length ? " (numbers need a decimal point, a comma separates cells)" : "";
    const expected = `${columnNames.length} cells as in the header`;
    problems.push({ place: `${fileName}:${lines[row]}`, expected, found: `${cells.length}${reason}` });
  });
  if (problems.length > 0) throw new InputRefused(problems);
  return { fileName, columnNames, rows, lines };
}

/** A column as finite numbers with a decimal point, one per row. Throws `InputRefused` with every cell that is not. */
export function numericColumn(table: DataTable, name: string, rule?: NumberRule): Float64Array {
  const column = columnIndex(table, name);
  const values = new Float64Array(table.rows.length);
  const refused: number[] = [];
  for (let row = 0; row < values.length; row++) {
    const cell = table.rows[row][column];
    values[row] = decimalNumber.test(cell) ? Number(cell) : Number.NaN;
    if (!Number.isFinite(values[row]) || (rule !== undefined && !rule.accepts(values[row]))) refused.push(row);
  }
  if (refused.length === 0) return values;
  throw new InputRefused(
    refused.map((row) => {
      const cell = table.rows[row][column];
      const expected = decimalComma.test(cell)
        ? "a number with a decimal point (decimal commas are not converted)"
        : (rule?.expected ?? "a finite number");
      const found = Number.isFinite(values[row]) ? cell : cell === "" ? "an empty cell" : describeFound(cell);
      return { place: placeOf(table, row, name), expected, found };
    }),
  );
}

/** A column as trimmed text, one per row. Throws `InputRefused` if there is no such column. */
export function textColumn(table: DataTable, name: string): string[] {
  const column = columnIndex(table, name);
  return table.rows.map((cells) => cells[column]);
}

/** A text column in which every row has its own, non-empty value. Throws `InputRefused` with every row that has not. */
export function idColumn(table: DataTable, name: string): string[] {
  const ids = textColumn(table, name);
  const firstRow = new Map<string, number>();
  const refused = ids
    .map((_, row) => row)
    .filter((row) => {
      const repeated = firstRow.has(ids[row]);
      if (!repeated) firstRow.set(ids[row], row);
      return repeated || ids[row] === "";
    });
  if (refused.length === 0) return ids;
  throw new InputRefused(
    refused.map((row) => ({
      place: placeOf(table, row, name),
      expected: "an id that no other row has",
      found:
        ids[row] === ""
          ? "an empty cell"
          : `${describeFound(ids[row])}, also on line ${table.lines[firstRow.get(ids[row])!]}`,
    })),
  );
}

/** Where a cell stands, as messages name it: `regions.csv:7 cloud_use_share`. */
export function placeOf(table: DataTable, row: number, columnName: string): string {
  return `${table.fileName}:${table.lines[row]} ${columnName}`;
}

function columnIndex(table: DataTable, name: string): number {
  const index = table.columnNames.indexOf(name);
  if (index < 0)
    refuse(`${table.fileName}:1 ${name}`, "a column of this name", `columns ${table.columnNames.join(", ")}`);
  return index;
}

function refuseUnreadable(text: string, fileName: string): void {
  if (text.includes("\uFFFD")) refuse(fileName, "text in UTF-8", "bytes of another encoding");
  let rows = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) rows++;
  if (rows > maximumRows + 1) refuse(fileName, `at most ${maximumRows} rows`, `about ${rows}`);
}

/** What the header line contains most often outside quotes; the rows are no guide, they may hold decimal commas. */
function delimiterOf(text: string): string {
  const header = /^\s*(.*)/.exec(text)![1].replaceAll(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((delimiter) => ({ delimiter, count: header.split(delimiter).length }));
  return counts.reduce((most, next) => (next.count > most.count ? next : most)).delimiter;
}

/** A quoted cell may contain line breaks, so a record's line is one more than all breaks before it. */
function firstLineOfEachRecord(records: readonly (readonly string[])[]): number[] {
  let line = 1;
  return records.map((cells) => {
    const first = line;
    line += 1;
    for (const cell of cells) {
      for (let at = cell.indexOf("\n"); at >= 0; at = cell.indexOf("\n", at + 1)) line++;
    }
    return first;
  });
}

function headerProblems(columnNames: readonly string[], place: string): InputProblem[] {
  return columnNames.flatMap((name, column) => {
    if (name === "") return [{ place, expected: `a name for column ${column + 1}`, found: "an empty cell" }];
    const first = columnNames.indexOf(name);
    if (first === column) return [];
    return [
      {
        place: `${place} ${name}`,
        expected: "a name that no other column has",
        found: `columns ${first + 1} and ${column + 1}`,
      },
    ];
  });
}

function refuse(place: string, expected: string, found: string): never {
  throw new InputRefused([{ place, expected, found }]);
}
