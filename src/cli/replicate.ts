import type { Command } from "commander";
import type { Replication } from "#estimators/replication.ts";
import type { ReplicationRow } from "#estimators/replication/replicationRow.ts";
import { replicateStudy } from "#estimators/replication.ts";
import { loadStudyData } from "./loadStudyData.ts";
import { examples } from "./options.ts";

export function addReplicate(program: Command): void {
  program
    .command("replicate")
    .description(
      "the published tables of the source study recomputed from its data, cell by cell, with reasons where they differ",
    )
    .option("--json", "print every cell as JSON")
    .addHelpText("after", examples("replicate", "replicate --json"))
    .action((options: { json?: true }) => {
      const replication = replicateStudy(loadStudyData());
      process.stdout.write(options.json ? `${JSON.stringify(replication)}\n` : describe(replication));
    });
}

function describe({ tables, findings }: Replication): string {
  const byTable = groupedByTable(tables);
  const lines = ["table       cells  agree"];
  for (const [table, rows] of byTable) {
    const agree = rows.filter(({ agrees }) => agrees).length;
    lines.push(`${table.padEnd(10)}  ${String(rows.length).padStart(5)}  ${String(agree).padStart(5)}`);
  }
  lines.push("", "cells that differ: published, computed");
  for (const { table, item, published, computed, agrees } of tables) {
    if (!agrees) lines.push(`  ${table}  ${item}: ${published}, ${shown(computed)}`);
  }
  lines.push("", "what the comparison shows");
  for (const { text } of findings) lines.push(`- ${text}`);
  return `${lines.join("\n")}\n`;
}

function groupedByTable(tables: readonly ReplicationRow[]): Map<string, ReplicationRow[]> {
  const groups = new Map<string, ReplicationRow[]>();
  for (const row of tables) groups.set(row.table, [...(groups.get(row.table) ?? []), row]);
  return groups;
}

function shown(computed: ReplicationRow["computed"]): string {
  if (computed === null) return "does not exist";
  return typeof computed === "number" ? String(Number(computed.toPrecision(6))) : computed;
}
