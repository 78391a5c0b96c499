import type { Command } from "commander";
import type { DataTable } from "#domain/dataTable.ts";
import type { InputProblem } from "#domain/inputProblem.ts";
import type { ReadinessTable } from "#domain/readinessTable.ts";
import type { ReadinessEstimate, ReadinessRule } from "#estimators/readiness.ts";
import type { ReadinessRobustness } from "#estimators/readinessRobustness.ts";
import type { ReadinessSensitivity } from "#estimators/readinessSensitivity.ts";
import * as z from "zod/mini";
import { checkShape } from "#domain/checkShape.ts";
import { checkTogether } from "#domain/checkTogether.ts";
import { parseDataTable, placeOf } from "#domain/dataTable.ts";
import { InputRefused } from "#domain/inputProblem.ts";
import { parseJson } from "#domain/parseJson.ts";
import { parseReadinessTable } from "#domain/readinessTable.ts";
import { compoundAnnualRate } from "#estimators/compoundGrowth.ts";
import { declaredRule, estimateReadiness, surveyBlockWeights } from "#estimators/readiness.ts";
import { describeScale, fitsItsScale, hasAsPublishedFactor } from "#estimators/readinessNormalisation.ts";
import { readinessRobustness } from "#estimators/readinessRobustness.ts";
import { readinessSensitivity } from "#estimators/readinessSensitivity.ts";
import { readInputFile } from "./inputFile.ts";
import { examples } from "./options.ts";

const floorExpected = "a number above 0 and below 1";
const weightExpected = "a weight above 0";
const bandsExpected = "two numbers between 0 and 1, the lower first";
const yearsExpected = "a number of years above 0";
const drawsExpected = "a whole number from 1 to 100000";
const spreadExpected = "a number from 0 to below 1";

const specShape = z.strictObject(
  {
    normalisation: z._default(z.enum(["declared", "as-published"], '"declared" or "as-published"'), "declared"),
    zeros: z._default(z.enum(["floor", "skip", "strict"], '"floor", "skip" or "strict"'), declaredRule.zeros),
    floor: z._default(
      z.number(floorExpected).check(z.gt(0, floorExpected), z.lt(1, floorExpected)),
      declaredRule.floor,
    ),
    aggregation: z._default(
      z.enum(["geometric", "arithmetic"], '"geometric" or "arithmetic"'),
      declaredRule.aggregation,
    ),
    blockWeights: z.optional(
      z.record(z.string(), z.number(weightExpected).check(z.gt(0, weightExpected)), "an object of weights by block"),
    ),
    bands: z._default(
      z
        .tuple([z.number(bandsExpected), z.number(bandsExpected)], bandsExpected)
        .check(z.refine(([low, medium]) => low >= 0 && low < medium && medium <= 1, bandsExpected)),
      [...declaredRule.bands],
    ),
    growth: z._default(
      z.array(
        z.strictObject(
          {
            from: z.string("the column of an enterprise"),
            to: z.string("the column of an enterprise"),
            years: z.number(yearsExpected).check(z.gt(0, yearsExpected)),
          },
          'an object with "from", "to" and "years"',
        ),
        "a list",
      ),
      [],
    ),
    robustness: z.optional(
      z.strictObject(
        {
          draws: z._default(
            z.int(drawsExpected).check(z.minimum(1, drawsExpected), z.maximum(100_000, drawsExpected)),
            2000,
          ),
          weightSpread: z._default(
            z.number(spreadExpected).check(z.minimum(0, spreadExpected), z.lt(1, spreadExpected)),
            0.5,
          ),
          seed: z._default(z.string("a text"), "1"),
        },
        'an object with "draws", "weightSpread" and "seed"',
      ),
    ),
  },
  "an object",
);
type ReadinessSpec = z.output<typeof specShape>;

