import type { NaiveMethod } from "#estimators/naiveForecasts.ts";
import type { MethodScores } from "./backtest.ts";

/** A goal of the model's specification for 2024 and what was reached; both in points, or numbers of regions. */
export type BacktestGoal = {
  readonly id: GoalId;
  /** Numbers and the rival that the goal names. */
  readonly values: Readonly<Record<string, number | NaiveMethod>>;
  readonly goal: string;
  readonly reached: number;
  readonly isMet: boolean;
};

export type GoalId =
  | "maeOfMean"
  | "maeOfMedian"
  | "rmse"
  | "nationalError"
  | "crps"
  | "coverage80"
  | "maeBelowRival"
  | "rmseBelowPersistence"
  | "crpsBelowPersistence"
  | "maeAbovePersistence"
  | "notOverfitted";

type ModelScores = {
  readonly mae: number;
  readonly rmse: number;
  readonly nationalError: number;
  readonly crps: number;
  readonly coverage80: number;
  readonly maeOfMedian: number;
};

/** The goals of the back-test (SPEC.md), written beside what a prototype had reached in 2024; an error below 2.5 is suspicious. */
export function backtestGoals(naive: readonly MethodScores[], model: ModelScores, scored: number): BacktestGoal[] {
  const rival = (name: MethodScores["name"]) => naive.find((method) => method.name === name)!;
  const atMost = (id: GoalId, what: string, limit: number, reached: number) => ({
    id,
    values: { limit },
    goal: `${what} at most ${limit}`,
    reached,
    isMet: reached <= limit,
  });
  const covered = Math.round(model.coverage80 * scored);
  const beaten = (
    ["persistence-national-drift", "own-drift", "linear-trend", "bass-national", "logistic"] as const
  ).map((name) => below("maeBelowRival", "MAE", name, rival(name).mae!, model.mae));
  const { rmse, crps, mae } = rival("persistence");
  return [
    atMost("maeOfMean", "MAE of the mean", 3.8, model.mae),
    atMost("maeOfMedian", "MAE of the median", 3.6, model.maeOfMedian),
    atMost("rmse", "RMSE", 5.2, model.rmse),
    atMost("nationalError", "absolute national error", 0.8, Math.abs(model.nationalError)),
    atMost("crps", "CRPS", 2.7, model.crps),
    {
      id: "coverage80",
      values: { least: 13, most: 18, all: 20 },
      goal: "80 % interval covers 13 to 18 of 20 regions",
      reached: covered,
      isMet: covered >= 13 && covered <= 18,
    },
    ...beaten,
    below("rmseBelowPersistence", "RMSE", "persistence", rmse!, model.rmse),
    below("crpsBelowPersistence", "CRPS", "persistence", crps!, model.crps),
    atMost("maeAbovePersistence", "MAE above persistence's by", 0.4, model.mae - mae!),
    {
      id: "notOverfitted",
      values: { limit: 2.5 },
      goal: "MAE at least 2.5 (below it: over-fitting)",
      reached: model.mae,
      isMet: model.mae >= 2.5,
    },
  ];
}

function below(id: GoalId, what: string, rival: NaiveMethod, limit: number, reached: number): BacktestGoal {
  return {
    id,
    values: { rival, limit },
    goal: `${what} below ${rival}'s ${limit.toFixed(2)}`,
    reached,
    isMet: reached < limit,
  };
}
