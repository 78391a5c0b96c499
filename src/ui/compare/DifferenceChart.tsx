import { LAST_YEAR_OF_EVIDENCE } from "#domain/scenario.ts";
import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";
import { useId } from "react";
import { AssumptionsShade, SHADE_LINE, shadeLines } from "#ui/charts/AssumptionsShade.tsx";
import { AxisUnit } from "#ui/charts/AxisUnit.tsx";
import { pushedApart } from "#ui/charts/LineChart.tsx";
import { YearTargets } from "#ui/charts/YearTargets.tsx";
import { useWords } from "#ui/useWords.tsx";
import { distinctTicks } from "./distinctTicks.ts";
import { usePlanStyle } from "./PlanSign.tsx";

type Point = { readonly year: number; readonly value: number; readonly low: number; readonly high: number };
type DifferenceLine = {
  readonly letter: string;
  readonly label: string;
  readonly points: readonly Point[];
  readonly hasBand: boolean;
};

type DifferenceChartProps = {
  readonly title: string;
  readonly lines: readonly DifferenceLine[];
  /** What zero stands for. */
  readonly zero: string;
  readonly year: number;
  readonly onYear?: (year: number) => void;
  readonly width: number;
  readonly height: number;
  readonly tick: (value: number) => string;
  /** Of the ticks, null where they have none. */
  readonly unit: string | null;
  readonly value: (value: number) => string;
};

const MARGIN = { top: 24, bottom: 24, left: 48 };

/** Lines of differences with bands around a zero line; a letter and the last value stand at each line's end. */
export function DifferenceChart(props: DifferenceChartProps) {
  const { title, lines, zero, year, onYear, width, height, tick, unit, value } = props;
  const t = useWords();
  const titleId = useId();
  const styleOf = usePlanStyle();
  const right = 84;
  const years = lines[0].points.map((point) => point.year);
  const [first, last] = [years[0], years.at(-1)!];
  const x = scaleLinear([first, last], [MARGIN.left, width - right]);
  const shade =
    last > LAST_YEAR_OF_EVIDENCE ? shadeLines(t("chart.assumptions"), x(last) - x(LAST_YEAR_OF_EVIDENCE)) : [];
  const extent = lines.flatMap(({ points, hasBand }) =>
    points.flatMap((point) => (hasBand ? [point.low, point.high] : [point.value])),
  );
  const [low, high] = [Math.min(0, ...extent), Math.max(0, ...extent)];
  // Zero at the top has its name above it, below what is said of the shade.
  const top = MARGIN.top + (Math.max(0, shade.length - 1) + (low < 0 && high === 0 ? 1 : 0)) * SHADE_LINE;
  const y = scaleLinear(low === high ? [-1, 1] : [low, high], [height - MARGIN.bottom, top]).nice(4);
  const path = line<Point>()
    .x((point) => x(point.year))
    .y((point) => y(point.value));
  const bandPath = area<Point>()
    .x((point) => x(point.year))
    .y0((point) => y(point.low))
    .y1((point) => y(point.high));
  const labels = pushedApart(
    lines.map(({ letter, label, points }) => {
      const end = points.at(-1)!.value;
      return { letter, text: `${letter} ${value(end)}`, full: `${label} ${value(end)}`, from: y(end) };
    }),
    height - MARGIN.bottom,
  );
  const step = width < 420 ? 4 : 2;
  return (
    <svg
      className="line-chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={titleId}
    >
      <title id={titleId}>{[title, ...labels.map(({ full }) => full)].join(". ")}</title>
      {shade.length > 0 && (
        <AssumptionsShade
          lines={shade}
          left={x(LAST_YEAR_OF_EVIDENCE)}
          right={x(last)}
          bottom={height - MARGIN.bottom}
        />
      )}
      <AxisUnit unit={unit} left={MARGIN.left} />
      {distinctTicks(y, 5, tick).map((at) => (
        <g key={at}>
          <line className={at === 0 ? "zero" : "grid"} x1={MARGIN.left} x2={x(last)} y1={y(at)} y2={y(at)} />
          <text className="tick" x={MARGIN.left - 8} y={y(at)} dy="0.35em" textAnchor="end">
            {tick(at)}
          </text>
        </g>
      ))}
      {years
        .filter((at) => (at - first) % step === 0)
        .map((at) => (
          <text key={at} className="tick" x={x(at)} y={height - 6} textAnchor="middle">
            {at}
          </text>
        ))}
      <line className="year-line" x1={x(year)} x2={x(year)} y1={top - 6} y2={height - MARGIN.bottom} />
      {lines.map(
        ({ letter, points, hasBand }) =>
          hasBand && (
            <path key={letter} d={bandPath([...points]) ?? undefined} fill={styleOf(letter).colour} opacity="0.15" />
          ),
      )}
      {lines.map(({ letter, points }) => {
        const { colour, dash } = styleOf(letter);
        return (
          <g key={letter}>
            <path
              d={path([...points]) ?? undefined}
              fill="none"
              stroke={colour}
              strokeWidth="2"
              strokeDasharray={dash}
            />
            {points
              .filter((point) => point.year === year)
              .map((point) => (
                <circle key={point.year} cx={x(point.year)} cy={y(point.value)} r="3.5" fill={colour} />
              ))}
          </g>
        );
      })}
      <text className="tick over-lines" x={x(last) - 4} y={y(0)} dy="-0.4em" textAnchor="end">
        {zero}
      </text>
      {labels.map(({ letter, text, at, from }) => (
        <g key={letter} fill={styleOf(letter).colour}>
          <path className="leader" d={`M${x(last) + 3},${from} L${x(last) + 10},${at}`} stroke="currentColor" />
          <text x={x(last) + 14} y={at} dy="0.35em" fontWeight="650">
            {text}
          </text>
        </g>
      ))}
      {onYear && (
        <YearTargets
          years={years}
          left={(at) => x(at - 0.5)}
          top={top}
          width={x(first + 1) - x(first)}
          height={height - MARGIN.bottom - top}
          onYear={onYear}
        />
      )}
    </svg>
  );
}
