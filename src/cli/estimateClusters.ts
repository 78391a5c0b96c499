import type { Command } from "commander";
import type { DataTable } from "#domain/dataTable.ts";
import type { ClusterEstimate, ClusterOptions } from "#estimators/clusters.ts";
import type { Observations } from "#estimators/observations.ts";
import * as z from "zod/mini";
import { checkShape } from "#domain/checkShape.ts";
import { checkTogether } from "#domain/checkTogether.ts";
import { idColumn, numericColumn, parseDataTable } from "#domain/dataTable.ts";
import { InputRefused } from "#domain/inputProblem.ts";
import { parseJson } from "#domain/parseJson.ts";
import { estimateClusters } from "#estimators/clusters.ts";
import { hierarchicalRowLimit } from "#estimators/hierarchicalTree.ts";
import { countDistinctRows, observationsFromColumns } from "#estimators/observations.ts";
import { isConstant } from "#estimators/standardise.ts";
import { readInputFile } from "./inputFile.ts";
import { examples } from "./options.ts";

const usualMaxK = 8;
const columnsExpected = "a list of at least one column name, each once";
const maxKExpected = "a whole number from 2 to 100";
const kExpected = 'a whole number from 1 to 100 or "auto"';
const replicatesExpected = "0 (no gap statistic) or a whole number from 2 to 10000";
const wholeNumber = (least: number, most: number, expected: string) =>
  z.int(expected).check(z.minimum(least, expected), z.maximum(most, expected));

const specShape = z.strictObject(
  {
    columns: z.array(z.string(columnsExpected), columnsExpected).check(
      z.minLength(1, columnsExpected),
      z.refine((names) => new Set(names).size === names.length, columnsExpected),
    ),
    idColumn: z._default(z.nullable(z.string("the name of a column")), null),
    standardise: z._default(z.boolean("true or false"), true),
    method: z._default(z.enum(["k-means", "hierarchical"], '"k-means" or "hierarchical"'), "k-means"),
    k: z._default(z.union([z.literal("auto"), wholeNumber(1, 100, kExpected)], kExpected), "auto"),
    linkage: z._default(z.enum(["ward.D2", "complete", "average"], '"ward.D2", "complete" or "average"'), "ward.D2"),
    maxK: z.optional(wholeNumber(2, 100, maxKExpected)),
    gapReplicates: z._default(
      wholeNumber(0, 10_000, replicatesExpected).check(z.refine((value) => value !== 1, replicatesExpected)),
      500,
    ),
    gapReference: z._default(z.enum(["scaledPCA", "original"], '"scaledPCA" or "original"'), "scaledPCA"),
    gapPower: z._default(z.union([z.literal(1), z.literal(2)], "1 or 2"), 1),
    seed: z._default(z.string("a text"), "1"),
  },
  "an object",
);
type ClusterSpec = z.output<typeof specShape>;

const HELP = `
A specification; only "columns" is needed, the rest is as here if it is left out, "maxK" 8 and no "idColumn":
  { "columns": ["a", "b"], "idColumn": "id", "standardise": true, "method": "k-means", "k": "auto", "linkage": "ward.D2",
    "maxK": 8, "gapReplicates": 500, "gapReference": "scaledPCA", "gapPower": 1, "seed": "1" }
Also: "method": "hierarchical"; "linkage": "complete", "average"; "gapReference": "original"; "gapPower": 2.
${examples("estimate clusters --data table.csv --spec clusters.json --json")}`;

export function addEstimateClusters(estimate: Command): void {
  estimate
    .command("clusters")
    .description("k-means or hierarchical clusters, the number of clusters by several rules, principal components")
    .requiredOption("--data <file>", "table with a header line (CSV)")
    .requiredOption("--spec <file>", "what to do (JSON): columns, method, k, ...")
    .option("--json", "print the whole answer as JSON")
    .addHelpText("after", HELP)
    .action((options: { data: string; spec: string; json?: true }) => {
      const inputs = checkTogether({
        table: () => parseDataTable(readInputFile(options.data), options.data),
        spec: () => checkShape(specShape, parseJson(readInputFile(options.spec), options.spec), options.spec),
      });
      const { ids, observations, clusterOptions } = checkInputs(inputs.table, inputs.spec, options.spec);
      const answer = estimateClusters(observations, clusterOptions);
      for (const { message } of answer.warnings) process.stderr.write(`warning: ${message}\n`);
      process.stdout.write(
        options.json ? `${JSON.stringify(asJson(answer, ids))}\n` : describe(answer, ids, inputs.spec),
      );
    });
}

