import type { Command } from "commander";
import { loadStudyData } from "./loadStudyData.ts";
import { examples } from "./options.ts";
import { presetIds, readScenario } from "./scenarioArgument.ts";

export function addPresets(program: Command): void {
  program
    .command("presets")
    .description("list the scenario presets")
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("presets", "presets --json"))
    .action(({ json }: { json?: boolean }) => {
      const regionIds = loadStudyData().regions.map(({ id }) => id);
      const presets = presetIds().map((id) => readScenario(id, regionIds));
      const width = Math.max(...presets.map(({ id }) => id.length));
      process.stdout.write(
        json
          ? `${JSON.stringify({ presets })}\n`
          : presets.map(({ id, name, card }) => `${id.padEnd(width)}  ${card?.changes.en ?? name.en}\n`).join(""),
      );
    });
}
