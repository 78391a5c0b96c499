import { readFileSync } from "node:fs";
import { InputRefused } from "#domain/inputProblem.ts";

/** The text of a file that the user named. @throws InputRefused where it cannot be read. */
export function readInputFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const reason = error instanceof Error && "code" in error ? String(error.code) : String(error);
    throw new InputRefused([{ place: path, expected: "a file that can be read", found: reason }]);
  }
}
