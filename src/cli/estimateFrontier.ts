import type { Command } from "commander";
import type { FrontierSpecFile } from "./frontierSpec.ts";
import type { FrontierData } from "#estimators/frontierVariables.ts";
import { checkTogether } from "#domain/checkTogether.ts";
import { type DataTable, idColumn, type NumberRule, numericColumn, parseDataTable } from "#domain/dataTable.ts";
import { estimateFrontier } from "#estimators/frontier.ts";
import { bootstrapFrontier } from "#estimators/frontierBootstrap.ts";
import { profileGamma } from "#estimators/frontierGammaProfile.ts";
import { jackknifeFrontier } from "#estimators/frontierJackknife.ts";
import { estimateWithOtherShifts } from "#estimators/frontierZeroShift.ts";
import { describeFrontier } from "./describeFrontier.ts";
import { frontierDocument } from "./frontierDocument.ts";
import { parseFrontierSpec } from "./frontierSpec.ts";
import { readInputFile } from "./inputFile.ts";
import { examples, wholeNumber } from "./options.ts";

type Options = {
  readonly data: string;
  readonly spec: string;
  readonly json?: boolean;
  readonly bootstrap?: number;
  readonly jackknife?: boolean;
  readonly seed: string;
};

/** Below this many observations the mixed chi-square is not to be trusted, and a bootstrap of the two plain models is quick. */
const smallSample = 200;
const usualReplicates = 199;
/** Above this many a standard error says all that the profile of gamma says. */
const largestProfiled = 10_000;

const HELP = `
A specification; what stands in the last line may be left out and is then as here, without "idColumn":
  { "frontier": "production", "functionalForm": "cobb-douglas", "distribution": "half-normal",
    "output": "y", "inputs": ["x1", "x2"],
    "columnsAlreadyInLogs": false, "zeroShift": 0, "idColumn": "id" }
Also: "frontier": "cost"; "functionalForm": "translog"; "distribution": "truncated-normal", "exponential", or
"inefficiency-effects" with "z": ["z1"].
${examples("estimate frontier --data table.csv --spec frontier.json --json")}`;

export function addEstimateFrontier(estimate: Command): void {
  estimate
    .command("frontier")
    .description("stochastic frontier: elasticities, variance of noise and inefficiency, efficiency of each row")
    .requiredOption("--data <file>", "table of the observations (CSV)")
    .requiredOption("--spec <file>", "what to estimate (JSON)")
    .option("--json", "print one JSON document")
    .option(
      "--bootstrap <replicates>",
      `samples of the parametric bootstrap; 0 for none (default: ${usualReplicates} below ${smallSample} rows for half-normal and exponential)`,
      wholeNumber(0, 100_000),
    )
    .option("--jackknife", "leave out one row at a time")
    .option("--seed <text>", "seed of the bootstrap", "1")
    .addHelpText("after", HELP)
    .action((options: Options) => {
      const { spec, table } = checkTogether({
        spec: () => parseFrontierSpec(readInputFile(options.spec), options.spec),
        table: () => parseDataTable(readInputFile(options.data), options.data),
      });
      if (spec.columnsAlreadyInLogs && isShifted(spec))
        process.stderr.write("warning: zeroShift is not used, since the columns hold logarithms already\n");
      const { data, ids } = readFrontierData(table, spec);
      const document = estimateDocument(data, spec, ids, options);
      process.stdout.write(options.json ? `${JSON.stringify(document)}\n` : describeFrontier(document));
    });
}

/** The estimate with all that shows how far to believe it. */
function estimateDocument(
  data: FrontierData,
  spec: FrontierSpecFile,
  ids: readonly string[],
  options: Pick<Options, "bootstrap" | "jackknife" | "seed">,
) {
  const estimate = estimateFrontier(data, spec);
  const estimated = "logLik" in estimate;
  const plain = spec.distribution === "half-normal" || spec.distribution === "exponential";
  const replicates = options.bootstrap ?? (plain && data.output.length < smallSample ? usualReplicates : 0);
  return frontierDocument(estimate, ids, {
    bootstrap: estimated && replicates > 0 ? bootstrapFrontier(data, spec, replicates, options.seed) : null,
    jackknife: estimated && options.jackknife ? jackknifeFrontier(data, spec) : null,
    gammaProfile: estimated && data.output.length <= largestProfiled ? profileGamma(data, spec) : null,
    otherShifts:
      estimated && isShifted(spec) && !spec.columnsAlreadyInLogs ? estimateWithOtherShifts(data, spec) : null,
  });
}

function isShifted({ zeroShift }: FrontierSpecFile): boolean {
  return (zeroShift ?? 0) > 0;
}

/** The columns that a spec names, checked together: numbers, and above zero where a logarithm is taken. */
function readFrontierData(
  table: DataTable,
  spec: FrontierSpecFile,
): { readonly data: FrontierData; readonly ids: readonly string[] } {
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
