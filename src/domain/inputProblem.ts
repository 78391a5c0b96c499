/** One thing that is wrong with an input: where, what was expected there and what was found. */
export type InputProblem = {
  /** File with line and column name, or file with a JSON path: `regions.csv:7 cloud_use_share`, `plan.json measures[0].value`. */
  readonly place: string;
  /** Continues "expected …": `a percentage from 0 to 100`. */
  readonly expected: string;
  /** Continues "got …": the value, shortened by `describeFound`. */
  readonly found: string;
};

/** Thrown by every door through which untrusted input comes; carries all problems of the input, not only the first. */
export class InputRefused extends Error {
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    super(problems.map(describeProblem).join("\n"));
    this.name = "InputRefused";
    this.problems = problems;
  }
}

export function describeProblem(problem: InputProblem): string {
  return `${problem.place}: expected ${problem.expected}, got ${problem.found}`;
}

/** A value as one short line, so that a message stays readable whatever the file contains. */
export function describeFound(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = typeof value === "string" ? JSON.stringify(value) : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
