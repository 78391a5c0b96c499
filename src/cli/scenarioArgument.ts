import type { Scenario } from "#domain/scenario.ts";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { InputRefused } from "#domain/inputProblem.ts";
import { MAXIMUM_SCENARIO_BYTES, parseScenario } from "#domain/scenario.ts";
import { readInputFile } from "./inputFile.ts";

const PRESETS = new URL("../../scenarios/", import.meta.url);

export function presetIds(): string[] {
  return readdirSync(PRESETS)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.replace(/\.json$/, ""))
    .sort();
}

/** A preset id or the path of a JSON file to a checked scenario. */
export function readScenario(argument: string, regionIds: readonly string[]): Scenario {
  if (presetIds().includes(argument)) {
    const url = new URL(`${argument}.json`, PRESETS);
    return parseScenario(readFileSync(url, "utf8"), `${argument}.json`, regionIds);
  }
  if (!existsSync(argument) || statSync(argument).isDirectory()) {
    throw new InputRefused([
      { place: argument, expected: `a scenario file or a preset (${presetIds().join(", ")})`, found: "neither" },
    ]);
  }
  const { size } = statSync(argument);
  if (size > 4 * MAXIMUM_SCENARIO_BYTES) {
    throw new InputRefused([
      { place: argument, expected: `a file of at most ${MAXIMUM_SCENARIO_BYTES} characters`, found: `${size} bytes` },
    ]);
  }
  return parseScenario(readInputFile(argument), argument, regionIds);
}
