import type { Command } from "commander";
import type { BenchCase } from "#bench/benchCase.ts";
import { frontierCases } from "#bench/frontier.ts";
import { machineTableCases } from "#bench/machineTable.ts";
import { agentCases, baselineCase, ensembleCases, memoryCase, snapshotCase } from "#bench/simulation.ts";
import { loadStudyData, readStudyFiles } from "./loadStudyData.ts";
import { examples } from "./options.ts";
import { runReplicates } from "./runReplicates.ts";
import { readScenario } from "./scenarioArgument.ts";

const COMPARED = ["baseline", "core-ecosystem", "subsidy-only", "equalisation"];

export function addBench(program: Command): void {
  program
    .command("bench")
    .description("measure speed on this machine; trust ratios, not milliseconds (about two minutes)")
    .option("--json", "print one JSON document")
    .addHelpText("after", examples("bench"))
    .action(bench);
}

async function bench({ json }: { json?: boolean }): Promise<void> {
  const data = loadStudyData();
  const regionIds = data.regions.map(({ id }) => id);
  const plans = COMPARED.map((id) => readScenario(id, regionIds));
  const cases: BenchCase[] = [
    ...machineTableCases(),
    baselineCase(data, plans[0]),
    ...agentCases(data, plans[0]),
    snapshotCase(data, plans[0]),
    memoryCase(data, plans[0]),
    ...(await frontierCases(readStudyFiles()["regions-2023.csv"])),
    ...(await ensembleCases(data, plans, (...task) => runReplicates(...task, () => {}))),
  ];
  process.stdout.write(json ? `${JSON.stringify({ cases })}\n` : cases.map(describeCase).join(""));
}

function describeCase({ name, unit, median, min, max, runs, ratio, against }: BenchCase): string {
  const numbers = [median, min, max].map((value) => value.toPrecision(3));
  const compared = ratio === undefined ? "" : `, ${ratio.toPrecision(3)} x ${against}`;
  return `${name.padEnd(30)} ${numbers[0]} ${unit} (${numbers[1]} to ${numbers[2]}, ${runs} runs)${compared}\n`;
}
