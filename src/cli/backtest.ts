import type { Command } from "commander";
import type { Backtest, BacktestOrigin } from "#engine/backtest.ts";
import { InvalidArgumentError } from "commander";
import { BACKTEST_ORIGINS, runBacktest } from "#engine/backtest.ts";
import { loadStudyData } from "./loadStudyData.ts";
import { examples, wholeNumber } from "./options.ts";
import { createProgress } from "./progress.ts";

type BacktestOptions = {
  readonly origin: BacktestOrigin;
  readonly replicates: number;
  readonly seed: string;
  readonly json?: true;
};

export function addBacktest(program: Command): void {
  program
    .command("backtest")
    .description("held-out forecast of the year after the origin, against naive forecasts")
    .option("--origin <year>", `last year that the fit may see: ${BACKTEST_ORIGINS.join(", ")}`, originYear, 2023)
    .option("--replicates <number>", "futures to simulate", wholeNumber(2, 100_000), 200)
    .option("--seed <text>", "any text; the same seed gives the same bytes", "1")
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("backtest", "backtest --origin 2022 --json"))
    .action(({ origin, replicates, seed, json }: BacktestOptions) => {
      const progress = createProgress("backtest", replicates);
      const backtest = runBacktest(loadStudyData(), origin, seed, replicates, progress.step);
      progress.end();
      process.stdout.write(json ? `${JSON.stringify(backtest)}\n` : describe(backtest));
    });
}

function originYear(text: string): BacktestOrigin {
  const origin = BACKTEST_ORIGINS.find((year) => String(year) === text);
  if (origin !== undefined) return origin;
  throw new InvalidArgumentError(`expected one of ${BACKTEST_ORIGINS.join(", ")}, got ${JSON.stringify(text)}`);
}

function describe(backtest: Backtest): string {
  const { origin, target, replicates, methods, regions, noiseFloor, againstPersistence, calibrationForm } = backtest;
  const model = methods[methods.length - 1];
  const scored = regions.filter(({ isScored }) => isScored).length;
  const { difference, low, high } = againstPersistence;
  return [
    `Forecast of ${target} from the years to ${origin}: ${scored} regions, ${replicates} futures, percentage points`,
    "",
    row(["method", "MAE", "RMSE", "national", "CRPS"]),
    ...methods.map(({ name, mae, rmse, nationalError, crps }) =>
      row([name, points(mae), points(rmse), signed(nationalError), points(crps)]),
    ),
    "",
    `model: MAE of the median ${points(model.maeOfMedian!)}; 80 % interval covers ${percent(model.coverage80!)} of regions, 95 % interval ${percent(model.coverage95!)}`,
    `calibration form without state machines: MAE ${points(calibrationForm.mae)}, RMSE ${points(calibrationForm.rmse)}, national ${signed(calibrationForm.nationalError)}`,
    `against persistence: MAE ${signed(difference)} [${signed(low)}, ${signed(high)}]`,
    `noise floor, the MAE if the model were exactly true: ${points(noiseFloor.p50)} (${points(noiseFloor.p05)} to ${points(noiseFloor.p95)})`,
    "",
    `fitted to ${origin}: ${describeFit(backtest)}`,
    ...backtest.clamped.map((text) => `set to the end of its range: ${text}`),
    "",
    row(["region", "firms", "actual", "mean", "median", "p10", "p90", "persistence"]),
    ...regions.map((one) =>
      row([
        one.isScored ? one.region : `${one.region} (not scored)`,
        String(one.firms),
        ...[one.actual, one.forecastMean, one.forecastMedian, one.p10, one.p90, one.persistence].map((value) =>
          value.toFixed(1),
        ),
      ]),
    ),
    "",
    ...describeGoals(backtest),
    ...backtest.notes.map(({ text }) => `note: ${text}`),
    "",
  ].join("\n");
}

function describeFit({ fit: { parameters: p } }: Backtest): string {
  return [
    `a ${p.hazardLevel.toFixed(2)}`,
    `b_R ${p.regionalPeers.toFixed(2)}`,
    `b_N ${p.nationalPeers.toFixed(2)}`,
    `d ${p.exitRate.toFixed(3)}`,
    `M ${p.matureShare.toFixed(2)}`,
  ].join(", ");
}

function describeGoals({ goals }: Backtest): string[] {
  if (goals.length === 0) return ["Goals are set for the forecast of 2024 only."];
  const met = goals.filter(({ isMet }) => isMet).length;
  return [
    `Goals for 2024: ${met} of ${goals.length} met`,
    ...goals.map(({ goal, reached, isMet }) => `  ${isMet ? "met   " : "MISSED"}  ${goal}: ${points(reached)}`),
    "",
  ];
}

function row([first, ...rest]: readonly string[]): string {
  return `${first.padEnd(28)}${rest.map((cell) => cell.padStart(12)).join("")}`.trimEnd();
}

function points(value: number | null): string {
  return value === null ? "-" : value.toFixed(2);
}

function signed(value: number | null): string {
  return value === null ? "-" : `${value < 0 ? "-" : "+"}${Math.abs(value).toFixed(2)}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(0)} %`;
}
