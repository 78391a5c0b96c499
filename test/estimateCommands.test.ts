import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { addEstimateClusters } from "#cli/estimateClusters.ts";
import { addEstimateReadiness } from "#cli/estimateReadiness.ts";
import { InputRefused } from "#domain/inputProblem.ts";
import { twin } from "./fixtures/twin.ts";

const folder = mkdtempSync(join(tmpdir(), "estimate-commands-"));
const regions = fileURLToPath(new URL("../public/data/regions-2023.csv", import.meta.url));
const scores = fileURLToPath(new URL("../public/data/readiness-subparameters.csv", import.meta.url));
const scoreLines = readFileSync(scores, "utf8").trimEnd().split(/\r?\n/);

afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

describe("estimate clusters", () => {
  const spec = { columns: ["a", "b"], idColumn: "id", k: 2, maxK: 3, gapReplicates: 0 };
  const table = "id,a,b\nr1,0,0\nr2,0,1\nr3,9,9\nr4,9,8\nr5,1,0\n";

  test("prints the public names, rows by id, one JSON document", () => {
    const answer = clusters(table, { ...spec, gapReplicates: 5, method: "hierarchical" });
    expect(answer.assignment).toEqual([
      { id: "r1", cluster: 1 },
      { id: "r2", cluster: 1 },
      { id: "r3", cluster: 2 },
      { id: "r4", cluster: 2 },
      { id: "r5", cluster: 1 },
    ]);
    expect(Object.keys(answer)).toEqual(
      expect.arrayContaining(
        "withinSumOfSquares silhouette gap suggestedK mergeHeights mergeOrder centres explainedVariance loadings scores warnings".split(
          " ",
        ),
      ),
    );
    expect(answer.withinSumOfSquares).toHaveLength(3);
    expect(answer.silhouette).toHaveLength(2);
    expect(answer.gap.map(({ k }: { k: number }) => k)).toEqual([1, 2, 3]);
    expect(answer.mergeOrder).toHaveLength(4);
  });

  test("only the columns are needed: rows get numbers, k is chosen, maxK stays below the number of different rows", () => {
    const answer = clusters(table, { columns: ["a", "b"], gapReplicates: 0 });
    expect(clusters(table, { columns: ["a", "b"], gapReplicates: 0, idColumn: null })).toEqual(answer);
    expect(answer.k).toBe(2);
    expect(answer.assignment[4].id).toBe("5");
    expect(answer.withinSumOfSquares).toHaveLength(4);
  });

  test.each([
    ["a missing column", table, { ...spec, columns: ["a", "c"] }, /data\.csv:1 c: expected a column of this name/],
    ["text for a number", table.replace("9,9", "9,nine"), spec, /data\.csv:4 b: expected a number .*"nine"/],
    ["NaN", table.replace("9,9", "NaN,9"), spec, /data\.csv:4 a: .*"NaN"/],
    ["an empty cell", table.replace("9,9", ",9"), spec, /data\.csv:4 a: .*an empty cell/],
    ["a number too large to square", table.replace("9,9", "1e200,9"), spec, /data\.csv:4 a: .*1e200/],
    ["decimal commas", table.replaceAll(",", ";").replace("9;9", "9,5;9"), spec, /data\.csv:4 a: .*decimal point/],
    ["a constant column", table.replaceAll(/,\d\n/g, ",5\n"), spec, /data\.csv b: expected different values/],
    ["an id twice", table.replace("r5", "r1"), spec, /data\.csv:6 id: expected an id that no other row has/],
    ["an empty file", "", spec, /data\.csv: expected a header line/],
    ["a header alone", "id,a,b\n", spec, /data\.csv: expected rows of data/],
    [
      "as many clusters as different rows",
      table,
      { ...spec, k: 5 },
      /spec\.json k: expected fewer clusters than the 5/,
    ],
    ["too large a maxK", table, { ...spec, maxK: 5 }, /spec\.json maxK: expected fewer clusters/],
    ["a column twice", table, { ...spec, columns: ["a", "a"] }, /spec\.json columns: .*each once/],
    ["an unknown field", table, { ...spec, K: 3 }, /spec\.json K: expected no such field/],
    ["an unknown linkage", table, { ...spec, linkage: "ward" }, /spec\.json linkage: expected "ward\.D2"/],
  ])("%s is refused with its place", (_, data, faultySpec, message) => {
    expect(() => clusters(data, faultySpec)).toThrow(InputRefused);
    expect(() => clusters(data, faultySpec)).toThrow(message);
  });

  test("all problems are listed, those of the specification too", () => {
    expect.assertions(2);
    try {
      clusters(table.replace("0,1", "x,y").replace("r2", "r1"), spec);
    } catch (error) {
      expect((error as InputRefused).problems).toHaveLength(3);
    }
    try {
      clusters("", { ...spec, k: 0, seed: 1 });
    } catch (error) {
      expect((error as InputRefused).problems).toHaveLength(3);
    }
  });

  test("a tree of 100,000 rows is refused with the limit, at once", () => {
    const rows = Array.from({ length: 100_000 }, (_, i) => `r${i},${i % 977},${i % 31}`);
    const many = `id,a,b\n${rows.join("\n")}\n`;
    expect(() => clusters(many, { ...spec, method: "hierarchical" })).toThrow(/at most 5000 rows .* got 100000/);
  });

  test("a person reads the same answer as a page of text", () => {
    const text = runText(addEstimateClusters, "clusters", table, spec);
    expect(text).toMatch(/cluster 1 \(3\): r1, r2, r5/);
    expect(text).toMatch(/variance of the first principal components/);
  });
});

