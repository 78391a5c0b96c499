import { useId } from "react";
import { lineWidth } from "#ui/charts/lineWidth.ts";

type Shape = {
  readonly name: string;
  readonly kind: "first" | "now";
  /** In [0, 1], one an axis. */
  readonly values: readonly number[];
};

type RadarProps = {
  readonly title: string;
  readonly axes: readonly string[];
  readonly shapes: readonly Shape[];
  /** Value of the outer ring. */
  readonly outer: number;
  /** A value at a ring. */
  readonly tick: (value: number) => string;
  readonly width: number;
  readonly height: number;
};

/** The outer ring is 1, or a half where no value is beyond it; four rings either way. */
export function outerRing(shapes: readonly Shape[]): number {
  return shapes.every(({ values }) => values.every((value) => value <= 0.5)) ? 0.5 : 1;
}

const RINGS = [0.25, 0.5, 0.75, 1];
/** With a smaller radius, in pixels, only every other ring is named. */
const ROOM_FOR_TICKS = 110;
/** Room for the names of axes above and below. */
const LINE = 18;
/** Pixels from a name to the edge. */
const MARGIN = 3;
/** From the outer ring to a name. */
const BESIDE = 10;
/** From the outer ring to the edge, where names stand above and below its corners. */
const EDGE = 28;
/** Names beside the rings may cost them this part of their radius; with more they stand above and below the corners. */
const MOST_LOST = 0.15;

/** Values on axes from one centre; the scale is the same on all and written on the first, 0 in the middle. */
export function Radar({ title, axes, shapes, outer, tick, width, height }: RadarProps) {
  const titleId = useId();
  const angleOf = (axis: number) => (2 * Math.PI * axis) / axes.length - Math.PI / 2;
  const roomOf = (name: string, axis: number) =>
    (width / 2 - lineWidth(name) - MARGIN) / Math.max(0.1, Math.abs(Math.cos(angleOf(axis)))) - BESIDE;
  const free = Math.min(height / 2 - LINE, width / 2 - EDGE);
  const besideNames = Math.min(height / 2 - LINE, ...axes.map(roomOf));
  const radius = Math.max(40, besideNames < (1 - MOST_LOST) * free ? free : besideNames);
  const [x, y] = [width / 2, LINE + radius];
  const at = (axis: number, value: number) => {
    const angle = angleOf(axis);
    return [
      x + ((radius * value) / outer) * Math.cos(angle),
      y + ((radius * value) / outer) * Math.sin(angle),
    ] as const;
  };
  /** Where a name begins or ends: beside its corner or, where it would leave the picture, above or below that. */
  const nameAt = (name: string, axis: number) => {
    const [besideX, besideY] = at(axis, outer * (1 + BESIDE / radius));
    const anchor =
      Math.abs(besideX - x) < 8 ? ("middle" as const) : besideX > x ? ("start" as const) : ("end" as const);
    const over = lineWidth(name) + MARGIN - (anchor === "start" ? width - besideX : besideX);
    if (anchor === "middle" || over <= 0) return { anchor, x: besideX, y: besideY };
    return {
      anchor,
      x: anchor === "start" ? besideX - over : besideX + over,
      y: besideY + (besideY > y ? LINE : -LINE) * 0.8,
    };
  };
  const ring = (values: readonly number[]) => values.map((value, axis) => at(axis, value).join(",")).join(" ");
  return (
    <svg className="radar" width={width} height={height} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{title}</title>
      {RINGS.map((value) => (
        <polygon key={value} className="grid" points={ring(axes.map(() => value * outer))} />
      ))}
      {axes.map((axis, place) => {
        const [endX, endY] = at(place, outer);
        const name = nameAt(axis, place);
        return (
          <g key={axis}>
            <line className="grid" x1={x} y1={y} x2={endX} y2={endY} />
            <text className="tick axis" x={name.x} y={name.y} dy="0.35em" textAnchor={name.anchor}>
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
      {RINGS.filter((_, ring) => radius >= ROOM_FOR_TICKS || ring % 2 === 1).map((value) => (
        <text key={value} className="tick ring" x={x + 4} y={at(0, value * outer)[1]} dy="1em">
          {tick(value * outer)}
        </text>
      ))}
      <g>
        {shapes.map(({ name, kind }, place) => (
          <g key={name} className={`shape ${kind}`} transform={`translate(${4 + 64 * place} 8)`}>
            <line x1={0} x2={22} y1={0} y2={0} />
            <text className="tick" x={28} y={0} dy="0.35em">
              {name}
            </text>
          </g>
        ))}
      </g>
    </svg>
  );
}
