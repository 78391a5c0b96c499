import { readFileSync } from "node:fs";
import { InputRefused } from "#domain/inputProblem.ts";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** The text of a file that the user named. @throws InputRefused where it cannot be read or is not UTF-8. */
export function readInputFile(path: string): string {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new InputRefused([{ place: path, expected: "a file that can be read", found: reasonOf(error) }]);
  }
  try {
    return utf8.decode(bytes);
  } catch {
    throw new InputRefused([{ place: path, expected: "text in UTF-8", found: "bytes of another encoding" }]);
  }
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