describe("estimate readiness", () => {
  test("the study's file gives both enterprises by name, with what would raise them", () => {
    const answer = readiness(scoreLines, undefined);
    expect(Object.keys(answer)).toEqual(["bohmer_armatura", "kazakhmys"]);
    expect(answer.kazakhmys).toMatchObject({ band: "medium" });
    expect(answer.kazakhmys.index).toBeCloseTo(0.67, 2);
    expect(answer.kazakhmys.blocks).toHaveLength(9);
    expect(answer.kazakhmys.sensitivity).toHaveLength(115);
    expect(answer.kazakhmys.warnings).toMatchObject([{ code: "outsideDeclaredScale", block: "ORGSTRPROC", number: 3 }]);
  });

  test("a score outside its scale is refused under declared and a warning with its row under as-published", () => {
    const faulty = scoreLines.with(1, scoreLines[1].replace(/,0,1$/, ",7,1"));
    expect(() => readiness(faulty, {})).toThrow(
      /data\.csv:2 bohmer_armatura: expected a score on the scale 0 to 1, got 7/,
    );
    const { warnings } = readiness(faulty, { normalisation: "as-published" }).bohmer_armatura;
    expect(warnings).toContainEqual(expect.objectContaining({ code: "outsideDeclaredScale", row: 1, line: 2 }));
  });

  test("blocks of one's own need weights of their own", () => {
    const own = [scoreLines[0], ...scoreLines.slice(1, 6).map((line) => line.replace("STRSDE", "GREEN"))];
    expect(() => readiness(own, {})).toThrow(/blockWeights\.GREEN: expected a weight for every block/);
    const { blocks } = readiness(own, { blockWeights: { GREEN: 1 } }).kazakhmys;
    expect(blocks).toMatchObject([{ block: "GREEN", weight: 1, count: 5 }]);
  });

  test("further columns are further enterprises; growth and robustness on request", () => {
    const three = scoreLines.map((line, i) => `${line},${i === 0 ? "later" : line.split(",").at(-1)}`);
    const answer = readiness(three, {
      growth: [{ from: "bohmer_armatura", to: "later", years: 2 }],
      robustness: { draws: 50 },
    });
    const rate = Math.sqrt(answer.later.index / answer.bohmer_armatura.index) - 1;
    expect(answer.later.growth).toEqual([{ from: "bohmer_armatura", years: 2, annualRate: expect.closeTo(rate, 12) }]);
    expect(answer.later.robustness.rankShares).toHaveLength(3);
    expect(answer.bohmer_armatura.growth).toEqual([]);
  });

  test.each([
    [
      "a missing column",
      (lines: string[]) => lines.with(0, lines[0].replace("declared_min", "from")),
      {},
      /:1 declared_min/,
    ],
    [
      "text for a score",
      (lines: string[]) => lines.with(1, lines[1].replace(/,0,1$/, ",no,1")),
      {},
      /:2 bohmer_armatura: .*"no"/,
    ],
    [
      "a scale without width",
      (lines: string[]) => lines.with(1, lines[1].replace("binary,0,1", "binary,1,1")),
      {},
      /:2 declared_max/,
    ],
    [
      "a direction of 2",
      (lines: string[]) => lines.with(1, lines[1].replace(",0,1,1,", ",0,1,2,")),
      {},
      /:2 direction: expected 1 or -1/,
    ],
    [
      "a sub-parameter twice",
      (lines: string[]) => [...lines, lines[1]],
      {},
      /:117 number: expected each number once in a block/,
    ],
    [
      "no enterprise",
      (lines: string[]) => lines.map((line) => line.replace(/,[^,]*,[^,]*$/, "")),
      {},
      /a column of scores for every enterprise/,
    ],
    ["bands upside down", (lines: string[]) => lines, { bands: [0.8, 0.4] }, /spec\.json bands/],
    [
      "a block that is not there",
      (lines: string[]) => lines,
      { blockWeights: { X: 1 } },
      /blockWeights\.X: expected a block of the data/,
    ],
    [
      "growth of a stranger",
      (lines: string[]) => lines,
      { growth: [{ from: "x", to: "kazakhmys", years: 1 }] },
      /growth\[0\]\.from/,
    ],
    [
      "a score between 0 and 1 under the published rule",
      (lines: string[]) => lines.with(1, lines[1].replace(/,0,1$/, ",0.5,1")),
      { normalisation: "as-published" },
      /not known/,
    ],
  ])("%s is refused with its place", (_, change, spec, message) => {
    expect(() => readiness(change(scoreLines), spec)).toThrow(InputRefused);
    expect(() => readiness(change(scoreLines), spec)).toThrow(message);
  });
});

