import { lineWidth } from "./lineWidth.ts";

type AssumptionsShadeProps = {
  readonly lines: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
};

/** Pixels. */
export const SHADE_LINE = 14;
const [TOP, INSET, BASELINE] = [5, 6, 18];

/** The years beyond the evidence, shaded, and what is said of them at the top. */
export function AssumptionsShade({ lines, left, right, bottom }: AssumptionsShadeProps) {
  // A word that is wider than the shade runs out of it towards no earlier years.
  const isWide = lines.some((text) => !isWithin(text, right - left));
  return (
    <>
      <rect className="assumptions" x={left} y={TOP} width={right - left} height={bottom - TOP} />
      <text className="assumptions-text" textAnchor={isWide ? "start" : "end"}>
        {lines.map((text, place) => (
          <tspan key={text} x={isWide ? left + INSET : right - INSET} y={BASELINE + place * SHADE_LINE}>
            {text}
          </tspan>
        ))}
      </text>
    </>
  );
}

/** The text in one line, or its words below each other where the shade is narrower. */
export function shadeLines(text: string, width: number): readonly string[] {
  return isWithin(text, width) ? [text] : text.split(" ");
}

function isWithin(text: string, width: number): boolean {
  return 2 * INSET + lineWidth(text) <= width;
}
