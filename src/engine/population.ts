import type { AnyStateMachine, ContextFrom, EventFrom, EventObject, SnapshotFrom } from "xstate";
import type { MachineTable, TableAction } from "./machineTable.ts";
import type { RowArguments, RowView } from "./rowView.ts";
import { stateValueOf } from "./machineProbe.ts";
import { pointView } from "./rowView.ts";

/** Told of each transition taken before anything of the row changes, so `table.args` still shows what the guard saw. */
export type TransitionListener = (row: number, from: number, to: number, transition: number, guard: number) => void;

export interface Population<M extends AnyStateMachine> {
  readonly table: MachineTable<M>;
  readonly size: number;
  /** Leaf of every row, an index into `table.leaves`. May be written to place a row in a state. */
  readonly states: Uint8Array;
  /** One column per context key. May be written between events. */
  readonly columns: { readonly [K in keyof ContextFrom<M>]: Float64Array };
  /** counts[from * leaves + to]: transitions taken since `clearCounts`; on the diagonal the ones that stay or re-enter. */
  readonly counts: Uint32Array;
  clearCounts(): void;
  /** Sends one event to one row. Answers the index of the transition taken, -1 if the row has none for it. */
  send(row: number, event: EventFrom<M>): number;
  /** Sends the event to every row in row order; `prepare` may fill the one event object for the row first. */
  sendAll<E extends EventFrom<M>>(event: E, prepare?: (event: E, row: number) => void): void;
  /** Sets who hears every transition from now on; null for nobody. */
  listen(listener: TransitionListener | null): void;
  /** Hands over the collected actions that are not assignments, by row and then in XState's order, and forgets them. */
  drainOutbox(handle: (row: number, action: number) => void): void;
  /** The row as XState sees it. */
  snapshotOf(row: number): SnapshotFrom<M>;
}

/**
 * `size` rows that run the machine of a table, all in its initial state and context. `shared` gives columns that the caller
 * owns for some context keys, at least `size` long: the machine reads and writes them in place, and their values stay.
 * A step allocates nothing of its own but what goes to the outbox. An event that the machine does not know is misuse and throws.
 */
export function createPopulation<M extends AnyStateMachine>(
  table: MachineTable<M>,
  size: number,
  shared: { readonly [K in keyof ContextFrom<M>]?: Float64Array } = {},
): Population<M> {
  const { leaves, events, contextKeys, machine } = table;
  const columns = contextKeys.map((key) => {
    const column = shared[key];
    if (column === undefined) return new Float64Array(size).fill(table.initialContext[key]);
    if (!(column.length >= size)) throw new Error(`shared column ${key} must have ${size} rows, got ${column.length}`);
    return column;
  });
  const rows: Rows = {
    states: new Uint8Array(size).fill(table.initialLeaf),
    columns,
    contextKeys,
    counts: new Uint32Array(leaves.length * leaves.length),
    eventCount: events.length,
    branches: linkBranches(table, columns),
    view: table.view,
    args: table.view.args,
    listener: null,
    outbox: [],
  };
  let lastType = "";
  let lastIndex = -1;
  function indexOfEvent(type: string): number {
    if (type === lastType) return lastIndex;
    const index = events.indexOf(type);
    if (index < 0) throw new Error(`event must be one of ${events.join(", ")}, got ${type}`);
    lastType = type;
    lastIndex = index;
    return index;
  }

  return {
    table,
    size,
    states: rows.states,
    columns: Object.fromEntries(contextKeys.map((key, k) => [key, columns[k]])) as Population<M>["columns"],
    counts: rows.counts,
    clearCounts() {
      rows.counts.fill(0);
    },
    send(row, event) {
      const index = indexOfEvent((event as EventObject).type);
      return step(rows, row, event as EventObject, index);
    },
    sendAll(event, prepare) {
      const index = indexOfEvent((event as EventObject).type);
      for (let row = 0; row < size; row += 1) {
        if (prepare !== undefined) prepare(event, row);
        step(rows, row, event as EventObject, index);
      }
    },
    listen(listener) {
      rows.listener = listener;
    },
    drainOutbox(handle) {
      const letters = rows.outbox.sort((a, b) => a.row - b.row);
      rows.outbox = [];
      for (const { row, action } of letters) handle(row, action);
    },
    snapshotOf(row) {
      const context = Object.fromEntries(contextKeys.map((key, k) => [key, columns[k][row]]));
      return machine.resolveState({ value: stateValueOf(leaves[rows.states[row]]), context }) as SnapshotFrom<M>;
    },
  };
}

