import { expect, test } from "vitest";
import { checkTogether } from "#domain/checkTogether.ts";
import { idColumn, numericColumn, parseDataTable, textColumn } from "#domain/dataTable.ts";
import { InputRefused } from "#domain/inputProblem.ts";

function messageOf(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    if (error instanceof InputRefused) return error.message;
    throw error;
  }
  throw new Error("the input was accepted");
}

const percent = { expected: "a percentage from 0 to 100", accepts: (value: number) => value >= 0 && value <= 100 };

test("a table gives its columns as text and as numbers, in the order of the rows", () => {
  const table = parseDataTable("id,y,x\nb,1.5,-2e3\na,.25, 7 \n", "t.csv");
  expect(table.columnNames).toEqual(["id", "y", "x"]);
  expect(textColumn(table, "id")).toEqual(["b", "a"]);
  expect([...numericColumn(table, "y")]).toEqual([1.5, 0.25]);
  expect([...numericColumn(table, "x")]).toEqual([-2000, 7]);
});

test.each([
  ["a byte order mark", "\uFEFFid,y\na,1\n"],
  ["semicolons", "id;y\na;1\n"],
  ["tabs", "id\ty\na\t1\n"],
  ["Windows line ends", "id,y\r\na,1\r\n"],
  ["old Macintosh line ends", "id,y\ra,1\r"],
  ["no line end after the last row", "id,y\na,1"],
  ["blank lines", "\nid,y\n\na,1\n\n"],
  ["quoted cells", '"id","y"\n"a","1"\n'],
])("a file with %s is read", (_, text) => {
  const table = parseDataTable(text, "t.csv");
  expect(idColumn(table, "id")).toEqual(["a"]);
  expect([...numericColumn(table, "y")]).toEqual([1]);
});

test("a message names file, line, column, expectation and value", () => {
  const table = parseDataTable("id,cloud_use_share\na,4.8\nb,104\n", "regions.csv");
  expect(messageOf(() => numericColumn(table, "cloud_use_share", percent))).toBe(
    "regions.csv:3 cloud_use_share: expected a percentage from 0 to 100, got 104",
  );
});

test("line numbers count blank lines and line breaks inside quoted cells", () => {
  const table = parseDataTable('id,y\n"two\nlines",1\n\nb,bad\n', "t.csv");
  expect(messageOf(() => numericColumn(table, "y"))).toBe('t.csv:5 y: expected a finite number, got "bad"');
});

test.each([
  ["text", "abc", 'expected a finite number, got "abc"'],
  ["nothing", "", "expected a finite number, got an empty cell"],
  ["NaN", "NaN", 'expected a finite number, got "NaN"'],
  ["an infinity", "-Inf", 'expected a finite number, got "-Inf"'],
  ["a number beyond double precision", "1e999", 'expected a finite number, got "1e999"'],
  ["a hexadecimal number", "0x1f", 'expected a finite number, got "0x1f"'],
  ["a number with a unit", "5 %", 'expected a finite number, got "5 %"'],
  ["a decimal comma", "1,5", 'expected a number with a decimal point (decimal commas are not converted), got "1,5"'],
])("%s is not a number", (_, cell, message) => {
  const table = parseDataTable(`id;y\na;1\nb;${cell}\n`, "t.csv");
  expect(messageOf(() => numericColumn(table, "y"))).toBe(`t.csv:3 y: ${message}`);
});

test("decimal commas between commas are refused as too many cells, with the likely reason", () => {
  expect(messageOf(() => parseDataTable("id,y\na,1,5\nb,2,5\n", "t.csv"))).toBe(
    "t.csv:2: expected 2 cells as in the header, got 3 (numbers need a decimal point, a comma separates cells)\n" +
      "t.csv:3: expected 2 cells as in the header, got 3 (numbers need a decimal point, a comma separates cells)",
  );
});

test.each([
  ["an empty file", "", "t.csv: expected a header line and rows of data, got an empty file"],
  ["only blank lines", "\n \n", "t.csv: expected a header line and rows of data, got an empty file"],
  ["only a header", "id,y\n", "t.csv: expected rows of data below the header, got none"],
  ["a short row", "id,y\na\n", "t.csv:2: expected 2 cells as in the header, got 1"],
  ["a column twice", "y,y\n1,2\n", "t.csv:1 y: expected a name that no other column has, got columns 1 and 2"],
  ["a column without name", "id,\na,2\n", "t.csv:1: expected a name for column 2, got an empty cell"],
  ["an encoding other than UTF-8", "id,y\n\uFFFD,1\n", "t.csv: expected text in UTF-8, got bytes of another encoding"],
])("%s is refused", (_, text, message) => {
  expect(messageOf(() => parseDataTable(text, "t.csv"))).toBe(message);
});

test("a quote that never closes is refused where it opens", () => {
  expect(messageOf(() => parseDataTable('id,y\na,1\n"b,2\n', "t.csv"))).toContain("t.csv:3: expected quotes that open");
});

test("a missing column is refused with the columns there are", () => {
  const table = parseDataTable("id,y\na,1\n", "t.csv");
  expect(messageOf(() => numericColumn(table, "x"))).toBe(
    "t.csv:1 x: expected a column of this name, got columns id, y",
  );
});

test("every repeated and every empty id is refused", () => {
  const table = parseDataTable("id,y\na,1\nb,1\na,1\n,1\n", "t.csv");
  expect(messageOf(() => idColumn(table, "id"))).toBe(
    't.csv:4 id: expected an id that no other row has, got "a", also on line 2\n' +
      "t.csv:5 id: expected an id that no other row has, got an empty cell",
  );
});

test("columns checked together report the problems of all of them", () => {
  const table = parseDataTable("id,y,x\na,one,1\na,2,two\n", "t.csv");
  const columns = {
    ids: () => idColumn(table, "id"),
    xs: () => [numericColumn(table, "y"), numericColumn(table, "x")],
  };
  expect(messageOf(() => checkTogether(columns)).split("\n")).toHaveLength(2);
  const each = ["y", "x", "z"].map((name) => () => numericColumn(table, name));
  expect(messageOf(() => checkTogether(each)).split("\n")).toHaveLength(3);
});

test("columns checked together come back under their keys", () => {
  const table = parseDataTable("id,y\na,1\n", "t.csv");
  const { ids, y } = checkTogether({ ids: () => idColumn(table, "id"), y: () => numericColumn(table, "y") });
  expect([ids, [...y]]).toEqual([["a"], [1]]);
});

test("an error that is not about the input passes through a joint check", () => {
  expect(() => checkTogether([() => parseDataTable(undefined as never, "t.csv")])).toThrow(TypeError);
});

test("50,000 rows are read, and a message stays short whatever is wrong with all of them", () => {
  const rows = Array.from({ length: 50_000 }, (_, row) => `${row},${row * 0.5},text`);
  const table = parseDataTable(`id,y,x\n${rows.join("\n")}\n`, "t.csv");
  expect(numericColumn(table, "y")[49_999]).toBe(24_999.5);
  expect(messageOf(() => checkTogether([() => numericColumn(table, "x")])).length).toBeLessThan(20_000);
  expect(messageOf(() => parseDataTable(`id,y\n${rows.join("\n")}\n`, "t.csv")).length).toBeLessThan(30_000);
});

test("more than a million rows are refused before they are parsed", () => {
  expect(messageOf(() => parseDataTable("y\n".repeat(1_000_003), "t.csv"))).toBe(
    "t.csv: expected at most 1000000 rows, got about 1000003",
  );
});
