import type { AdoptionFit } from "#estimators/adoptionFit.ts";
import type { AdoptionPanel } from "#estimators/adoptionPanel.ts";
import type { ParameterId } from "#domain/parameters.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { StudyData } from "#domain/studyData.ts";
import { parameterById } from "#domain/parameters.ts";
import { FIRST_PLAN_YEAR, SCENARIO_VERSION } from "#domain/scenario.ts";
import { regionalColumn } from "#domain/runResult.ts";
import { advanceYear } from "./advanceYear.ts";
import { createEcosystem } from "./ecosystem.ts";
import { createLedger } from "./identities.ts";
import { observationBase, observe } from "./observe.ts";

export type ForecastStart = {
  /** The study's data with the firms, users and regional effects of the year of origin as start values. */
  readonly data: StudyData;
  readonly scenario: Scenario;
  /** What the fit put outside the parameter table, as `hazardLevel -3.2 to -3.05`. */
  readonly clamped: readonly string[];
};

/**
 * The state of the year of origin as the engine starts from it. A region that did not exist yet has its first known
 * number of firms and its parent's share.
 */
export function startOfForecast(
  data: StudyData,
  panel: AdoptionPanel,
  origin: number,
  fit: Extract<AdoptionFit, { status: "converged" }>,
): ForecastStart {
  const now = panel.years.indexOf(origin);
  const counts = panel.counts.regional.map((series, r) => {
    const count = series[now];
    if (count !== null) return count;
    const firms = series.find((later) => later !== null)!.firms;
    return { firms, users: Math.round((firms * panel.percentOrParent[r][now]) / 100) };
  });
  const clamped: string[] = [];
  const parameters = Object.fromEntries(
    Object.entries(fit.parameters).map(([id, value]) => {
      const { minimum, maximum } = parameterById(id as ParameterId);
      const inRange = Math.min(maximum, Math.max(minimum, value));
      if (inRange !== value) clamped.push(`${id} ${value.toFixed(3)} to ${inRange}`);
      return [id, inRange];
    }),
  );
  return {
    data: {
      ...data,
      start: {
        ...data.start,
        firms: Float64Array.from(counts, ({ firms }) => firms),
        digitalUsers: Float64Array.from(counts, ({ users }) => users),
        regionalEffect: Float64Array.from(fit.regionalEffect),
      },
    },
    scenario: {
      version: SCENARIO_VERSION,
      id: "backtest",
      name: { en: "Back-test", ru: "Проверка на прошлом", kk: "Өткенмен тексеру" },
      card: null,
      notes: "",
      until: FIRST_PLAN_YEAR,
      parameters,
      off: [],
      shocks: [],
      measures: [],
    },
    clamped,
  };
}

/**
 * One step of the state machines from the start, for every replicate: percentages by region, rounded as published (O1).
 * The engine calls its first step 2024 whatever the year of origin.
 */
export function forecastByModel(
  { data, scenario }: ForecastStart,
  seed: string,
  replicates: number,
  onReplicate: () => void,
): number[][] {
  const noSupport = new Float64Array(data.regions.length);
  return Array.from({ length: replicates }, (_, replicate) => {
    const ecosystem = createEcosystem(data, scenario, seed, replicate);
    const base = observationBase(ecosystem);
    advanceYear(ecosystem, createLedger());
    const { regional } = observe(ecosystem, base, noSupport);
    onReplicate();
    const [users, firms] = [regionalColumn(regional, "digital_users"), regionalColumn(regional, "firms")];
    return data.regions.map((_, r) => Math.round((1000 * users[r]) / firms[r]) / 10);
  });
}
