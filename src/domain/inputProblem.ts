/** One thing that is wrong with an input: where, what was expected there and what was found. */
export type InputProblem = {
  /** File with line and column name, or file with a JSON path: `regions.csv:7 cloud_use_share`, `plan.json measures[0].value`. */
  readonly place: string;
  /** Continues "expected …": `a percentage from 0 to 100`. */
  readonly expected: string;
  /** Continues "got …": the value, shortened by `describeFound`. */
  readonly found: string;
};

/** An honest file has a handful of problems; the text of a hostile one stays short. */
const MOST_LISTED = 200;

/** Thrown by every door through which untrusted input comes; carries all problems of the input, not only the first. */
export class InputRefused extends Error {
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly InputProblem[]) {
    const lines = problems.slice(0, MOST_LISTED).map(describeProblem);
    if (problems.length > MOST_LISTED) lines.push(`and ${problems.length - MOST_LISTED} more`);
    super(lines.join("\n"));
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
  const text = typeof value === "number" ? String(value) : JSON.stringify(value, outlineOf(value));
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Replaces what lies deeper than one level by a mark: nesting could be deeper than the stack. */
function outlineOf(whole: unknown) {
  return (_key: string, part: unknown) => {
    if (part === whole || typeof part !== "object" || part === null) return part;
    return Array.isArray(part) ? "[...]" : "{...}";
  };
}