const HELP = `
A specification; whatever is left out is as here, "blockWeights" those of the study, no "growth" and no "robustness":
  { "normalisation": "declared", "zeros": "floor", "floor": 0.01, "aggregation": "geometric", "bands": [0.4, 0.8],
    "growth": [{ "from": "works_2023", "to": "works_2025", "years": 2 }],
    "robustness": { "draws": 2000, "weightSpread": 0.5, "seed": "1" } }
Also: "normalisation": "as-published"; "zeros": "skip", "strict"; "aggregation": "arithmetic"; "blockWeights": { "STRSDE": 0.12, ... }.
${examples("estimate readiness --data public/data/readiness-subparameters.csv")}`;

type Answer = ReadinessEstimate & {
  readonly name: string;
  readonly sensitivity: readonly ReadinessSensitivity[] | null;
  readonly growth: readonly { readonly from: string; readonly years: number; readonly annualRate: number | null }[];
  readonly robustness: ReadinessRobustness | null;
};

export function addEstimateReadiness(estimate: Command): void {
  estimate
    .command("readiness")
    .description(
      "readiness index of enterprises from sub-parameter scores, what would raise it, how far it depends on the method",
    )
    .requiredOption(
      "--data <file>",
      "columns of readiness-subparameters.csv, one column of scores per enterprise (CSV)",
    )
    .option("--spec <file>", "rule (JSON): normalisation, zeros, aggregation, blockWeights, bands, growth, robustness")
    .option("--json", "print the whole answer as JSON")
    .addHelpText("after", HELP)
    .action((options: { data: string; spec?: string; json?: true }) => {
      const { table, spec } = checkTogether({
        table: () => parseDataTable(readInputFile(options.data), options.data),
        spec: () =>
          options.spec === undefined
            ? checkShape(specShape, {}, "")
            : checkShape(specShape, parseJson(readInputFile(options.spec), options.spec), options.spec),
      });
      const readiness = parseReadinessTable(table);
      const rule: ReadinessRule = { ...spec, blockWeights: spec.blockWeights ?? surveyBlockWeights };
      const problems = [
        ...specProblems(readiness, spec, rule, options.spec ?? "--spec"),
        ...scoreProblems(readiness, rule, table),
      ];
      if (problems.length > 0) throw new InputRefused(problems);
      const answers = answerAll(readiness, spec, rule);
      for (const { name, warnings } of answers) {
        for (const { message } of warnings) process.stderr.write(`warning: ${name}: ${message}\n`);
      }
      process.stdout.write(
        options.json
          ? `${JSON.stringify(asJson(answers, readiness, table))}\n`
          : answers.map((one) => describe(one, readiness)).join("\n"),
      );
    });
}

function specProblems(
  { subparameters, enterprises }: ReadinessTable,
  spec: ReadinessSpec,
  { blockWeights }: ReadinessRule,
  specFile: string,
): InputProblem[] {
  const blocks = [...new Set(subparameters.map(({ block }) => block))];
  const names = enterprises.map(({ name }) => name);
  const missing = blocks.filter((block) => !Object.hasOwn(blockWeights, block));
  const unknown = Object.keys(spec.blockWeights ?? {}).filter((block) => !blocks.includes(block));
  const strangers = spec.growth.flatMap(({ from, to }, index) =>
    (["from", "to"] as const)
      .filter((end) => !names.includes(end === "from" ? from : to))
      .map((end) => ({ path: `growth[${index}].${end}`, found: end === "from" ? from : to })),
  );
  return [
    ...missing.map((block) => ({
      place: `${specFile} blockWeights.${block}`,
      expected: "a weight for every block of the data",
      found: "nothing",
    })),
    ...unknown.map((block) => ({
      place: `${specFile} blockWeights.${block}`,
      expected: `a block of the data (${blocks.join(", ")})`,
      found: block,
    })),
    ...strangers.map(({ path, found }) => ({
      place: `${specFile} ${path}`,
      expected: `the column of an enterprise (${names.join(", ")})`,
      found,
    })),
  ];
}

