import { Command } from "commander";
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

/** The command line; it throws what it refuses (main.ts says which exit status that is). */
export function createProgram(): Command {
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
  return program;
}
