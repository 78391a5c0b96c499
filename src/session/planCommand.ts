import type { Scenario } from "#domain/scenario.ts";

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
  const compared = plans.filter((plan) => plan.measures.length > 0 && plan.id !== "baseline");
  const names = ["baseline", ...compared.map((plan) => argumentOf(plan, presets))];
  return `npm run -s twin -- compare ${names.join(" ")} --seed${seedOf(seed)} --replicates ${futures}`;
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
