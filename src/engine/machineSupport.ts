import type { AnyStateMachine } from "xstate";
import { initialTransition } from "xstate";

/** Features of a state node's configuration that the table has no counterpart for. */
const UNSUPPORTED_KEYS = ["invoke", "after", "always", "onDone", "route"] as const;

/** What in a machine cannot run as a table, one line each: the node or implementation, and the feature. */
export function listUnsupported(machine: AnyStateMachine): string[] {
  const problems: string[] = [];
  const guards = new Set<string>();
  const actions = new Set<string>();

  const visit = (node: AnyStateMachine["root"]) => {
    const report = (feature: string) => problems.push(`node ${node.id}: ${feature} not supported`);
    if (node.type === "parallel" || node.type === "history" || node.type === "final") report(`${node.type} states are`);
    for (const key of UNSUPPORTED_KEYS) if (node.config[key] !== undefined) report(`${key} is`);
    const note = (reference: unknown, kind: "guard" | "action", names: Set<string>) => {
      if (typeof reference === "string") names.add(reference);
      else if (typeof reference === "function") report(`an inline ${kind} is`);
      else if (typeof reference === "object" && reference !== null && "type" in reference) {
        if ("params" in reference && typeof reference.params === "function") report(`a ${kind} with dynamic params is`);
        else names.add(String(reference.type));
      }
    };
    const noteActions = (list: readonly unknown[]) => {
      for (const action of list) note(action, "action", actions);
    };
    noteActions(node.entry);
    noteActions(node.exit);
    if (node.type === "compound") noteActions(node.initial.actions);
    for (const [event, transitions] of node.transitions) {
      if (event.includes("*")) report(`the wildcard event "${event}" is`);
      for (const { guard, actions: own } of transitions) {
        note(guard, "guard", guards);
        noteActions(own);
      }
    }
    for (const child of Object.values(node.states)) visit(child);
  };
  visit(machine.root);

  for (const name of guards) {
    const implementation: unknown = machine.implementations.guards[name];
    if (implementation === undefined) problems.push(`guard ${name}: not implemented`);
    else if (typeof implementation !== "function" || "check" in implementation) {
      problems.push(`guard ${name}: a guard made of other guards is not supported`);
    }
  }
  for (const name of actions) {
    const implementation: unknown = machine.implementations.actions[name];
    if (implementation === undefined) problems.push(`action ${name}: not implemented`);
    else if (typeof implementation !== "function") problems.push(`action ${name}: an alias is not supported`);
    else if ("resolve" in implementation && !("assignment" in implementation)) {
      problems.push(`action ${name}: ${String((implementation as { type?: unknown }).type)} is not supported`);
    }
  }
  if (problems.length === 0) problems.push(...listContextProblems(machine));
  return problems;
}

function listContextProblems(machine: AnyStateMachine): string[] {
  const [initial] = initialTransition(machine);
  const context: unknown = initial.context;
  const entries = Object.entries(context as Record<string, unknown>);
  return entries
    .filter(([, value]) => typeof value !== "number")
    .map(([key, value]) => `context ${key}: expected a number, got ${typeof value}`);
}
