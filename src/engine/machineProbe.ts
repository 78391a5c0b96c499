import type { AnyStateMachine, StateValue } from "xstate";
import { pathToStateValue, transition } from "xstate";

/** A guard or action as the machine names it. Params are constants written in the machine, or undefined. */
export interface NamedReference {
  readonly type: string;
  readonly params: unknown;
}

/** What a leaf does on an event if this is the first of its transitions whose guard holds. */
export interface ProbedTransition {
  /** Null when it is taken without a question. */
  readonly guard: NamedReference | null;
  readonly to: string;
  /** Exit, transition and entry actions in the order in which XState runs them. */
  readonly actions: readonly NamedReference[];
}

/**
 * Asks XState itself what a leaf does on an event, so that nothing of its rules for internal transitions, re-entry and
 * nesting is written twice. In probe k every guard is false except the k-th one asked, so probe k shows what happens when
 * that guard is the first to hold; the first probe that runs out of guards shows what happens when none holds. Actions are
 * replaced by inert ones, which makes XState list them all, assignments included.
 */
export function createProbe(machine: AnyStateMachine): (leaf: string, event: string) => ProbedTransition[] {
  let asked: NamedReference[] = [];
  let trueAt = 0;
  const answer = (type: string) => (_args: unknown, params: unknown) => asked.push({ type, params }) === trueAt;
  const guards = Object.fromEntries(Object.keys(machine.implementations.guards).map((type) => [type, answer(type)]));
  const actions = Object.fromEntries(Object.keys(machine.implementations.actions).map((type) => [type, () => {}]));
  const probe = machine.provide({ guards, actions } as never) as AnyStateMachine;

  return (leaf, type) => {
    const snapshot = probe.resolveState({ value: stateValueOf(leaf), context: {} });
    const found: ProbedTransition[] = [];
    for (trueAt = 1; ; trueAt += 1) {
      asked = [];
      const isTaken = probe.getTransitionData(snapshot, { type }).length > 0;
      const guard = asked.length === trueAt ? asked[trueAt - 1] : null;
      asked = [];
      const [next, executed] = transition(probe, snapshot, { type });
      const actions = executed.map((action) => ({ type: action.type, params: action.params }));
      if (isTaken) found.push({ guard, to: leafOf(next.value), actions });
      if (guard === null) return found;
    }
  };
}

/** Dotted path of the one leaf in the state value of a machine without parallel states. */
export function leafOf(value: StateValue): string {
  if (typeof value === "string") return value;
  const [[key, child]] = Object.entries(value) as [[string, StateValue]];
  return `${key}.${leafOf(child)}`;
}

export function stateValueOf(leaf: string): StateValue {
  return pathToStateValue(leaf.split("."));
}
