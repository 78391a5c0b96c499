import type { KeyboardEvent, PointerEvent, RefObject } from "react";
import type { PlaneLine, RegionShape } from "#domain/boundaries.ts";
import { isInside } from "#domain/boundaries.ts";
import type { ActorMark, ActorPick, MapAgents, MapProps } from "./mapProps.ts";
import type { MapNews } from "./mapNews.ts";
import type { FirmPlaces } from "./sunflower.ts";
import { useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { mapColours } from "./colourScales.ts";
import { FlatLabels } from "./FlatLabels.tsx";
import { FlatLinks } from "./FlatLinks.tsx";
import { FlatActors, FlatFirms } from "./FlatMarks.tsx";
import { firmStage, manufacturers, VACANT } from "./firmStage.ts";
import { flatLabelPlaces } from "./flatLabelPlaces.ts";
import { heapEnds, labelAnchors } from "./labelAnchors.ts";
import { mapLayout } from "./mapLayout.ts";
import { linkEnds } from "./mapLinks.ts";
import { newsPlaces } from "./mapNews.ts";
import { MARK_RADIUS, markPlaces, SMALLEST_MARK } from "./markPlaces.ts";
import { createNewsBoxes, placeNews } from "./newsLayout.ts";
import { NewsMarks } from "./NewsMarks.tsx";
import { nextRegion } from "./nextRegion.ts";
import { firmPlaces } from "./sunflower.ts";
import { sameBytes, sameRecords, useKept } from "./useKept.ts";
import { type Screen, useScreen } from "./useScreen.ts";
import { useLabelGround } from "./useLabelGround.ts";
import { useNextTask } from "./useNextTask.ts";
import { useSteps } from "./useSteps.ts";
import "./map.css";

type FlatMapProps = MapProps & {
  /** What the map will fill: its size is known before the map stands in it, which is then built once. */
  readonly room?: RefObject<HTMLElement | null>;
};

/**
 * The map in two dimensions, with everything the relief tells in colours, words and marks: for print, for phones, by choice, and
 * where WebGL is missing. One stop of the Tab key; arrow keys go from region to region, Enter chooses, Escape lets go.
 */
export function FlatMap(props: FlatMapProps) {
  const { boundaries, regions, colours, selectedRegion, onSelectRegion, onHoverRegion } = props;
  const regionLabels = useKept(props.regionLabels, sameRecords);
  const layout = useMemo(() => mapLayout(boundaries, regions), [boundaries, regions]);
  const paths = boundaries.regions.map(pathOf);
  const borders = useMemo(() => boundaries.borders.map((line) => linePath(line, false)).join(""), [boundaries]);
  const insetPaths = new Map(layout.insets.map(({ region, shape }) => [region, pathOf(shape)]));
  const svg = useRef<SVGSVGElement>(null);
  const screen = useScreen(svg, layout.bounds, props.room);
  // Outlines in their colours come first on the page, names and news in the next task.
  const isTimeForNames = useNextTask() || !props.room;
  const step = useSteps(2); // places of the firms, then the firms: each a task of its own, when there is time
  // Firms are placed after whatever came with them is drawn, and what stands around them after that.
  const agentRegion = useDeferredValue(useKept(step > 0 ? (props.agents?.region ?? null) : null, sameBytes));
  const isManufacturer = useKept(props.agents && manufacturers(props.agents), sameBytes);
  const placed = useMemo(
    () => (agentRegion && isManufacturer ? firmPlaces(layout.stages, agentRegion, isManufacturer) : null),
    [layout, agentRegion, isManufacturer],
  );
  const places = useDeferredValue(placed);
  const heaps = useMemo(() => heapEnds(layout, places, agentRegion), [layout, places, agentRegion]);
  const marks = useKept(props.marks, sameRecords);
  const markScale = Math.max(1, SMALLEST_MARK / (MARK_RADIUS * screen.pixelsPerUnit));
  const actorPlaces = useMemo(
    () => markPlaces(marks ?? [], layout, heaps.bottom, markScale),
    [marks, layout, heaps, markScale],
  );
  const ends = useMemo(
    () => places && agentRegion && linkEnds(places, agentRegion, marks ?? [], actorPlaces),
    [places, agentRegion, marks, actorPlaces],
  );
  const [stop, setStop] = useState(0);
  const [focused, setFocused] = useState<number | null>(null);

  const point = (event: PointerEvent<SVGElement>) => {
    if (event.pointerType !== "mouse") return;
    const region = regionAt(event.target);
    onHoverRegion?.(region, region === null ? null : { x: event.clientX, y: event.clientY });
  };
  /** A dot or shape under the pointer opens its actor; dots only where they are large enough to aim at. */
  const pickAt = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): boolean => {
    const { onSelectActor } = props;
    if (!onSelectActor || !svg.current) return false;
    const corner = svg.current.getBoundingClientRect();
    const x = (clientX - corner.left - screen.x) / screen.pixelsPerUnit;
    const y = -(clientY - corner.top - screen.y) / screen.pixelsPerUnit;
    const pick = flatPick(x, y, screen.pixelsPerUnit, marks ?? [], actorPlaces, markScale, places, props.agents);
    if (pick) onSelectActor(pick);
    return pick !== null;
  };
  const press = (event: KeyboardEvent<SVGElement>) => {
    const from = regionAt(event.target);
    if (from === null) return;
    if (event.key === "Enter" || event.key === " ") onSelectRegion(from);
    else if (event.key === "Escape") onSelectRegion(null);
    else {
      const to = nextRegion(layout.stages, from, event.key);
      if (to === null) return;
      setStop(to);
      svg.current?.querySelector<SVGElement>(`[data-region="${to}"]`)?.focus();
    }
    event.preventDefault();
  };
  const news = props.news ?? NO_NEWS;
  const fonts = useFonts();
  const anchors = useMemo(() => labelAnchors(layout, heaps.top), [layout, heaps]);
  const [ground, plans] = useLabelGround(layout, heaps, places, agentRegion);
  const everyName = props.everyName ?? false;
  // biome-ignore lint/correctness/useExhaustiveDependencies: fonts that have come change the widths of words, plans their places
  const labels = useMemo(
    () => isTimeForNames && flatLabelPlaces(regionLabels, layout, anchors, ground, screen, selectedRegion, everyName),
    [isTimeForNames, regionLabels, layout, anchors, ground, screen, selectedRegion, everyName, fonts, plans],
  );
  const newsAt = useMemo(() => {
    if (!labels) return null;
    const boxes = createNewsBoxes(news);
    const at = newsPlaces(news, marks ?? [], actorPlaces, layout, heaps);
    for (let place = 0; place < boxes.x.length; place++) {
      boxes.x[place] = screen.x + at[2 * place]! * screen.pixelsPerUnit;
      boxes.y[place] = screen.y - at[2 * place + 1]! * screen.pixelsPerUnit;
    }
    placeNews(boxes, labels.boxes, screen.width, screen.height, (k, x, y) => {
      const [east, north] = [(x - screen.x) / screen.pixelsPerUnit, (screen.y - y) / screen.pixelsPerUnit];
      return layout.stages.some((shape, region) => region !== news[k]!.region && isInside(shape, east, north));
    });
    return news.map((_, k) => [boxes.left[k]!, boxes.middle[k]!] as const);
  }, [news, marks, actorPlaces, layout, heaps, screen, labels]);
  const chosenPlace = placeOfActor(props.selectedActor ?? null, places, marks ?? [], actorPlaces, markScale);
  const outlined = [...new Set([selectedRegion, focused].filter((region) => region !== null))];

  return (
    <div className="map" lang={props.language} style={mapColours(props.theme)}>
      <div className="map-stage">
        <svg
          ref={svg}
          viewBox={viewBox(screen)}
          role="toolbar"
          aria-label={props.description}
          onPointerMove={point}
          onPointerLeave={() => onHoverRegion?.(null, null)}
          onClick={(event) => pickAt(event) || onSelectRegion(regionAt(event.target))}
          onKeyDown={press}
        >
          {regions.map(({ id }, region) => (
            // biome-ignore lint/a11y/useSemanticElements: a button element cannot stand in an SVG
            <g
              key={id}
              data-region={region}
              className="map-region"
              role="button"
              tabIndex={region === stop ? 0 : -1}
              aria-pressed={region === selectedRegion}
              aria-label={`${regionLabels[region]!.title}: ${regionLabels[region]!.value}`}
              fill={colours[region]}
              onFocus={() => {
                setStop(region);
                setFocused(region);
                onHoverRegion?.(region, null);
              }}
              onBlur={() => {
                setFocused(null);
                onHoverRegion?.(null, null);
              }}
            >
              <path d={paths[region]} fillRule="evenodd" />
              {insetPaths.has(region) && <path d={insetPaths.get(region)} fillRule="evenodd" />}
            </g>
          ))}
          {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing inside can have the focus */}
          <g className="map-lines" aria-hidden="true">
            <path className="map-borders" d={borders} />
            {layout.insets.map(({ region, leader: [from, to] }) => (
              <path key={region} className="map-leader" d={`M${from[0]} ${-from[1]}L${to[0]} ${-to[1]}`} />
            ))}
            {outlined.map((region) => (
              <path
                key={region}
                className={region === selectedRegion ? "map-outline" : "map-outline map-focus"}
                d={paths[region]! + (insetPaths.get(region) ?? "")}
              />
            ))}
            {step > 1 && props.agents && places && (
              <FlatFirms agents={props.agents} places={places} theme={props.theme} />
            )}
            {props.links && ends && <FlatLinks links={props.links} place={ends} theme={props.theme} />}
            {marks && <FlatActors places={actorPlaces} marks={marks} theme={props.theme} scale={markScale} />}
            {chosenPlace && (
              <circle className="map-chosen" cx={chosenPlace[0]} cy={-chosenPlace[1]} r={chosenPlace[2] + 0.35} />
            )}
            {labels && (
              <FlatLabels
                regions={regions}
                regionLabels={regionLabels}
                selectedRegion={selectedRegion}
                layout={layout}
                anchors={anchors}
                places={labels}
                reached={props.frontier?.map(({ reached }) => reached) ?? null}
                pixelsPerUnit={screen.pixelsPerUnit}
              />
            )}
          </g>
        </svg>
        {newsAt && <NewsMarks news={news} onSelectActor={props.onSelectActor} at={newsAt} />}
      </div>
    </div>
  );
}

