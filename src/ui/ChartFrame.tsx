import type { ReactNode } from "react";
import { useId, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Cell, csvOf } from "./csv.ts";
import { ScrollArea } from "./ScrollArea.tsx";
import { saveFile } from "./saveFile.ts";

export type FrameTable = {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** A cell as text; the CSV file keeps the bare number. */
  readonly show: (cell: Cell, column: number) => string;
};

type ChartFrameProps = {
  /** The finding. */
  readonly title: string;
  /** Indicator, unit, regions, years, source. */
  readonly subtitle: string;
  readonly fileName: string;
  readonly table: FrameTable;
  /** Controls of this chart, before those that every chart has. */
  readonly tools?: ReactNode;
  /** Draws the chart into the room there is. */
  readonly children: (width: number, height: number) => ReactNode;
};

/** A figure: finding, subtitle, chart or its table, and the table as a file. */
export function ChartFrame({ title, subtitle, fileName, table, tools, children }: ChartFrameProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const [asTable, setAsTable] = useState(false);
  const room = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<{ width: number; height: number } | null>(null);

  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      const { width, height } = entry.contentRect;
      setSize({ width: Math.floor(width), height: Math.floor(height) });
    });
    observer.observe(room.current!);
    return () => observer.disconnect();
  }, []);

  return (
    <figure className="chart" aria-labelledby={titleId}>
      <figcaption>
        <h3 id={titleId}>{title}</h3>
        <p className="guidance">{subtitle}</p>
      </figcaption>
      <div className="chart-room" ref={room}>
        {asTable ? (
          <ScrollArea titleId={titleId}>
            <DataTable {...table} caption={title} />
          </ScrollArea>
        ) : (
          size && children(size.width, size.height)
        )}
      </div>
      <div className="chart-tools">
        {tools}
        <button type="button" className="quiet" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          {t("chart.table")}
        </button>
        <button
          type="button"
          className="quiet"
          onClick={() => saveFile(`${fileName}.csv`, "text/csv;charset=utf-8", csvOf(table.columns, table.rows))}
        >
          {t("chart.csv")}
        </button>
      </div>
    </figure>
  );
}

function DataTable({ columns, rows, show, caption }: FrameTable & { readonly caption: string }) {
  return (
    <table>
      <caption className="hidden">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={String(row[0])}>
            {row.map((cell, column) =>
              column === 0 ? (
                <th key={columns[column]} scope="row">
                  {show(cell, column)}
                </th>
              ) : (
                <td key={columns[column]}>{show(cell, column)}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
