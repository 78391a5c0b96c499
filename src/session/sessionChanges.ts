import type { LoadedStudy } from "#engine/readStudy.ts";
import type { Notice, Opening } from "./notice.ts";
import type { RestoredPage } from "./savedPage.ts";
import type { SessionContext, Simulated } from "./sessionContext.ts";
import type { SimulationReport } from "./sessionEvents.ts";
import { NO_PLAN, withoutMeasures } from "#domain/noPlan.ts";
import { inRange } from "./planEvents.ts";
import { newEntry } from "./plans.ts";
import { isRunOf } from "./sessionContext.ts";

/** The data, and what the address or the storage of the browser holds for this page. */
export type Opened = { readonly study: LoadedStudy; readonly opening: Opening | null };

const OPENED_FIRST = "core-ecosystem";

/** A saved page if there is one, else the preset that the address names, else the first plan. */
export function openStudy(context: SessionContext, { study, opening }: Opened): Partial<SessionContext> {
  const { wantedPreset, plans, notices } = context;
  const view = opening?.view ?? context.view;
  const told = (opening?.notices ?? []).reduce(withNotice, notices);
  if (opening?.page) return { study, notices: told, ...restorePage({ ...context, view }, opening.page) };
  const preset = (id: string | null) => study.presets.find((candidate) => candidate.id === id);
  const opened = [newEntry(plans[0].key, preset(wantedPreset) ?? preset(OPENED_FIRST) ?? NO_PLAN)];
  return { study, notices: told, plans: opened, view: inRange(view, { plans: opened, active: opened[0].key }) };
}

export function restorePage(
  { view }: SessionContext,
  { plans, active, seed, futures, receipt }: RestoredPage,
): Partial<SessionContext> {
  return {
    plans,
    active,
    seed,
    futuresWanted: futures,
    received: receipt,
    removed: null,
    runs: {},
    futures: {},
    view: inRange(view, { plans, active }),
  };
}

export function withNotice(notices: readonly Notice[], notice: Notice): readonly Notice[] {
  return [...notices.filter(({ kind }) => kind !== notice.kind), notice];
}

/** Keeps a finished run, and of the runs without measures those that a plan or a shown run still needs. */
export function showRun(
  { arriving, plans, runs, baselines, seed }: SessionContext,
  { part, request, summary }: Extract<SimulationReport, { type: "RUN_DONE" }>,
): Partial<SessionContext> {
  const run: Simulated = { scenario: request.scenario, seed: request.seed, years: arriving, summary };
  if (part !== "baseline") {
    const isHere = plans.some(({ key }) => key === part);
    return { runs: isHere ? { ...runs, [part]: run } : runs, arriving: [] };
  }
  const needed = [
    ...plans.map(({ plan }) => ({ scenario: plan, seed })),
    ...Object.values(runs).map((shown) => ({ scenario: shown.scenario, seed: shown.seed })),
  ];
  const kept = baselines.filter((baseline) =>
    needed.some(({ scenario, seed }) => isRunOf(baseline, withoutMeasures(scenario), seed)),
  );
  return { baselines: [...kept, run], arriving: [] };
}
