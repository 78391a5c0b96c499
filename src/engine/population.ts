import type { AnyStateMachine, ContextFrom, EventFrom, EventObject, SnapshotFrom } from "xstate";
import type { MachineTable, TableAction } from "./machineTable.ts";
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
  const { leaves, events, contextKeys, guards, actions, args, cursor } = table;
  const states = new Uint8Array(size).fill(table.initialLeaf);
  const columns = contextKeys.map((key) => {
    const column = shared[key];
    if (column === undefined) return new Float64Array(size).fill(table.initialContext[key]);
    if (!(column.length >= size)) throw new Error(`shared column ${key} must have ${size} rows, got ${column.length}`);
    return column;
  });
  const eventCount = events.length;
  const leafCount = leaves.length;
  const counts = new Uint32Array(leafCount * leafCount);
  const bind = (f: any, params: unknown) => (params === undefined ? f : (a: any) => f(a, params));
  const guardFunctions: ((a: any) => unknown)[] = guards.map((guard) => bind(guard.holds, guard.reference.params));
  const valueFunctions: ((a: any) => number)[] = actions.flatMap((action) => action.values.map((v) => bind(v, action.params)));
  const firstValue = actions.map((_, k) => actions.slice(0, k).flatMap((a) => a.values).length);
  const scratch = new Float64Array(contextKeys.length);

  // program
  const prog: number[] = [];
  const cells = leafCount * eventCount;
  let at = cells + 1;
  const body: number[] = [];
  for (let cell = 0; cell < cells; cell++) {
    prog.push(at + body.length);
    const from = Math.floor(cell / eventCount);
    for (let t = table.firstTransition[cell]!; t < table.firstTransition[cell + 1]!; t++) {
      const to = table.targetOf[t]!;
      const head = body.length;
      body.push(table.guardOf[t]!, 0, t, to, from * leafCount + to);
      for (let s = table.firstAction[t]!; s < table.firstAction[t + 1]!; s++) {
        const index = table.actionOf[s]!;
        const action = actions[index]!;
        if (action.isOutward) body.push(0, index);
        else if (action.partial !== null) body.push(-1, index);
        else if (action.values.length > 0) body.push(action.values.length, ...action.columns.flatMap((c, k) => [firstValue[index]! + k, c]));
      }
      body[head + 1] = at + body.length;
    }
  }
  prog.push(at + body.length);
  const program = Int32Array.from([...prog, ...body]);

  const rows: Rows = { states, counts, columns, program, guards: guardFunctions, values: valueFunctions, args, cursor, readers: table.readers, scratch, eventCount, listener: null, outboxRows: [], outboxActions: [], actions, contextKeys };
  let lastType = "";
  let lastIndex = 0;
  function eventIndex(type: string): number {
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
    states,
    columns: Object.fromEntries(contextKeys.map((key, k) => [key, columns[k]])) as Population<M>["columns"],
    counts,
    clearCounts: () => {
      counts.fill(0);
    },
    send: (row, event) => {
      if (args.event !== event) args.event = event;
      if (cursor.owner !== rows) point(rows);
      return step(rows, row, eventIndex((event as EventObject).type));
    },
    sendAll: (event, prepare) => {
      const index = eventIndex((event as EventObject).type);
      args.event = event;
      point(rows);
      for (let row = 0; row < size; row += 1) {
        if (prepare !== undefined) prepare(event, row);
        step(rows, row, index);
      }
    },
    listen: (next) => {
      rows.listener = next;
    },
    drainOutbox: (handle) => {
      const { outboxRows, outboxActions } = rows;
      rows.outboxRows = [];
      rows.outboxActions = [];
      const order = outboxRows.map((_, k) => k).sort((a, b) => outboxRows[a]! - outboxRows[b]!);
      for (const k of order) handle(outboxRows[k]!, outboxActions[k]!);
    },
    snapshotOf: (row) => {
      const context = Object.fromEntries(contextKeys.map((key, k) => [key, columns[k]![row]!]));
      return table.machine.resolveState({ value: stateValueOf(leaves[states[row]!]!), context }) as SnapshotFrom<M>;
    },
  };
}

interface Rows {
  states: Uint8Array;
  counts: Uint32Array;
  columns: Float64Array[];
  program: Int32Array;
  guards: ((a: any) => unknown)[];
  values: ((a: any) => number)[];
  args: any;
  cursor: { row: number; owner: unknown };
  readers: { column: Float64Array }[];
  scratch: Float64Array;
  eventCount: number;
  listener: TransitionListener | null;
  outboxRows: number[];
  outboxActions: number[];
  actions: readonly TableAction[];
  contextKeys: readonly string[];
}

function point(rows: Rows) {
  rows.cursor.owner = rows;
  for (let k = 0; k < rows.columns.length; k++) rows.readers[k]!.column = rows.columns[k]!;
}

function step(rows: Rows, row: number, event: number): number {
  const { program, states, args } = rows;
  const from = states[row]!;
  const cell = from * rows.eventCount + event;
  const end = program[cell + 1]!;
  let address = program[cell]!;
  rows.cursor.row = row;
  while (address < end) {
    const guard = program[address]!;
    const next = program[address + 1]!;
    if (guard >= 0) {
      const holds = rows.guards[guard]!;
      if (!holds(args)) {
        address = next;
        continue;
      }
    }
    const to = program[address + 3]!;
    const listener = rows.listener;
    if (listener !== null) listener(row, from, to, program[address + 2]!, guard);
    states[row] = to;
    rows.counts[program[address + 4]!]! += 1;
    if (address + 5 < next) act(rows, row, address + 5, next);
    return program[address + 2]!;
  }
  return -1;
}

function act(rows: Rows, row: number, start: number, end: number): void {
  const { program, values, columns, args, scratch } = rows;
  let address = start;
  while (address < end) {
    const size = program[address]!;
    if (size === 1) {
      const value = values[program[address + 1]!]!;
      columns[program[address + 2]!]![row] = value(args);
      address += 3;
    } else if (size > 1) {
      // All values of one assignment are computed from the old context, then written.
      for (let k = 0; k < size; k += 1) {
        const value = values[program[address + 1 + 2 * k]!]!;
        scratch[k] = value(args);
      }
      for (let k = 0; k < size; k += 1) columns[program[address + 2 + 2 * k]!]![row] = scratch[k]!;
      address += 2 * size + 1;
    } else {
      actRarely(rows, row, program[address + 1]!);
      address += 2;
    }
  }
}

function actRarely(rows: Rows, row: number, index: number): void {
  const action = rows.actions[index]!;
  if (action.isOutward) {
    rows.outboxRows.push(row);
    rows.outboxActions.push(index);
  } else if (action.partial !== null) {
    const partial = action.partial(rows.args, action.params) as Record<string, number>;
    for (const key of Object.keys(partial)) rows.columns[rows.contextKeys.indexOf(key)]![row] = partial[key]!;
  }
}
