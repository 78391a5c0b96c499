import type { FrontierFit } from "../frontier.ts";
import type { FrontierData, FrontierSpec } from "../frontierVariables.ts";
import normalQuantile from "@stdlib/stats-base-dists-normal-quantile";
import seedrandom from "seedrandom";
import { estimateFrontier } from "../frontier.ts";
import { frontierDesign } from "../frontierVariables.ts";

/**
 * p-value of the likelihood ratio against no inefficiency by parametric bootstrap: the share of samples, drawn from the
 * fitted regression with normal errors alone, whose statistic is at least as large, (1 + count) / (1 + replicates)
 * (Davison and Hinkley 1997). In samples of 20 the chi-square limit is far from the truth, this is not.
 */
export function noInefficiencyPValue(
  data: FrontierData,
  spec: FrontierSpec,
  fit: FrontierFit,
  replicates: number,
  seed: string,
): number {
  const { dependent, regressors } = frontierDesign(data, spec);
  const coefficients = fit.ols.coefficients.map(({ estimate }) => estimate);
  const fitted = dependent.map((_, i) =>
    coefficients.reduce((sum, coefficient, j) => sum + coefficient * regressors[j][i], 0),
  );
  let squares = 0;
  fitted.forEach((value, i) => {
    squares += (dependent[i] - value) * (dependent[i] - value);
  });
  const deviation = Math.sqrt(squares / dependent.length);
  const random = seedrandom.alea(`${seed}/no-inefficiency`);
  const inputs = data.inputs.map((_, j) => regressors[j + 1]);
  let atLeast = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const output = fitted.map((value) => value + deviation * normalQuantile(1 - random(), 0, 1));
    const drawn = estimateFrontier({ ...data, output, inputs }, { ...spec, columnsAlreadyInLogs: true });
    if ("coefficients" in drawn && drawn.likelihoodRatio.statistic >= fit.likelihoodRatio.statistic) atLeast++;
  }
  return (1 + atLeast) / (1 + replicates);
}
