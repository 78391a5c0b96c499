import type { DrawerPart } from "#session/drawerParts.ts";
import type { ComponentType } from "react";
import { later } from "./later.tsx";
import { ViewOpening } from "./ViewOpening.tsx";

const view = (load: () => Promise<ComponentType>) => later(load, ViewOpening);

/** What draws each view of the drawer. Each comes in a file of its own when it is opened. */
export const DRAWER_COMPONENTS: Readonly<Record<DrawerPart, ComponentType>> = {
  charts: view(async () => (await import("./course/NationalCharts.tsx")).NationalCharts),
  funnel: view(async () => (await import("./course/FunnelView.tsx")).FunnelView),
  readiness: view(async () => (await import("./course/ReadinessView.tsx")).ReadinessView),
  hazard: view(async () => (await import("./course/HazardView.tsx")).HazardView),
  path: view(async () => (await import("./course/PathView.tsx")).PathView),
  timeline: view(async () => (await import("./timeline/TimelineView.tsx")).TimelineView),
  draw: view(async () => (await import("./course/DrawFirst.tsx")).DrawFirst),
  regions: view(async () => (await import("./regions/RegionsTable.tsx")).RegionsTable),
  actor: view(async () => (await import("./actor/ActorPage.tsx")).ActorPage),
  efficiency: view(async () => (await import("./regions/EfficiencyView.tsx")).EfficiencyView),
  equity: view(async () => (await import("./regions/EquityView.tsx")).EquityView),
  clusters: view(async () => (await import("./regions/ClustersView.tsx")).ClustersView),
  guide: view(async () => (await import("./plans/GuidePage.tsx")).GuidePage),
  schedule: view(async () => (await import("./schedule/SchedulePage.tsx")).SchedulePage),
  assumptions: view(async () => (await import("./assumptions/AssumptionsPage.tsx")).AssumptionsPage),
  money: view(async () => (await import("./plans/MoneyTable.tsx")).MoneyTable),
  estimates: view(async () => (await import("./evidence/EstimatesTable.tsx")).EstimatesTable),
  compare: view(async () => (await import("./compare/ComparePage.tsx")).ComparePage),
  why: view(async () => (await import("./compare/WhyPage.tsx")).WhyPage),
  published: view(async () => (await import("./evidence/ReplicationPage.tsx")).ReplicationPage),
  backtest: view(async () => (await import("./evidence/BacktestPage.tsx")).BacktestPage),
  trust: view(async () => (await import("./trust/TrustPage.tsx")).TrustPage),
  sensitivity: view(async () => (await import("./trust/SensitivityPage.tsx")).SensitivityPage),
  questions: view(async () => (await import("./trust/QuestionsPage.tsx")).QuestionsPage),
  glossary: view(async () => (await import("./trust/GlossaryPage.tsx")).GlossaryPage),
};

/** Views that need the whole page to be read. */
export const WHOLE_PAGE: ReadonlySet<DrawerPart> = new Set([
  "draw",
  "questions",
  "glossary",
  "trust",
  "sensitivity",
  "backtest",
  "clusters",
  "compare",
  "efficiency",
  "equity",
  "published",
  "readiness",
  "timeline",
  "why",
]);
