import type { Command } from "commander";
import type { Ensemble } from "#domain/ensemble.ts";
import type { SourceClass } from "#domain/parameter.ts";
import { quantileSorted } from "simple-statistics";
import { PARAMETERS } from "#domain/parameters.ts";
import { PARAMETER_SUBJECTS } from "#domain/parameterSubjects.ts";
import { PARAMETER_UNITS } from "#domain/parameterUnits.ts";
import { loadStudyData } from "./loadStudyData.ts";
import { examples } from "./options.ts";

export function addParameters(program: Command): void {
  program
    .command("parameters")
    .description("every parameter with unit, default, range and source, as docs/parameters.md shows them")
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("parameters", "parameters --json"))
    .action(({ json }: { json?: boolean }) => {
      const { ensemble } = loadStudyData();
      process.stdout.write(json ? `${JSON.stringify(rowsOf(ensemble))}\n` : parametersDocument(ensemble));
    });
}

const CLASSES: Readonly<Record<SourceClass, string>> = {
  fitted: "fitted to the study's panel",
  study: "a number of the study",
  literature: "literature; size within it assumed",
  assumption: "assumed, no data",
};

/** docs/parameters.md: made from domain/parameters.ts and the shipped ensemble, never edited by hand. */
export function parametersDocument(ensemble: Ensemble): string {
  const rows = rowsOf(ensemble);
  const number = (value: number | null) => (value === null ? "-" : String(Number(value.toPrecision(3))));
  const count = (source: SourceClass) => rows.filter((row) => row.source === source).length;
  const line = (row: (typeof rows)[number]) =>
    `| ${row.id} | ${row.symbol} | ${row.meaning} | ${row.unit} | ${number(row.default)} | ${number(row.minimum)} to ${number(row.maximum)} | ${number(row.keptLow)} to ${number(row.keptHigh)} | ${row.source} | ${row.evidence} |`;
  const { made } = ensemble;
  return [
    "# Parameters",
    "Made by `npm run -s twin -- parameters`; `src/domain/parameters.ts` is the one table that code, documents and app share.",
    `${rows.length} parameters: ${(Object.keys(CLASSES) as SourceClass[]).map((source) => `${count(source)} ${source} (${CLASSES[source]})`).join(", ")}.`,
    `"Kept" is what the ${ensemble.sets.length} sets of the shipped ensemble leave of the range (5 % to 95 %): \`${made.command}\` kept ${made.kept} of ${made.sampled}. Where it is nearly the whole range, the data to 2023 say nothing about the parameter.`,
    ...PARAMETER_SUBJECTS.flatMap(({ name, parameters }) => [
      `## ${name.en}`,
      [
        "| parameter | symbol | meaning | unit | default | range | kept | source | evidence |",
        "| --- | --- | --- | --- | ---: | --- | --- | --- | --- |",
        ...parameters.map((id) => line(rows.find((row) => row.id === id)!)),
      ].join("\n"),
    ]),
    "",
  ].join("\n\n");
}

function rowsOf({ ids, sets }: Ensemble) {
  return PARAMETERS.map((parameter) => {
    const k = ids.indexOf(parameter.id);
    const values = k < 0 ? [] : sets.map((set) => set[k]).sort((a, b) => a - b);
    const quantile = (p: number) => (values.length === 0 ? null : quantileSorted(values, p));
    return { ...parameter, unit: PARAMETER_UNITS[parameter.id], keptLow: quantile(0.05), keptHigh: quantile(0.95) };
  });
}
