/**
 * Views of the drawer, grouped as they are listed. An id is what an address calls a view, so it stays when words change. A
 * view is added here, given a component in ui/drawerComponents.ts and a name in ui/words/drawer.
 */
export const DRAWER_GROUPS = [
  { id: "course", parts: ["charts", "funnel", "readiness", "hazard", "path", "timeline", "draw"] },
  { id: "regions", parts: ["regions", "actor", "efficiency", "equity", "clusters"] },
  { id: "compare", parts: ["compare", "why"] },
  { id: "plan", parts: ["guide", "schedule", "assumptions", "money"] },
  { id: "evidence", parts: ["estimates", "published", "backtest"] },
  { id: "trust", parts: ["trust", "sensitivity", "questions", "glossary"] },
] as const;

export type DrawerPart = (typeof DRAWER_GROUPS)[number]["parts"][number];

export const DRAWER_PARTS: readonly DrawerPart[] = DRAWER_GROUPS.flatMap(({ parts }) => [...parts]);

export function groupOf(part: DrawerPart) {
  return DRAWER_GROUPS.find(({ parts }) => (parts as readonly DrawerPart[]).includes(part))!;
}
