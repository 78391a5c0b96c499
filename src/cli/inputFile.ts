import { readFileSync } from "node:fs";
import { decodeUtf8 } from "#domain/decodeUtf8.ts";
import { InputRefused } from "#domain/inputProblem.ts";

/** The text of a file that the user named. @throws InputRefused where it cannot be read or is not UTF-8. */
export function readInputFile(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new InputRefused([{ place: path, expected: "a file that can be read", found: reasonOf(error) }]);
  }
  return decodeUtf8(bytes, path);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "no such file",
  EISDIR: "a folder",
  EACCES: "a file that this user may not read",
};

function reasonOf(error: unknown): string {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  return REASONS[code] ?? code;
}
