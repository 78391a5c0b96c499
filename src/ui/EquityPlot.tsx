import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { pushedApart } from "./LineChart.tsx";
import { useChartWords } from "./useChartWords.ts";
import { useFormats } from "./useSession.tsx";

/** Share of users in the country, and standard deviation of regional shares in points. */
export type EquityPoint = { readonly share: number; readonly spread: number };
type Course = readonly (EquityPoint & { readonly year: number })[];

type EquityPlotProps = {
  readonly title: string;
  readonly plan: Course | null;
  readonly noPlan: Course;
  readonly cloud: readonly EquityPoint[];
  readonly presets: readonly (EquityPoint & { readonly name: string })[];
  readonly year: number;
  readonly width: number;
  readonly height: number;
};

const MARGIN = { top: 14, right: 200, bottom: 40, left: 52 };

/** A plane of two goals: up is more use, left is less unequal. Courses run from 2023 on. */
export function EquityPlot({ title, plan, noPlan, cloud, presets, year, width, height }: EquityPlotProps) {
  const { t } = useTranslation();
  const words = useChartWords().equity;
  const { number } = useFormats();
  const titleId = useId();
  const all = [...(plan ?? []), ...noPlan, ...cloud, ...presets];
  const [leastSpread = 0, mostSpread = 1] = extent(all, ({ spread }) => spread);
  const [leastShare = 0, mostShare = 1] = extent(all, ({ share }) => share);
  const x = scaleLinear([leastSpread, mostSpread], [MARGIN.left, width - MARGIN.right]).nice(5);
  const y = scaleLinear([leastShare, mostShare], [height - MARGIN.bottom, MARGIN.top]).nice(4);
  const path = line<EquityPoint>()
    .x(({ spread }) => x(spread))
    .y(({ share }) => y(share));
  const labels = pushedApart(
    presets.map((preset) => ({ ...preset, from: y(preset.share) })),
    height - MARGIN.bottom,
  );
  const courses = [
    { kind: "noPlan", label: t("chart.noPlan"), course: noPlan },
    ...(plan ? [{ kind: "plan", label: t("chart.plan"), course: plan }] : []),
  ];
  return (
    <svg className="line-chart equity" width={width} height={height} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{title}</title>
      {y.ticks(4).map((at) => (
        <g key={at}>
          <line className="grid" x1={MARGIN.left} x2={width - MARGIN.right} y1={y(at)} y2={y(at)} />
          <text className="tick" x={MARGIN.left - 8} y={y(at)} dy="0.35em" textAnchor="end">
            {number(100 * at)} %
          </text>
        </g>
      ))}
      {x.ticks(5).map((at) => (
        <text key={at} className="tick" x={x(at)} y={height - 22} textAnchor="middle">
          {number(at, 1)}
        </text>
      ))}
      <text className="tick" x={(MARGIN.left + width - MARGIN.right) / 2} y={height - 5} textAnchor="middle">
        {words.axis}
      </text>
      {cloud.map(({ share, spread }, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a future is known by its number
        <circle key={k} className="future" cx={x(spread)} cy={y(share)} r={2} />
      ))}
      {labels.map(({ name, share, spread, at }) => (
        <g key={name} className="preset">
          <path className="leader" d={`M${x(spread)},${y(share)} L${width - MARGIN.right + 6},${at}`} />
          <rect x={x(spread) - 3} y={y(share) - 3} width={6} height={6} />
          <text x={width - MARGIN.right + 10} y={at} dy="0.35em">
            {name}
          </text>
        </g>
      ))}
      {courses.map(({ kind, label, course }) => {
        const shown = course.find((point) => point.year === year) ?? course.at(-1)!;
        return (
          <g key={kind} className={`line ${kind}`}>
            <path d={path([...course]) ?? undefined} />
            {course.map((point) => (
              <circle key={point.year} cx={x(point.spread)} cy={y(point.share)} r={point.year === year ? 5 : 1.8} />
            ))}
            <text className="tick" x={x(course[0].spread) + 6} y={y(course[0].share) + 4}>
              {course[0].year}
            </text>
            <text
              className="course-name"
              x={x(shown.spread)}
              y={y(shown.share) + (kind === "plan" ? -9 : 20)}
              textAnchor="middle"
            >
              {label} {shown.year}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
