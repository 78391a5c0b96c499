import type { KeyboardEvent, PointerEvent } from "react";
import type { DrawnCourse } from "#session/sessionContext.ts";
import { nationalValue } from "#domain/runResult.ts";
import { LAST_YEAR } from "#domain/scenario.ts";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { useId, useRef } from "react";
import { ChartFrame } from "#ui/charts/ChartFrame.tsx";
import { useChartWords } from "#ui/charts/useChartWords.ts";
import { fill } from "#ui/fill.ts";
import { NumberField } from "#ui/NumberField.tsx";
import { useReading } from "#ui/useReading.ts";
import { useFormats, useLanguage, useSend, useSession, useStudy } from "#ui/useSession.tsx";

const MARGIN = { top: 12, right: 24, bottom: 26, left: 44 };
/** Years that a hand sets; between them the line is straight. */
const HANDLES = [2026, 2029, 2032, 2035];
const HIGHEST = 0.8;
const STEP = 0.01;

/** Draw the course you expect, then see the model's and how far the two are apart. */
export function DrawFirst() {
  const words = useChartWords().draw;
  const { number, percent } = useFormats();
  const { digitalShare } = useStudy().data;
  const language = useLanguage();
  const { years, run } = useReading();
  const observed = digitalShare.years.map((year, k) => ({ year, value: digitalShare.national[k] / 100 }));
  const last = observed.at(-1)!;
  const send = useSend();
  const kept = useSession((session) => session.drawn) ?? { shares: HANDLES.map(() => last.value), isModelShown: false };
  const { shares: guess, isModelShown: isShown } = kept;
  const drawn = [last, ...HANDLES.map((year, k) => ({ year, value: guess[k] }))];
  const model = years
    .filter(({ year }) => year >= last.year)
    .map((snapshot) => ({ year: snapshot.year, value: nationalValue(snapshot, "digital_share") }));
  const misses = HANDLES.flatMap((year, k) => {
    const at = model.find((point) => point.year === year);
    return at ? [{ year, drawn: guess[k], model: at.value, miss: 100 * (guess[k] - at.value) }] : [];
  });
  const mean = misses.reduce((sum, { miss }) => sum + Math.abs(miss), 0) / Math.max(1, misses.length);
  const title = isShown
    ? fill(words.shown, {
        miss: number(mean, 1),
        plan: run?.scenario.name[language] ?? "",
        year: String(misses.at(-1)?.year ?? ""),
        model: percent(misses.at(-1)?.model ?? 0),
      })
    : words.title;
  const keep = (change: Partial<DrawnCourse>) => send({ type: "COURSE_DRAWN", drawn: { ...kept, ...change } });
  const set = (k: number, value: number) =>
    keep({ shares: guess.map((old, place) => (place === k ? Math.min(HIGHEST, Math.max(0, value)) : old)) });

  return (
    <div className="charts single draw-first">
      <ChartFrame
        title={title}
        subtitle={words.subtitle}
        terms={["kOfN", "adoption", "eq3", "eq4"]}
        fileName="expected-course"
        tools={
          <button type="button" onClick={() => keep({ isModelShown: !isShown })}>
            {isShown ? words.hide : words.show}
          </button>
        }
        table={{
          columns: [words.year, words.drawn, ...(isShown ? [words.model, words.miss] : [])],
          rows: misses.map((row) => [row.year, row.drawn, ...(isShown ? [row.model, row.miss] : [])]),
          show: (cell, column) =>
            column === 0 ? String(cell) : column === 3 ? number(Number(cell), 1) : percent(Number(cell)),
        }}
      >
        {(width, height) => (
          <Sheet
            title={title}
            observed={observed}
            drawn={drawn}
            model={isShown ? model : []}
            onDraw={set}
            width={width}
            height={height}
          />
        )}
      </ChartFrame>
      <fieldset className="draw-fields">
        <legend className="guidance">{words.fields}</legend>
        {HANDLES.map((year, k) => (
          <NumberField
            key={year}
            name={`${year}, %`}
            value={Math.round(1000 * guess[k]) / 10}
            step={1}
            minimum={0}
            maximum={100 * HIGHEST}
            onEdit={(percent) => {
              set(k, percent! / 100);
              return [];
            }}
          />
        ))}
      </fieldset>
    </div>
  );
}

