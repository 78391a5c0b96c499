import type { EquityFormProps } from "./equityLayout.ts";
import { lineWidth } from "#ui/charts/lineWidth.ts";
import { pushedApart } from "#ui/charts/LineChart.tsx";
import { EquityMark } from "./EquityMark.tsx";
import { EquityPlane } from "./EquityPlane.tsx";
import { equityLayout, HEAVY } from "./equityLayout.ts";

/** From the plane to its names, and from these to the edge of the picture. */
const [BESIDE, EDGE] = [10, 4];

/** Names of other plans stand right of the plane, each with a line to its mark. */
export function EquityWithNames({ title, courses, cloud, others, presets, year, width, height }: EquityFormProps) {
  const named = [
    ...others.map((other) => ({ ...other, text: `${other.letter} ${other.name}`, weight: HEAVY })),
    ...presets.map((preset) => ({ ...preset, letter: null, text: preset.name, weight: 400 })),
  ];
  const longest = Math.max(...named.map(({ text, weight }) => lineWidth(text, weight)));
  const right = named.length === 0 ? 32 : Math.min(longest + BESIDE + EDGE, 0.45 * width);
  const layout = equityLayout({ courses, cloud, marks: named, year, width, height, right });
  const { x, y, frame } = layout;
  const labels = pushedApart(
    named.map((point) => ({ ...point, from: y(point.share) })),
    frame.bottom,
  );
  return (
    <EquityPlane {...{ title, courses, cloud, layout, width, height }}>
      {labels.map(({ letter, text, weight, share, spread, at }) => (
        <g key={text} className="preset">
          <path className="leader" d={`M${x(spread)},${y(share)} L${frame.right + 6},${at}`} />
          <EquityMark letter={letter} x={x(spread)} y={y(share)} />
          <text x={frame.right + BESIDE} y={at} dy="0.35em" fontWeight={weight}>
            {fitted(text, weight, right - BESIDE - EDGE)}
          </text>
        </g>
      ))}
    </EquityPlane>
  );
}

/** The text, or as many of its letters as there is room for. */
function fitted(text: string, weight: number, room: number): string {
  if (lineWidth(text, weight) <= room) return text;
  const letters = [...text].findIndex((_, place) => lineWidth(`${text.slice(0, place + 1)}…`, weight) > room);
  return `${text.slice(0, letters)}…`;
}
