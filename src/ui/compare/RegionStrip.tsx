import { isOpenVerdict, type Verdict } from "#session/comparisonFinding.ts";
import { scaleLinear } from "d3-scale";
import { useId } from "react";
import { longestWidth } from "#ui/charts/lineWidth.ts";
import { distinctTicks } from "./distinctTicks.ts";
import { usePlanStyle } from "./PlanSign.tsx";

type StripRow = {
  readonly region: number;
  readonly name: string;
  /** Median and interval, and the median alone for narrow rooms. */
  readonly text: string;
  readonly short: string;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly verdict: Verdict;
};

type RegionStripProps = {
  readonly title: string;
  readonly rows: readonly StripRow[];
  readonly letter: string;
  readonly hasIntervals: boolean;
  readonly width: number;
  readonly height: number;
  readonly tick: (value: number) => string;
  readonly onRegion?: (region: number) => void;
};

const TOP = 20;
/** Below this width intervals are drawn and not written. */
const NARROW = 480;
/** From the longest text to where the next part begins. */
const BESIDE = 8;

/** One line a region: interval, median, and the numbers; hollow where the interval contains zero. */
export function RegionStrip({ title, rows, letter, hasIntervals, width, height, tick, onRegion }: RegionStripProps) {
  const titleId = useId();
  const { colour } = usePlanStyle()(letter);
  const isNarrow = width < NARROW;
  const names = longestWidth(rows.map(({ name }) => name)) + BESIDE;
  const texts = longestWidth(rows.map(({ text, short }) => (isNarrow ? short : text))) + BESIDE;
  const rowHeight = (height - TOP - 4) / rows.length;
  const extent = rows.flatMap(({ p10, p50, p90 }) => (hasIntervals ? [p10, p90] : [p50]));
  const [low, high] = [Math.min(0, ...extent), Math.max(0, ...extent)];
  const x = scaleLinear(low === high ? [-1, 1] : [low, high], [names + 14, width - texts - 12]).nice(4);
  return (
    <svg
      className="line-chart"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-labelledby={titleId}
    >
      <title id={titleId}>{[title, ...rows.map(({ name, text }) => `${name} ${text}`)].join(". ")}</title>
      {distinctTicks(x, isNarrow ? 3 : 5, tick).map((at) => (
        <g key={at}>
          <line className={at === 0 ? "zero" : "grid"} x1={x(at)} x2={x(at)} y1={TOP - 4} y2={height} />
          <text className="tick" x={x(at)} y={TOP - 8} textAnchor="middle">
            {tick(at)}
          </text>
        </g>
      ))}
      {rows.map(({ region, name, text, short, p10, p50, p90, verdict }, place) => {
        const at = TOP + (place + 0.5) * rowHeight;
        const isOpen = hasIntervals && isOpenVerdict(verdict);
        return (
          <g key={region} className={isOpen ? "strip-row open" : "strip-row"}>
            <text x={names} y={at} dy="0.35em" textAnchor="end" className="tick">
              {name}
            </text>
            {hasIntervals && (
              <line
                x1={x(p10)}
                x2={x(p90)}
                y1={at}
                y2={at}
                stroke={colour}
                strokeWidth="2"
                opacity={isOpen ? 0.55 : 1}
              />
            )}
            <circle
              cx={x(p50)}
              cy={at}
              r="4"
              stroke={colour}
              strokeWidth="1.5"
              fill={isOpen ? "var(--paper)" : colour}
            />
            <text x={width - texts} y={at} dy="0.35em" className="tick strip-text">
              {isNarrow ? short : text}
            </text>
            {onRegion && (
              // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; the chooser of regions does the same by keyboard
              <rect
                className="year-target"
                x="0"
                y={at - rowHeight / 2}
                width={width}
                height={rowHeight}
                onClick={() => onRegion(region)}
              />
            )}
          </g>
        );
      })}
    </svg>
  );
}