test("a refused input ends with status 2 and nothing on standard output, an accepted one with 0", () => {
  writeFileSync(join(folder, "spec.json"), JSON.stringify({ columns: ["manuf_output", "x"], idColumn: "id" }));
  const refused = twin("estimate", "clusters", "--data", regions, "--spec", join(folder, "spec.json"), "--json");
  expect(refused).toMatchObject({ status: 2, stdout: "" });
  expect(refused.stderr).toMatch(/regions-2023\.csv:1 x: expected a column of this name/);
  const accepted = twin("estimate", "readiness", "--data", scores, "--json");
  expect(accepted.status).toBe(0);
  expect(Object.keys(JSON.parse(accepted.stdout))).toHaveLength(2);
}, 60_000); // two processes on a busy machine

// biome-ignore lint/suspicious/noExplicitAny: the tests read the JSON of a public interface as its users do.
type Json = any;

function clusters(data: string, spec: object): Json {
  return JSON.parse(runText(addEstimateClusters, "clusters", data, spec, "--json"));
}

function readiness(lines: readonly string[], spec: object | undefined): Json {
  return JSON.parse(runText(addEstimateReadiness, "readiness", `${lines.join("\n")}\n`, spec, "--json"));
}

/** Runs one command within this process and gives what it prints. */
function runText(
  add: (estimate: Command) => void,
  name: string,
  data: string,
  spec: object | undefined,
  ...flags: string[]
): string {
  writeFileSync(join(folder, "data.csv"), data);
  writeFileSync(join(folder, "spec.json"), JSON.stringify(spec ?? {}));
  let printed = "";
  const output = vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    printed += String(chunk);
    return true;
  });
  const progress = vi.spyOn(process.stderr, "write").mockReturnValue(true);
  try {
    const program = new Command("twin").exitOverride();
    add(program);
    const specArguments = spec === undefined ? [] : ["--spec", join(folder, "spec.json")];
    program.parse([name, "--data", join(folder, "data.csv"), ...specArguments, ...flags], { from: "user" });
  } finally {
    output.mockRestore();
    progress.mockRestore();
  }
  return printed;
}