/** Ids, numbers and complete options. @throws InputRefused with everything that the table and the specification lack. */
function checkInputs(table: DataTable, spec: ClusterSpec, specFile: string) {
  const number = {
    expected: "a number between -1e100 and 1e100",
    accepts: (value: number) => Math.abs(value) <= 1e100,
  };
  const { ids, columns } = checkTogether({
    ids: () => (spec.idColumn === null ? rowNumbers(table) : idColumn(table, spec.idColumn)),
    columns: () => checkTogether(spec.columns.map((name) => () => numericColumn(table, name, number))),
  });
  const observations = observationsFromColumns(columns as Float64Array[]);
  const highestK = Math.max(spec.maxK ?? 2, spec.k === "auto" ? 2 : spec.k);
  const different = countDistinctRows(observations, Math.max(highestK, usualMaxK) + 1);
  const problems = [
    ...constantColumns(table, spec, observations),
    ...(different <= highestK
      ? [
          {
            place: `${specFile} ${spec.k === highestK ? "k" : "maxK"}`,
            expected: `fewer clusters than the ${different} different rows of ${table.fileName}`,
            found: `${highestK}`,
          },
        ]
      : []),
    ...(spec.method === "hierarchical" && observations.rows > hierarchicalRowLimit
      ? [
          {
            place: table.fileName,
            expected: `at most ${hierarchicalRowLimit} rows for the method "hierarchical", which needs all pairs of rows`,
            found: `${observations.rows}`,
          },
        ]
      : []),
  ];
  if (problems.length > 0) throw new InputRefused(problems);
  const clusterOptions: ClusterOptions = { ...spec, maxK: spec.maxK ?? Math.min(usualMaxK, different - 1) };
  return { ids, observations, clusterOptions };
}

function rowNumbers(table: DataTable): string[] {
  return table.rows.map((_, row) => String(row + 1));
}

function constantColumns(table: DataTable, spec: ClusterSpec, observations: Observations) {
  return spec.columns
    .filter((_, column) => spec.standardise && isConstant(observations, column))
    .map((name) => ({
      place: `${table.fileName} ${name}`,
      expected: "different values in a column that is to be standardised",
      found: "the same value in every row",
    }));
}

/** The names of the public interface. */
function asJson(answer: ClusterEstimate, ids: readonly string[]) {
  return {
    k: answer.k,
    assignment: ids.map((id, row) => ({ id, cluster: answer.assignment[row] })),
    withinSumOfSquares: answer.withinSumOfSquares,
    silhouette: answer.silhouette,
    gap: answer.gap,
    suggestedK: answer.suggestedK,
    gapRules: answer.gapRules,
    mergeHeights: answer.tree === null ? null : answer.tree.heights,
    mergeOrder: answer.tree === null ? null : answer.tree.merges,
    leafOrder: answer.tree === null ? null : answer.tree.leafOrder,
    centres: answer.centres,
    centresInOriginalUnits: answer.centresInOriginalUnits,
    explainedVariance: answer.components.explainedVariance,
    loadings: answer.components.loadings,
    scores: answer.components.scores,
    warnings: answer.warnings,
  };
}

function describe(answer: ClusterEstimate, ids: readonly string[], spec: ClusterSpec): string {
  const { suggestedK, gapRules } = answer;
  const lines = [`${ids.length} rows, ${spec.columns.length} columns, ${spec.method}, ${answer.k} clusters`, ""];
  for (let cluster = 1; cluster <= answer.k; cluster++) {
    const members = ids.filter((_, row) => answer.assignment[row] === cluster);
    lines.push(
      `cluster ${cluster} (${members.length}): ${members.slice(0, 30).join(", ")}${members.length > 30 ? ", ..." : ""}`,
    );
  }
  lines.push("", "    k  within sum of squares  silhouette  gap");
  answer.withinSumOfSquares.forEach((sum, index) => {
    const silhouette = index === 0 ? undefined : answer.silhouette?.[index - 1].toFixed(3);
    const gap = answer.gap?.[index];
    const gapText = gap === undefined ? "-" : `${gap.gap.toFixed(3)} (${gap.standardError.toFixed(3)})`;
    lines.push(
      `${String(index + 1).padStart(5)}  ${sum.toPrecision(8).padStart(21)}  ${(silhouette ?? "-").padStart(10)}  ${gapText}`,
    );
  });
  lines.push("", `suggested number: elbow ${suggestedK.elbow}, silhouette ${suggestedK.silhouette ?? "-"}`);
  if (gapRules !== null) {
    lines.push(
      `gap statistic: ${Object.entries(gapRules)
        .map(([rule, k]) => `${rule} ${k}`)
        .join(", ")}`,
    );
  }
  const percent = answer.components.explainedVariance.slice(0, 5).map((share) => `${(100 * share).toFixed(2)} %`);
  lines.push(`variance of the first principal components: ${percent.join(", ")}`);
  return `${lines.join("\n")}\n`;
}
