import { useId } from "react";
import { lineWidth } from "#ui/charts/lineWidth.ts";
import { YearTargets } from "#ui/charts/YearTargets.tsx";
import { yearRange } from "#ui/yearsText.ts";

type BandRow = {
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
/** Pixels from the start of a span to its name in it. */
const INSET = 6;
/** Pixels between two names below a band. */
const GAP = 10;
/** Room below a band for a line of names of the states that are too short to hold theirs. */
const LINE = 14;
/** Heights of an actor's name above its band, of the band, and of the room between two actors. */
const [NAME, BAND, BETWEEN] = [16, 24, 8];

/** States of single actors as horizontal bands over the years. */
export function TimelineBands({ title, rows, years, year, onYear, onActor, width, height }: TimelineBandsProps) {
  const titleId = useId();
  const isWide = width >= ROOM_FOR_NAMES;
  const left = isWide ? NAME_WIDTH : 0;
  const stepX = (width - left - 1) / years.length;
  const x = (of: number) => left + (of - years[0]) * stepX;
  const said = rows.map(
    ({ name, spans }) => `${name}: ${spans.map((span) => `${span.name} ${yearRange(span)}`).join(", ")}`,
  );
  const yearStep = stepX < 36 ? (stepX < 20 ? 4 : 2) : 1;
  const widthOf = ({ from, to }: Span) => x(to + 1) - x(from) - 1;
  const isNamedInside = (span: Span) => lineWidth(span.name) + 2 * INSET <= widthOf(span);

  /** Names under their spans, first that of the shown year, as many as stand apart in a line. */
  function namesBelow(spans: readonly Span[]) {
    const placed: { span: Span; middle: number; reach: number }[] = [];
    const first = spans.find(({ from, to }) => from <= year && year <= to);
    for (const span of first ? [first, ...spans.filter((other) => other !== first)] : spans) {
      const reach = lineWidth(span.name) / 2;
      const under = Math.max(reach, Math.min(x(span.from) + widthOf(span) / 2, width - reach));
      const gapTo = (other: { middle: number; reach: number }, middle: number) =>
        Math.abs(other.middle - middle) - other.reach - reach;
      // Two names that would touch or overlap by a letter stand a little aside from each other; farther aside a name would
      // point elsewhere.
      const tight = placed.find((other) => Math.abs(gapTo(other, under)) < GAP);
      const middle = tight ? under + Math.sign(under - tight.middle) * (GAP - gapTo(tight, under)) : under;
      if (placed.every((other) => gapTo(other, middle) > GAP / 2)) placed.push({ span, middle, reach });
    }
    return placed;
  }

  /** Where a line can lead down from a span between the names of the first line. */
  function clearOf(names: ReturnType<typeof namesBelow>, span: Span): number | undefined {
    const [from, width] = [x(span.from), widthOf(span)];
    const isClear = (at: number) => names.every(({ middle, reach }) => Math.abs(middle - at) > reach + GAP);
    return [0.5, 0.3, 0.7, 0.1, 0.9].map((part) => from + part * width).find(isClear);
  }

  // A narrow chart is as high as its names need; a wide one has the height there is, and second lines where they fit.
  const named = rows.map((row) => {
    const short = row.spans.filter((span) => !isNamedInside(span));
    const first = namesBelow(short);
    const rest = namesBelow(short.filter((span) => first.every((name) => name.span !== span)));
    return { ...row, lines: [first, rest].filter((names) => names.length > 0) };
  });
  const wanted = (lines: number) => (isWide ? LINE * Math.max(1, lines) : NAME + LINE * lines) + BAND + BETWEEN;
  const isTight = isWide && named.reduce((sum, { lines }) => sum + wanted(lines.length), 0) > height - AXIS;
  const tightStep = Math.min(wanted(1), (height - AXIS) / rows.length);
  let bottom = 0;
  const bands = named.map((row) => {
    const top = bottom;
    bottom += isTight ? tightStep : wanted(row.lines.length);
    const bandHeight = isTight ? Math.max(10, Math.min(BAND, tightStep - LINE - 4)) : BAND;
    const bandTop = top + (isTight ? (tightStep - LINE - bandHeight) / 2 : isWide ? BETWEEN / 2 : NAME + 2);
    return { ...row, lines: isTight ? row.lines.slice(0, 1) : row.lines, top, bandTop, bandHeight };
  });
  const fullHeight = isWide ? height : bottom + AXIS;

  return (
    <svg className="line-chart bands" width={width} height={fullHeight} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{[title, ...said].join(". ")}</title>
      <rect className="shown-year" x={x(year)} y={0} width={stepX} height={bottom} />
      {bands.map(({ id, machine, name, isOfRegion, spans, lines, top, bandTop, bandHeight }, row) => {
        const isFirstOfKind = row > 0 && rows[row - 1].machine !== machine;
        return (
          <g key={id}>
            {isFirstOfKind && <line className="grid" x1={0} x2={width} y1={top} y2={top} />}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; the list of reasons does the same by keyboard */}
            <text
              className="band-name"
              data-selected={isOfRegion}
              x={0}
              y={isWide ? bandTop + bandHeight / 2 : top + 13}
              dy={isWide ? "0.35em" : undefined}
              onClick={() => onActor(id)}
            >
              {name}
            </text>
            {lines.map((names, line) =>
              names.map(({ span, middle }) => {
                const under = bandTop + bandHeight;
                const clear = clearOf(lines[0], span);
                return (
                  <g key={span.from}>
                    {line > 0 && clear !== undefined && (
                      <line className="zero" x1={clear} x2={clear} y1={under} y2={under + LINE} />
                    )}
                    <text className="tick" x={middle} y={under + line * LINE + 11} textAnchor="middle">
                      {span.name}
                    </text>
                  </g>
                );
              }),
            )}
            {spans.map((span) => {
              return (
                <g key={span.from} className="span" data-tone={TONES[span.state] ?? "middle"}>
                  <rect x={x(span.from)} y={bandTop} width={widthOf(span)} height={bandHeight} rx={2}>
                    <title>{`${name}: ${span.name} ${yearRange(span)}`}</title>
                  </rect>
                  {isNamedInside(span) && (
                    <text x={x(span.from) + INSET} y={bandTop + bandHeight / 2} dy="0.35em">
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
