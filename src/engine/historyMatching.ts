import type { Ensemble } from "#domain/ensemble.ts";
import type { ParameterId } from "#domain/parameters.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { ForecastStart } from "./modelForecast.ts";
import { PARAMETERS } from "#domain/parameters.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { nationalSeriesValue } from "#domain/studyData.ts";
import { adoptionObservations, createAdoptionPanel } from "#estimators/adoptionPanel.ts";
import { fitAdoption } from "#estimators/adoptionFit.ts";
import { reconstructDigitalCounts } from "#estimators/digitalCounts.ts";
import { latinHypercube } from "#estimators/latinHypercube.ts";
import { advanceYear } from "./advanceYear.ts";
import { sum } from "./agents.ts";
import { createEcosystem } from "./ecosystem.ts";
import { createLedger } from "./identities.ts";
import { startOfForecast } from "./modelForecast.ts";
import { namedStream } from "./namedStream.ts";
import { userShares } from "./userShares.ts";

/** Years from which one step is simulated. The last target is 2023: 2024 is held out for the back-test. */
export const MATCH_ORIGINS = [2020, 2021, 2022] as const;
/** Structural error of the model: 1.5 percentage points (assumption). */
const MODEL_ERROR = 0.015;
/** Sets less plausible than this are ruled out: three standard deviations (Pukelsheim 1994). */
export const CUT = 3;
/** Regional targets that may lie beyond the cut. */
const REGIONAL_EXCEPTIONS = 2;
const SERVICES = ["industrial enterprises using cloud computing", "industrial enterprises analysing big data"];
/** In 2022 the enterprises behind T15 grew by a fifth and the share of cloud users fell by a third: another population. */
const BREAK = 2022;

/** One observed share that a set is held against. */
export type MatchTarget = {
  readonly id: string;
  readonly scope: "national" | "regional";
  readonly observed: number;
  /** Enterprises behind the share. */
  readonly enterprises: number;
};

type Origin = { readonly start: ForecastStart; readonly hasServices: boolean; readonly regions: readonly number[] };

export type MatchTask = { readonly set: readonly number[]; readonly seed: string; readonly replicates: number };

/** Implausibility of a set: the largest over national targets, and over regional ones the largest but two. */
export type Implausibility = { readonly national: number; readonly regional: number };

export type HistoryMatching = {
  readonly targets: readonly MatchTarget[];
  readonly match: (task: MatchTask) => Implausibility;
};

/** Parameter sets over the whole ranges of the table, a Latin hypercube from a named stream; values to 5 digits. */
export function sampleParameterSets(samples: number, seed: string): number[][] {
  const stream = namedStream(seed, 0, "history matching");
  return latinHypercube(samples, PARAMETERS.length, () => stream.double()).map((row) =>
    PARAMETERS.map(({ minimum, maximum }, k) => {
      const value = Number((minimum + row[k] * (maximum - minimum)).toPrecision(5));
      return Math.min(maximum, Math.max(minimum, value));
    }),
  );
}

/**
 * History matching (Craig et al. 1997; Vernon, Goldstein and Bower 2010) on the data to 2023. From each origin the engine
 * itself makes one step, as in the back-test; a target with observed share z of n enterprises is implausible by
 * I² = (E f - z)² / (V_runs + s (1 - s) / n + 0.015²), mean and variance over runs of the set. National targets: digital
 * technology (T14), cloud and big data (T15, but for the break of 2022), all of which must be met. Regional targets: T14;
 * two of them may fail, since among nearly sixty with heavy-tailed shocks one or two miss by chance alone, and 2022 is a
 * break (new regions).
 */
