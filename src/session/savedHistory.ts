import type { PlanEntry, PlanKey, PlanState } from "./plans.ts";
import type { LoadedStudy } from "#engine/readStudy.ts";
import type { RestoredPage } from "./savedPage.ts";
import { InputRefused } from "#domain/inputProblem.ts";
import { readPlan, withoutCard } from "./savedPage.ts";

/** Steps of a plan that outlive a reload; each is a whole plan, checked again when it is read. */
const MOST_KEPT_STEPS = 40;

type SavedHistory = Partial<
  Record<PlanKey, { readonly past: readonly PlanState[]; readonly future: readonly PlanState[] }>
>;

/** The steps of undo and redo of every plan, kept beside the page: links and files do not carry them. */
export function saveHistory(plans: readonly PlanEntry[]): SavedHistory {
  const steps = (states: readonly PlanState[]) =>
    states
      .slice(-MOST_KEPT_STEPS)
      .map(({ opened, plan }) => ({ opened: withoutCard(opened), plan: withoutCard(plan) }));
  return Object.fromEntries(plans.map(({ key, past, future }) => [key, { past: steps(past), future: steps(future) }]));
}

/** The page with its steps; without any where they cannot be read, since they are no work of their own. */
export function withHistory(page: RestoredPage, history: unknown, study: LoadedStudy): RestoredPage {
  if (history === undefined) return page;
  const read = (states: readonly PlanState[], place: string): PlanState[] =>
    states.map(({ opened, plan }) => ({ opened: readPlan(opened, place, study), plan: readPlan(plan, place, study) }));
  try {
    const known = history as SavedHistory;
    const plans = page.plans.map((entry) => {
      const { past = [], future = [] } = known[entry.key] ?? {};
      return {
        ...entry,
        past: read(past, `steps of plan ${entry.key}`),
        future: read(future, `steps of plan ${entry.key}`),
      };
    });
    return { ...page, plans };
  } catch (error) {
    if (error instanceof InputRefused || error instanceof TypeError) return page; // of another version, or damaged
    throw error;
  }
}
