import type { ParameterChoice } from "#engine/parametersOfFuture.ts";
import { InvalidArgumentError } from "commander";

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

/** The end of a command's help: commands that work as they stand, in the folder of the project. */
export function examples(...commands: readonly string[]): string {
  return `\nFor example:\n${commands.map((command) => `  npm run -s twin -- ${command}`).join("\n")}`;
}

export function parameterChoice(text: string): ParameterChoice {
  if (text === "ensemble" || text === "default") return text;
  throw new InvalidArgumentError(`expected ensemble or default, got ${JSON.stringify(text)}`);
}