export function createHistoryMatching(data: StudyData): HistoryMatching {
  const panel = createAdoptionPanel(data, reconstructDigitalCounts(data));
  const fit = fitAdoption(adoptionObservations(panel, START_YEAR), panel.ids.length);
  if (fit.status !== "converged") throw new Error(`the fit up to ${START_YEAR} ended as ${fit.status}`);
  const origins = MATCH_ORIGINS.map((origin) => {
    const now = panel.years.indexOf(origin);
    const firms = panel.counts.regional.map((series) => series[now + 1]?.firms ?? 0);
    const regions = panel.ids.flatMap((_, r) =>
      panel.percent[r][now] === null || panel.percent[r][now + 1] === null ? [] : [r],
    );
    const target = origin + 1;
    const targets: MatchTarget[] = [
      national(`digital ${target}`, panel.national[now + 1] / 100, sum(firms)),
      ...(target === BREAK ? [] : SERVICES).map((series) =>
        national(`${series} ${target}`, shareOf(data, series, target), totalOf(data, target)),
      ),
      ...regions.map(
        (r): MatchTarget => ({
          id: `${panel.ids[r]} ${target}`,
          scope: "regional",
          observed: panel.percent[r][now + 1]! / 100,
          enterprises: firms[r],
        }),
      ),
    ];
    const start = withServicesOf(startOfForecast(data, panel, origin, fit), origin);
    return { start, hasServices: target !== BREAK, regions, targets };
  });
  const targets = origins.flatMap((one) => one.targets);
  return {
    targets,
    match: ({ set, seed, replicates }) => {
      const values: Record<string, number> = Object.fromEntries(PARAMETERS.map(({ id }, k) => [id, set[k]]));
      const runs = Array.from({ length: replicates }, (_, replicate) =>
        origins.flatMap((origin) => oneStep(origin, values, seed, replicate)),
      );
      const scores = targets.map((target, k) =>
        implausibility(
          target,
          runs.map((run) => run[k]),
        ),
      );
      const scoresOf = (scope: MatchTarget["scope"]) =>
        scores.filter((_, k) => targets[k].scope === scope).sort((a, b) => b - a);
      return { national: scoresOf("national")[0], regional: scoresOf("regional")[REGIONAL_EXCEPTIONS] };
    },
  };
}

/** What a worker offers for history matching: the data once, then one set a call. */
export type MatchingService = {
  readonly open: (study: StudyData) => void;
  readonly match: HistoryMatching["match"];
};

export function createMatchingService(): MatchingService {
  let data: StudyData | undefined;
  let matching: HistoryMatching | undefined;
  return {
    open: (study) => {
      data = study;
      matching = undefined;
    },
    match: (task) => {
      if (data === undefined) throw new Error("the worker was asked to match before it was given the data");
      matching ??= createHistoryMatching(data);
      return matching.match(task);
    },
  };
}

export function isPlausible({ national, regional }: Implausibility): boolean {
  return national <= CUT && regional <= CUT;
}

/** The first `most` plausible sets as the ensemble that is shipped; the order of a Latin hypercube is random. */
export function keepPlausible(
  sets: readonly (readonly number[])[],
  scores: readonly Implausibility[],
  most: number,
  made: { readonly command: string; readonly engineVersion: string },
): Omit<Ensemble, "digest"> {
  const kept = sets.filter((_, k) => isPlausible(scores[k]));
  return {
    ids: PARAMETERS.map(({ id }): ParameterId => id),
    sets: kept.slice(0, most),
    made: { ...made, sampled: sets.length, kept: kept.length },
  };
}

/** Shares after one step, in the order of the origin's targets. */
function oneStep(
  { start, hasServices, regions }: Origin,
  values: Record<string, number>,
  seed: string,
  replicate: number,
): number[] {
  const ecosystem = createEcosystem(start.data, { ...start.scenario, parameters: values }, seed, replicate);
  advanceYear(ecosystem, createLedger());
  const { agents } = ecosystem;
  const digital = userShares(ecosystem, ecosystem.digital, agents.large);
  const services = hasServices ? [ecosystem.cloud, ecosystem.bigData] : [];
  return [
    digital.national,
    ...services.map((population) => userShares(ecosystem, population, agents.count).national),
    ...regions.map((r) => digital.regional[r]),
  ];
}

function implausibility({ observed, enterprises }: MatchTarget, runs: readonly number[]): number {
  const mean = sum(runs) / runs.length;
  const variance = sum(runs.map((value) => (value - mean) * (value - mean))) / (runs.length - 1);
  const counting = (observed * (1 - observed)) / enterprises;
  return Math.abs(mean - observed) / Math.sqrt(variance + counting + MODEL_ERROR * MODEL_ERROR);
}

/** Cloud and big data of the year of origin (T15) instead of 2023, as shares of the enterprises that the engine has. */
function withServicesOf(start: ForecastStart, origin: number): ForecastStart {
  const { data } = start;
  const nationalSeries = data.nationalSeries.map((one) => {
    if (!SERVICES.includes(one.series)) return one;
    const users = Math.round(shareOf(data, one.series, origin) * sum(data.start.industrialEnterprises));
    return { ...one, values: new Map([...one.values, [START_YEAR, users]]) };
  });
  return { ...start, data: { ...data, nationalSeries } };
}

function shareOf(data: StudyData, series: string, year: number): number {
  return nationalSeriesValue(data, series, year) / totalOf(data, year);
}

function totalOf(data: StudyData, year: number): number {
  return nationalSeriesValue(data, "industrial enterprises: total", year);
}

function national(id: string, observed: number, enterprises: number): MatchTarget {
  return { id, scope: "national", observed, enterprises };
}
