import { LAST_YEAR, LAST_YEAR_OF_EVIDENCE } from "#domain/scenario.ts";
import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { useId } from "react";
import { useWords } from "#ui/useWords.tsx";
import { AssumptionsShade, SHADE_LINE, shadeLines } from "./AssumptionsShade.tsx";
import { AxisUnit } from "./AxisUnit.tsx";
import { YearTargets } from "./YearTargets.tsx";

export type ChartLine = {
  readonly label: string;
  readonly kind: "observed" | "plan" | "noPlan" | "country";
  readonly points: readonly { readonly year: number; readonly value: number }[];
  /** 80 % of futures, by year; none while they are being simulated. */
  readonly band?: readonly { readonly year: number; readonly low: number; readonly high: number }[];
};

type LineChartProps = {
  readonly title: string;
  readonly lines: readonly ChartLine[];
  readonly firstYear: number;
  /** The year that the page shows. */
  readonly year: number;
  readonly onYear: (year: number) => void;
  readonly width: number;
  readonly height: number;
  /** For ticks and for the labels at the ends of lines. */
  readonly tick: (value: number) => string;
  /** Of the ticks, null where they say it themselves. */
  readonly unit: string | null;
  readonly value: (value: number) => string;
};

const LABEL_HEIGHT = 16;
const LEAST_BETWEEN_TICKS = 24;
const MARGIN = { top: 26, right: 132, bottom: 24, left: 54 };

/** Lines over years with direct labels at their ends; observed years have dots. Zero is always on the axis. */
export function LineChart({ title, lines, firstYear, year, onYear, width, height, tick, unit, value }: LineChartProps) {
  const t = useWords();
  const titleId = useId();
  const x = scaleLinear([firstYear, LAST_YEAR], [MARGIN.left, width - MARGIN.right]);
  const largest = Math.max(
    ...lines.flatMap(({ points }) => points.map((point) => point.value)),
    ...lines.flatMap(({ band = [] }) => band.map(({ high }) => high)),
    0,
  );
  const shade = shadeLines(t("chart.assumptions"), x(LAST_YEAR) - x(LAST_YEAR_OF_EVIDENCE));
  const top = MARGIN.top + (shade.length - 1) * SHADE_LINE;
  const ticks = Math.max(1, Math.min(4, Math.floor((height - top - MARGIN.bottom) / LEAST_BETWEEN_TICKS)));
  const y = scaleLinear([0, largest || 1], [height - MARGIN.bottom, top]).nice(ticks);
  const path = line<{ year: number; value: number }>()
    .x((point) => x(point.year))
    .y((point) => y(point.value));
  const bandPath = area<{ year: number; low: number; high: number }>()
    .x((at) => x(at.year))
    .y0((at) => y(at.low))
    .y1((at) => y(at.high));
  const yearStep = width < 420 ? 5 : width < 620 ? 3 : 2;
  const years = Array.from({ length: LAST_YEAR - firstYear + 1 }, (_, place) => firstYear + place);
  const labels = endLabels(lines, y, value);

  return (
    <svg
      className="line-chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={titleId}
    >
      <title id={titleId}>{[title, ...labels.map(({ text }) => text)].join(". ")}</title>
      <AssumptionsShade lines={shade} left={x(LAST_YEAR_OF_EVIDENCE)} right={x(LAST_YEAR)} bottom={y(0)} />
      <AxisUnit unit={unit} left={MARGIN.left} />
      {y.ticks(ticks).map((at) => (
        <g key={at}>
          <line className={at === 0 ? "zero" : "grid"} x1={MARGIN.left} x2={x(LAST_YEAR)} y1={y(at)} y2={y(at)} />
          <text className="tick" x={MARGIN.left - 8} y={y(at)} dy="0.35em" textAnchor="end">
            {tick(at)}
          </text>
        </g>
      ))}
      {years
        .filter((at) => (LAST_YEAR - at) % yearStep === 0)
        .map((at) => (
          <text key={at} className="tick" x={x(at)} y={height - 6} textAnchor="middle">
            {at}
          </text>
        ))}
      <line className="year-line" x1={x(year)} x2={x(year)} y1={top - 6} y2={y(0)} />
      {lines.map(
        ({ kind, band }) => band && <path key={kind} className={`band ${kind}`} d={bandPath([...band]) ?? undefined} />,
      )}
      {lines.map(({ label, kind, points }) => (
        <g key={label} className={`line ${kind}`}>
          <path d={path([...points]) ?? undefined} />
          {points
            .filter((point) => kind === "observed" || point.year === year)
            .map((point) => (
              <circle key={point.year} cx={x(point.year)} cy={y(point.value)} r={kind === "observed" ? 2.5 : 3.5} />
            ))}
        </g>
      ))}
      {labels.map(({ kind, text, at, from }) => (
        <g key={kind} className={`line-label ${kind}`}>
          <path className="leader" d={`M${x(LAST_YEAR) + 3},${from} L${x(LAST_YEAR) + 10},${at}`} />
          <text x={x(LAST_YEAR) + 14} y={at} dy="0.35em">
            {text}
          </text>
        </g>
      ))}
      <YearTargets
        years={years}
        left={(at) => x(at - 0.5)}
        top={top}
        width={x(1) - x(0)}
        height={y(0) - top}
        onYear={onYear}
      />
    </svg>
  );
}

/** Labels of the simulated lines at their ends, pushed apart so that they never overlap. */
function endLabels(lines: readonly ChartLine[], y: (value: number) => number, value: (value: number) => string) {
  return pushedApart(
    lines
      .filter(({ kind, points }) => kind !== "observed" && points.length > 0)
      .map(({ kind, label, points }) => ({
        kind,
        text: `${label} ${value(points.at(-1)!.value)}`,
        from: y(points.at(-1)!.value),
      })),
    y(0),
  );
}

/** Gives each label a height `at` near the one it belongs to (`from`), no two closer than a line of text, none below `floor`. */
export function pushedApart<Label extends { readonly from: number }>(
  labels: readonly Label[],
  floor: number,
): (Label & { at: number })[] {
  const placed = labels.map((label) => ({ ...label, at: label.from })).sort((a, b) => a.from - b.from);
  for (let place = 1; place < placed.length; place++)
    placed[place].at = Math.max(placed[place].at, placed[place - 1].at + LABEL_HEIGHT);
  let lowest = floor;
  for (let place = placed.length - 1; place >= 0; place--) {
    placed[place].at = Math.min(placed[place].at, lowest);
    lowest = placed[place].at - LABEL_HEIGHT;
  }
  return placed;
}
