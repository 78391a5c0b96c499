import { useId } from "react";
import { YearTargets } from "#ui/charts/YearTargets.tsx";

export type BandRow = {
  readonly id: string;
  readonly machine: string;
  readonly name: string;
  /** Whether the actor sits in the selected region. */
  readonly isOfRegion: boolean;
  readonly spans: readonly Span[];
};

type Span = { readonly state: string; readonly name: string; readonly from: number; readonly to: number };

type TimelineBandsProps = {
  readonly title: string;
  readonly rows: readonly BandRow[];
  readonly years: readonly number[];
  /** The year that the page shows. */
  readonly year: number;
  readonly onYear: (year: number) => void;
  readonly onActor: (id: string) => void;
  readonly width: number;
  readonly height: number;
};

/** How far a state is on the way of its machine, or that something is amiss; what is not listed is under way. */
const TONES: Readonly<Record<string, string>> = {
  birth: "early",
  consolidation: "full",
  renewal: "amiss",
  decline: "amiss",
  dissolved: "amiss",
  goalSet: "rest",
  leversSet: "early",
  resourcesChecked: "early",
  optimal: "full",
  suspended: "amiss",
  absent: "rest",
  designed: "early",
  funded: "early",
  scaled: "full",
  closed: "amiss",
  candidate: "rest",
  assessed: "early",
  selected: "early",
  leader: "full",
  replaced: "amiss",
  planned: "rest",
  building: "early",
  degraded: "amiss",
};

/** Names stand beside their bands where there is room, else above them. */
const ROOM_FOR_NAMES = 620;
const NAME_WIDTH = 232;
const AXIS = 22;
/** Mean width of a letter at 12 px: a state is named in its span where its name fits. */
const LETTER = 6.7;
/** Pixels between two names below a band. */
const GAP = 10;
/** Room below a band for the names of the states that are too short to hold theirs. */
const LINE = 14;

/** States of single actors as horizontal bands over the years. */
export function TimelineBands({ title, rows, years, year, onYear, onActor, width, height }: TimelineBandsProps) {
  const titleId = useId();
  const isWide = width >= ROOM_FOR_NAMES;
  const left = isWide ? NAME_WIDTH : 0;
  const stepX = (width - left - 1) / years.length;
  const stepY = Math.min(isWide ? 44 : 52, (height - AXIS) / rows.length);
  const [above, below] = isWide ? [0, LINE] : [16, 0];
  const bandHeight = Math.max(10, Math.min(24, stepY - above - below - 4));
  const x = (of: number) => left + (of - years[0]) * stepX;
  const said = rows.map(
    ({ name, spans }) => `${name}: ${spans.map((span) => `${span.name} ${yearsOf(span)}`).join(", ")}`,
  );
  const yearStep = stepX < 36 ? (stepX < 20 ? 4 : 2) : 1;
  const bottom = rows.length * stepY;
  const widthOf = ({ from, to }: Span) => x(to + 1) - x(from) - 1;
  const isNamedInside = (span: Span) => span.name.length * LETTER + 10 < widthOf(span);

  /** Names under their spans, first that of the shown year, as many as stand apart. */
  function namesBelow(spans: readonly Span[], first: Span | undefined) {
    const placed: { span: Span; middle: number; reach: number }[] = [];
    for (const span of first ? [first, ...spans.filter((other) => other !== first)] : spans) {
      const reach = (span.name.length * LETTER) / 2;
      const under = Math.min(x(span.from) + widthOf(span) / 2, width - reach);
      const gapTo = (other: { middle: number; reach: number }, middle: number) =>
        Math.abs(other.middle - middle) - other.reach - reach;
      // Two names that would touch stand a little aside from each other; farther aside a name would point elsewhere.
      const tight = placed.find((other) => gapTo(other, under) < GAP && gapTo(other, under) >= 0);
      const middle = tight ? under + Math.sign(under - tight.middle) * (GAP - gapTo(tight, under)) : under;
      if (placed.every((other) => gapTo(other, middle) > 0)) placed.push({ span, middle, reach });
    }
    return placed;
  }

  return (
    <svg className="line-chart bands" width={width} height={height} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{[title, ...said].join(". ")}</title>
      <rect className="shown-year" x={x(year)} y={0} width={stepX} height={bottom} />
      {rows.map(({ id, machine, name, isOfRegion, spans }, row) => {
        const top = row * stepY + above + (stepY - above - below - bandHeight) / 2;
        const short = spans.filter((span) => !isNamedInside(span));
        const unnamed = short.find(({ from, to }) => from <= year && year <= to);
        const isFirstOfKind = row > 0 && rows[row - 1].machine !== machine;
        return (
          <g key={id}>
            {isFirstOfKind && <line className="grid" x1={0} x2={width} y1={row * stepY} y2={row * stepY} />}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; the list of reasons does the same by keyboard */}
            <text
              className="band-name"
              data-selected={isOfRegion}
              x={0}
              y={isWide ? top + bandHeight / 2 : row * stepY + 12}
              dy={isWide ? "0.35em" : undefined}
              onClick={() => onActor(id)}
            >
              {name}
              {!isWide && unnamed && <tspan className="band-state">{` · ${unnamed.name}`}</tspan>}
            </text>
            {isWide &&
              namesBelow(short, unnamed).map(({ span, middle, reach }) => {
                const isLast = middle + reach >= width; // its width is a guess: it ends where the chart does
                return (
                  <text
                    key={span.from}
                    className="tick"
                    x={isLast ? width : middle}
                    y={top + bandHeight + 11}
                    textAnchor={isLast ? "end" : "middle"}
                  >
                    {span.name}
                  </text>
                );
              })}
            {spans.map((span) => {
              return (
                <g key={span.from} className="span" data-tone={TONES[span.state] ?? "middle"}>
                  <rect x={x(span.from)} y={top} width={widthOf(span)} height={bandHeight} rx={2}>
                    <title>{`${name}: ${span.name} ${yearsOf(span)}`}</title>
                  </rect>
                  {isNamedInside(span) && (
                    <text x={x(span.from) + 6} y={top + bandHeight / 2} dy="0.35em">
                      {span.name}
                    </text>
                  )}
                </g>
              );
            })}
          </g>
        );
      })}
      {years
        .filter((at) => (at - years[0]) % yearStep === 0)
        .map((at) => (
          <text
            key={at}
            className="tick"
            data-shown={at === year}
            x={x(at) + stepX / 2}
            y={bottom + 15}
            textAnchor="middle"
          >
            {at}
          </text>
        ))}
      <YearTargets years={years} left={x} top={0} width={stepX} height={bottom + AXIS} onYear={onYear} />
    </svg>
  );
}

const yearsOf = ({ from, to }: { readonly from: number; readonly to: number }) =>
  from === to ? String(from) : `${from}–${to}`;
