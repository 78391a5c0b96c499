import type { RegionClusters } from "#engine/regionAnalysis.ts";
import { scaleLinear } from "d3-scale";
import { useId } from "react";
import { longestWidth } from "#ui/charts/lineWidth.ts";
import { useChartWords } from "#ui/charts/useChartWords.ts";
import { useReading } from "#ui/useReading.ts";
import { useFormats } from "#ui/useSession.tsx";

type DendrogramProps = {
  readonly title: string;
  readonly clusters: RegionClusters;
  readonly width: number;
  readonly height: number;
};

const MARGIN = { top: 4, bottom: 36, left: 12 };
/** From the foot of the tree to a name, and from the longest name to the edge. */
const BESIDE = 6;
/** Of the name of the selected region. */
export const SELECTED_WEIGHT = 700;

/** The tree of regions at its true heights: two branches join at the distance (Ward) between their groups. */
export function Dendrogram({ title, clusters, width, height }: DendrogramProps) {
  const words = useChartWords().clusters;
  const { number } = useFormats();
  const { shortNames: names, region: selected, select } = useReading();
  const titleId = useId();
  const { merges, heights, leafOrder } = clusters.tree!;
  const top = heights.at(-1)!;
  const leaves = names.map((name, r) => `${clusters.assignment[r]} ${name}`);
  const foot = width - longestWidth(leaves, SELECTED_WEIGHT) - 2 * BESIDE;
  const x = scaleLinear([0, top], [foot, MARGIN.left]);
  const y = scaleLinear([0, leafOrder.length - 1], [MARGIN.top + 8, height - MARGIN.bottom - 8]);
  const leafAt = new Map(leafOrder.map((leaf, place) => [leaf, y(place)]));
  const joined: { at: number; height: number }[] = [];
  const endOf = (part: number) => (part < 0 ? { at: leafAt.get(-part)!, height: 0 } : joined[part - 1]);
  const forks = merges.map(([a, b], s) => {
    const [one, two] = [endOf(a), endOf(b)];
    joined.push({ at: (one.at + two.at) / 2, height: heights[s] });
    return `M${x(one.height)},${one.at} H${x(heights[s])} V${two.at} H${x(two.height)}`;
  });
  return (
    <svg className="line-chart dendrogram" width={width} height={height} role="img" aria-labelledby={titleId}>
      <title id={titleId}>
        {[title, ...leafOrder.map((leaf) => `${names[leaf - 1]}: ${clusters.assignment[leaf - 1]}`)].join(". ")}
      </title>
      {x.ticks(4).map((at) => (
        <g key={at}>
          <line className="grid" x1={x(at)} x2={x(at)} y1={MARGIN.top} y2={height - MARGIN.bottom} />
          <text className="tick" x={x(at)} y={height - 20} textAnchor="middle">
            {number(at)}
          </text>
        </g>
      ))}
      <text className="tick" x={MARGIN.left} y={height - 4}>
        {words.treeAxis}
      </text>
      <path className="forks" d={forks.join(" ")} />
      {leafOrder.map((leaf, place) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; the table of regions does the same by keyboard
        <text
          key={leaf}
          className="leaf"
          data-selected={leaf - 1 === selected}
          x={foot + BESIDE}
          y={y(place)}
          dy="0.35em"
          onClick={() => select(leaf - 1)}
        >
          {leaves[leaf - 1]}
        </text>
      ))}
    </svg>
  );
}
