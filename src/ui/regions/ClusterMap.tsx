import type { RegionClusters } from "#engine/regionAnalysis.ts";
import { T18_COLUMNS } from "#domain/studyData.ts";
import { differenceColour, INK, PAPER } from "#scene/colourScales.ts";
import { useId } from "react";
import { longestWidth } from "#ui/charts/lineWidth.ts";
import { useChartWords } from "#ui/charts/useChartWords.ts";
import { themed } from "#ui/themed.ts";
import { useReading } from "#ui/useReading.ts";
import { useFormats } from "#ui/useSession.tsx";
import { SELECTED_WEIGHT } from "./Dendrogram.tsx";

type ClusterMapProps = {
  readonly title: string;
  readonly clusters: RegionClusters;
  readonly width: number;
  readonly height: number;
};

const EDGE = 4;
/** From the longest name to its cells. */
const BESIDE = 6;
/** Slanted names of columns nearer than this would lie on each other; upright ones do not. */
const ROOM_TO_SLANT = 16;
/** Colours end at this many standard deviations; the sign in the cell repeats what the colour says beyond half of it. */
export const ENDS = 2.5;
/** Parts of that way from which signs are drawn in the colour of the paper, since the cell is nearer to that of the ink. */
const DEEP = { light: 0.9, dark: 0.6 };

/** Standardised indicators of every region in the order of the tree: blue below the mean, orange above it. */
export function ClusterMap({ title, clusters, width, height }: ClusterMapProps) {
  const words = useChartWords().clusters;
  const { signed } = useFormats();
  const { shortNames: names, region: selected, select } = useReading();
  const titleId = useId();
  const { leafOrder } = clusters.tree!;
  const left = EDGE + longestWidth(names, SELECTED_WEIGHT) + BESIDE;
  const stepX = (width - left - EDGE) / T18_COLUMNS.length;
  const angle = stepX < ROOM_TO_SLANT ? 90 : 50;
  const margin = {
    top: EDGE,
    bottom: Math.sin((angle * Math.PI) / 180) * longestWidth(T18_COLUMNS.map((column) => words.columns[column])) + 20,
    left,
  };
  const stepY = (height - margin.top - margin.bottom) / leafOrder.length;
  return (
    <svg className="line-chart heatmap" width={width} height={height} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{title}</title>
      {leafOrder.map((leaf, place) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; the table of regions does the same by keyboard
        <g key={leaf} onClick={() => select(leaf - 1)}>
          <text
            className="leaf"
            data-selected={leaf - 1 === selected}
            x={margin.left - BESIDE}
            y={margin.top + (place + 0.5) * stepY}
            dy="0.35em"
            textAnchor="end"
          >
            {names[leaf - 1]}
          </text>
          {T18_COLUMNS.map((column, j) => {
            const value = clusters.standardised[(leaf - 1) * T18_COLUMNS.length + j];
            const part = Math.max(-1, Math.min(1, value / ENDS));
            const signColour = (theme: "light" | "dark") => (Math.abs(part) > DEEP[theme] ? PAPER : INK)[theme];
            const [left, top] = [margin.left + j * stepX, margin.top + place * stepY];
            return (
              <g key={column}>
                <rect
                  x={left}
                  y={top}
                  width={stepX - 1}
                  height={stepY - 1}
                  fill={themed(differenceColour(part, "light"), differenceColour(part, "dark"))}
                >
                  <title>{`${names[leaf - 1]}, ${words.columns[column]}: ${signed(value, 2)}`}</title>
                </rect>
                {Math.abs(value) > ENDS / 2 && stepY > 9 && (
                  <text
                    className="cell-sign"
                    x={left + stepX / 2}
                    y={top + stepY / 2}
                    dy="0.35em"
                    textAnchor="middle"
                    fill={themed(signColour("light"), signColour("dark"))}
                  >
                    {value > 0 ? "+" : "−"}
                  </text>
                )}
              </g>
            );
          })}
        </g>
      ))}
      {T18_COLUMNS.map((column, j) => (
        <text
          key={column}
          className="tick"
          textAnchor="end"
          transform={`translate(${margin.left + (j + 0.5) * stepX} ${height - margin.bottom + 8}) rotate(${-angle})`}
          dy={angle === 90 ? "0.35em" : undefined}
        >
          {words.columns[column]}
        </text>
      ))}
    </svg>
  );
}
