import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { lineWidth } from "#ui/charts/lineWidth.ts";
import { type Box, createNamePlaces } from "#ui/charts/namePlaces.ts";

/** Share of users in the country, and standard deviation of regional shares in points. */
export type EquityPoint = { readonly share: number; readonly spread: number };
type CoursePoint = EquityPoint & { readonly year: number };
export type EquityCourse = {
  readonly kind: "plan" | "noPlan";
  readonly label: string;
  readonly course: readonly CoursePoint[];
};
export type EquityFormProps = {
  readonly title: string;
  readonly courses: readonly EquityCourse[];
  readonly cloud: readonly EquityPoint[];
  /** The plans beside the shown one. */
  readonly others: readonly (EquityPoint & { readonly letter: string; readonly name: string })[];
  readonly presets: readonly (EquityPoint & { readonly name: string })[];
  readonly year: number;
  readonly width: number;
  readonly height: number;
};

type PlacedName = { readonly kind: string; readonly text: string; readonly x: number; readonly y: number };
export type EquityLayout = ReturnType<typeof equityLayout>;

type EquityQuestion = {
  readonly courses: readonly EquityCourse[];
  readonly cloud: readonly EquityPoint[];
  /** Points with marks of their own, which no name may cover. */
  readonly marks: readonly EquityPoint[];
  readonly year: number;
  readonly width: number;
  readonly height: number;
  /** Pixels right of the plane. */
  readonly right: number;
};

const MARGIN = { top: 14, left: 52 };
/** Lines under a plane: numbers, the name of the axis, its two directions beside that or below it. */
export const LINE = 17;
/** Of names at the ends of courses, and of letters and numbers at marks. */
export const HEAVY = 650;
const YEARS_BETWEEN_NAMES = 4;
/** Pixels around the point of the shown year in which a name is read as its own. */
const NEAR = 7;
/** Within this no year on the way is written: it would be read as the shown one. */
const FAR = 20;
/** Half of a mark with the room around it. */
const MARK = 5;
/** A plane this wide has room for its two directions beside the name of the axis. */
const ROOM_FOR_ENDS = 620;

/** Scales of the plane and places of the names on it, those of the shown year first; `nameAt` finds room for more. */
export function equityLayout({ courses, cloud, marks, year, width, height, right }: EquityQuestion) {
  const hasEndsBeside = width - right >= ROOM_FOR_ENDS;
  const frame = {
    left: MARGIN.left,
    right: width - right,
    top: MARGIN.top,
    bottom: height - (hasEndsBeside ? 2 : 3) * LINE - 6,
  };
  const all = [...courses.flatMap(({ course }) => course), ...cloud, ...marks];
  const [leastSpread = 0, mostSpread = 1] = extent(all, ({ spread }) => spread);
  const [leastShare = 0, mostShare = 1] = extent(all, ({ share }) => share);
  const x = scaleLinear([leastSpread, mostSpread], [frame.left, frame.right]).nice(5);
  const y = scaleLinear([leastShare, mostShare], [frame.bottom, frame.top]).nice(4);
  const isShown = (point: CoursePoint) => point.year === year;
  const shownOf = ({ course }: EquityCourse) => course.find(isShown) ?? course.at(-1)!;
  const around = ({ spread, share }: EquityPoint, reach: number): Box => ({
    x: x(spread) - reach,
    y: y(share) - reach,
    width: 2 * reach,
    height: 2 * reach,
  });
  const taken = [
    ...y.ticks(4).map((at) => ({ x: 0, y: y(at) - LINE / 2, width: frame.left, height: LINE })),
    ...courses.map((course) => around(shownOf(course), NEAR)),
  ];
  const findPlace = createNamePlaces(
    { x: 2, y: 0, width: frame.right - 4, height: frame.bottom },
    [
      ...courses.flatMap(({ course }) =>
        course
          .slice(1)
          .map(({ spread, share }, k) => [x(course[k].spread), y(course[k].share), x(spread), y(share)] as const),
      ),
      // A mark is a lesser evil beneath a name than another name.
      ...marks.map(
        ({ spread, share }) => [x(spread) - MARK, y(share) - MARK, x(spread) + MARK, y(share) + MARK] as const,
      ),
    ],
    taken,
  );
  /** The middle of a name; null: it may be left out, and has no room. */
  const nameAt = (text: string, weight: number, atX: number, atY: number, gap: number, isNeeded: boolean) => {
    const box = findPlace(lineWidth(text, weight) + 4, 15, atX, atY, gap, isNeeded);
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  const endNames = courses.map((course): PlacedName => {
    const shown = shownOf(course);
    const text = `${course.label} ${shown.year}`;
    return { kind: course.kind, text, ...nameAt(text, HEAVY, x(shown.spread), y(shown.share), NEAR + 1, true)! };
  });
  taken.push(...courses.map((course) => around(shownOf(course), FAR)));
  // Some years on the way, so that the course can be followed: of one course where there is little room, since courses lie
  // close together; the start is that of all.
  const yearNames = courses.flatMap(({ kind, course }) => {
    const isFollowed = hasEndsBeside || kind === courses.at(-1)!.kind;
    return course.flatMap((point, k): PlacedName[] => {
      const isNamed = k === 0 ? kind === "noPlan" : k % YEARS_BETWEEN_NAMES === 0 && isFollowed && !isShown(point);
      const at = isNamed && nameAt(String(point.year), 400, x(point.spread), y(point.share), 4, false);
      return at ? [{ kind, text: String(point.year), ...at }] : [];
    });
  });
  return { x, y, frame, hasEndsBeside, isShown, endNames, yearNames, nameAt };
}
