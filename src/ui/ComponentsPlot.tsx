import type { RegionClusters } from "#engine/regionAnalysis.ts";
import { T18_COLUMNS } from "#domain/studyData.ts";
import { extent } from "d3-array";
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
  const ends = (component: number) => extent(scores, (row) => row[component]) as [number, number];
  const [left, right] = ends(0);
  const [low, high] = ends(1);
  const x = scaleLinear([left - 1, right + 1], [MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear([low - 1, high + 1], [height - MARGIN.bottom, MARGIN.top]);
  const far = Math.min(right, high);
  const arrows = labelledArrows(
    loadings.map(([one, two]) => ({ x: x(one * far * 1.5), y: y(two * far * 1.5), one, two })),
  );
  return (
    <svg className="line-chart components" width={width} height={height} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{words.componentsSubtitle}</title>
      <line className="zero" x1={MARGIN.left} x2={width - MARGIN.right} y1={y(0)} y2={y(0)} />
      <line className="zero" x1={x(0)} x2={x(0)} y1={MARGIN.top} y2={height - MARGIN.bottom} />
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
      {arrows.map(({ x: endX, y: endY, one, two, j, isNamed }) => (
        <g key={T18_COLUMNS[j]} className="loading">
          <line x1={x(0)} y1={y(0)} x2={endX} y2={endY} />
          {isNamed && (
            <text x={endX} y={endY} textAnchor={one < 0 ? "end" : "start"} dy={two < 0 ? "1em" : "-0.3em"}>
              {words.columns[T18_COLUMNS[j]]}
            </text>
          )}
        </g>
      ))}
      {scores.map(([one, two], r) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; the table of regions does the same by keyboard
        <g key={names[r]} className="region-mark" data-selected={r === selected} onClick={() => select(r)}>
          <circle cx={x(one)} cy={y(two)} r={8} />
          <text x={x(one)} y={y(two)} dy="0.35em" textAnchor="middle">
            {clusters.assignment[r]}
          </text>
          <title>{names[r]}</title>
          {(r === selected || Math.hypot(one, two) > 4) && (
            <text className="region-name" x={x(one)} y={y(two) - 11} textAnchor={one > right * 0.6 ? "end" : "middle"}>
              {names[r]}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

type Arrow = { readonly x: number; readonly y: number; readonly one: number; readonly two: number };

/** The longer arrows; a name that would lie on another one is left to the table. */
function labelledArrows(arrows: readonly Arrow[]) {
  const named: Arrow[] = [];
  return arrows
    .map((arrow, j) => ({ ...arrow, j }))
    .filter(({ one, two }) => Math.hypot(one, two) >= SHORTEST_ARROW)
    .sort((a, b) => Math.hypot(b.one, b.two) - Math.hypot(a.one, a.two))
    .map((arrow) => {
      const isNamed = named.every((other) => Math.abs(other.y - arrow.y) > 15 || Math.abs(other.x - arrow.x) > 130);
      if (isNamed) named.push(arrow);
      return { ...arrow, isNamed };
    });
}
