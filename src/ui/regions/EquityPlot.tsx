import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { pushedApart } from "#ui/charts/LineChart.tsx";
import { createNamePlaces } from "#ui/charts/namePlaces.ts";
import { useChartWords } from "#ui/charts/useChartWords.ts";
import { usePlanStyle } from "#ui/compare/PlanSign.tsx";
import { useFormats } from "#ui/useSession.tsx";
import { pointsTogether } from "./pointsTogether.ts";

/** Share of users in the country, and standard deviation of regional shares in points. */
export type EquityPoint = { readonly share: number; readonly spread: number };
type Course = readonly (EquityPoint & { readonly year: number })[];

type EquityPlotProps = {
  readonly title: string;
  readonly plan: Course | null;
  readonly noPlan: Course;
  readonly cloud: readonly EquityPoint[];
  /** The plans beside the shown one. */
  readonly others: readonly (EquityPoint & { readonly letter: string; readonly name: string })[];
  readonly presets: readonly (EquityPoint & { readonly name: string })[];
  readonly year: number;
  readonly width: number;
  readonly height: number;
};

const MARGIN = { top: 14, left: 52 };
/** Lines under a plane: numbers, the name of the axis, its two directions beside that or below it. */
const LINE = 17;
/** Mean width of a letter at 12 px. */
const LETTER = 6.6;
/** The same in the weight of the names at the ends, with the width of Kazakh letters. */
const HEAVY_LETTER = 7.5;
const YEARS_BETWEEN_NAMES = 4;
/** Pixels around the point of the shown year in which a name is read as its own. */
const NEAR = 7;
/** Within this no year on the way is written: it would be read as the shown one. */
const FAR = 20;
/** A plane this wide has room for its two directions beside the name of the axis. */
const ROOM_FOR_ENDS = 620;
/** A picture narrower than this has no room for names beside the plane: they are listed below it, which is so high then. */
const ROOM_FOR_NAMES = 620;
const HEIGHT_OVER_LIST = 400;

