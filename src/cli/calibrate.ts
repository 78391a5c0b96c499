import type { Command } from "commander";
import type { StudyData } from "#domain/studyData.ts";
import type { Implausibility, MatchTask } from "#engine/historyMatching.ts";
import { quantileSorted } from "simple-statistics";
import { formatEnsemble } from "#domain/ensemble.ts";
import { PARAMETERS } from "#domain/parameters.ts";
import { parseStudyData } from "#domain/studyData.ts";
import {
  createHistoryMatching,
  CUT,
  isPlausible,
  keepPlausible,
  MATCH_ORIGINS,
  sampleParameterSets,
} from "#engine/historyMatching.ts";
import { ENGINE_VERSION } from "#engine/simulationService.ts";
import { readStudyFiles } from "./loadStudyData.ts";
import { examples, wholeNumber, workersOption } from "./options.ts";
import { checkOutputFile, writeOutputFile } from "./outputFolder.ts";
import { createProgress } from "./progress.ts";
import { runInThreads } from "./runInThreads.ts";

type CalibrateOptions = {
  readonly samples: number;
  readonly replicates: number;
  readonly keep: number;
  readonly seed: string;
  readonly workers: number;
  readonly out?: string;
  readonly json?: boolean;
};

/** The ensemble is to have at least so many sets (SPEC.md, Futures and parameters). */
const FEWEST_SETS = 200;

export function addCalibrate(program: Command): void {
  program
    .command("calibrate")
    .description("history matching: which parameter sets the data to 2023 do not rule out (minutes)")
    .option(
      "--samples <number>",
      "parameter sets, a Latin hypercube over the whole ranges",
      wholeNumber(2, 100_000),
      600,
    )
    .option("--replicates <number>", "runs of each set from each origin", wholeNumber(2, 1000), 4)
    .option("--keep <number>", "at most so many sets go into the file", wholeNumber(1, 100_000), 300)
    .option("--seed <text>", "any text; the same seed gives the same sets", "1")
    .addOption(workersOption())
    .option("--out <file>", "write the ensemble; public/data/ensemble.json is the one that is shipped")
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("calibrate --samples 1000 --out ensemble.json"))
    .action(calibrate);
}

async function calibrate(options: CalibrateOptions): Promise<void> {
  const { samples, replicates, seed } = options;
  if (options.out !== undefined) checkOutputFile(options.out);
  const data = dataWithDefaultEnsemble();
  const sets = sampleParameterSets(samples, seed);
  const matching = createHistoryMatching(data);
  const tasks = sets.map((set): MatchTask => ({ set, seed, replicates }));
  const progress = createProgress("calibrate", tasks.length);
  const scores = await runInThreads<MatchTask, Implausibility>(
    data,
    { here: matching.match, there: (service, task) => service.match(task) },
    tasks,
    options.workers,
    progress.step,
  );
  progress.end();

  const command = `twin calibrate --samples ${samples} --replicates ${replicates} --keep ${options.keep} --seed ${seed}`;
  const ensemble = keepPlausible(sets, scores, options.keep, { command, engineVersion: ENGINE_VERSION });
  const kept = sets.filter((_, k) => isPlausible(scores[k]));
  if (options.out !== undefined && kept.length > 0) writeOutputFile(options.out, formatEnsemble(ensemble));
  const summary = {
    command,
    engineVersion: ENGINE_VERSION,
    origins: MATCH_ORIGINS,
    targets: matching.targets,
    cut: CUT,
    sampled: samples,
    ruledOutNationally: scores.filter(({ national }) => !(national <= CUT)).length,
    ruledOutRegionally: scores.filter(({ regional }) => !(regional <= CUT)).length,
    kept: kept.length,
    written: options.out === undefined ? 0 : ensemble.sets.length,
    parameters: rangesKept(kept),
  };
  process.stdout.write(options.json ? `${JSON.stringify(summary)}\n` : describe(summary, options.out));
  if (kept.length < FEWEST_SETS)
    process.stderr.write(`${kept.length} sets are fewer than ${FEWEST_SETS}: take more samples\n`);
}

/** The ensemble is what this command makes, so it does not need the one that is there, which may be of another table. */
function dataWithDefaultEnsemble(): StudyData {
  const byDefault = formatEnsemble({
    ids: PARAMETERS.map(({ id }) => id),
    sets: [PARAMETERS.map((parameter) => parameter.default)],
    made: { command: "", engineVersion: ENGINE_VERSION, sampled: 0, kept: 0 },
  });
  return parseStudyData(readStudyFiles({ "ensemble.json": byDefault }));
}

type RangeKept = {
  readonly id: string;
  readonly minimum: number;
  readonly maximum: number;
  readonly default: number;
  readonly p05: number | null;
  readonly p50: number | null;
  readonly p95: number | null;
};

function rangesKept(kept: readonly (readonly number[])[]): RangeKept[] {
  return PARAMETERS.map(({ id, minimum, maximum, default: byDefault }, k) => {
    const values = kept.map((set) => set[k]).sort((a, b) => a - b);
    const quantile = (p: number) => (values.length === 0 ? null : quantileSorted(values, p));
    return { id, minimum, maximum, default: byDefault, p05: quantile(0.05), p50: quantile(0.5), p95: quantile(0.95) };
  });
}

type Summary = {
  readonly command: string;
  readonly targets: readonly { readonly scope: string }[];
  readonly cut: number;
  readonly sampled: number;
  readonly ruledOutNationally: number;
  readonly ruledOutRegionally: number;
  readonly kept: number;
  readonly parameters: readonly RangeKept[];
};

function describe(summary: Summary, out: string | undefined): string {
  const nationals = summary.targets.filter(({ scope }) => scope === "national").length;
  const number = (value: number | null) => (value === null ? "-" : String(Number(value.toPrecision(3))));
  const row = (cells: readonly string[]) =>
    `${cells[0].padEnd(24)}${cells
      .slice(1)
      .map((cell) => cell.padStart(10))
      .join("")}`;
  return [
    `${summary.command}`,
    `kept ${summary.kept} of ${summary.sampled} parameter sets: implausibility at most ${summary.cut} against ${nationals} national and ${summary.targets.length - nationals} regional shares of 2021 to 2023`,
    `ruled out by a national share ${summary.ruledOutNationally}, by more than two regional ones ${summary.ruledOutRegionally}`,
    ...(out === undefined ? [] : [`written to ${out}`]),
    "",
    row(["parameter", "from", "to", "default", "kept p05", "p50", "p95"]),
    ...summary.parameters.map(({ id, minimum, maximum, default: byDefault, p05, p50, p95 }) =>
      row([id, ...[minimum, maximum, byDefault, p05, p50, p95].map(number)]),
    ),
    "",
  ].join("\n");
}
