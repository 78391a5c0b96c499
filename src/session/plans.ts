import type { Scenario } from "#domain/scenario.ts";

/** Places of the plans on the page; each has its letter, colour and dash. */
export const PLAN_KEYS = ["A", "B", "C", "D"] as const;
export type PlanKey = (typeof PLAN_KEYS)[number];

/** A plan as it was opened and as it now stands. */
export type PlanState = { readonly opened: Scenario; readonly plan: Scenario };

/** A plan on the page with its steps of undo, the latest last, and of redo, the next one last. */
export type PlanEntry = PlanState & {
  readonly key: PlanKey;
  readonly past: readonly PlanState[];
  readonly future: readonly PlanState[];
  /** Field that is being changed: its next change belongs to the same step. */
  readonly gesture: string | null;
};

/** Steps that can be undone; older ones are forgotten. */
export const MOST_STEPS = 200;

export function newEntry(key: PlanKey, plan: Scenario): PlanEntry {
  return { key, opened: plan, plan, past: [], future: [], gesture: null };
}

/** The first place without a plan; null when all are taken. */
export function freeKey(plans: readonly PlanEntry[]): PlanKey | null {
  return PLAN_KEYS.find((key) => plans.every((entry) => entry.key !== key)) ?? null;
}

/** One step of the plan; the steps of one drag or of typing in one field are one step. */
export function changed(entry: PlanEntry, plan: Scenario): PlanEntry {
  if (same(plan, entry.plan)) return { ...entry, plan };
  const gesture = changedField(entry.plan, plan);
  if (gesture !== null && gesture === entry.gesture) return { ...entry, plan, future: [] };
  return { ...step(entry, { opened: entry.opened, plan }), gesture };
}

/** Another plan in the same place; undo brings the former one back. */
export function reopened(entry: PlanEntry, plan: Scenario): PlanEntry {
  return step(entry, { opened: plan, plan });
}

export function undone(entry: PlanEntry): PlanEntry {
  const before = entry.past.at(-1);
  if (!before) return entry;
  const { key, past, future } = entry;
  return { key, ...before, past: past.slice(0, -1), future: [...future, stateOf(entry)], gesture: null };
}

export function redone(entry: PlanEntry): PlanEntry {
  const next = entry.future.at(-1);
  if (!next) return entry;
  const { key, past, future } = entry;
  return { key, ...next, past: [...past, stateOf(entry)], future: future.slice(0, -1), gesture: null };
}

/** The id, or the first of id-2, id-3, … that none of the others has: files and commands tell plans apart by it. */
export function uniqueId(id: string, others: readonly Scenario[]): string {
  const taken = (candidate: string) => others.some((other) => other.id === candidate);
  if (!taken(id)) return id;
  const stem = id.replace(/-\d{1,2}$/, "").slice(0, 60);
  for (let number = 2; ; number++) if (!taken(`${stem}-${number}`)) return `${stem}-${number}`;
}

/** `measures/2/size`, `measures/2/years`, `parameters/threshold`, `name`, … when just one thing differs; null when more do. */
export function changedField(before: Scenario, after: Scenario): string | null {
  if (before.measures.length !== after.measures.length || before.shocks.length !== after.shocks.length) return null;
  const fields = [
    ...after.measures.flatMap((measure, index) => differing(`measures/${index}/`, before.measures[index], measure)),
    ...after.shocks.flatMap((shock, index) => differing(`shocks/${index}/`, before.shocks[index], shock)),
    ...differing("parameters/", before.parameters, after.parameters),
    ...differing("", withoutNames(before), withoutNames(after)),
  ].map((field) => field.replace(/\/(from|to|ramp)$/, "/years")); // a bar that is moved changes both ends
  if (fields.length === 0) return same(before.name, after.name) ? null : "name";
  return new Set(fields).size === 1 ? fields[0] : null; // a first change renames a preset by itself
}

function withoutNames({ notes, until, off, shocks }: Scenario) {
  return { notes, until, off, shocks };
}

function differing(path: string, before: object, after: object): string[] {
  const names = Object.keys({ ...before, ...after }) as never[];
  return names.filter((name) => !same(before[name], after[name])).map((name) => path + name);
}

/** Plans are plain values; a file and checkScenario may name the same fields in another order. */
function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder);
}

function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function step(entry: PlanEntry, next: PlanState): PlanEntry {
  const past = [...entry.past, stateOf(entry)].slice(-MOST_STEPS);
  return { key: entry.key, ...next, past, future: [], gesture: null };
}

function stateOf({ opened, plan }: PlanState): PlanState {
  return { opened, plan };
}