/** A plane of two goals: up is more use, left is less unequal. Courses run from 2023 on. */
export function EquityPlot({
  title,
  plan,
  noPlan,
  cloud,
  others,
  presets,
  year,
  width,
  height: room,
}: EquityPlotProps) {
  const { t } = useTranslation();
  const words = useChartWords().equity;
  const { number } = useFormats();
  const titleId = useId();
  const planStyle = usePlanStyle();
  const named = [
    ...others.map((other) => ({ ...other, text: `${other.letter} ${other.name}` })),
    ...presets.map((preset) => ({ ...preset, letter: null, text: preset.name })),
  ];
  const isListed = named.length > 0 && width < ROOM_FOR_NAMES;
  const height = isListed ? HEIGHT_OVER_LIST : room;
  const longest = Math.max(0, ...named.map(({ text }) => text.length));
  const right = named.length === 0 || isListed ? 32 : Math.min(LETTER * longest + 18, 0.45 * width);
  const letters = Math.floor((right - 14) / LETTER);
  const hasEndsBeside = width - right >= ROOM_FOR_ENDS;
  const bottom = height - (hasEndsBeside ? 2 : 3) * LINE - 6;
  const all = [...(plan ?? []), ...noPlan, ...cloud, ...named];
  const [leastSpread = 0, mostSpread = 1] = extent(all, ({ spread }) => spread);
  const [leastShare = 0, mostShare = 1] = extent(all, ({ share }) => share);
  const x = scaleLinear([leastSpread, mostSpread], [MARGIN.left, width - right]).nice(5);
  const y = scaleLinear([leastShare, mostShare], [bottom, MARGIN.top]).nice(4);
  const path = line<EquityPoint>()
    .x(({ spread }) => x(spread))
    .y(({ share }) => y(share));
  const labels = pushedApart(
    named.map((point) => ({ ...point, from: y(point.share) })),
    bottom,
  );
  const courses = [
    { kind: "noPlan", label: t("chart.noPlan"), course: noPlan },
    ...(plan ? [{ kind: "plan", label: t("chart.plan"), course: plan }] : []),
  ];
  const isShown = (point: { readonly year: number }) => point.year === year;
  const around = (reach: number) =>
    courses.map(({ course }) => {
      const { spread, share } = course.find(isShown) ?? course.at(-1)!;
      return { x: x(spread) - reach, y: y(share) - reach, width: 2 * reach, height: 2 * reach };
    });
  const taken = [
    ...y.ticks(4).map((at) => ({ x: 0, y: y(at) - LINE / 2, width: MARGIN.left, height: LINE })),
    ...around(NEAR),
  ];
  const findPlace = createNamePlaces(
    { x: 2, y: 0, width: width - right - 4, height: bottom },
    courses.flatMap(({ course }) =>
      course
        .slice(1)
        .map(({ spread, share }, k) => [x(course[k].spread), y(course[k].share), x(spread), y(share)] as const),
    ),
    taken,
  );
  const nameAt = (text: string, { spread, share }: EquityPoint, isNeeded: boolean) => {
    const box = findPlace(
      (isNeeded ? HEAVY_LETTER : LETTER) * text.length + 4,
      15,
      x(spread),
      y(share),
      isNeeded ? NEAR + 1 : 4,
      isNeeded,
    );
    return box && { text, x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const endNames = courses.map(({ kind, label, course }) => {
    const shown = course.find(isShown) ?? course.at(-1)!;
    return { kind, ...nameAt(`${label} ${shown.year}`, shown, true) };
  });
  taken.push(...around(FAR));
  // Some years on the way, so that the course can be followed: of one course where there is little room, since courses lie
  // close together; the start is that of all.
  const followed = (kind: string) => hasEndsBeside || kind === courses.at(-1)!.kind;
  const yearNames = courses.flatMap(({ kind, course }) =>
    course
      .filter((point, k) =>
        k === 0 ? kind === "noPlan" : k % YEARS_BETWEEN_NAMES === 0 && followed(kind) && !isShown(point),
      )
      .map((point) => ({ kind, ...nameAt(String(point.year), point, false) })),
  );
  const groups = isListed
    ? pointsTogether(presets.map(({ name, share, spread }) => ({ name, x: x(spread), y: y(share) }))).map(
        ({ names, ...point }, k) => {
          const text = String(k + 1);
          const box = findPlace(LETTER * text.length + 2, 13, point.x, point.y, 5, true)!;
          return { text, names, x: box.x + box.width / 2, y: box.y + box.height / 2 };
        },
      )
    : [];
  const plane = (
    <svg className="line-chart equity" width={width} height={height} role="img" aria-labelledby={titleId}>
      <title id={titleId}>{title}</title>
      {y.ticks(4).map((at) => (
        <g key={at}>
          <line className="grid" x1={MARGIN.left} x2={width - right} y1={y(at)} y2={y(at)} />
          <text className="tick" x={MARGIN.left - 8} y={y(at)} dy="0.35em" textAnchor="end">
            {number(100 * at)} %
          </text>
        </g>
      ))}
      {x.ticks(5).map((at) => (
        <text key={at} className="tick" x={x(at)} y={bottom + LINE} textAnchor="middle">
          {number(at, 1)}
        </text>
      ))}
      <text
        className="tick"
        x={hasEndsBeside ? (MARGIN.left + width - right) / 2 : width / 2}
        y={bottom + 2 * LINE}
        textAnchor="middle"
      >
        {words.axis}
      </text>
      <text className="tick" x={MARGIN.left} y={height - 6}>
        {words.evenly}
      </text>
      <text className="tick" x={width - right} y={height - 6} textAnchor="end">
        {words.unevenly}
      </text>
      {cloud.map(({ share, spread }, k) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a future is known by its number
        <circle key={k} className="future" cx={x(spread)} cy={y(share)} r={2} />
      ))}
      {labels.map(({ letter, text, share, spread, at }) => (
        <g key={text} className="preset">
          {!isListed && <path className="leader" d={`M${x(spread)},${y(share)} L${width - right + 6},${at}`} />}
          {letter === null ? (
            <rect x={x(spread) - 3} y={y(share) - 3} width={6} height={6} />
          ) : (
            <>
              <circle cx={x(spread)} cy={y(share)} r={5} fill={planStyle(letter).colour} />
              <text className="course-name" x={x(spread) + 8} y={y(share)} dy="0.35em">
                {letter}
              </text>
            </>
          )}
          {!isListed && (
            <text x={width - right + 10} y={at} dy="0.35em" fontWeight={letter === null ? undefined : 650}>
              {text.length > letters ? `${text.slice(0, letters - 1)}…` : text}
            </text>
          )}
        </g>
      ))}
      {courses.map(({ kind, course }) => (
        <g key={kind} className={`line ${kind}`}>
          <path d={path([...course]) ?? undefined} />
          {course.map((point) => (
            <circle key={point.year} cx={x(point.spread)} cy={y(point.share)} r={isShown(point) ? 5 : 1.8} />
          ))}
        </g>
      ))}
      {yearNames.map(
        ({ kind, text, ...at }) =>
          text && (
            <text key={`${kind} ${text}`} className="tick" {...at} dy="0.35em" textAnchor="middle">
              {text}
            </text>
          ),
      )}
      {endNames.map(({ kind, text, ...at }) => (
        <text key={kind} className={`course-name ${kind}`} {...at} dy="0.35em" textAnchor="middle">
          {text}
        </text>
      ))}
      {groups.map(({ text, x, y }) => (
        <text key={text} className="course-name" x={x} y={y} dy="0.35em" textAnchor="middle">
          {text}
        </text>
      ))}
    </svg>
  );
  if (!isListed) return plane;
  return (
    <>
      {plane}
      <ol className="equity-names" data-names>
        {others.map(({ letter, name }) => (
          <li key={letter}>
            <b>{letter}</b> {name}
          </li>
        ))}
        {groups.map(({ text, names }) => (
          <li key={text}>
            <b>{text}</b> {names.join("; ")}
          </li>
        ))}
      </ol>
    </>
  );
}
