import type { DataTable, NumberRule } from "./dataTable.ts";
import type { InputProblem } from "./inputProblem.ts";
import type { SubparameterRow } from "./studyData.ts";
import { checkTogether } from "./checkTogether.ts";
import { numericColumn, placeOf, textColumn } from "./dataTable.ts";
import { describeFound, InputRefused } from "./inputProblem.ts";

/** One question of the readiness survey: its block, its two scales (see `normaliseDeclared`) and its direction. */
export type Subparameter = Omit<SubparameterRow, "boehmerArmatura" | "kazakhmys">;

export type ReadinessTable = {
  readonly subparameters: readonly Subparameter[];
  /** A column of scores each, in the order of the sub-parameters. */
  readonly enterprises: readonly { readonly name: string; readonly scores: Float64Array }[];
};

const describingColumns = [
  "block",
  "number",
  "label_en",
  "kind",
  "declared_min",
  "declared_max",
  "direction",
  "score_min",
  "score_max",
  "note",
];
/** The next best step of an enterprise takes time with the square of this. */
const maximumSubparameters = 1000;
const kinds = ["binary", "score", "percent"];
const direction: NumberRule = { expected: "1 or -1", accepts: (value) => value === 1 || value === -1 };
const number: NumberRule = {
  expected: "a whole number from 1",
  accepts: (value) => Number.isInteger(value) && value >= 1,
};

/**
 * Readiness scores of a user: the describing columns of readiness-subparameters.csv, every further column an enterprise.
 * Blocks and sub-parameters may be others than the study's. Whether a score fits its scale is the estimator's question.
 * @throws InputRefused with every problem found.
 */
export function parseReadinessTable(table: DataTable): ReadinessTable {
  if (table.rows.length > maximumSubparameters) {
    const expected = `at most ${maximumSubparameters} rows, one per sub-parameter`;
    throw new InputRefused([{ place: table.fileName, expected, found: `${table.rows.length}` }]);
  }
  const names = table.columnNames.filter((name) => !describingColumns.includes(name));
  const column = checkTogether({
    block: () => filledColumn(table, "block"),
    number: () => numericColumn(table, "number", number),
    label: () => textColumn(table, "label_en"),
    kind: () => kindColumn(table),
    declaredMin: () => numericColumn(table, "declared_min"),
    declaredMax: () => numericColumn(table, "declared_max"),
    direction: () => numericColumn(table, "direction", direction),
    scoreMin: () => numericColumn(table, "score_min"),
    scoreMax: () => numericColumn(table, "score_max"),
    note: () => textColumn(table, "note"),
    enterprises: () => checkTogether(names.map((name) => () => ({ name, scores: numericColumn(table, name) }))),
  });
  const problems = [
    ...emptyScales(table, "declared_max", column.declaredMin, column.declaredMax),
    ...emptyScales(table, "score_max", column.scoreMin, column.scoreMax),
    ...repeated(table, column.block, column.number),
  ];
  if (names.length === 0)
    problems.push({ place: `${table.fileName}:1`, expected: "a column of scores for every enterprise", found: "none" });
  if (problems.length > 0) throw new InputRefused(problems);
  return {
    subparameters: table.rows.map((_, row) => ({
      block: column.block[row],
      number: column.number[row],
      label: column.label[row],
      kind: column.kind[row],
      declared: [column.declaredMin[row], column.declaredMax[row]],
      direction: column.direction[row],
      scored: [column.scoreMin[row], column.scoreMax[row]],
      note: column.note[row],
    })),
    enterprises: column.enterprises,
  };
}

function filledColumn(table: DataTable, name: string): string[] {
  return checkedTexts(table, name, "a name", (text) => text !== "");
}

function kindColumn(table: DataTable): string[] {
  return checkedTexts(table, "kind", kinds.join(", "), (text) => kinds.includes(text));
}

function checkedTexts(table: DataTable, name: string, expected: string, accepts: (text: string) => boolean): string[] {
  const texts = textColumn(table, name);
  const problems = texts.flatMap((text, row) =>
    accepts(text) ? [] : [{ place: placeOf(table, row, name), expected, found: describeFound(text) }],
  );
  if (problems.length > 0) throw new InputRefused(problems);
  return texts;
}

function emptyScales(table: DataTable, name: string, low: Float64Array, high: Float64Array): InputProblem[] {
  return Array.from(low).flatMap((minimum, row) =>
    high[row] > minimum
      ? []
      : [{ place: placeOf(table, row, name), expected: `a number above ${minimum}`, found: `${high[row]}` }],
  );
}

function repeated(table: DataTable, block: readonly string[], numbers: Float64Array): InputProblem[] {
  const seen = new Map<string, number>();
  return block.flatMap((name, row) => {
    const key = `${name} ${numbers[row]}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, row);
      return [];
    }
    const found = `${key}, also on line ${table.lines[first]}`;
    return [{ place: placeOf(table, row, "number"), expected: "each number once in a block", found }];
  });
}
