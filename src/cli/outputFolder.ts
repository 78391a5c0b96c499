import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { InputRefused } from "#domain/inputProblem.ts";

/** Refuses a place that holds something other than an earlier output: nobody's files are replaced. */
export function checkOutputFolder(folder: string): void {
  if (!existsSync(folder)) return;
  const entries = readdirSync(folder);
  if (entries.length === 0 || entries.includes("receipt.json")) return;
  throw new InputRefused([
    {
      place: folder,
      expected: "a new or empty folder, or one with an earlier output",
      found: `${entries.length} other files`,
    },
  ]);
}

export function readEarlier(folder: string, name: string): string | null {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** Writes all files beside the folder, then puts them in its place: it is there whole or not at all. */
export function writeOutputFolder(folder: string, files: Readonly<Record<string, string>>): void {
  const target = resolve(folder);
  mkdirSync(dirname(target), { recursive: true });
  const beside = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(beside, name), text);
    rmSync(target, { recursive: true, force: true });
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
}
