import type { AdoptionStage } from "#domain/adoptionStage.ts";
import { ADOPTION_STAGES } from "#domain/adoptionStage.ts";
import { scaleLinear } from "d3-scale";
import { useId } from "react";
import { pushedApart } from "#ui/charts/LineChart.tsx";
import { stageColour } from "#ui/themed.ts";
import { useFormats } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

/** Users first, then those on the way, then the rest: the order in which a column is stacked. */
export const STACKED: readonly AdoptionStage[] = [
  "scaled",
  "integrated",
  "piloting",
  "evaluating",
  "aware",
  "unaware",
  "abandoned",
];
export const stageCode = (stage: AdoptionStage) => ADOPTION_STAGES.indexOf(stage);

type StageColumnsProps = {
  readonly title: string;
  readonly columns: readonly { readonly year: number; readonly counts: readonly number[] }[];
  readonly year: number;
  readonly onYear: (year: number) => void;
  readonly width: number;
  readonly height: number;
};

const MARGIN = { top: 8, right: 168, bottom: 24, left: 36 };

/** One stacked column a year; the stages of the shown year are named beside the last column. */
export function StageColumns({ title, columns, year, onYear, width, height }: StageColumnsProps) {
  const t = useWords();
  const { number } = useFormats();
  const titleId = useId();
  const firms = Math.max(1, ...columns.map(({ counts }) => counts.reduce((sum, count) => sum + count, 0)));
  const y = scaleLinear([0, firms], [height - MARGIN.bottom, MARGIN.top]);
  const step = (width - MARGIN.left - MARGIN.right) / columns.length;
  const left = (place: number) => MARGIN.left + place * step;
  const shown = columns.find((column) => column.year === year) ?? columns.at(-1)!;
  const labels = pushedApart(
    stacked(shown.counts).map(({ stage, from, to }) => ({ stage, count: to - from, from: (y(from) + y(to)) / 2 })),
    height - MARGIN.bottom,
  );
  const yearStep = step < 34 ? (step < 16 ? 4 : 2) : 1;
  return (
    <svg className="line-chart" width={width} height={height} role="img" aria-labelledby={titleId}>
      <title id={titleId}>
        {[title, ...labels.map(({ stage, count }) => `${t(`stages.${stage}`)} ${number(count)}`)].join(". ")}
      </title>
      {[...y.ticks(3).filter((at) => y(at) - y(firms) > 16), firms].map((at) => (
        <g key={at}>
          <line
            className={at === 0 ? "zero" : "grid"}
            x1={MARGIN.left}
            x2={width - MARGIN.right}
            y1={y(at)}
            y2={y(at)}
          />
          <text className="tick" x={MARGIN.left - 8} y={y(at)} dy="0.35em" textAnchor="end">
            {number(at)}
          </text>
        </g>
      ))}
      {columns.map((column, place) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; the year bar does the same by keyboard
        <g
          key={column.year}
          className="stage-column"
          data-shown={column.year === year}
          onClick={() => onYear(column.year)}
        >
          {stacked(column.counts).map(({ stage, from, to }) => (
            <rect
              key={stage}
              x={left(place) + step * 0.12}
              width={step * 0.76}
              y={y(to)}
              height={Math.max(0, y(from) - y(to) - (to > from ? 0.5 : 0))}
              fill={stageColour(stage)}
            />
          ))}
          {place % yearStep === 0 && (
            <text className="tick" x={left(place) + step / 2} y={height - 6} textAnchor="middle">
              {column.year}
            </text>
          )}
        </g>
      ))}
      {labels.map(({ stage, count, at }) => (
        <g key={stage}>
          <rect x={width - MARGIN.right + 6} y={at - 5} width={10} height={10} fill={stageColour(stage)} />
          <text className="stage-text" x={width - MARGIN.right + 22} y={at} dy="0.35em">
            {stage === "abandoned" ? "× " : ""}
            {t(`stages.${stage}`)} {number(count)}
          </text>
        </g>
      ))}
    </svg>
  );
}

function stacked(counts: readonly number[]) {
  let below = 0;
  return STACKED.map((stage) => {
    const from = below;
    below += counts[stageCode(stage)];
    return { stage, from, to: below };
  });
}
