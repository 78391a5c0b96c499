import type { AnyStateMachine, ContextFrom } from "xstate";
import type { NamedReference } from "./machineProbe.ts";
import type { RowArguments, RowView } from "./rowView.ts";
import { initialTransition } from "xstate";
import { createProbe, leafOf } from "./machineProbe.ts";
import { listUnsupported } from "./machineSupport.ts";
import { createRowView } from "./rowView.ts";

export interface TableGuard {
  readonly reference: NamedReference;
  /** The machine's own function. */
  readonly holds: (args: RowArguments) => unknown;
}

/** An action of the machine: an assignment by columns, or an assignment by a function, or one that leaves the table. */
export interface TableAction {
  readonly reference: NamedReference;
  /** `assign({ key: value })`: the column of each key and the machine's own function for it. */
  readonly assigned: readonly { readonly column: number; readonly compute: (args: RowArguments) => number }[];
  /** `assign(function)`: answers a part of the context. */
  readonly partial: ((args: RowArguments) => Record<string, number>) | null;
  /** Not an assignment: goes to the outbox of the population. */
  readonly isOutward: boolean;
}

/** Numbers are indices into the lists of the table. */
export interface TableTransition {
  readonly from: number;
  readonly event: number;
  /** -1 when it is taken without a question. */
  readonly guard: number;
  readonly to: number;
  readonly actions: readonly number[];
}

export interface MachineTable<M extends AnyStateMachine = AnyStateMachine> {
  readonly machine: M;
  /** Leaf states as dotted paths ("piloting", "using.scaled"), in the order of the machine. */
  readonly leaves: readonly string[];
  readonly events: readonly string[];
  readonly contextKeys: readonly (keyof ContextFrom<M> & string)[];
  readonly initialLeaf: number;
  readonly initialContext: ContextFrom<M>;
  /** By leaf, then event, then in the order in which XState asks their guards: the first one whose guard holds is taken. */
  readonly transitions: readonly TableTransition[];
  readonly guards: readonly TableGuard[];
  readonly actions: readonly TableAction[];
  readonly view: RowView;
  /** What the machine's functions are called with; a listener may read here what a guard saw. */
  readonly args: RowArguments;
}

/**
 * Flattens an XState machine into a list of transitions, so that a population of many rows runs it without an actor each.
 * The machine stays the only model: its transitions are read off XState's own answers, and its guards and assignments are
 * called as they are. Throws one error that names every node and feature that a table cannot run faithfully: inline or
 * built-in guards and actions, dynamic params, invoke, after, always, onDone, route, wildcards, parallel, history and final
 * states, context that is not numbers. Derive once per machine and share the table: each table brings
 * a view of its own, and functions that have met several views run slower.
 */
export function deriveMachineTable<M extends AnyStateMachine>(machine: M): MachineTable<M> {
  const problems = listUnsupported(machine);
  if (problems.length > 0) throw new Error(`machine ${machine.id} cannot run as a table:\n${problems.join("\n")}`);

  const [initial] = initialTransition(machine as AnyStateMachine);
  const contextKeys = Object.keys(initial.context);
  const leaves = listLeaves(machine);
  const events = machine.events as string[];
  const probe = createProbe(machine);
  const guards: NamedReference[] = [];
  const actions: NamedReference[] = [];
  const transitions = leaves.flatMap((leaf, from) =>
    events.flatMap((type, event) =>
      probe(leaf, type).map((found) => ({
        from,
        event,
        guard: found.guard === null ? -1 : indexOf(guards, found.guard),
        to: leaves.indexOf(found.to),
        actions: found.actions.map((action) => indexOf(actions, action)),
      })),
    ),
  );
  const view = createRowView(contextKeys);
  return {
    machine,
    leaves,
    events,
    contextKeys,
    initialLeaf: leaves.indexOf(leafOf(initial.value)),
    initialContext: { ...initial.context },
    transitions,
    guards: guards.map((reference) => {
      const holds = machine.implementations.guards[reference.type] as TableGuard["holds"];
      return { reference, holds: withParams(holds, reference.params) };
    }),
    actions: actions.map((reference) => describeAction(machine, reference, contextKeys)),
    view,
    args: view.args,
  };
}

function listLeaves(machine: AnyStateMachine): string[] {
  const below = (node: AnyStateMachine["root"]): string[] => {
    const children = Object.values(node.states);
    return children.length === 0 ? [node.path.join(".")] : children.flatMap(below);
  };
  return below(machine.root);
}

/** Index of a reference in the list, appended if new. Params are constants of the machine, so identity is enough. */
function indexOf(list: NamedReference[], { type, params }: NamedReference): number {
  const index = list.findIndex((other) => other.type === type && other.params === params);
  return index >= 0 ? index : list.push({ type, params }) - 1;
}

/** Reads the `assignment` that XState keeps on what `assign` returns: the one internal thing relied on here. */
function describeAction(machine: AnyStateMachine, reference: NamedReference, keys: readonly string[]): TableAction {
  const { assignment } = machine.implementations.actions[reference.type] as { assignment?: unknown };
  if (typeof assignment === "function") {
    const partial = withParams(assignment as NonNullable<TableAction["partial"]>, reference.params);
    return { reference, assigned: [], partial, isOutward: false };
  }
  const assigned = Object.entries((assignment ?? {}) as Record<string, number | (() => number)>).map(
    ([key, value]) => ({
      column: keys.indexOf(key),
      compute: typeof value === "function" ? withParams(value, reference.params) : () => value,
    }),
  );
  return { reference, assigned, partial: null, isOutward: assignment === undefined };
}

function withParams<T>(call: (args: RowArguments, params?: unknown) => T, params: unknown): (args: RowArguments) => T {
  return params === undefined ? call : (args) => call(args, params);
}
