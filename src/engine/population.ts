import type { AnyStateMachine, ContextFrom, EventFrom, EventObject, SnapshotFrom } from "xstate";
import type { MachineTable, RowArguments } from "./machineTable.ts";
import { stateValueOf } from "./machineTable.ts";

/** Told of each transition before its actions change the columns, so the numbers that decided can still be read. */
export type TransitionListener = (row: number, from: number, to: number, transition: number, guard: number) => void;

export interface Population<M extends AnyStateMachine> {
  readonly table: MachineTable<M>;
  readonly size: number;
  /** Leaf index of every row; starts at the machine's initial leaf. May be written to place a row in a state. */
  readonly states: Uint8Array;
  /** One column per context key; own columns start at the machine's initial context, shared ones are left as they are. */
  readonly columns: { readonly [K in keyof ContextFrom<M>]: Float64Array };
  /** counts[from * leaves + to]: transitions taken since the last `clearCounts`, stays and self-transitions included. */
  readonly counts: Uint32Array;
  clearCounts(): void;
  /** Sends one event to one row. Answers the index of the transition taken, -1 if the row ignores the event. */
  send(row: number, event: EventFrom<M>): number;
  /** Sends the event to rows 0, 1, 2, ... in this order; `prepare` may fill the one event object for each row. */
  sendAll<E extends EventFrom<M>>(event: E, prepare?: (event: E, row: number) => void): void;
  /** Hears every transition from now on; null ends it. */
  listen(listener: TransitionListener | null): void;
  /** Hands out and forgets the actions that are not assignments: by row, and in XState's order within a row. */
  drainOutbox(handle: (row: number, action: number) => void): void;
  /** The row as XState sees it. */
  snapshotOf(row: number): SnapshotFrom<M>;
}

/**
 * Rows that run the machine of a table. `shared` gives columns that the caller owns for some context keys (at least
 * `size` long); the machine reads and writes them in place. Nothing is allocated per event.
 */
export function createPopulation<M extends AnyStateMachine>(
  table: MachineTable<M>,
  size: number,
  shared: { readonly [K in keyof ContextFrom<M>]?: Float64Array } = {},
): Population<M> {
  const { leaves, events, contextKeys, guards, actions, firstTransition, guardOf, targetOf, firstAction, actionOf } =
    table;
  const states = new Uint8Array(size).fill(table.initialLeaf);
  const columns = contextKeys.map((key) => {
    const column = shared[key];
    if (column === undefined) return new Float64Array(size).fill(table.initialContext[key]);
    if (!(column.length >= size)) throw new Error(`shared column ${key} must have ${size} rows, got ${column.length}`);
    return column;
  });
  const counts = new Uint32Array(leaves.length * leaves.length);
  const guardFunctions = guards.map((guard) => guard.holds);
  const guardParams = guards.map((guard) => guard.reference.params);
  const scratch = new Float64Array(contextKeys.length);
  const cursor = { row: 0 };
  const args: RowArguments = { context: createView(contextKeys, columns, cursor), event: { type: "" } };
  let outboxRows: number[] = [];
  let outboxActions: number[] = [];
  let listener: TransitionListener | null = null;

  function eventIndex(type: string): number {
    const index = events.indexOf(type);
    if (index < 0) throw new Error(`event must be one of ${events.join(", ")}, got ${type}`);
    return index;
  }

  function step(row: number, event: number): number {
    const from = states[row]!;
    const cell = from * events.length + event;
    const end = firstTransition[cell + 1]!;
    cursor.row = row;
    for (let taken = firstTransition[cell]!; taken < end; taken += 1) {
      const guard = guardOf[taken]!;
      if (guard >= 0 && !guardFunctions[guard]!(args, guardParams[guard])) continue;
      const to = targetOf[taken]!;
      if (listener !== null) listener(row, from, to, taken, guard);
      states[row] = to;
      counts[from * leaves.length + to]! += 1;
      const last = firstAction[taken + 1]!;
      for (let slot = firstAction[taken]!; slot < last; slot += 1) act(row, actionOf[slot]!);
      return taken;
    }
    return -1;
  }

  function act(row: number, index: number): void {
    const action = actions[index]!;
    if (action.isOutward) {
      outboxRows.push(row);
      outboxActions.push(index);
    } else if (action.partial === null) {
      // All values of one assignment are computed from the old context, then written.
      const { columns: targets, values, params } = action;
      for (let k = 0; k < values.length; k += 1) scratch[k] = values[k]!(args, params) as number;
      for (let k = 0; k < values.length; k += 1) columns[targets[k]!]![row] = scratch[k]!;
    } else {
      const partial = action.partial(args, action.params) as Record<string, number>;
      for (const key of Object.keys(partial)) columns[contextKeys.indexOf(key)]![row] = partial[key]!;
    }
  }

  return {
    table,
    size,
    states,
    columns: Object.fromEntries(contextKeys.map((key, k) => [key, columns[k]])) as Population<M>["columns"],
    counts,
    clearCounts: () => {
      counts.fill(0);
    },
    send: (row, event) => {
      args.event = event;
      return step(row, eventIndex((event as EventObject).type));
    },
    sendAll: (event, prepare) => {
      const index = eventIndex((event as EventObject).type);
      args.event = event;
      for (let row = 0; row < size; row += 1) {
        if (prepare !== undefined) prepare(event, row);
        step(row, index);
      }
    },
    listen: (next) => {
      listener = next;
    },
    drainOutbox: (handle) => {
      const rows = outboxRows;
      const sent = outboxActions;
      outboxRows = [];
      outboxActions = [];
      const order = rows.map((_, k) => k).sort((a, b) => rows[a]! - rows[b]!);
      for (const k of order) handle(rows[k]!, sent[k]!);
    },
    snapshotOf: (row) => {
      const context = Object.fromEntries(contextKeys.map((key, k) => [key, columns[k]![row]!]));
      return table.machine.resolveState({ value: stateValueOf(leaves[states[row]!]!), context }) as SnapshotFrom<M>;
    },
  };
}

/** An object that looks like the context of the row at the cursor. */
function createView(keys: readonly string[], columns: readonly Float64Array[], cursor: { readonly row: number }) {
  const view: Record<string, number> = {};
  keys.forEach((key, k) => {
    const column = columns[k]!;
    Object.defineProperty(view, key, { enumerable: true, get: () => column[cursor.row] });
  });
  return Object.freeze(view);
}
