import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";

const [WIDTH, HEIGHT] = [96, 18];

/** The course of one number over the years, without axes; the number stands beside it. */
export function Sparkline({ values }: { readonly values: readonly (number | null)[] }) {
  const known = values.filter((value) => value !== null);
  const [low = 0, high = 1] = extent(known);
  const flat = high - low < 1e-9;
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [2, WIDTH - 2]);
  const y = scaleLinear(flat ? [low - 1, low + 1] : [low, high], [HEIGHT - 2, 2]);
  const path = line<number | null>()
    .defined((value) => value !== null)
    .x((_, place) => x(place))
    .y((value) => y(value!));
  return (
    <svg className="sparkline" width={WIDTH} height={HEIGHT} aria-hidden="true">
      <path d={path([...values]) ?? undefined} />
    </svg>
  );
}
