import type { RegionClusters } from "#engine/regionAnalysis.ts";
import { T18_COLUMNS } from "#domain/studyData.ts";
import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { useId, useLayoutEffect, useMemo, useRef, useState } from "react";
import { lineWidth } from "#ui/charts/lineWidth.ts";
import { type Box, createNamePlaces, placeWithLeader, type Segment } from "#ui/charts/namePlaces.ts";
import { useChartWords } from "#ui/charts/useChartWords.ts";
import { mapNames } from "#ui/map/mapNames.ts";
import { useReading } from "#ui/useReading.ts";
import { useFormats, useLanguage, useStudy } from "#ui/useSession.tsx";

type ComponentsPlotProps = {
  readonly title: string;
  readonly clusters: RegionClusters;
  readonly width: number;
  readonly height: number;
};

const MARGIN = { top: 12, right: 20, bottom: 36, left: 44 };
/** Pixels between names and the edges of the picture. */
const EDGE = 6;
/** Room beyond the outermost regions, in units of the components: more on the sides where most regions lie, for their names. */
const ROOM = { left: 3, right: 1, low: 1.8, high: 1 };
/** Radius of a region, and what no name may cover around it. */
const [DOT, AROUND] = [4, 6];
/** A number whose middle is farther from its point, in pixels, would be read as another point's. */
const BESIDE = 19;
/** Indicators with shorter arrows are left to the table. */
const SHORTEST_ARROW = 0.27;
/** Arrows that end nearer to each other, in pixels, have letters: a name would stand for all of them. */
const APART = 20;

/** A line with a head of 6 pixels at its end. */
function arrowPath(fromX: number, fromY: number, endX: number, endY: number): string {
  const angle = Math.atan2(endY - fromY, endX - fromX);
  const [left, right] = [angle + 0.85 * Math.PI, angle - 0.85 * Math.PI].map(
    (side) => `${endX + 6 * Math.cos(side)},${endY + 6 * Math.sin(side)}`,
  );
  return `M${fromX},${fromY}L${endX},${endY}M${left}L${endX},${endY}L${right}`;
}

/** Where a name is drawn in its box, which may be wider than it: against its point where it stands beside that. */
function anchored({ x, y, width }: Box, ofX: number) {
  if (x > ofX) return { x, y, textAnchor: "start" } as const;
  if (x + width < ofX) return { x: x + width, y, textAnchor: "end" } as const;
  return { x: x + width / 2, y, textAnchor: "middle" } as const;
}

function distanceOf(one: { x: number; y: number }, other: { x: number; y: number }): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

