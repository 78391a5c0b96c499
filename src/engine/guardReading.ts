import type { AnyStateMachine } from "xstate";

/** A value that a guard looked at when it was asked. */
export type SeenValue = { readonly name: string; readonly value: number };

/** What a guard answered, and why. */
export type AskedGuard = {
  /** Name in the machine; null: taken without a question. */
  readonly guard: string | null;
  readonly holds: boolean;
  /** State that it leads to; the state itself where it stays. */
  readonly to: string;
  /** The draw, if the guard compared it; the guard then held for draws of that side of `limit`. */
  readonly draw: number | null;
  readonly limit: number | null;
  readonly holdsBelow: boolean;
  /** All other numbers that it read, in the order of reading. */
  readonly saw: readonly SeenValue[];
};

type Moment = { readonly event: Readonly<Record<string, unknown>>; readonly context: Readonly<Record<string, number>> };

/** Halvings of [0, 1]: the limit of a draw is found to ten digits. */
const HALVINGS = 34;

/**
 * Asks the guards of a state again, in the order in which the machine asks them, up to the first that holds. The guards are
 * the machine's own functions; what they read is overheard, and the limit of a draw is found by asking for other draws.
 */
export function askGuards(machine: AnyStateMachine, leaf: string, moment: Moment): AskedGuard[] {
  const node = machine.getStateNodeById(`${machine.id}.${leaf}`);
  const asked: AskedGuard[] = [];
  for (const { guard, target } of node.on[moment.event.type as string] ?? []) {
    const to = target?.[0]?.path.join(".") ?? leaf;
    const reading = guard === undefined ? TAKEN : readGuard(machine, guard as NamedGuard, moment);
    asked.push({ ...reading, to });
    if (reading.holds) break;
  }
  return asked;
}

type NamedGuard = string | { readonly type: string; readonly params?: unknown };
type Reading = Omit<AskedGuard, "to">;

const TAKEN: Reading = { guard: null, holds: true, draw: null, limit: null, holdsBelow: true, saw: [] };

function readGuard(machine: AnyStateMachine, guard: NamedGuard, { event, context }: Moment): Reading {
  const { type, params } = typeof guard === "string" ? { type: guard, params: undefined } : guard;
  const test = machine.implementations.guards[type] as (moment: unknown, params: unknown) => boolean;
  const seen = new Map<string, number>();
  const holds = test({ event: overheard(event, seen), context: overheard(context, seen) }, params);
  const draw = seen.get("draw") ?? null;
  seen.delete("draw");
  const reading = { guard: type, holds, saw: [...seen].map(([name, value]) => ({ name, value })) };
  const holdsFor = (other: number) => test({ event: { ...event, draw: other }, context }, params);
  const [atZero, atOne] = [holdsFor(0), holdsFor(1)];
  if (draw === null || atZero === atOne) return { ...reading, draw: null, limit: null, holdsBelow: true };
  let [low, high] = [0, 1];
  for (let half = 0; half < HALVINGS; half++) {
    const middle = (low + high) / 2;
    if (holdsFor(middle) === atZero) low = middle;
    else high = middle;
  }
  return { ...reading, draw, limit: high, holdsBelow: atZero };
}

/** The record, with every number that is read from it written down; records inside it likewise. */
function overheard<Record extends object>(record: Record, seen: Map<string, number>): Record {
  return new Proxy(record, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value === "number") seen.set(String(name), value);
      if (typeof value === "boolean") seen.set(String(name), value ? 1 : 0);
      return typeof value === "object" && value !== null ? overheard(value, seen) : value;
    },
  });
}
