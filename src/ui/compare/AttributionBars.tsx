import { scaleLinear } from "d3-scale";
import { useId } from "react";
import { usePlanStyle } from "./PlanSign.tsx";

type Bar = {
  readonly name: string;
  /** Mean and interval, and the mean alone for narrow rooms. */
  readonly text: string;
  readonly short: string;
  readonly mean: number;
  readonly p10: number;
  readonly p90: number;
  readonly isTotal: boolean;
};

type AttributionBarsProps = {
  readonly title: string;
  readonly rows: readonly Bar[];
  readonly letter: string;
  readonly width: number;
  readonly height: number;
};

/** Below this width intervals are drawn and not written. */
const NARROW = 480;

/** A bar for the mean part of each measure with its interval; name above, numbers at the right. The last bar is the whole. */
export function AttributionBars({ title, rows, letter, width, height }: AttributionBarsProps) {
  const titleId = useId();
  const { colour } = usePlanStyle()(letter);
  const extent = rows.flatMap(({ mean, p10, p90 }) => [mean, p10, p90]);
  const [low, high] = [Math.min(0, ...extent), Math.max(0, ...extent)];
  const x = scaleLinear(low === high ? [-1, 1] : [low, high], [8, width - 8]);
  const rowHeight = height / rows.length;
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
      {rows.map(({ name, text, short, mean, p10, p90, isTotal }, place) => {
        const top = place * rowHeight;
        const middle = top + 27;
        return (
          <g key={name}>
            <text x="8" y={top + 14} className="bar-name" fontWeight={isTotal ? 650 : 400}>
              {name}
            </text>
            <text x={width - 8} y={top + 14} textAnchor="end" className="bar-name" fontWeight={isTotal ? 650 : 400}>
              {width < NARROW ? short : text}
            </text>
            <rect
              x={Math.min(x(0), x(mean))}
              y={middle - 6}
              width={Math.abs(x(mean) - x(0))}
              height="12"
              fill={isTotal ? "var(--muted-ink)" : colour}
              opacity="0.75"
            />
            <line x1={x(p10)} x2={x(p90)} y1={middle} y2={middle} className="whisker" />
            <line x1={x(0)} x2={x(0)} y1={middle - 9} y2={middle + 9} className="zero" />
          </g>
        );
      })}
    </svg>
  );
}