/** What a step needs, in one object of fixed shape: fields that never change their kind are read without checks. */
interface Rows {
  readonly states: Uint8Array;
  readonly columns: readonly Float64Array[];
  readonly contextKeys: readonly string[];
  readonly counts: Uint32Array;
  readonly eventCount: number;
  /** The first transition of leaf l on event e, at l * eventCount + e. */
  readonly branches: readonly (Branch | null)[];
  readonly view: RowView;
  readonly args: RowArguments;
  listener: TransitionListener | null;
  outbox: { readonly row: number; readonly action: number }[];
}

/**
 * A transition of the table, linked to the one that is asked next and to what it does to the columns. Linked objects ran a
 * fifth faster here than the same program in one Int32Array, whose every read checks a bound.
 */
interface Branch {
  readonly holds: ((args: RowArguments) => unknown) | null;
  readonly to: number;
  readonly count: number;
  readonly transition: number;
  readonly guard: number;
  readonly operation: Operation | null;
  readonly next: Branch | null;
}

interface Operation {
  /** The first value of an assignment by columns; null for the two other kinds of action. */
  readonly value: Value | null;
  readonly partial: TableAction["partial"];
  readonly action: number;
  readonly next: Operation | null;
}

interface Value {
  readonly compute: (args: RowArguments) => number;
  readonly column: Float64Array;
  /** Computed and not yet written. Starts as a fraction, so that the field is one for floating point from the start. */
  pending: number;
  readonly next: Value | null;
}

function linkBranches(table: MachineTable, columns: readonly Float64Array[]): (Branch | null)[] {
  const branches = new Array<Branch | null>(table.leaves.length * table.events.length).fill(null);
  table.transitions.forEach((_, k, { length }) => {
    const transition = length - 1 - k; // from the last to the first, so that the rest of a list exists
    const { from, event, guard, to, actions } = table.transitions[transition];
    const operation = actions.reduceRight<Operation | null>((next, action) => {
      const { assigned, partial, isOutward } = table.actions[action];
      if (assigned.length === 0 && partial === null && !isOutward) return next;
      const value = assigned.reduceRight<Value | null>(
        (rest, { compute, column }) => ({ compute, column: columns[column], pending: 0.5, next: rest }),
        null,
      );
      return { value, partial, action, next };
    }, null);
    const cell = from * table.events.length + event;
    const holds = guard < 0 ? null : table.guards[guard].holds;
    const count = from * table.leaves.length + to;
    branches[cell] = { holds, to, count, transition, guard, operation, next: branches[cell] };
  });
  return branches;
}

function step(rows: Rows, row: number, event: EventObject, eventIndex: number): number {
  const { states, view, args } = rows;
  if (view.owner !== rows || args.event !== event) pointView(view, rows, rows.columns, event);
  view.row = row;
  const from = states[row];
  for (let branch = rows.branches[from * rows.eventCount + eventIndex]; branch !== null; branch = branch.next) {
    const { holds } = branch;
    if (holds !== null && !holds(args)) continue;
    if (rows.listener !== null) rows.listener(row, from, branch.to, branch.transition, branch.guard);
    states[row] = branch.to;
    rows.counts[branch.count] += 1;
    for (let operation = branch.operation; operation !== null; operation = operation.next) {
      if (operation.value === null) actOnWhole(rows, row, operation);
      else assignValues(row, operation.value, args);
    }
    return branch.transition;
  }
  return -1;
}

/** All values of one assignment are computed from the old context, then written. */
function assignValues(row: number, first: Value, args: RowArguments): void {
  if (first.next === null) {
    const { compute } = first;
    first.column[row] = compute(args);
    return;
  }
  for (let value: Value | null = first; value !== null; value = value.next) {
    const { compute } = value;
    value.pending = compute(args);
  }
  for (let value: Value | null = first; value !== null; value = value.next) value.column[row] = value.pending;
}

function actOnWhole(rows: Rows, row: number, { partial, action }: Operation): void {
  if (partial === null) {
    rows.outbox.push({ row, action });
    return;
  }
  for (const [key, value] of Object.entries(partial(rows.args))) {
    const column = rows.contextKeys.indexOf(key);
    if (column < 0 || typeof value !== "number")
      throw new Error(`an assignment must give numbers of the context, got ${key}: ${String(value)}`);
    rows.columns[column][row] = value;
  }
}