/** Regions on the first two principal components, named with the number of their cluster as far as there is room, all of them below; arrows are loadings, those with letters named there too. */
export function ComponentsPlot({ title, clusters, width, height: room }: ComponentsPlotProps) {
  const words = useChartWords().clusters;
  const { number } = useFormats();
  const language = useLanguage();
  const { data } = useStudy();
  const { shortNames: names, region: selected, select } = useReading();
  const titleId = useId();
  const [pointed, setPointed] = useState<number | null>(null);
  const legend = useRef<HTMLDivElement>(null);
  const [legendHeight, setLegendHeight] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names wrap by the width, and are other words in another language
  useLayoutEffect(() => setLegendHeight(legend.current!.offsetHeight), [width, names, clusters]);
  const height = Math.max(240, room - legendHeight);
  const { scores } = clusters.components;
  const placed = useMemo(() => {
    const brief = data.regions.map((region) => mapNames(region, language).brief);
    return placeNames(clusters, brief, words.columns, width, height, selected);
  }, [clusters, data, language, words, width, height, selected]);
  const { x, y, zeroLines, arrows, unnamed, leaders } = placed;
  const labels = [...placed.labels];
  const regionNames = new Map(placed.regionNames);
  if (pointed !== null && labels[pointed] !== placed.fullLabels[pointed]) {
    labels[pointed] = placed.fullLabels[pointed];
    regionNames.set(pointed, placed.onTop(pointed));
  }
  const regions = scores
    .map(([one, two], r) => ({ r, one, two, name: regionNames.get(r) }))
    .sort((a, b) => Number(a.r === selected) - Number(b.r === selected)); // drawn last, on top of its neighbours

  const groups = Array.from({ length: clusters.k }, (_, k) => ({
    group: k + 1,
    members: [...scores.keys()].filter((r) => clusters.assignment[r] === k + 1),
  }));

  return (
    <>
      <svg className="line-chart components" width={width} height={height} role="img" aria-labelledby={titleId}>
        <title id={titleId}>{title}</title>
        {zeroLines.map(([x1, y1, x2, y2]) => (
          <line key={`${x1} ${y1}`} className="zero" {...{ x1, y1, x2, y2 }} />
        ))}
        {x.ticks(4).map((at) => (
          <text key={at} className="tick" x={x(at)} y={height - 20} textAnchor="middle">
            {number(at)}
          </text>
        ))}
        {y.ticks(4).map((at) => (
          <text key={at} className="tick" x={MARGIN.left - 8} y={y(at)} dy="0.35em" textAnchor="end">
            {number(at)}
          </text>
        ))}
        <text className="tick" x={width / 2} y={height - 4} textAnchor="middle">
          {words.axis1}
        </text>
        {arrows.map(({ j, text, letter, x: endX, y: endY, name }) => (
          <g key={T18_COLUMNS[j]} className="loading">
            <path d={arrowPath(x(0), y(0), endX, endY)} />
            {name && (
              <text {...anchored(name, endX)} dy="0.85em">
                {letter ?? text}
              </text>
            )}
          </g>
        ))}
        {leaders.map((leader) => (
          <path key={String(leader)} className="leader" d={`M${leader.slice(0, 2)}L${leader.slice(2)}`} />
        ))}
        {regions.map(({ r, one, two, name }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for pointers; the names below do the same by keyboard
          <g
            key={names[r]}
            className="region-mark"
            data-selected={r === selected || r === pointed}
            onClick={() => select(r)}
            onPointerEnter={() => setPointed(r)}
            onPointerLeave={() => setPointed(null)}
          >
            <circle cx={x(one)} cy={y(two)} r={DOT} />
            {name && (
              <text {...anchored(name, x(one))} dy="0.85em">
                {labels[r]}
              </text>
            )}
          </g>
        ))}
      </svg>
      <div className="components-legend" data-names ref={legend}>
        {groups.map(({ group, members }) => (
          <p key={group}>
            <b>{group}</b>
            {members.map((r) => (
              <button
                key={names[r]}
                type="button"
                aria-pressed={r === selected}
                onClick={() => select(r)}
                onFocus={() => setPointed(r)}
                onBlur={() => setPointed(null)}
                onPointerEnter={() => setPointed(r)}
                onPointerLeave={() => setPointed(null)}
              >
                {names[r]}
              </button>
            ))}
          </p>
        ))}
        {unnamed.length > 0 && (
          <p>
            <b>→</b>
            {arrows.map(
              ({ text, letter }) =>
                letter && (
                  <span key={letter}>
                    <b>{letter}</b> {text}
                  </span>
                ),
            )}
          </p>
        )}
      </div>
    </>
  );
}

