import type { ParameterChoice } from "#engine/parametersOfFuture.ts";
import { availableParallelism } from "node:os";
import { InvalidArgumentError, Option } from "commander";

const MAXIMUM_WORKERS = 256;

/** Parser of an option that must be a whole number in a range. */
export function wholeNumber(minimum: number, maximum: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= minimum && value <= maximum) return value;
    throw new InvalidArgumentError(
      `expected a whole number from ${minimum} to ${maximum}, got ${JSON.stringify(text)}`,
    );
  };
}

/** How many threads simulate: as many as there are cores unless told. */
export function workersOption(): Option {
  return new Option("--workers <number>", "threads; the result does not depend on it")
    .default(Math.min(availableParallelism(), MAXIMUM_WORKERS), "one for each core")
    .argParser(wholeNumber(1, MAXIMUM_WORKERS));
}

/** The end of a command's help: commands that work as they stand, in the folder of the project. */
export function examples(...commands: readonly string[]): string {
  return `\nFor example:\n${commands.map((command) => `  npm run -s twin -- ${command}`).join("\n")}`;
}

export function parameterChoice(text: string): ParameterChoice {
  if (text === "ensemble" || text === "default") return text;
  throw new InvalidArgumentError(`expected ensemble or default, got ${JSON.stringify(text)}`);
}
