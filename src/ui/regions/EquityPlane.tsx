import type { ReactNode } from "react";
import { line } from "d3-shape";
import { useId } from "react";
import { useChartWords } from "#ui/charts/useChartWords.ts";
import { useFormats } from "#ui/useSession.tsx";
import { type EquityCourse, type EquityLayout, type EquityPoint, LINE } from "./equityLayout.ts";

type EquityPlaneProps = {
  readonly title: string;
  readonly courses: readonly EquityCourse[];
  readonly cloud: readonly EquityPoint[];
  readonly layout: EquityLayout;
  readonly width: number;
  readonly height: number;
  /** Marks of other plans, below the courses. */
  readonly children: ReactNode;
  /** What is written over everything. */
  readonly numbers?: ReactNode;
};

/** A plane of two goals: up is more use, left is less unequal. Courses run from 2023 on. */
export function EquityPlane({ title, courses, cloud, layout, width, height, children, numbers }: EquityPlaneProps) {
  const words = useChartWords().equity;
  const { number } = useFormats();
  const titleId = useId();
  const { x, y, frame, hasEndsBeside, isShown, endNames, yearNames } = layout;
  const path = line<EquityPoint>()
    .x(({ spread }) => x(spread))
    .y(({ share }) => y(share));
  return (
    <svg className="line-chart equity" width={width} height={height} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{title}</title>
      {y.ticks(4).map((at) => (
        <g key={at}>
          <line className="grid" x1={frame.left} x2={frame.right} y1={y(at)} y2={y(at)} />
          <text className="tick" x={frame.left - 8} y={y(at)} dy="0.35em" textAnchor="end">
            {number(100 * at)} %
          </text>
        </g>
      ))}
      {x.ticks(5).map((at) => (
        <text key={at} className="tick" x={x(at)} y={frame.bottom + LINE} textAnchor="middle">
          {number(at, 1)}
        </text>
      ))}
      <text
        className="tick"
        x={hasEndsBeside ? (frame.left + frame.right) / 2 : width / 2}
        y={frame.bottom + 2 * LINE}
        textAnchor="middle"
      >
        {words.axis}
      </text>
      <text className="tick" x={frame.left} y={height - 6}>
        {words.evenly}
      </text>
      <text className="tick" x={frame.right} y={height - 6} textAnchor="end">
        {words.unevenly}
      </text>
      {cloud.map(({ share, spread }, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a future is known by its number
        <circle key={k} className="future" cx={x(spread)} cy={y(share)} r={2} />
      ))}
      {children}
      {courses.map(({ kind, course }) => (
        <g key={kind} className={`line ${kind}`}>
          <path d={path([...course]) ?? undefined} />
          {course.map((point) => (
            <circle key={point.year} cx={x(point.spread)} cy={y(point.share)} r={isShown(point) ? 5 : 1.8} />
          ))}
        </g>
      ))}
      {yearNames.map(({ kind, text, ...at }) => (
        <text key={`${kind} ${text}`} className="tick" {...at} dy="0.35em" textAnchor="middle">
          {text}
        </text>
      ))}
      {endNames.map(({ kind, text, ...at }) => (
        <text key={kind} className={`course-name ${kind}`} {...at} dy="0.35em" textAnchor="middle">
          {text}
        </text>
      ))}
      {numbers}
    </svg>
  );
}
