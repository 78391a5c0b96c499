import type { AnyStateMachine } from "xstate";

/** A value that a guard looked at when it was asked. */
export type SeenValue = { readonly name: string; readonly value: number };

/** A seen value that decided: with another one the guard would have answered otherwise, or asked on. */
export type DecidingValue = SeenValue & {
  /** From here on it would have; null where no bound says it: of what is so or not, and beside a draw. */
  readonly limit: number | null;
};

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
  /** Those of them that decided; none where the draw did. */
  readonly decided: readonly DecidingValue[];
};

type Moment = { readonly event: Readonly<Record<string, unknown>>; readonly context: Readonly<Record<string, number>> };

/** Halvings up to the far end of a million: nine digits of a bound. */
const HALVINGS = 54;
/** Beyond every number of the model: whatever is compared with a bound goes over it. */
const FAR = 1e6;

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

const TAKEN: Reading = { guard: null, holds: true, draw: null, limit: null, holdsBelow: true, saw: [], decided: [] };

function readGuard(machine: AnyStateMachine, guard: NamedGuard, { event, context }: Moment): Reading {
  const { type, params } = typeof guard === "string" ? { type: guard, params: undefined } : guard;
  const test = machine.implementations.guards[type] as (moment: unknown, params: unknown) => boolean;
  const ask = (change: SeenValue | null): Answer => {
    const seen = new Map<string, number>();
    const holds = test({ event: overheard(event, seen, change), context: overheard(context, seen, change) }, params);
    return { holds, seen };
  };
  const answer = ask(null);
  const { holds, seen } = answer;
  const draw = seen.get("draw") ?? null;
  const saw = [...seen].map(([name, value]) => ({ name, value })).filter(({ name }) => name !== "draw");
  const reading = { guard: type, holds, saw };
  const holdsFor = (value: number) => ask({ name: "draw", value }).holds;
  const atZero = holdsFor(0);
  if (draw === null || atZero === holdsFor(1))
    return { ...reading, draw: null, limit: null, holdsBelow: true, decided: deciding(saw, answer, ask) };
  const limit = boundBetween(0, 1, (other) => holdsFor(other) !== atZero);
  return { ...reading, draw, limit, holdsBelow: atZero, decided: [] };
}

type Answer = { readonly holds: boolean; readonly seen: ReadonlyMap<string, number> };

/** Asks with each value alone changed. Of two values that are compared with one another the first is told. */
function deciding(
  saw: readonly SeenValue[],
  { holds, seen }: Answer,
  ask: (change: SeenValue) => Answer,
): DecidingValue[] {
  const told: DecidingValue[] = [];
  for (const { name, value } of saw) {
    const isOther = (other: number) => {
      const changed = ask({ name, value: other });
      return changed.holds !== holds || [...changed.seen.keys()].some((read) => !seen.has(read));
    };
    const far = [FAR, -FAR].find(isOther);
    if (far === undefined && ![0, 1].some(isOther)) continue;
    const limit = far === undefined || seen.has("draw") ? null : boundBetween(value, far, isOther);
    if (!told.some((before) => before.limit !== null && Math.abs(before.limit - value) < 1e-6))
      told.push({ name, value, limit });
  }
  return told;
}

/** From where on, between a value for which it is not so and one for which it is. */
function boundBetween(without: number, beyond: number, isSo: (value: number) => boolean): number {
  let [low, high] = [without, beyond];
  for (let half = 0; half < HALVINGS; half++) {
    const middle = (low + high) / 2;
    if (isSo(middle)) high = middle;
    else low = middle;
  }
  return Number(high.toFixed(9));
}

/** The record, perhaps with a value changed, and every number that is read from it written down; records inside it likewise. */
function overheard<Record extends object>(record: Record, seen: Map<string, number>, change: SeenValue | null): Record {
  return new Proxy(record, {
    get(target, name) {
      const own: unknown = Reflect.get(target, name);
      const value = change?.name === name ? (typeof own === "boolean" ? change.value === 1 : change.value) : own;
      if (typeof value === "number") seen.set(String(name), value);
      if (typeof value === "boolean") seen.set(String(name), value ? 1 : 0);
      return typeof value === "object" && value !== null ? overheard(value, seen, change) : value;
    },
  });
}