/** Scales, arrows and names of the picture: too long a work for every region that is pointed at. */
function placeNames(
  clusters: RegionClusters,
  brief: readonly string[],
  columns: Readonly<Record<(typeof T18_COLUMNS)[number], string>>,
  width: number,
  height: number,
  selected: number | null,
) {
  const { scores, loadings } = clusters.components;
  const ends = (component: number) => extent(scores, (row) => row[component]) as [number, number];
  const [left, right] = ends(0);
  const [low, high] = ends(1);
  const x = scaleLinear([left - ROOM.left, right + ROOM.right], [MARGIN.left, width - MARGIN.right]);
  const y = scaleLinear([low - ROOM.low, high + ROOM.high], [height - MARGIN.bottom, MARGIN.top]);
  // Arrows are as long as the frame allows, all by one factor; only their directions and relative lengths mean something.
  const reach = Math.min(
    ...loadings.flatMap(([one, two]) => [
      (one > 0 ? right + 1 : left - 1) / (one || 1e-9),
      (two > 0 ? high + 1 : low - 1) / (two || 1e-9),
    ]),
  );
  const longArrows = loadings
    .map(([one, two], j) => ({ j, one, two, x: x(one * reach), y: y(two * reach) }))
    .filter(({ one, two }) => Math.hypot(one, two) >= SHORTEST_ARROW)
    .sort((a, b) => Math.hypot(b.one, b.two) - Math.hypot(a.one, a.two));
  const zeroLines = [
    [MARGIN.left, y(0), width - MARGIN.right, y(0)],
    [x(0), MARGIN.top, x(0), height - MARGIN.bottom],
  ] as const;
  const frame = { x: EDGE, y: 1, width: width - 2 * EDGE, height: height - MARGIN.bottom };
  const lines: Segment[] = longArrows.map((arrow) => [x(0), y(0), arrow.x, arrow.y]);
  const taken = [
    ...scores.map(([one, two]) => ({
      x: x(one) - AROUND,
      y: y(two) - AROUND,
      width: 2 * AROUND,
      height: 2 * AROUND,
    })),
    ...y.ticks(4).map((at) => ({ x: MARGIN.left - 28, y: y(at) - 8, width: 28, height: 16 })),
  ];
  const leaders: Segment[] = [];
  const fullLabels = brief.map((name, r) => `${clusters.assignment[r]} ${name}`);
  /** What stands beside a region: at least its group, where there is no room for its name. */
  const labels = [...fullLabels];
  const widthOf = (text: string) => lineWidth(text, 650) + 2;
  const findPlace = createNamePlaces(frame, lines, taken, zeroLines);
  const place = (text: string, ofX: number, ofY: number, gap: number, isNeeded: boolean) =>
    findPlace(widthOf(text), 14, ofX, ofY, gap, isNeeded);
  // The farthest out first: they are what the picture is about.
  const distance = (r: number) => Math.hypot(scores[r][0], scores[r][1]);
  const byDistance = [...scores.keys()].sort((a, b) => distance(b) - distance(a));
  const nameOf = (r: number, isNeeded: boolean) =>
    place(labels[r], x(scores[r][0]), y(scores[r][1]), AROUND + 1, isNeeded);
  const regionNames = new Map<number, Box | null>();
  if (selected !== null) regionNames.set(selected, nameOf(selected, true));
  for (const r of byDistance.filter((far) => distance(far) > 4))
    if (r !== selected) regionNames.set(r, nameOf(r, false));
  const named = longArrows.map((arrow) => {
    const text = columns[T18_COLUMNS[arrow.j]];
    const isApart = longArrows.every((other) => other === arrow || distanceOf(arrow, other) >= APART);
    return {
      ...arrow,
      text,
      letter: null as string | null,
      name: isApart ? place(text, arrow.x, arrow.y, 3, false) : null,
    };
  });
  const unnamed = named.filter(({ name }) => name === null);
  const arrows = named.map((arrow) => {
    const letter = String.fromCharCode("a".charCodeAt(0) + unnamed.indexOf(arrow));
    return arrow.name ? arrow : { ...arrow, letter, name: place(letter, arrow.x, arrow.y, 2, true) };
  });
  for (const r of byDistance) regionNames.set(r, regionNames.get(r) ?? nameOf(r, false));
  for (const r of byDistance.filter((one) => regionNames.get(one) === null)) {
    const size = { x: x(scores[r][0]), y: y(scores[r][1]), width: widthOf(labels[r]), height: 14 };
    const led = placeWithLeader(frame, lines, taken, size);
    if (led) {
      leaders.push(led.leader);
      regionNames.set(r, led.box);
      continue;
    }
    labels[r] = String(clusters.assignment[r]);
    const group = nameOf(r, false);
    const away = group && Math.hypot(group.x + group.width / 2 - size.x, group.y + group.height / 2 - size.y);
    regionNames.set(r, away !== null && away < BESIDE ? group : null);
  }
  /** Where the whole name of a region is drawn that has no place. */
  const onTop = (r: number) =>
    createNamePlaces(frame, lines, [...taken], zeroLines)(
      widthOf(fullLabels[r]),
      14,
      x(scores[r][0]),
      y(scores[r][1]),
      AROUND + 1,
      true,
    );
  return { x, y, zeroLines, arrows, unnamed, leaders, labels, fullLabels, regionNames, onTop };
}
