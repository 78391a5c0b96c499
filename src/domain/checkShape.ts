import * as z from "zod/mini";
import { describeFound, type InputProblem, InputRefused } from "./inputProblem.ts";

/**
 * A parsed JSON value as the type of a shape whose every field carries its own message ("a whole number from 1 to 100").
 * @throws InputRefused with every problem, each with its JSON path.
 */
export function checkShape<Shape extends z.core.$ZodType>(
  shape: Shape,
  value: unknown,
  fileName: string,
): z.output<Shape> {
  const result = z.safeParse(shape, value);
  if (result.success) return result.data;
  throw new InputRefused(result.error.issues.flatMap((issue) => problemsOf(issue, value, fileName)));
}

function problemsOf(issue: z.core.$ZodIssue, value: unknown, fileName: string): InputProblem[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      place: `${fileName} ${describePath([...issue.path, key])}`,
      expected: "no such field",
      found: describeFound(key),
    }));
  }
  const found = issue.path.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown>)?.[key], value);
  return [{ place: `${fileName} ${describePath(issue.path)}`, expected: issue.message, found: describeFound(found) }];
}

function describePath(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "(whole file)";
  return path.reduce<string>((so, key) => {
    if (typeof key === "number") return `${so}[${key}]`;
    return so === "" ? String(key) : `${so}.${String(key)}`;
  }, "");
}