/** Of a handle, pixels. */
const RADIUS = 11;
/** Width of four digits and the space between two years, pixels. */
const ROOM_FOR_A_YEAR = 40;

type Point = { readonly year: number; readonly value: number };
type SheetProps = {
  readonly title: string;
  readonly observed: readonly Point[];
  /** The last observed year, then the handles. */
  readonly drawn: readonly Point[];
  readonly model: readonly Point[];
  readonly onDraw: (handle: number, value: number) => void;
  readonly width: number;
  readonly height: number;
};

/** The handles are sliders: a pointer drags them, arrow keys move them by a point. */
function Sheet({ title, observed, drawn, model, onDraw, width, height }: SheetProps) {
  const words = useChartWords().draw;
  const { percent } = useFormats();
  const titleId = useId();
  const sheet = useRef<SVGSVGElement>(null);
  const x = scaleLinear([observed[0].year, LAST_YEAR], [MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear([0, HIGHEST], [height - MARGIN.bottom, MARGIN.top]);
  const path = line<Point>()
    .x(({ year }) => x(year))
    .y(({ value }) => y(value));
  const lastObserved = observed.at(-1)!.year;
  const hasRoom = x(HANDLES[0]) - x(lastObserved) > ROOM_FOR_A_YEAR;
  const tickYears = [observed[0].year, ...(hasRoom ? [lastObserved] : []), ...HANDLES];
  const drag = (handle: number) => (event: PointerEvent<SVGCircleElement>) => {
    if (event.type === "pointerdown") event.currentTarget.setPointerCapture(event.pointerId);
    if (event.buttons === 0) return;
    onDraw(handle, y.invert(event.clientY - sheet.current!.getBoundingClientRect().top));
  };
  const press = (handle: number, value: number) => (event: KeyboardEvent) => {
    const by = { ArrowUp: STEP, ArrowRight: STEP, ArrowDown: -STEP, ArrowLeft: -STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation(); // elsewhere arrows change the year
    onDraw(handle, value + by);
  };
  // The end of the model's line is named inside the sheet, on the side of it where the last handle is not.
  const [end, handle] = [model.at(-1), drawn.at(-1)!].map((point) => (point ? y(point.value) : 0));
  const nameY = handle < end ? Math.max(end, handle + RADIUS) + 18 : Math.min(end, handle - RADIUS) - 8;
  return (
    <svg ref={sheet} className="line-chart draw-sheet" width={width} height={height} aria-labelledby={titleId}>
      <title id={titleId}>{title}</title>
      {y.ticks(4).map((at) => (
        <g key={at}>
          <line className={at === 0 ? "zero" : "grid"} x1={MARGIN.left} x2={x(LAST_YEAR)} y1={y(at)} y2={y(at)} />
          <text className="tick" x={MARGIN.left - 8} y={y(at)} dy="0.35em" textAnchor="end">
            {percent(at, 0)}
          </text>
        </g>
      ))}
      {tickYears.map((year) => (
        <text key={year} className="tick" x={x(year)} y={height - 6} textAnchor="middle">
          {year}
        </text>
      ))}
      <g className="line observed">
        <path d={path([...observed]) ?? undefined} />
        {observed.map((point) => (
          <circle key={point.year} cx={x(point.year)} cy={y(point.value)} r={2.5} />
        ))}
      </g>
      {model.length > 0 && (
        <g className="line plan">
          <path d={path([...model]) ?? undefined} />
        </g>
      )}
      <g className="line drawn">
        <path d={path([...drawn]) ?? undefined} />
        {drawn.slice(1).map(({ year, value }, handle) => (
          <circle
            key={year}
            role="slider"
            tabIndex={0}
            aria-label={`${words.drawn}, ${year}`}
            aria-valuemin={0}
            aria-valuemax={100 * HIGHEST}
            aria-valuenow={Math.round(100 * value)}
            aria-valuetext={percent(value)}
            cx={x(year)}
            cy={y(value)}
            r={RADIUS}
            onPointerDown={drag(handle)}
            onPointerMove={drag(handle)}
            onKeyDown={press(handle, value)}
          />
        ))}
      </g>
      {model.length > 0 && (
        <text className="end-name over-lines" x={x(LAST_YEAR) + 12} y={nameY} textAnchor="end">
          {words.model} {percent(model.at(-1)!.value, 0)}
        </text>
      )}
    </svg>
  );
}