const NO_NEWS: readonly MapNews[] = [];

type MarkPlaces = readonly (readonly [x: number, y: number])[];

/** Place and radius of the actor that is looked into; null where it is not drawn. */
function placeOfActor(
  pick: ActorPick | null,
  places: FirmPlaces | null,
  marks: readonly ActorMark[],
  actorPlaces: MarkPlaces,
  markScale: number,
): readonly [x: number, y: number, radius: number] | null {
  if (pick === null) return null;
  if ("firm" in pick)
    return places && [places.at[2 * pick.firm]!, places.at[2 * pick.firm + 1]!, places.radius[pick.firm]!];
  const index = marks.findIndex(({ id }) => id === pick.mark);
  return index < 0 ? null : [...actorPlaces[index]!, markScale * MARK_RADIUS];
}

/** Pixels of a firm's dot below which it is too small to aim at. */
const SMALLEST_DOT = 2.6;

function flatPick(
  x: number,
  y: number,
  pixelsPerUnit: number,
  marks: readonly ActorMark[],
  actorPlaces: MarkPlaces,
  markScale: number,
  places: FirmPlaces | null,
  agents: MapAgents | null,
): ActorPick | null {
  const slip = 3 / pixelsPerUnit;
  const mark = actorPlaces.findIndex((at) => Math.hypot(at[0] - x, at[1] - y) < markScale * MARK_RADIUS + slip);
  if (mark >= 0) return { mark: marks[mark]!.id };
  let nearest = slip;
  let firm = -1;
  for (let i = 0; places !== null && agents !== null && i < places.radius.length; i++) {
    if (places.radius[i]! * pixelsPerUnit < SMALLEST_DOT || firmStage(agents, i) === VACANT) continue;
    const distance = Math.hypot(places.at[2 * i]! - x, places.at[2 * i + 1]! - y) - places.radius[i]!;
    if (distance >= nearest) continue;
    nearest = distance;
    firm = i;
  }
  return firm < 0 ? null : { firm };
}

