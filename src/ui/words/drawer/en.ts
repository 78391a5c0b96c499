import type { Texts } from "#ui/words/texts.ts";

/** Names of the drawer's groups and views; they are there from the start, the words inside a view come with it. */
export const drawerWords = {
  label: "Charts and tables",
  larger: "Larger",
  smaller: "Smaller",
  fold: "Fold",
  unfold: "Unfold",
  opening: "Opening",
  failed: "This view could not be shown: {{message}}. The rest of the page goes on.",
  again: "Try again",
  offline: "Offline: everything runs in this browser, version {{version}}.",
  newer: "A newer version of this page is ready.",
  openNewer: "Open it",
  groups: {
    course: "Over time",
    regions: "Regions",
    compare: "Compare",
    plan: "Plan",
    evidence: "Evidence",
    trust: "Trust",
  },
  parts: {
    funnel: "Stages of adoption",
    readiness: "Readiness",
    hazard: "Why the curve bends",
    path: "After integration",
    efficiency: "Efficiency and gap",
    equity: "Use against equity",
    clusters: "Groups of regions",
    charts: "Main lines",
    regions: "Table",
    actor: "Inside an actor",
    compare: "Plans compared",
    why: "Why they differ",
    schedule: "Schedule",
    assumptions: "Assumptions",
    money: "Money",
    estimates: "Frontiers by year",
    published: "Published results",
    backtest: "Back-test",
    trust: "About the model",
  },
};

export type DrawerWords = Texts<typeof drawerWords>;
