import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { addEstimateFrontier } from "#cli/estimateFrontier.ts";
import { InputRefused } from "#domain/inputProblem.ts";
import { twin } from "./fixtures/twin.ts";

const folder = mkdtempSync(join(tmpdir(), "estimate-frontier-"));
const front41 = fileURLToPath(new URL("./fixtures/front41.csv", import.meta.url));
const spec = {
  frontier: "production",
  functionalForm: "cobb-douglas",
  distribution: "half-normal",
  output: "output",
  inputs: ["capital", "labour"],
  idColumn: "firm",
};
/** Eight rows in which the residuals lean to no side for certain; only the door is under test. */
const table = `id,y,a,b\n${[1.3, 2.1, 2.8, 4.4, 4.9, 6.6, 6.4, 8.9].map((y, i) => `r${i + 1},${y},${i + 1},${(i * i + 3) % 7}.5`).join("\n")}\n`;
const small = { ...spec, output: "y", inputs: ["a", "b"], idColumn: "id" };

afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

function write(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

async function run(data: string, specification: unknown, ...options: string[]): Promise<string> {
  let output = "";
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    output += text;
    return true;
  });
  const program = new Command().exitOverride();
  addEstimateFrontier(program);
  const specPath = write("spec.json", specification);
  await program.parseAsync(["frontier", "--data", data, "--spec", specPath, ...options], { from: "user" });
  vi.restoreAllMocks();
  return output;
}

async function refusal(data: string, specification: unknown = small): Promise<string[]> {
  try {
    await run(write("data.csv", data), specification, "--json");
  } catch (error) {
    if (error instanceof InputRefused) return error.message.replaceAll(`${folder}/`, "").split("\n");
    throw error;
  }
  throw new Error("the input was accepted");
}

