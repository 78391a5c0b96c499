import type { Scenario } from "#domain/scenario.ts";
import { saveFile } from "#ui/downloads/saveFile.ts";

/** The file that `twin run` takes. */
export function savePlan(plan: Scenario): void {
  saveFile(`${plan.id}.json`, "application/json", `${JSON.stringify(plan, null, 2)}\n`);
}
