import type { ParameterId } from "#domain/parameters.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { ReplicateResult, ReplicateTask } from "./replicate.ts";
import { parameterById } from "#domain/parameters.ts";
import { sum } from "./agents.ts";
import { columnValue } from "./summaries.ts";
import { START_YEAR } from "#domain/scenario.ts";

/** The plans whose outcomes are studied: what happens anyway, the package of cores, and the control at equal money. */
export const STUDIED_PLANS = ["baseline", "core-ecosystem", "subsidy-only"] as const;

/** An outcome of the studied plans: mean over futures of a number of each. */
export type StudiedOutput = {
  readonly id: string;
  readonly meaning: string;
  readonly unit: "points" | "firms";
  /** From the results of one future, in the order of STUDIED_PLANS. */
  readonly of: (results: readonly ReplicateResult[]) => number;
};

const shareIn = (year: number) => (results: readonly ReplicateResult[]) =>
  100 * nationally(results[0], "digital_share", year);
const moreUsers = (plan: number) => (results: readonly ReplicateResult[]) =>
  nationally(results[plan], "digital_users", 2035) - nationally(results[0], "digital_users", 2035);

export const STUDIED_OUTPUTS: readonly StudiedOutput[] = [
  { id: "share2030", meaning: "national digital share in 2030 without a plan", unit: "points", of: shareIn(2030) },
  { id: "share2035", meaning: "national digital share in 2035 without a plan", unit: "points", of: shareIn(2035) },
  {
    id: "coreUsers2035",
    meaning: "digital users in 2035, core-ecosystem less no plan",
    unit: "firms",
    of: moreUsers(1),
  },
  {
    id: "subsidyUsers2035",
    meaning: "digital users in 2035, subsidy-only less no plan",
    unit: "firms",
    of: moreUsers(2),
  },
];

/** Parameters that a study moves, and how it runs each of its points. */
export type SensitivityStudy = {
  readonly ids: readonly ParameterId[];
  /** In the order of STUDIED_PLANS. */
  readonly plans: readonly Scenario[];
  readonly seed: string;
  readonly replicates: number;
};

/** Values of the parameters at a point of [0, 1]^k: each range from its lower to its upper end, uniformly. */
export function parametersAt(ids: readonly ParameterId[], point: ArrayLike<number>): Record<string, number> {
  return Object.fromEntries(
    ids.map((id, k) => {
      const { minimum, maximum } = parameterById(id);
      return [id, Math.min(maximum, minimum + point[k] * (maximum - minimum))];
    }),
  );
}

/** Where the default of a parameter lies in its range. */
export function placeOfDefault(id: ParameterId): number {
  const { default: byDefault, minimum, maximum } = parameterById(id);
  return (byDefault - minimum) / (maximum - minimum);
}

/**
 * The runs of one point: every future, then every plan. All points share their futures (common random numbers), so what differs
 * between two points is due to the parameters; the others keep their defaults.
 */
export function tasksOf({ ids, plans, seed, replicates }: SensitivityStudy, point: ArrayLike<number>): ReplicateTask[] {
  const moved = parametersAt(ids, point);
  return Array.from({ length: replicates }, (_, replicate) =>
    plans.map((plan): ReplicateTask => {
      const scenario = { ...plan, parameters: { ...plan.parameters, ...moved } };
      return { scenario, seed, replicate, isRecorded: false, parameters: "default", isWithoutFrontiers: true };
    }),
  ).flat();
}

/** The studied outputs from the results of `tasksOf`, means over futures. */
export function outputsOf(results: readonly ReplicateResult[]): number[] {
  const futures = results.length / STUDIED_PLANS.length;
  return STUDIED_OUTPUTS.map(({ of }) => {
    const values = Array.from({ length: futures }, (_, k) =>
      of(results.slice(k * STUDIED_PLANS.length, (k + 1) * STUDIED_PLANS.length)),
    );
    return sum(values) / futures;
  });
}

/** What the outputs do when one parameter goes to the ends of its range and all others stay at their defaults. */
export type OneAtATime = {
  readonly id: ParameterId;
  /** By output: at the lower and the upper end, less the outputs with all defaults. */
  readonly atMinimum: readonly number[];
  readonly atMaximum: readonly number[];
};

/** Points of the one-at-a-time study: all defaults, then for each parameter its two ends. */
export function oneAtATimePoints(ids: readonly ParameterId[]): number[][] {
  const defaults = ids.map(placeOfDefault);
  const withEnd = (k: number, end: number) => defaults.map((place, other) => (other === k ? end : place));
  return [defaults, ...ids.flatMap((_, k) => [withEnd(k, 0), withEnd(k, 1)])];
}

export function oneAtATime(ids: readonly ParameterId[], outputs: readonly (readonly number[])[]): OneAtATime[] {
  const less = (values: readonly number[]) => values.map((value, o) => value - outputs[0][o]);
  return ids.map((id, k) => ({ id, atMinimum: less(outputs[1 + 2 * k]), atMaximum: less(outputs[2 + 2 * k]) }));
}

/**
 * Parameters by how much they matter to the output to which they matter most: the largest, over outputs, of a parameter's part in
 * the sum of all effects on that output. `effects`: by parameter, then output, not negative. Ties in the order given.
 */
export function rankByLargestPart(effects: readonly (readonly number[])[]): number[] {
  const outputs = STUDIED_OUTPUTS.map((_, o) => o);
  const totals = outputs.map((o) => sum(effects.map((row) => row[o])));
  const parts = effects.map((row) => Math.max(...outputs.map((o) => (totals[o] > 0 ? row[o] / totals[o] : 0))));
  return [...parts.keys()].sort((a, b) => parts[b] - parts[a] || a - b);
}

function nationally(result: ReplicateResult, column: string, year: number): number {
  return columnValue(result, column, year - START_YEAR, null)!;
}
