import type { DrawerPart } from "#session/drawerParts.ts";
import { type ComponentType, lazy } from "react";

/** What draws each view of the drawer. Each comes in a file of its own when it is opened. */
export const DRAWER_COMPONENTS: Readonly<Record<DrawerPart, ComponentType>> = {
  charts: lazy(async () => ({ default: (await import("./course/NationalCharts.tsx")).NationalCharts })),
  funnel: lazy(async () => ({ default: (await import("./course/FunnelView.tsx")).FunnelView })),
  readiness: lazy(async () => ({ default: (await import("./course/ReadinessView.tsx")).ReadinessView })),
  hazard: lazy(async () => ({ default: (await import("./course/HazardView.tsx")).HazardView })),
  path: lazy(async () => ({ default: (await import("./course/PathView.tsx")).PathView })),
  timeline: lazy(async () => ({ default: (await import("./timeline/TimelineView.tsx")).TimelineView })),
  draw: lazy(async () => ({ default: (await import("./course/DrawFirst.tsx")).DrawFirst })),
  regions: lazy(async () => ({ default: (await import("./regions/RegionsTable.tsx")).RegionsTable })),
  actor: lazy(async () => ({ default: (await import("./actor/ActorPage.tsx")).ActorPage })),
  efficiency: lazy(async () => ({ default: (await import("./regions/EfficiencyView.tsx")).EfficiencyView })),
  equity: lazy(async () => ({ default: (await import("./regions/EquityView.tsx")).EquityView })),
  clusters: lazy(async () => ({ default: (await import("./regions/ClustersView.tsx")).ClustersView })),
  guide: lazy(async () => ({ default: (await import("./plans/GuidePage.tsx")).GuidePage })),
  schedule: lazy(async () => ({ default: (await import("./schedule/SchedulePage.tsx")).SchedulePage })),
  assumptions: lazy(async () => ({ default: (await import("./assumptions/AssumptionsPage.tsx")).AssumptionsPage })),
  money: lazy(async () => ({ default: (await import("./plans/MoneyTable.tsx")).MoneyTable })),
  estimates: lazy(async () => ({ default: (await import("./evidence/EstimatesTable.tsx")).EstimatesTable })),
  compare: lazy(async () => ({ default: (await import("./compare/ComparePage.tsx")).ComparePage })),
  why: lazy(async () => ({ default: (await import("./compare/WhyPage.tsx")).WhyPage })),
  published: lazy(async () => ({ default: (await import("./evidence/ReplicationPage.tsx")).ReplicationPage })),
  backtest: lazy(async () => ({ default: (await import("./evidence/BacktestPage.tsx")).BacktestPage })),
  trust: lazy(async () => ({ default: (await import("./trust/TrustPage.tsx")).TrustPage })),
  sensitivity: lazy(async () => ({ default: (await import("./trust/SensitivityPage.tsx")).SensitivityPage })),
  questions: lazy(async () => ({ default: (await import("./trust/QuestionsPage.tsx")).QuestionsPage })),
  glossary: lazy(async () => ({ default: (await import("./trust/GlossaryPage.tsx")).GlossaryPage })),
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
