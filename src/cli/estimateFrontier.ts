import type { Command } from "commander";
import type { FrontierSpecFile } from "./frontierSpec.ts";
import type { FrontierData } from "#estimators/frontierVariables.ts";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { checkTogether } from "#domain/checkTogether.ts";
import { idColumn, type NumberRule, numericColumn, parseDataTable } from "#domain/dataTable.ts";
import { InputRefused } from "#domain/inputProblem.ts";
import { estimateFrontier } from "#estimators/frontier.ts";
import { frontierDocument } from "./frontierDocument.ts";
import { parseFrontierSpec } from "./frontierSpec.ts";

type Options = { readonly data: string; readonly spec: string; readonly json?: boolean };

export function addEstimateFrontier(estimate: Command): void {
  estimate
    .command("frontier")
    .description("stochastic frontier: elasticities, variance of noise and inefficiency, efficiency of each row")
    .requiredOption("--data <file>", "table of the observations (CSV)")
    .requiredOption("--spec <file>", "what to estimate (JSON)")
    .option("--json", "print one JSON document")
    .action((options: Options) => {
      const spec = parseFrontierSpec(readInput(options.spec), basename(options.spec));
      const { data, ids } = readFrontierData(readInput(options.data), basename(options.data), spec);
      const document = frontierDocument(estimateFrontier(data, spec), ids);
      process.stdout.write(`${JSON.stringify(document)}\n`);
    });
}

/** The columns that a spec names, checked together: numbers, and above zero where a logarithm is taken. */
export function readFrontierData(
  text: string,
  fileName: string,
  spec: FrontierSpecFile,
): { readonly data: FrontierData; readonly ids: readonly string[] } {
  const table = parseDataTable(text, fileName);
  const rule = spec.columnsAlreadyInLogs ? undefined : aboveZero(spec.zeroShift ?? 0);
  const { output, inputs, z, ids } = checkTogether({
    ids: () => (spec.idColumn === null ? table.rows.map((_, row) => String(row + 1)) : idColumn(table, spec.idColumn)),
    output: () => numericColumn(table, spec.output, rule),
    inputs: () => checkTogether(spec.inputs.map((name) => () => numericColumn(table, name, rule))),
    z: () => checkTogether(spec.z.map((name) => () => numericColumn(table, name))),
  });
  return { data: { output, inputs, inputNames: spec.inputs, z, zNames: spec.z }, ids };
}

function aboveZero(shift: number): NumberRule {
  const expected =
    shift === 0
      ? "a number above 0, since its logarithm is taken (see zeroShift)"
      : `a number above ${-shift}, since the logarithm of its sum with zeroShift is taken`;
  return { expected, accepts: (value) => value + shift > 0 && Number.isFinite(value + shift) };
}

function readInput(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const found = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new InputRefused([{ place: path, expected: "a file that can be read", found }]);
  }
}
