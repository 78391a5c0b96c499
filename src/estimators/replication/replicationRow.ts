import type { ReplicationNote } from "./replicationNotes.ts";
import { noteText } from "./replicationNotes.ts";

/** One published cell beside what the published data give. */
export type ReplicationRow = {
  /** Number of the table in the source study, or its figure. */
  readonly table: string;
  readonly item: string;
  readonly published: number | string;
  /** Decimals of the printed number; null for a text. */
  readonly decimals: number | null;
  /** Null where the quantity does not exist. */
  readonly computed: number | string | null;
  /** Computed minus published; null unless both are numbers. */
  readonly difference: number | null;
  readonly agrees: boolean;
  readonly noteId: ReplicationNote["id"] | null;
  readonly noteValues: ReplicationNote["values"];
  readonly note: string;
};

/** A printed number agrees if to so many decimals the computed one rounds to it, either way at a tie. */
export function numberRow(
  table: string,
  item: string,
  published: number,
  computed: number | null,
  decimals: number,
  note: ReplicationNote | null = null,
): ReplicationRow {
  const difference = computed === null ? null : computed - published;
  const agrees = difference !== null && Math.abs(difference) <= Number(`0.5e-${decimals}`) + 1e-9;
  return row(table, item, published, printedDecimals(published, decimals), computed, difference, agrees, note);
}

export function textRow(
  table: string,
  item: string,
  published: number | string,
  computed: number | string,
  agrees: boolean,
  note: ReplicationNote | null = null,
): ReplicationRow {
  return row(table, item, published, null, computed, null, agrees, note);
}

/** Decimals of a printed number; trailing zeros are lost, so a column's usual decimals are the least. */
export function printedDecimals(published: number, least: number): number {
  return Math.max(least, String(published).split(".")[1]?.length ?? 0);
}

function row(
  table: string,
  item: string,
  published: number | string,
  decimals: number | null,
  computed: number | string | null,
  difference: number | null,
  agrees: boolean,
  note: ReplicationNote | null,
): ReplicationRow {
  return {
    table,
    item,
    published,
    decimals,
    computed,
    difference,
    agrees,
    noteId: note === null ? null : note.id,
    noteValues: note === null ? {} : note.values,
    note: note === null ? "" : noteText(note),
  };
}
