import type { ReactNode } from "react";
import { useLayoutEffect, useRef } from "react";
import { NARROW } from "./useMedia.ts";

/**
 * A part that scrolls by itself, reachable by keyboard and named by its title. On a narrow page its table does not scroll
 * sideways: where it is too wide it is folded, so that a row is read downwards, each cell below the name of its column.
 */
export function ScrollArea({ titleId, children }: { readonly titleId: string; readonly children: ReactNode }) {
  const area = useRef<HTMLElement>(null);

  // After every rendering: other values or words may need another width.
  useLayoutEffect(() => {
    const { current } = area;
    const table = current?.querySelector("table");
    if (!current || !table) return;
    nameCells(table);
    let width = -1;
    const fold = () => {
      if (current.clientWidth !== width) current.removeAttribute("data-folded");
      width = current.clientWidth;
      if (matchMedia(NARROW).matches && current.scrollWidth > width) current.setAttribute("data-folded", "");
    };
    fold();
    const observer = new ResizeObserver(fold);
    observer.observe(current);
    observer.observe(table); // its own width grows when its letters arrive
    return () => observer.disconnect();
  });

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: keyboards can only scroll what they can reach
    <section className="table-scroll" ref={area} tabIndex={0} aria-labelledby={titleId}>
      {children}
    </section>
  );
}

const ROLES = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TFOOT: "rowgroup", TR: "row", TD: "cell" };

/** Says of every cell which column it stands in, and of every part of the table what it is, whatever its display. */
function nameCells(table: HTMLTableElement) {
  const names = columnNames(table);
  for (const part of [table, ...table.querySelectorAll<HTMLElement>("thead, tbody, tfoot, tr, td")])
    part.setAttribute("role", ROLES[part.tagName as keyof typeof ROLES]);
  for (const head of table.querySelectorAll<HTMLTableCellElement>("th"))
    head.setAttribute("role", head.scope.startsWith("col") ? "columnheader" : "rowheader");
  for (const body of [...table.tBodies, table.tFoot])
    for (const row of body?.rows ?? []) for (const cell of row.cells) cell.dataset.column = names[cell.cellIndex] ?? "";
}

/** Of every column the words of all its heads, from the top. */
function columnNames({ tHead }: HTMLTableElement): string[] {
  const heads: string[][] = [];
  const takenTo: number[] = [];
  [...(tHead?.rows ?? [])].forEach((row, place) => {
    let column = 0;
    for (const cell of row.cells) {
      while ((takenTo[column] ?? 0) > place) column++;
      for (const end = column + cell.colSpan; column < end; column++) {
        heads[column] = [...(heads[column] ?? []), cell.textContent];
        takenTo[column] = place + cell.rowSpan;
      }
    }
  });
  return heads.map((words) => words.filter((word) => word !== "").join(": "));
}
