import { type InputProblem, InputRefused } from "./inputProblem.ts";

/**
 * Runs every check, also after one has failed, and returns their results under the same keys; throws one `InputRefused`
 * with the problems of all of them. Anything else that a check throws passes through.
 *
 *     const { ids, output } = checkTogether({ ids: () => idColumn(table, "id"), output: () => numericColumn(table, "y") });
 */
export function checkTogether<Checks extends Record<string, () => unknown> | readonly (() => unknown)[]>(
  checks: Checks,
): { -readonly [Key in keyof Checks]: Checks[Key] extends () => infer Result ? Result : never } {
  const problems: InputProblem[] = [];
  const results: unknown = Array.isArray(checks) ? [] : {};
  for (const [key, check] of Object.entries(checks)) {
    try {
      (results as Record<string, unknown>)[key] = check();
    } catch (error) {
      if (!(error instanceof InputRefused)) throw error;
      // one by one: a bad column of a long table has more problems than a call may have arguments
      for (const problem of error.problems) problems.push(problem);
    }
  }
  if (problems.length > 0) throw new InputRefused(problems);
  return results as never;
}
