import type { AnyStateMachine, ContextFrom, StateValue } from "xstate";
import { initialTransition, pathToStateValue, transition } from "xstate";
import { listUnsupported } from "./machineSupport.ts";

/** What a guard or assignment of the machine is called with; one object is reused for every row. */
export interface RowArguments {
  /** Own enumerable getters, one per context key, that read the columns at the cursor. */
  readonly context: Readonly<Record<string, number>>;
  event: { readonly type: string };
}

export type RowFunction = (args: RowArguments, params: unknown) => unknown;

/** A guard or action as the machine names it. Params are constants written in the machine, or undefined. */
export interface NamedReference {
  readonly type: string;
  readonly params: unknown;
}

/** One row of the transition table: taken by `from` on `event` when it is the first one whose guard holds. */
export interface TableTransition {
  readonly from: string;
  readonly event: string;
  readonly guard: NamedReference | null;
  readonly to: string;
  /** Exit, transition and entry actions in the order in which XState runs them. */
  readonly actions: readonly NamedReference[];
}

/** The machine's own assignment for an action: one function per column, or one function that returns a partial context. */
export interface TableAction extends NamedReference {
  readonly columns: readonly number[];
  readonly values: readonly RowFunction[];
  readonly partial: RowFunction | null;
  /** Neither of the two: the action goes to the outbox. */
  readonly isOutward: boolean;
}

export interface MachineTable<M extends AnyStateMachine = AnyStateMachine> {
  readonly machine: M;
  /** Leaf states as dotted paths ("piloting", "integrated.scaled"); a row's state is an index into this list. */
  readonly leaves: readonly string[];
  readonly events: readonly string[];
  readonly contextKeys: readonly (keyof ContextFrom<M> & string)[];
  readonly initialLeaf: number;
  readonly initialContext: ContextFrom<M>;
  readonly transitions: readonly TableTransition[];
  readonly actions: readonly TableAction[];
  readonly guards: readonly { readonly reference: NamedReference; readonly holds: RowFunction }[];
  /** Transitions of leaf l and event e: firstTransition[l * events.length + e] up to the next entry. */
  readonly firstTransition: Int32Array;
  /** Per transition: index of its guard (-1 for none), its target leaf, and where its actions start in `actionOf`. */
  readonly guardOf: Int32Array;
  readonly targetOf: Uint8Array;
  readonly firstAction: Int32Array;
  readonly actionOf: Int32Array;
  /** The one context view of all populations of this table; a population points the cursor at its columns and row. */
  readonly args: RowArguments;
  readonly cursor: RowCursor;
  readonly readers: { column: Float64Array }[];
}

export interface RowCursor {
  owner: unknown;
  row: number;
}

/**
 * Flattens an XState machine into arrays, so that a population of many rows runs it without an actor each.
 * The machine stays the only model: every (leaf, event) pair is asked of XState itself, with guards that answer true
 * only at their k-th call, and guards and assignments are called as the machine has them.
 * Throws one error that names each node and feature that a table cannot run faithfully.
 */
export function deriveMachineTable<M extends AnyStateMachine>(machine: M): MachineTable<M> {
  const problems = listUnsupported(machine);
  if (problems.length > 0) throw new Error(`machine ${machine.id} cannot run as a table:\n${problems.join("\n")}`);
  const [initial] = initialTransition(machine as AnyStateMachine);
  if (initial.status === "error") throw initial.error;

  const leaves = listLeaves(machine);
  const events = [...machine.events] as string[];
  const contextKeys = Object.keys(initial.context);
  const readers = contextKeys.map(() => ({ column: new Float64Array(0) }));
  const ask = createProbe(machine);
  const cursor: RowCursor = { owner: null, row: 0 };

  const transitions: TableTransition[] = [];
  const guards: NamedReference[] = [];
  const actions: NamedReference[] = [];
  const firstTransition = [0];
  const guardOf: number[] = [];
  const targetOf: number[] = [];
  const firstAction = [0];
  const actionOf: number[] = [];
  for (const from of leaves) {
    for (const event of events) {
      for (const branch of ask(from, event)) {
        transitions.push({ from, event, ...branch });
        guardOf.push(branch.guard === null ? -1 : indexOf(guards, branch.guard));
        targetOf.push(leaves.indexOf(branch.to));
        for (const action of branch.actions) actionOf.push(indexOf(actions, action));
        firstAction.push(actionOf.length);
      }
      firstTransition.push(transitions.length);
    }
  }
  return {
    machine,
    leaves,
    events,
    contextKeys,
    initialLeaf: leaves.indexOf(leafOf(initial.value)),
    initialContext: { ...initial.context },
    transitions,
    actions: actions.map((action) => describeAction(machine, action, contextKeys)),
    guards: guards.map((reference) => ({
      reference,
      holds: machine.implementations.guards[reference.type] as RowFunction,
    })),
    firstTransition: Int32Array.from(firstTransition),
    guardOf: Int32Array.from(guardOf),
    targetOf: Uint8Array.from(targetOf),
    firstAction: Int32Array.from(firstAction),
    actionOf: Int32Array.from(actionOf),
    args: { context: createView(contextKeys, cursor, readers), event: { type: "" } },
    cursor,
    readers,
  };
}

