import type { ReactNode } from "react";
import type { Cell } from "#domain/namedTable.ts";
import type { GlossaryId } from "#ui/trust/glossary.ts";
import { Fragment, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { Title } from "#ui/Title.tsx";
import { useProvenance } from "#ui/downloads/useProvenance.ts";
import { later } from "#ui/later.tsx";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { useLanguage } from "#ui/useSession.tsx";
import { unbroken } from "#ui/unbroken.ts";
import { useWords } from "#ui/useWords.tsx";

type FrameTable = {
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
  /** Entries of the glossary that say how it is computed, what it shows first. */
  readonly terms: readonly GlossaryId[];
  /** Controls of this chart, before those that every chart has. */
  readonly tools?: ReactNode;
  /** Draws the chart into the room there is; a list that names what it numbers has `data-names` and is saved below it. */
  readonly children: (width: number, height: number) => ReactNode;
};

const FORMATS = ["png", "svg"] as const;
/** Pixels; less is a place that is not laid out yet. */
const NARROWEST = 80;

const ChartMethod = later(async () => (await import("./ChartMethod.tsx")).ChartMethod);

/** A figure: finding, subtitle, and the chart, its table or how it is computed; chart and table also as files. */
export function ChartFrame({ title, subtitle, fileName, table, terms, tools, children }: ChartFrameProps) {
  const t = useWords();
  const language = useLanguage();
  const provenance = useProvenance();
  const titleId = useId();
  const [shown, setShown] = useState<"chart" | "table" | "method">("chart");
  const toggle = (choice: "table" | "method") => setShown(shown === choice ? "chart" : choice);
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

  // Texts were measured in other letters while those of the page were on their way.
  const [letters, setLetters] = useState(0);
  useEffect(() => {
    const drawAnew = () => setLetters((count) => count + 1);
    document.fonts.addEventListener("loadingdone", drawAnew);
    return () => document.fonts.removeEventListener("loadingdone", drawAnew);
  }, []);

  const origin = () => ({ title, subtitle, fileName, language, provenance: provenance() });
  return (
    <figure className="chart" aria-labelledby={titleId}>
      <figcaption>
        <Title id={titleId}>{title}</Title>
        <div className="chart-tools">
          {tools}
          <button type="button" className="quiet" aria-pressed={shown === "table"} onClick={() => toggle("table")}>
            {t("chart.table")}
          </button>
          <button
            type="button"
            className="quiet"
            onClick={async () => {
              const { saveCsv } = await import("#ui/downloads/saveFigure.ts");
              saveCsv(table.columns, table.rows, origin());
            }}
          >
            {t("chart.csv")}
          </button>
          {FORMATS.map((format) => (
            <button
              key={format}
              type="button"
              className="quiet"
              disabled={shown !== "chart"}
              onClick={async () => {
                const { saveFigure } = await import("#ui/downloads/saveFigure.ts");
                const figure = room.current?.querySelector<SVGSVGElement | HTMLOListElement>("ol, svg");
                const names = room.current?.querySelector<HTMLElement>("[data-names]");
                if (figure) await saveFigure(names ? [figure, names] : [figure], format, origin());
              }}
            >
              {format.toUpperCase()}
            </button>
          ))}
          <button type="button" className="quiet" aria-expanded={shown === "method"} onClick={() => toggle("method")}>
            {t("chart.method")}
          </button>
        </div>
        <p className="guidance">{unbroken(subtitle)}</p>
      </figcaption>
      <div className="chart-room" ref={room}>
        {shown === "table" && (
          <ScrollArea titleId={titleId}>
            <DataTable {...table} caption={unbroken(title)} />
          </ScrollArea>
        )}
        {shown === "method" && <ChartMethod titleId={titleId} terms={terms} />}
        {shown === "chart" && size && size.width >= NARROWEST && (
          <Fragment key={letters}>{children(size.width, size.height)}</Fragment>
        )}
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
          {columns.map((column, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have the same name
            <th key={place} scope="col">
              {unbroken(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={String(row[0])}>
            {row.map((cell, column) =>
              column === 0 ? (
                <th key="0" scope="row">
                  {show(cell, column)}
                </th>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column
                <td key={column}>{show(cell, column)}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
