import type { StudyData } from "#domain/studyData.ts";
import type { ReplicationNote } from "./replication/replicationNotes.ts";
import type { ReplicationRow } from "./replication/replicationRow.ts";
import { clusterRows, replicateClusters } from "./replication/clusterRows.ts";
import { frontierFindings, frontierRows, replicateFrontiers } from "./replication/frontierRows.ts";
import { growthRows } from "./replication/growthRows.ts";
import { readinessRows, replicateReadiness } from "./replication/readinessRows.ts";
import { noteText } from "./replication/replicationNotes.ts";

export type Replication = {
  /** Cell by cell, in the order of the study's tables. */
  readonly tables: readonly ReplicationRow[];
  /** What the comparison shows beyond single cells, each with its evidence. */
  readonly findings: readonly (ReplicationNote & { readonly text: string })[];
};

export type ReplicationEffort = { readonly gapReplicates: number; readonly bootstrapReplicates: number };
const usualEffort: ReplicationEffort = { gapReplicates: 500, bootstrapReplicates: 999 };

/**
 * The published results of the source study that its published data allow to recompute (tables 12, 13, 15, 16, 20 to 24,
 * 30 to 35, figure 29) beside our values. A cell agrees if the computed value rounds to the printed one; where it does not,
 * or where a reader needs more to understand it, the note gives the reason with its evidence.
 */
export function replicateStudy(data: StudyData, effort: ReplicationEffort = usualEffort): Replication {
  const clusters = replicateClusters(data, effort.gapReplicates);
  const readiness = replicateReadiness(data);
  const frontiers = replicateFrontiers(data, effort.bootstrapReplicates);
  const tables = [
    ...growthRows(data),
    ...clusterRows(data, clusters),
    ...readinessRows(data, readiness),
    ...frontierRows(data, frontiers),
  ];
  const ofCells = ["readinessOtherRule", "bandsWithGaps", "silhouetteNearTie", "gapDependsOnReference"] as const;
  const shown = ofCells.flatMap((id) =>
    tables
      .filter((row) => row.noteId === id)
      .map(({ noteValues }) => ({ id, values: noteValues }))
      .filter(({ values }, index, all) => all.findIndex((other) => sameValues(other.values, values)) === index),
  );
  const findings: ReplicationNote[] = [...shown, ...frontierFindings(data, frontiers)];
  return { tables, findings: findings.map((finding) => ({ ...finding, text: noteText(finding) })) };
}

function sameValues(a: ReplicationNote["values"], b: ReplicationNote["values"]): boolean {
  return Object.entries(a).every(([name, value]) => b[name] === value);
}
