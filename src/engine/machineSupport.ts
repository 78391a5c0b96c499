import type { AnyStateMachine } from "xstate";
import { initialTransition } from "xstate";

const UNSUPPORTED_TYPES = ["parallel", "history", "final"];
const UNSUPPORTED_KEYS = ["invoke", "after", "always", "onDone", "route"] as const;
/** A row's state is one byte. */
const MOST_LEAVES = 256;

/** What in a machine a table cannot run as XState would, one line each: the node or implementation, and the feature. */
export function listUnsupported(machine: AnyStateMachine): string[] {
  const problems: string[] = [];
  const guards = new Set<string>();
  const actions = new Set<string>();
  let leaves = 0;
  visit(machine.root);
  for (const name of guards) problems.push(...checkGuard(name, machine.implementations.guards[name]));
  for (const name of actions) problems.push(...checkAction(name, machine.implementations.actions[name]));
  if (Object.keys(machine.states).length === 0) problems.push(`node ${machine.id}: a machine without states`);
  if (leaves > MOST_LEAVES) problems.push(`node ${machine.id}: more than ${MOST_LEAVES} leaf states`);
  return problems.length > 0 ? problems : checkContext(machine, actions);

  function visit(node: AnyStateMachine["root"]): void {
    const report = (feature: string) => problems.push(`node ${node.id}: ${feature} not supported`);
    if (UNSUPPORTED_TYPES.includes(node.type)) report(`${node.type} states are`);
    for (const key of UNSUPPORTED_KEYS) if (node.config[key] !== undefined) report(`${key} is`);
    const note = (reference: unknown, kind: string, names: Set<string>) => {
      if (typeof reference === "string") names.add(reference);
      else if (typeof reference === "function") report(`an inline ${kind} is`);
      else if (typeof reference === "object" && reference !== null) {
        const { type, params } = reference as { type: string; params?: unknown };
        names.add(type);
        if (typeof params === "function") report(`${kind} ${type} with dynamic params is`);
      }
    };
    const initialActions = node.type === "compound" ? node.initial.actions : [];
    for (const action of [...node.entry, ...node.exit, ...initialActions]) note(action, "action", actions);
    for (const [event, transitions] of node.transitions) {
      if (event.includes("*")) report(`the wildcard event ${event} is`);
      for (const { guard, actions: own, target } of transitions) {
        if (target !== undefined && target.length > 1) report(`a transition to several targets on ${event} is`);
        note(guard, "guard", guards);
        for (const action of own) note(action, "action", actions);
      }
    }
    if (node.type === "atomic") leaves += 1;
    for (const child of Object.values(node.states)) visit(child);
  }
}

function checkGuard(name: string, implementation: unknown): string[] {
  if (implementation === undefined) return [`guard ${name}: not implemented`];
  if (typeof implementation === "function" && !("check" in implementation)) return [];
  return [`guard ${name}: made of other guards is not supported, write one function`];
}

function checkAction(name: string, implementation: unknown): string[] {
  if (implementation === undefined) return [`action ${name}: not implemented`];
  if (typeof implementation !== "function") return [`action ${name}: another name for an action is not supported`];
  if (!("resolve" in implementation) || "assignment" in implementation) return [];
  return [`action ${name}: ${(implementation as unknown as { type: string }).type} is not supported`];
}

/** Columns hold numbers, and there is one for each key of the initial context. */
function checkContext(machine: AnyStateMachine, actions: ReadonlySet<string>): string[] {
  const [initial] = initialTransition(machine);
  if (initial.status === "error") return [`context: cannot be made without input (${String(initial.error)})`];
  const context = initial.context as Record<string, unknown>;
  const problems = Object.entries(context)
    .filter(([, value]) => typeof value !== "number")
    .map(([key, value]) => `context ${key}: expected a number, got ${value === null ? "null" : typeof value}`);
  for (const name of actions) {
    const { assignment } = machine.implementations.actions[name] as { assignment?: unknown };
    if (typeof assignment !== "object" || assignment === null) continue;
    for (const [key, value] of Object.entries(assignment)) {
      if (!(key in context)) problems.push(`action ${name}: assigns ${key}, which the initial context does not have`);
      if (typeof value !== "function" && typeof value !== "number") {
        problems.push(`action ${name}: ${key} must be assigned a number, got ${typeof value}`);
      }
    }
  }
  return problems;
}