/** The whole SVG in plane units. */
function viewBox({ x, y, pixelsPerUnit, width, height }: Screen): string {
  return [-x, -y, width, height].map((pixels) => pixels / pixelsPerUnit).join(" ");
}

/** Counts how often the fonts of the page have come. */
function useFonts(): number {
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isShown = true;
    if (document.fonts.status === "loading") document.fonts.ready.then(() => isShown && setCount(1));
    return () => {
      isShown = false;
    };
  }, []);
  return count;
}

function regionAt(target: EventTarget): number | null {
  const element = (target as Element).closest<SVGElement>("[data-region]");
  return element ? Number(element.dataset.region) : null;
}

/** Written once for all maps, and once for a map whose first drawing is interrupted. */
const pathsOfShapes = new WeakMap<RegionShape, string>();

function pathOf(shape: RegionShape): string {
  let path = pathsOfShapes.get(shape);
  if (path === undefined) {
    const rings = shape.polygons.flatMap(({ outer, holes }) => [outer, ...holes]);
    path = rings.map((ring) => linePath(ring, true)).join("");
    pathsOfShapes.set(shape, path);
  }
  return path;
}

function linePath(line: PlaneLine, closed: boolean): string {
  let path = "";
  for (let i = 0; i < line.length; i += 2)
    path += `${i === 0 ? "M" : "L"}${line[i]!.toFixed(3)} ${(-line[i + 1]!).toFixed(3)}`;
  return closed ? `${path}Z` : path;
}
