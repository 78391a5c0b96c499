import type { Scenario } from "#domain/scenario.ts";
import { NO_PLAN } from "#domain/noPlan.ts";
import { runKey } from "./runKey.ts";

type Run = { readonly plan: Scenario; readonly seed: string; readonly presets: readonly Scenario[] };

/** The call that prints the run of the map, with the same output digest. */
export function runCommand({ plan, seed, presets }: Run): string {
  return `npm run -s twin -- run ${argumentOf(plan, presets)} --seed${seedOf(seed)}`;
}

/** The call that compares the plans on the same futures, no plan first. */
export function compareCommand(
  plans: readonly Scenario[],
  { seed, presets }: Omit<Run, "plan">,
  futures: number,
): string {
  const names = ["baseline", ...plans.filter(doesSomething).map((plan) => argumentOf(plan, presets))];
  return `npm run -s twin -- compare ${names.join(" ")} --seed${seedOf(seed)} --replicates ${futures}`;
}

/** Whether a plan has measures or assumptions of its own; one that has neither is no plan. */
export function doesSomething(plan: Scenario): boolean {
  return runKey({ ...plan, until: NO_PLAN.until }) !== runKey(NO_PLAN);
}

/** Whether the command names a file: the one that "Save plan" writes. */
export function needsFile(plan: Scenario, presets: readonly Scenario[]): boolean {
  return !presets.includes(plan);
}

function argumentOf(plan: Scenario, presets: readonly Scenario[]): string {
  return needsFile(plan, presets) ? `${plan.id}.json` : plan.id;
}

/** A seed is any text; a shell or the command itself would read some of it otherwise. */
function seedOf(seed: string): string {
  if (/^\w[\w.-]*$/.test(seed)) return ` ${seed}`;
  return `='${seed.replaceAll("'", `'\\''`)}'`;
}