/** An object that looks like the context of the row at the cursor. */
function createView(keys: readonly string[], cursor: RowCursor, readers: { column: Float64Array }[]): Readonly<Record<string, number>> {
  const view: Record<string, number> = {};
  keys.forEach((key, k) => {
    const reader = readers[k]!;
    Object.defineProperty(view, key, { enumerable: true, get: () => reader.column[cursor.row] });
  });
  return Object.freeze(view);
}

/** Dotted path of the one leaf in the value of a machine without parallel states. */
export function leafOf(value: StateValue): string {
  if (typeof value === "string") return value;
  const [key] = Object.keys(value);
  return `${key}.${leafOf(value[key]!)}`;
}

export function stateValueOf(leaf: string): StateValue {
  return pathToStateValue(leaf.split("."));
}

function listLeaves(machine: AnyStateMachine): string[] {
  const leaves: string[] = [];
  const visit = (node: AnyStateMachine["root"]) => {
    const children = Object.values(node.states);
    if (children.length === 0) leaves.push(node.path.join("."));
    for (const child of children) visit(child);
  };
  visit(machine.root);
  return leaves;
}

type Branch = Pick<TableTransition, "guard" | "to" | "actions">;

/**
 * Asks XState what a leaf does on an event. In probe k every guard is false except the k-th one asked, so probe k shows
 * what happens when that guard is the first to hold; the first probe that runs out of guards shows what happens when
 * none holds. Actions are replaced by inert ones, which makes XState list them all, assignments included.
 */
function createProbe(machine: AnyStateMachine): (leaf: string, event: string) => Branch[] {
  let asked: NamedReference[] = [];
  let trueAt = 0;
  const guards: Record<string, (args: unknown, params: unknown) => boolean> = {};
  for (const type of Object.keys(machine.implementations.guards)) {
    guards[type] = (_args, params) => asked.push({ type, params }) === trueAt;
  }
  const actions: Record<string, () => void> = {};
  for (const type of Object.keys(machine.implementations.actions)) actions[type] = () => {};
  const probe = machine.provide({ guards, actions } as never) as AnyStateMachine;

  return (leaf, type) => {
    const snapshot = probe.resolveState({ value: stateValueOf(leaf), context: {} });
    const branches: Branch[] = [];
    for (trueAt = 1; ; trueAt += 1) {
      asked = [];
      const isSelected = probe.getTransitionData(snapshot, { type }).length > 0;
      asked = [];
      const [next, executed] = transition(probe, snapshot, { type });
      const guard = asked.length === trueAt ? asked[trueAt - 1]! : null;
      if (guard !== null || isSelected) {
        branches.push({
          guard,
          to: leafOf(next.value),
          actions: executed.map((action) => ({ type: action.type, params: action.params })),
        });
      }
      if (guard === null) return branches;
    }
  };
}

/** Index of a reference in the list, appended if new. Params are constants of the machine, so identity is enough. */
function indexOf(list: NamedReference[], { type, params }: NamedReference): number {
  const index = list.findIndex((other) => other.type === type && other.params === params);
  return index >= 0 ? index : list.push({ type, params }) - 1;
}

/** Reads the `assignment` that XState keeps on what `assign` returns: the one internal thing relied on here. */
function describeAction(machine: AnyStateMachine, action: NamedReference, contextKeys: readonly string[]): TableAction {
  const { assignment } = machine.implementations.actions[action.type] as { assignment?: object };
  if (typeof assignment === "function") {
    return { ...action, columns: [], values: [], partial: assignment as RowFunction, isOutward: false };
  }
  const columns = Object.keys(assignment ?? {}).map((key) => contextKeys.indexOf(key));
  const values = Object.values(assignment ?? {}).map((value) =>
    typeof value === "function" ? (value as RowFunction) : () => value,
  );
  return { ...action, columns, values, partial: null, isOutward: assignment === undefined };
}
