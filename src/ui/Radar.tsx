import { useId } from "react";

type RadarProps = {
  readonly title: string;
  readonly axes: readonly string[];
  /** Values in [0, 1], one an axis. */
  readonly shapes: readonly {
    readonly name: string;
    readonly kind: "first" | "now";
    readonly values: readonly number[];
  }[];
  readonly width: number;
  readonly height: number;
};

const RINGS = [0.25, 0.5, 0.75, 1];
/** Room at the sides for the names of axes. */
const NAMES = { x: 150, y: 18 };

/** Values on axes from one centre; the scale is the same on all, 0 in the middle and 1 on the outer ring. */
export function Radar({ title, axes, shapes, width, height }: RadarProps) {
  const titleId = useId();
  const radius = Math.max(40, Math.min(width / 2 - NAMES.x, height / 2 - NAMES.y));
  const [x, y] = [width / 2, height / 2];
  const at = (axis: number, value: number) => {
    const angle = (2 * Math.PI * axis) / axes.length - Math.PI / 2;
    return [x + radius * value * Math.cos(angle), y + radius * value * Math.sin(angle)] as const;
  };
  const ring = (values: readonly number[]) => values.map((value, axis) => at(axis, value).join(",")).join(" ");
  return (
    <svg className="radar" width={width} height={height} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{title}</title>
      {RINGS.map((value) => (
        <polygon key={value} className="grid" points={ring(axes.map(() => value))} />
      ))}
      {axes.map((axis, place) => {
        const [endX, endY] = at(place, 1);
        const [textX, textY] = at(place, 1 + 10 / radius);
        const side = Math.abs(textX - x) < 8 ? "middle" : textX > x ? "start" : "end";
        return (
          <g key={axis}>
            <line className="grid" x1={x} y1={y} x2={endX} y2={endY} />
            <text className="tick" x={textX} y={textY} dy="0.35em" textAnchor={side}>
              {axis}
            </text>
          </g>
        );
      })}
      {shapes.map(({ name, kind, values }) => (
        <g key={name} className={`shape ${kind}`}>
          <polygon points={ring(values)} />
          {values.map((value, axis) => {
            const [cx, cy] = at(axis, value);
            return <circle key={axes[axis]} cx={cx} cy={cy} r={2.5} />;
          })}
        </g>
      ))}
      <g className="radar-key">
        {shapes.map(({ name, kind }, place) => (
          <g key={name} className={`shape ${kind}`} transform={`translate(4 ${14 + 18 * place})`}>
            <line x1={0} x2={22} y1={0} y2={0} />
            <text className="tick" x={28} y={0} dy="0.35em">
              {name}
            </text>
          </g>
        ))}
        <text className="tick" x={4} y={height - 6}>
          0–1
        </text>
      </g>
    </svg>
  );
}
