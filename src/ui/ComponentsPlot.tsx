import type { RegionClusters } from "#engine/regionAnalysis.ts";
import { T18_COLUMNS } from "#domain/studyData.ts";
import { scaleLinear } from "d3-scale";
import { useId } from "react";
import { useChartWords } from "./useChartWords.ts";
import { useReading } from "./useReading.ts";
import { useFormats } from "./useSession.tsx";

type ComponentsPlotProps = { readonly clusters: RegionClusters; readonly width: number; readonly height: number };

const MARGIN = { top: 12, right: 20, bottom: 36, left: 44 };
/** Indicators with shorter arrows are left to the table. */
const SHORTEST_ARROW = 0.27;

/** Regions on the first two principal components, marked by the number of their cluster; arrows are loadings. */
export function ComponentsPlot({ clusters, width, height }: ComponentsPlotProps) {
  const words = useChartWords().clusters;
  const { number } = useFormats();
  const { names, region: selected, select } = useReading();
  const titleId = useId();
  const { scores, loadings } = clusters.components;
  const far = Math.max(...scores.flatMap(([one, two]) => [Math.abs(one), Math.abs(two)]));
  const x = scaleLinear([-far, far], [MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear([-far, far], [height - MARGIN.bottom, MARGIN.top]);
  return (
    <svg className="line-chart components" width={width} height={height} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{words.componentsSubtitle}</title>
      <line className="zero" x1={x(-far)} x2={x(far)} y1={y(0)} y2={y(0)} />
      <line className="zero" x1={x(0)} x2={x(0)} y1={y(-far)} y2={y(far)} />
      {x.ticks(4).map((at) => (
        <text key={at} className="tick" x={x(at)} y={height - 20} textAnchor="middle">
          {number(at)}
        </text>
      ))}
      {y.ticks(4).map((at) => (
        <text key={at} className="tick" x={MARGIN.left - 8} y={y(at)} dy="0.35em" textAnchor="end">
          {number(at)}
        </text>
      ))}
      <text className="tick" x={width / 2} y={height - 4} textAnchor="middle">
        {words.axis1}
      </text>
      {T18_COLUMNS.map((column, j) => {
        const [one, two] = loadings[j];
        if (Math.hypot(one, two) < SHORTEST_ARROW) return null;
        const [endX, endY] = [x(one * far * 1.4), y(two * far * 1.4)];
        return (
          <g key={column} className="loading">
            <line x1={x(0)} y1={y(0)} x2={endX} y2={endY} />
            <text x={endX} y={endY} textAnchor={one < 0 ? "start" : "end"} dy={two < 0 ? "1em" : "-0.3em"}>
              {words.columns[column]}
            </text>
          </g>
        );
      })}
      {scores.map(([one, two], r) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; the table of regions does the same by keyboard
        <g key={names[r]} className="region-mark" data-selected={r === selected} onClick={() => select(r)}>
          <circle cx={x(one)} cy={y(two)} r={8} />
          <text x={x(one)} y={y(two)} dy="0.35em" textAnchor="middle">
            {clusters.assignment[r]}
          </text>
          <title>{names[r]}</title>
          {(r === selected || Math.hypot(one, two) > far * 0.55) && (
            <text className="region-name" x={x(one)} y={y(two) - 11} textAnchor={one > far * 0.6 ? "end" : "middle"}>
              {names[r]}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
