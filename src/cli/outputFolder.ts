import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { InputRefused } from "#domain/inputProblem.ts";
import { messageOf } from "#domain/messageOf.ts";

/** All that `run` and `compare` write. An earlier output has the receipt and nothing that is not in this list. */
const OUTPUT_FILES = [
  "receipt.json",
  "regions.csv",
  "national.csv",
  "estimates.csv",
  "events.csv",
  "money.csv",
  "differences.csv",
  "effects.csv",
] as const;
type OutputFile = (typeof OUTPUT_FILES)[number];

/** Refuses, before anything is simulated, a place that cannot be written or holds something else: nobody's files are replaced. */
export function checkOutputFolder(folder: string): void {
  const expected = "a new or empty folder, or one with an earlier output and nothing else";
  const refuse = (found: string) => new InputRefused([{ place: `--out ${JSON.stringify(folder)}`, expected, found }]);
  if (folder === "") throw refuse("no name");
  if (existsSync(folder)) {
    if (!statSync(folder).isDirectory()) throw refuse("a file");
    const entries = readdirSync(folder);
    const others = entries.filter((name) => !OUTPUT_FILES.some((file) => file === name));
    if (others.length > 0) throw refuse(others.join(", "));
    if (entries.length > 0 && !entries.includes("receipt.json"))
      throw refuse(`${entries.join(", ")} without a receipt`);
  }
  try {
    rmSync(createBeside(resolve(folder)), { recursive: true });
  } catch (error) {
    throw refuse(messageOf(error));
  }
}

/** Refuses, before anything is computed, a file that cannot be written; `writeOutputFile` replaces it whole or not at all. */
export function checkOutputFile(path: string): void {
  try {
    if (existsSync(path) && !statSync(path).isFile()) throw new Error("a folder");
    writeFileSync(`${path}.part`, "");
    rmSync(`${path}.part`);
  } catch (error) {
    throw new InputRefused([
      { place: `--out ${JSON.stringify(path)}`, expected: "a file that can be written", found: messageOf(error) },
    ]);
  }
}

export function writeOutputFile(path: string, text: string): void {
  writeFileSync(`${path}.part`, text);
  renameSync(`${path}.part`, path);
}

export function readEarlier(folder: string, name: OutputFile): string | null {
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, "utf8") : null;
}

/** Writes all files beside the folder, then puts them in its place: it is there whole or not at all. */
export function writeOutputFolder(folder: string, files: Readonly<Partial<Record<OutputFile, string>>>): void {
  const target = resolve(folder);
  const beside = createBeside(target);
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(beside, name), text);
    rmSync(target, { recursive: true, force: true });
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
}

function createBeside(target: string): string {
  createFolder(dirname(target));
  const beside = mkdtempSync(join(dirname(target), `.${basename(target)}-`));
  chmodSync(beside, 0o777 & ~process.umask()); // a temporary folder is closed to others, the output is not
  return beside;
}

/** With all folders above it; one by one, since Node's recursive option never returns where a system refuses with "no such file". */
function createFolder(path: string): void {
  if (existsSync(path)) return;
  createFolder(dirname(path));
  mkdirSync(path);
}
