import type { EquityFormProps } from "./equityLayout.ts";
import { pushedApart } from "#ui/charts/LineChart.tsx";
import { EquityMark } from "./EquityMark.tsx";
import { EquityPlane } from "./EquityPlane.tsx";
import { equityLayout, LETTER } from "./equityLayout.ts";

/** Names of other plans stand right of the plane, each with a line to its mark. */
export function EquityWithNames({ title, courses, cloud, others, presets, year, width, height }: EquityFormProps) {
  const named = [
    ...others.map((other) => ({ ...other, text: `${other.letter} ${other.name}` })),
    ...presets.map((preset) => ({ ...preset, letter: null, text: preset.name })),
  ];
  const longest = Math.max(0, ...named.map(({ text }) => text.length));
  const right = named.length === 0 ? 32 : Math.min(LETTER * longest + 18, 0.45 * width);
  const letters = Math.floor((right - 14) / LETTER);
  const layout = equityLayout({ courses, cloud, marks: named, year, width, height, right });
  const { x, y, frame } = layout;
  const labels = pushedApart(
    named.map((point) => ({ ...point, from: y(point.share) })),
    frame.bottom,
  );
  return (
    <EquityPlane {...{ title, courses, cloud, layout, width, height }}>
      {labels.map(({ letter, text, share, spread, at }) => (
        <g key={text} className="preset">
          <path className="leader" d={`M${x(spread)},${y(share)} L${frame.right + 6},${at}`} />
          <EquityMark letter={letter} x={x(spread)} y={y(share)} />
          <text x={frame.right + 10} y={at} dy="0.35em" fontWeight={letter === null ? undefined : 650}>
            {text.length > letters ? `${text.slice(0, letters - 1)}…` : text}
          </text>
        </g>
      ))}
    </EquityPlane>
  );
}