describe("estimate frontier", () => {
  test("lists what is wrong with the table beside what is wrong with the specification", async () => {
    expect(await refusal("id,y,a,b\nr1,1,2\n", { ...small, frontier: "profit" })).toEqual([
      'spec.json frontier: expected production or cost, got "profit"',
      "data.csv:2: expected 4 cells as in the header, got 3",
    ]);
  });

  test("says that logarithms are not shifted, and shows no other shifts for them", async () => {
    const said: string[] = [];
    vi.spyOn(process.stderr, "write").mockImplementation((text) => said.push(String(text)) > 0);
    const data = write("logs.csv", table);
    const inLogs = { ...small, columnsAlreadyInLogs: true };
    const shifted = await run(data, { ...inLogs, zeroShift: 0.001 }, "--json", "--bootstrap", "0");
    expect(said).toEqual(["warning: zeroShift is not used, since the columns hold logarithms already\n"]);
    expect(shifted).toBe(await run(data, inLogs, "--json", "--bootstrap", "0"));
  });

  test("prints the public names in one JSON document", async () => {
    const answer = JSON.parse(await run(front41, spec, "--json", "--bootstrap", "20", "--jackknife"));
    expect(Object.keys(answer)).toEqual(
      expect.arrayContaining(
        "status n coefficients sigmaSquared gamma logLik aic bic ols likelihoodRatio efficiency meanEfficiency warnings".split(
          " ",
        ),
      ),
    );
    expect(answer.status).toBe("converged");
    expect(answer.logLik).toBeCloseTo(-17.0272, 4);
    expect(answer.coefficients[1]).toEqual({
      name: "ln_capital",
      estimate: expect.closeTo(0.2811, 4),
      standardError: expect.closeTo(0.0475, 4),
      z: expect.closeTo(5.918, 2),
      pValue: expect.closeTo(3.25e-9, 10),
    });
    expect(Object.keys(answer.ols)).toEqual(expect.arrayContaining(["coefficients", "logLik", "residualSkewness"]));
    expect(answer.likelihoodRatio).toEqual({
      statistic: expect.closeTo(2.8392, 4),
      df: 1,
      pValue: expect.closeTo(0.046, 3),
      bootstrapPValue: expect.any(Number),
    });
    expect(answer.efficiency).toHaveLength(60);
    const { id, te, gap, lower, upper } = answer.efficiency[11];
    expect([id, te + gap]).toEqual(["12", 1]);
    expect(lower < te && te < upper).toBe(true);
    expect(answer.bootstrap.rows).toHaveLength(60);
    expect(answer.jackknife[4].left).toBe("5");
    expect(answer.gammaProfile.points.length).toBeGreaterThan(100);
  });

  test("prints the same bytes for the same seed", async () => {
    const seeded = () => run(front41, spec, "--json", "--bootstrap", "10", "--seed", "x");
    expect(await seeded()).toBe(await seeded());
  });

  test("prints a table for people without --json", async () => {
    const text = await run(front41, spec, "--bootstrap", "0");
    expect(text).toContain("status converged, 60 observations, 5 parameters");
    expect(text).toMatch(/ln_capital +0\.2811 +0\.0475/);
  });

  test("mu and delta appear with the distributions that have them, and only there", async () => {
    const truncated = JSON.parse(await run(front41, { ...spec, distribution: "truncated-normal" }, "--json"));
    expect(truncated.mu).toBeCloseTo(-2.8415, 3);
    expect(truncated.delta).toBeUndefined();
    const effects = { ...spec, distribution: "inefficiency-effects", z: ["firm"], idColumn: null };
    const answer = JSON.parse(await run(front41, effects, "--json"));
    expect(answer.delta.map(({ name }: { name: string }) => name)).toEqual(["(Intercept)", "firm"]);
    expect(answer.mu).toBeUndefined();
  });

  test("what a status leaves undefined is null", async () => {
    const answer = JSON.parse(await run(write("few.csv", table.split("\n").slice(0, 5).join("\n")), small, "--json"));
    expect(answer).toMatchObject({
      status: "tooFewObservations",
      n: 4,
      coefficients: null,
      gamma: null,
      logLik: null,
      ols: null,
      likelihoodRatio: null,
      efficiency: null,
      meanEfficiency: null,
    });
  });

  test("collinear columns end as singular, with the column's name", async () => {
    const doubled = table.replace(/^(.*),(.*),(.*),(.*)$/gm, (row, id, y, a) =>
      id === "id" ? row : `${id},${y},${a},${2 * a}`,
    );
    const answer = JSON.parse(await run(write("collinear.csv", doubled), small, "--json"));
    expect(answer.status).toBe("singular");
    expect(answer.warnings[0].message).toContain("ln_b");
  });

  test("a zero is refused without a zero shift and told apart with one", async () => {
    const withZero = table.replace("r3,2.8", "r3,0");
    expect(await refusal(withZero)).toEqual([
      "data.csv:4 y: expected a number above 0, since its logarithm is taken (see zeroShift), got 0",
    ]);
    const answer = JSON.parse(await run(write("zero.csv", withZero), { ...small, zeroShift: 1e-6 }, "--json"));
    expect(answer.zeroShifts.map(({ zeroShift }: { zeroShift: number }) => zeroShift)).toEqual([1e-9, 1e-6, 1e-3]);
    expect(answer.warnings.map(({ code }: { code: string }) => code)).toContain("zeroShift");
  });

  test("every problem of every column is listed", async () => {
    const broken = table.replace("r2,2.1", "r1,abc").replace("r5,4.9", "r5,-1").replace("r6,6.6,6", "r6,6.6,NaN");
    expect(await refusal(broken)).toEqual([
      'data.csv:3 id: expected an id that no other row has, got "r1", also on line 2',
      'data.csv:3 y: expected a number above 0, since its logarithm is taken (see zeroShift), got "abc"',
      "data.csv:6 y: expected a number above 0, since its logarithm is taken (see zeroShift), got -1",
      'data.csv:7 a: expected a number above 0, since its logarithm is taken (see zeroShift), got "NaN"',
    ]);
  });

  test("missing columns, empty files and decimal commas are refused", async () => {
    expect(await refusal(table, { ...small, inputs: ["a", "c"] })).toEqual([
      "data.csv:1 c: expected a column of this name, got columns id, y, a, b",
    ]);
    expect(await refusal("")).toEqual(["data.csv: expected a header line and rows of data, got an empty file"]);
    expect((await refusal("id;y;a;b\nr1;1,5;2;3\n"))[0]).toContain("decimal commas are not converted");
  });

  test("every problem of a spec is listed with its path", async () => {
    expect(await refusal(table, { frontier: "profit", inputs: ["a", 3], zeroShift: -1, typo: 1 })).toEqual(
      expect.arrayContaining([
        'spec.json frontier: expected production or cost, got "profit"',
        "spec.json inputs[1]: expected the name of a column, got 3",
        "spec.json zeroShift: expected a number from 0, got -1",
        'spec.json typo: expected no such field, got "typo"',
      ]),
    );
    expect(await refusal(table, { ...small, inputs: ["a", "a", "y"] })).toEqual([
      'spec.json inputs[1]: expected a column not used before, got "a", which is inputs[0] already',
      'spec.json inputs[2]: expected a column not used before, got "y", which is output already',
    ]);
    expect(await refusal(table, { ...small, distribution: "inefficiency-effects" })).toEqual([
      "spec.json z: expected at least one column that explains inefficiency, got none",
    ]);
  });

  test("the command exits with 2 and prints nothing when it refuses", () => {
    const data = write("bad.csv", "id,y\na,x\n");
    const specification = write("good.json", { ...small, inputs: ["y"] });
    const done = twin("estimate", "frontier", "--data", data, "--spec", specification, "--json");
    expect(done.status).toBe(2);
    expect(done.stdout).toBe("");
    expect(done.stderr).toContain("inputs[0]");
  }, 30_000);
});
