import type { Scenario } from "#domain/scenario.ts";
import type { SessionContext } from "./sessionContext.ts";
import type { View } from "./view.ts";
import { START_YEAR } from "#domain/scenario.ts";
import {
  changed,
  freeKey,
  newEntry,
  type PlanEntry,
  type PlanKey,
  redone,
  reopened,
  undone,
  uniqueId,
} from "./plans.ts";
import { entryOf } from "./sessionContext.ts";

/** What a person does with the plans; where no plan is named, the active one is meant. */
export type PlanEvent =
  /** Another plan in the active place. */
  | { readonly type: "PLAN_OPENED"; readonly plan: Scenario }
  /** One more plan, in the first free place; nothing happens when all places are taken. */
  | { readonly type: "PLAN_ADDED"; readonly plan: Scenario }
  | { readonly type: "PLAN_REMOVED"; readonly key: PlanKey }
  /** The plan removed last, in its old place or the first free one. */
  | { readonly type: "PLAN_RETURNED" }
  /** The reader does not want it back. */
  | { readonly type: "PLAN_FORGOTTEN" }
  | { readonly type: "PLAN_CHOSEN"; readonly key: PlanKey }
  /** An edit, a new name, notes: a step that can be undone. */
  | { readonly type: "PLAN_CHANGED"; readonly plan: Scenario }
  /** A drag or the typing in a field is over; the next change is a step of its own. */
  | { readonly type: "GESTURE_ENDED" }
  | { readonly type: "UNDO" }
  | { readonly type: "REDO" }
  | { readonly type: "RESET_TO_OPENED" };

/** What the event makes of the plans, and of what hangs on them: the active plan, its years, runs of plans now gone. */
export function changePlans(context: SessionContext, event: PlanEvent): Partial<SessionContext> {
  const { plans, active, runs, futures, removed } = context;
  switch (event.type) {
    case "PLAN_OPENED": {
      const others = plans.filter(({ key }) => key !== active).map(({ plan }) => plan);
      return withActive(context, (entry) => reopened(entry, withUniqueId(event.plan, others)));
    }
    case "PLAN_CHANGED":
      return withActive(context, (entry) => changed(entry, event.plan));
    case "RESET_TO_OPENED":
      return withActive(context, (entry) => changed(entry, entry.opened));
    case "UNDO":
      return withActive(context, undone);
    case "REDO":
      return withActive(context, redone);
    case "GESTURE_ENDED":
      return entryOf(plans, active).gesture === null
        ? {}
        : withActive(context, (entry) => ({ ...entry, gesture: null }));
    case "PLAN_CHOSEN":
      return plans.some(({ key }) => key === event.key) ? show(context, plans, event.key) : {};
    case "PLAN_ADDED": {
      const key = freeKey(plans);
      if (key === null) return {};
      const plan = withUniqueId(
        event.plan,
        plans.map((entry) => entry.plan),
      );
      // Until its own run is there, the page goes on showing the plan that it showed.
      const shown = runs[active];
      return {
        ...show(context, inOrder([...plans, newEntry(key, plan)]), key),
        runs: shown ? { ...runs, [key]: shown } : runs,
        removed: null,
      };
    }
    case "PLAN_REMOVED": {
      const entry = plans.find(({ key }) => key === event.key);
      if (!entry || plans.length === 1) return {};
      const place = plans.indexOf(entry);
      const rest = plans.filter((other) => other !== entry);
      const next = event.key === active ? rest[Math.min(place, rest.length - 1)].key : active;
      return {
        ...show(context, rest, next),
        runs: without(runs, event.key),
        futures: without(futures, event.key),
        removed: entry,
      };
    }
    case "PLAN_FORGOTTEN":
      return { removed: null };
    case "PLAN_RETURNED": {
      if (!removed) return {};
      const key = plans.some((entry) => entry.key === removed.key) ? freeKey(plans) : removed.key;
      if (key === null) return {};
      const shown = runs[active];
      return {
        ...show(context, inOrder([...plans, { ...removed, key }]), key),
        runs: shown ? { ...runs, [key]: shown } : runs,
        removed: null,
      };
    }
  }
}

/** The view with its year within the years of the active plan. */
export function inRange(view: View, { plans, active }: Pick<SessionContext, "plans" | "active">): View {
  const { until } = entryOf(plans, active).plan;
  const year = Math.min(Math.max(view.year, START_YEAR), until);
  return year === view.year ? view : { ...view, year };
}

function withActive(context: SessionContext, change: (entry: PlanEntry) => PlanEntry): Partial<SessionContext> {
  const { plans, active } = context;
  return show(
    context,
    plans.map((entry) => (entry.key === active ? change(entry) : entry)),
    active,
  );
}

function show({ view }: SessionContext, plans: readonly PlanEntry[], active: PlanKey): Partial<SessionContext> {
  return { plans, active, view: inRange(view, { plans, active }) };
}

function withUniqueId(plan: Scenario, others: readonly Scenario[]): Scenario {
  const id = uniqueId(plan.id, others);
  return id === plan.id ? plan : { ...plan, id };
}

function inOrder(plans: readonly PlanEntry[]): readonly PlanEntry[] {
  return [...plans].sort((a, b) => (a.key < b.key ? -1 : 1));
}

function without<Value>(
  byPlan: Readonly<Partial<Record<PlanKey, Value>>>,
  key: PlanKey,
): Readonly<Partial<Record<PlanKey, Value>>> {
  const { [key]: _, ...rest } = byPlan as Record<PlanKey, Value>;
  return rest as Partial<Record<PlanKey, Value>>;
}
