import { Command } from "commander";
import { InputRefused } from "#domain/inputProblem.ts";
import { ENGINE_VERSION } from "#engine/simulationService.ts";
import { addEstimateFrontier } from "./estimateFrontier.ts";
import { addAttribute } from "./attribute.ts";
import { addBacktest } from "./backtest.ts";
import { addBench } from "./bench.ts";
import { addCalibrate } from "./calibrate.ts";
import { addCompare } from "./compare.ts";
import { addPresets } from "./presets.ts";
import { addReplicate } from "./replicate.ts";
import { addRun } from "./run.ts";
import { addParameters } from "./parameters.ts";
import { addSensitivity } from "./sensitivity.ts";
import { addEstimateClusters } from "./estimateClusters.ts";
import { addEstimateReadiness } from "./estimateReadiness.ts";

const program = new Command("twin")
  .description("Ecosystem Twin on the command line: the same engine and estimators as the page")
  .version(ENGINE_VERSION, "--version", "version of the engine, as receipts name it")
  .showHelpAfterError()
  .exitOverride();

addRun(program);
addCompare(program);
addAttribute(program);
addPresets(program);
addBench(program);
addBacktest(program);
addCalibrate(program);
addSensitivity(program);
addParameters(program);
addReplicate(program);
const estimate = program.command("estimate").description("estimators on your own data");
addEstimateFrontier(estimate);
addEstimateClusters(estimate);
addEstimateReadiness(estimate);

// Whoever reads the output may stop reading, as `head` does; that is no failure of the command.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
  process.exit();
});

// npm starts scripts in the folder of the project; files are named from where npm was called.
const { npm_lifecycle_event: script, INIT_CWD: calledFrom } = process.env;
if (script === "twin" && calledFrom !== undefined) process.chdir(calledFrom);

/** Exit status: 0 done, 2 the input is not acceptable, 1 anything else. */
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = report(error);
}

function report(error: unknown): number {
  if (error instanceof InputRefused) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  if (isCommanderError(error)) return error.exitCode === 0 ? 0 : 2;
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  return 1;
}

function isCommanderError(error: unknown): error is { exitCode: number; code: string } {
  return error instanceof Error && "exitCode" in error && "code" in error;
}