function scoreProblems({ subparameters, enterprises }: ReadinessTable, rule: ReadinessRule, table: DataTable) {
  return enterprises.flatMap(({ name, scores }) =>
    subparameters.flatMap((subparameter, row) => {
      const legal =
        rule.normalisation === "declared" ? fitsItsScale(subparameter, scores[row]) : hasAsPublishedFactor(scores[row]);
      if (legal) return [];
      const expected =
        rule.normalisation === "declared"
          ? `a score on ${describeScale(subparameter)}`
          : "0 or a score from 1, for others the published rule is not known";
      return [{ place: placeOf(table, row, name), expected, found: `${scores[row]}` }];
    }),
  );
}

function answerAll({ subparameters, enterprises }: ReadinessTable, spec: ReadinessSpec, rule: ReadinessRule): Answer[] {
  const estimates = enterprises.map(({ scores }) => estimateReadiness(subparameters, scores, rule));
  const indexOf = (name: string) => estimates[enterprises.findIndex((enterprise) => enterprise.name === name)].index;
  const robustness =
    spec.robustness &&
    readinessRobustness(
      subparameters,
      enterprises.map(({ scores }) => scores),
      rule,
      spec.robustness,
    );
  return enterprises.map(({ name, scores }, at) => ({
    ...estimates[at],
    name,
    sensitivity: rule.normalisation === "declared" ? readinessSensitivity(subparameters, scores, rule) : null,
    growth: spec.growth
      .filter(({ to }) => to === name)
      .map(({ from, years }) => ({
        from,
        years,
        annualRate: indexOf(from) > 0 ? compoundAnnualRate(indexOf(from), indexOf(name), years) : null,
      })),
    robustness: robustness === undefined ? null : robustness[at],
  }));
}

/** The names of the public interface: an object by enterprise. */
function asJson(answers: readonly Answer[], { subparameters }: ReadinessTable, table: DataTable) {
  return Object.fromEntries(
    answers.map(({ name, index, band, blocks, warnings, sensitivity, growth, robustness }) => [
      name,
      {
        index,
        band,
        blocks,
        warnings: warnings.map(({ code, row, message }) =>
          row === undefined
            ? { code, message }
            : {
                code,
                row: row + 1,
                line: table.lines[row],
                block: subparameters[row].block,
                number: subparameters[row].number,
                message: `${placeOf(table, row, name)}: ${message}`,
              },
        ),
        sensitivity:
          sensitivity === null
            ? null
            : sensitivity.map(({ row, elasticity, step }) => ({
                block: subparameters[row].block,
                number: subparameters[row].number,
                elasticity,
                step,
              })),
        growth,
        robustness,
      },
    ]),
  );
}

function describe(
  { name, index, band, blocks, sensitivity, growth, robustness }: Answer,
  { subparameters }: ReadinessTable,
) {
  const lines = [`${name}: ${index.toFixed(4)}, ${band}`];
  for (const { block, value, weight } of blocks) {
    lines.push(`  ${block.padEnd(12)} ${value.toFixed(3)}  weight ${weight.toFixed(2)}`);
  }
  for (const { from, years, annualRate } of growth) {
    const rate = annualRate === null ? "undefined, the first index is 0" : `${(100 * annualRate).toFixed(2)} % a year`;
    lines.push(`  growth since ${from} (${years} years): ${rate}`);
  }
  const best = (sensitivity ?? [])
    .flatMap(({ row, step }) => (step === null ? [] : [{ row, ...step }]))
    .sort((a, b) => b.gain - a.gain)
    .slice(0, 5);
  if (best.length > 0) lines.push("  one step that raises the index most:");
  for (const { row, score, gain } of best) {
    const { block, number, label } = subparameters[row];
    lines.push(`    +${gain.toFixed(4)}  ${block} ${number} to ${score}: ${label}`);
  }
  if (robustness !== null) {
    const { low, medium, high } = robustness.bandShares;
    const percent = (share: number) => `${(100 * share).toFixed(0)} %`;
    lines.push(
      `  under other weights and means: index ${robustness.index.p05.toFixed(3)} to ${robustness.index.p95.toFixed(3)}, low ${percent(low)}, medium ${percent(medium)}, high ${percent(high)}`,
      `  ranks 1, 2, ...: ${robustness.rankShares.map(percent).join(", ")}`,
    );
  }
  return `${lines.join("\n")}\n`;
}
