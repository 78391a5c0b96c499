import type { RunSummary, YearSnapshot } from "#domain/runResult.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { Attribution } from "#engine/attribution.ts";
import type { RunRequest } from "#engine/simulationService.ts";
import type { FuturesByPlan } from "./futures.ts";
import type { Notice } from "./notice.ts";
import type { PlanEntry, PlanKey } from "./plans.ts";
import type { PageReceipt } from "./savedPage.ts";
import type { LoadedStudy } from "#engine/readStudy.ts";
import type { View } from "./view.ts";
import { withoutMeasures } from "#domain/noPlan.ts";
import { runKey } from "./runKey.ts";

/** A finished run as the page shows it. */
export type Simulated = {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly years: readonly YearSnapshot[];
  readonly summary: RunSummary;
};

/** The course that the reader expects of the country, drawn by hand, and whether the model's stands beside it. */
export type DrawnCourse = {
  /** Shares in [0, 1], by the years that a hand sets. */
  readonly shares: readonly number[];
  readonly isModelShown: boolean;
};

/** The effect of a plan shared out among its measures, and of what it was computed. */
export type SharedEffect = {
  readonly attribution: Attribution;
  readonly scenario: Scenario;
  readonly letter: string;
  readonly seed: string;
  readonly futures: number;
};

/** Whose run it is: a plan's, or the one without measures under the same assumptions. */
export type Part = "baseline" | PlanKey;

export type SessionContext = {
  readonly study: LoadedStudy | null;
  /** Preset id of the address, until the presets are loaded. */
  readonly wantedPreset: string | null;
  /** In the order of their letters, at least one. */
  readonly plans: readonly PlanEntry[];
  /** The plan that answer, map and charts show. */
  readonly active: PlanKey;
  /** The plan that was taken off last, until another is added. */
  readonly removed: PlanEntry | null;
  readonly seed: string;
  /** The latest finished run of each plan; older than the plan while a run is under way. */
  readonly runs: Readonly<Partial<Record<PlanKey, Simulated>>>;
  /** Runs without measures, one for each set of assumptions in use. */
  readonly baselines: readonly Simulated[];
  /** Years of the run under way. */
  readonly arriving: readonly YearSnapshot[];
  /** Each plan and no plan over many futures, as far as they have come; of an older plan until the new ones arrive. */
  readonly futures: FuturesByPlan;
  readonly futuresWanted: number;
  /** What the futures were last asked of, and which plan was to come first. */
  readonly futuresAsked: { readonly question: string; readonly first: PlanKey } | null;
  /** Why their simulation has ended before its time; null: it has not, or the reader has stopped it. */
  readonly futuresFailure: string | null;
  /** What the sender of the opened link saw, to be compared with what is simulated here. */
  readonly received: PageReceipt | null;
  /** What the reader has to be told, one of a kind. */
  readonly notices: readonly Notice[];
  /** Null: nothing is drawn yet. */
  readonly drawn: DrawnCourse | null;
  /** Null: none was asked for yet. */
  readonly sharedEffect: SharedEffect | null;
  readonly failure: {
    readonly stage: "loading" | "running";
    readonly message: string;
    readonly request: RunRequest | null;
  } | null;
  readonly view: View;
};

export type SimulationJob = {
  readonly study: LoadedStudy;
  readonly part: Part;
  readonly request: RunRequest;
};

/** The session with the active plan's part under plain names, for all of the page that shows one plan. */
export type ActiveSession = SessionContext & {
  readonly opened: Scenario;
  readonly plan: Scenario;
  readonly simulated: Simulated | null;
  /** No plan under the assumptions of `simulated`, or the latest one before the first run of the plan. */
  readonly baseline: Simulated | null;
};

/** A hundred parts of the page ask at every event; contexts never change, so one answer does for all. */
const answers = new WeakMap<SessionContext, ActiveSession>();

export function ofActivePlan(context: SessionContext): ActiveSession {
  const known = answers.get(context);
  if (known) return known;
  const { plans, active, runs, baselines } = context;
  const { opened, plan } = entryOf(plans, active);
  const simulated = runs[active] ?? null;
  const baseline = (simulated && baselineOf(context, simulated)) ?? baselines.at(-1) ?? null;
  const answer = { ...context, opened, plan, simulated, baseline };
  answers.set(context, answer);
  return answer;
}

export function entryOf(plans: readonly PlanEntry[], key: PlanKey): PlanEntry {
  return plans.find((entry) => entry.key === key)!;
}

/** The run without measures that the difference of a run is taken to; null while it is not simulated. */
export function baselineOf(
  { baselines }: Pick<SessionContext, "baselines">,
  { scenario, seed }: { readonly scenario: Scenario; readonly seed: string },
): Simulated | null {
  return baselines.find((run) => isRunOf(run, withoutMeasures(scenario), seed)) ?? null;
}

/** Whether a run answers this plan, not an earlier state of it. */
export function isRunOf(run: Simulated | undefined | null, scenario: Scenario, seed: string): boolean {
  return run?.seed === seed && runKey(run.scenario) === runKey(scenario);
}

/** The run that the page lacks most: no plan under the active plan's assumptions, the active plan, then the others. */
export function nextJob({ study, plans, active, runs, baselines, seed }: SessionContext): SimulationJob | null {
  if (!study) return null;
  for (const { key, plan } of [entryOf(plans, active), ...plans]) {
    const without = withoutMeasures(plan);
    if (!baselineOf({ baselines }, { scenario: plan, seed }))
      return { study, part: "baseline", request: { scenario: without, seed, replicate: 0 } };
    if (!isRunOf(runs[key], plan, seed)) return { study, part: key, request: { scenario: plan, seed, replicate: 0 } };
  }
  return null;
}

/** Whether the active plan's answer is that of the plan as it now stands. */
export function isAnswered({ plans, active, runs, baselines, seed }: SessionContext): boolean {
  const { plan } = entryOf(plans, active);
  return isRunOf(runs[active], plan, seed) && baselineOf({ baselines }, { scenario: plan, seed }) !== null;
}

/** The years to draw: those of the plan; before its first run those of the baseline, as far as they have come. */
export function shownYears({ simulated, baseline, arriving }: ActiveSession): readonly YearSnapshot[] {
  return simulated?.years ?? baseline?.years ?? arriving;
}
