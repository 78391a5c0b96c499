import type { RunSummary, YearSnapshot } from "#domain/runResult.ts";
import type { Boundaries } from "#domain/boundaries.ts";
import type { CameraLink } from "#scene/cameraLink.ts";
import type { MapProps, MapTheme } from "#scene/mapProps.ts";
import type { MapHandle, RegionSceneProps } from "#scene/RegionScene.tsx";
import type { YearEvents } from "#session/happenings.ts";
import type { MapLayersState } from "./MapLayers.tsx";
import type { IncidentCount } from "./MapFoot.tsx";
import type { MapReading } from "./mapReading.ts";
import { indicatorById } from "#domain/indicators.ts";
import { manufacturersOf } from "#domain/runResult.ts";
import { MapSketch } from "#scene/MapSketch.tsx";
import { IncidentsInView } from "#scene/NewsMarks.tsx";
import { wakeGraphics } from "#session/graphics.ts";
import { yearOf, valueIn } from "#session/readings.ts";
import { type RefObject, useCallback, useMemo, useRef, useState } from "react";
import { Guard } from "#ui/Guard.tsx";
import { later } from "#ui/later.tsx";
import { Opened } from "#ui/Opened.tsx";
import { useMedia } from "#ui/useMedia.ts";
import { useFormats, useLanguage, useSelectedRegion, useSend, useSession, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { actorPick, firmId } from "./actorPlaces.ts";
import { mapLinks } from "./mapLinks.ts";
import { marksOf } from "./mapReading.ts";
import { MapWaits } from "./MapWaits.tsx";
import { MapTip, type MapTipHandle } from "./MapTip.tsx";
import { useMapNews } from "./useMapNews.ts";
import { useToggleRegion } from "./useToggleRegion.ts";
import { mapNames } from "./mapNames.ts";

const RegionScene = later(async () => {
  const [module] = await Promise.all([import("#scene/RegionScene.tsx"), wakeGraphics()]);
  return module.RegionScene;
});
const FlatMap = later(async () => (await import("#scene/FlatMap.tsx")).FlatMap, MapWaits);

/** Fetches the map while the study is still read; a failure is told when the map is drawn. */
export function preloadMap(map: "2d" | "3d"): void {
  (map === "2d" ? FlatMap : RegionScene).fetch().catch(() => {});
}

/** A run on a map: its years, and the years without measures that tips and differences are taken to. */
export type ShownRun = {
  readonly name: string;
  readonly years: readonly YearSnapshot[];
  readonly baseline: readonly YearSnapshot[];
  readonly summary: RunSummary | null;
};

type MapPaneProps = {
  readonly run: ShownRun;
  readonly reading: MapReading;
  readonly events: YearEvents | null;
  readonly shapes: Boundaries;
  readonly theme: MapTheme;
  readonly flat: boolean;
  readonly layers: MapLayersState;
  readonly aiming: number | null;
  readonly camera: RefObject<MapHandle | null> | null;
  readonly cameraLink: CameraLink | null;
  /** What the map fills, if it stands there alone. */
  readonly room: RefObject<HTMLElement | null>;
  readonly onIncidents: (count: IncidentCount) => void;
  /** `had`: WebGL was there and was taken away. */
  readonly onGraphicsLost: (had: boolean) => void;
};

/** One run on one map. */
export function MapPane(props: MapPaneProps) {
  const { run, reading, events, shapes, theme, flat, layers, aiming, onGraphicsLost, onIncidents } = props;
  const t = useWords();
  const { data } = useStudy();
  const language = useLanguage();
  const formats = useFormats();
  const send = useSend();
  const toggleRegion = useToggleRegion();
  const { height, colour, colourAs, year, links: choice, actor } = useSession((context) => context.view);
  const selectedRegion = useSelectedRegion();
  const reducedMotion = useMedia("(prefers-reduced-motion: reduce)");
  const tip = useRef<MapTipHandle>(null);

  const { years, baseline, summary } = run;
  const now = yearOf(years, year) ?? years.at(-1)!;
  const before = yearOf(years, now.year - 1) ?? now;
  const roster = summary?.roster;
  const without = yearOf(baseline, now.year) ?? now;
  const labelledId = flat || colourAs === "difference" ? colour : height;
  const labelled = indicatorById(labelledId);
  const label = (region: number): string => {
    const value = valueIn(now, labelledId, region);
    if (colourAs === "value")
      return formats.value({ ...labelled, decimals: labelled.unit === "share" ? 0 : labelled.decimals }, value);
    const difference = formats.difference(labelled, value - valueIn(without, labelledId, region));
    return labelled.unit === "share" ? `${difference} ${t("units.points")}` : difference;
  };
  const agents = useMemo(
    () => summary && { region: summary.agentRegion, now: now.agents, large: manufacturersOf(summary) },
    [summary, now],
  );
  const marks = useMemo(() => {
    const news = new Set(events?.changes.map(({ id }) => id));
    return roster ? marksOf(roster, now, layers.kinds, selectedRegion, actor, news) : [];
  }, [roster, now, layers, selectedRegion, actor, events]);
  const selectedActor = useMemo(
    () => (actor && agents ? actorPick(actor, data.regions, agents) : null),
    [actor, agents, data],
  );
  const links = useMemo(
    () => summary && mapLinks({ choice, summary, now, before, marks, region: selectedRegion, actor: selectedActor }),
    [choice, summary, now, before, marks, selectedRegion, selectedActor],
  );

  const news = useMapNews(layers.withNews ? summary : null, before, now);
  const tellIncidents = useCallback(
    (shown: number) => {
      const regions = news.places.filter(({ kind }) => kind === "incidents").length;
      onIncidents({ shown: Math.min(shown, regions), regions });
    },
    [news, onIncidents],
  );

  const map: MapProps = {
    regions: data.regions,
    boundaries: shapes,
    language,
    theme,
    heights: reading.heights,
    colours: reading.colours,
    regionLabels: data.regions.map((own, region) => ({ ...mapNames(own, language), value: label(region) })),
    description: t("map.describe", {
      indicator: indicatorById(colour).name[language],
      year: now.year,
      plan: t("answer.plan", { name: run.name }),
    }),
    agents,
    marks,
    news: news.places,
    links,
    frontier: reading.frontier,
    selectedActor,
    onSelectActor:
      aiming !== null || !agents
        ? undefined
        : (pick) => {
            const id = "mark" in pick ? pick.mark : firmId(pick.firm, data.regions, agents);
            send({ type: "VIEW_CHANGED", change: { actor: id, part: "actor" } });
          },
    selectedRegion,
    onSelectRegion: (region) => {
      const isChosen = aiming !== null && region !== null && toggleRegion(aiming, data.regions[region].id);
      if (isChosen) return;
      const id = region === null ? null : data.regions[region].id;
      send({ type: "VIEW_CHANGED", change: { region: id, actor: null } });
    },
    onHoverRegion: (region, at) => tip.current?.show(region === null || at === null ? null : { region, at }),
    reducedMotion,
  };

  return (
    <IncidentsInView value={tellIncidents}>
      {flat ? (
        <Opened>
          <FlatMap {...map} room={props.room} />
        </Opened>
      ) : (
        <SketchedScene {...map} ref={props.camera} cameraLink={props.cameraLink} onContextLost={onGraphicsLost} />
      )}
      {news.country && (
        <button
          type="button"
          className="map-headline"
          onClick={() => send({ type: "VIEW_CHANGED", change: { actor: "ecosystem", part: "actor" } })}
        >
          {news.country}
        </button>
      )}
      <MapTip ref={tip} now={now} baseline={without} />
    </IncidentsInView>
  );
}

/** The scene, and until its first picture a sketch of it. */
function SketchedScene(props: RegionSceneProps) {
  const [isDrawn, setDrawn] = useState(false);
  return (
    <>
      {!isDrawn && <MapSketch {...props} />}
      <Guard onError={() => props.onContextLost(true)}>
        <RegionScene {...props} onDrawn={() => setDrawn(true)} />
      </Guard>
    </>
  );
}
