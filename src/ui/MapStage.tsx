import type { MapProps } from "#scene/mapProps.ts";
import type { MapHandle } from "#scene/RegionScene.tsx";
import { BOUNDARIES_CREDIT, parseBoundaries } from "#domain/boundaries.ts";
import { indicatorById } from "#domain/indicators.ts";
import { regionalValue } from "#domain/runResult.ts";
import { RELIEF_TOLERANCE } from "#scene/mapProps.ts";
import { yearEvents } from "#session/happenings.ts";
import { yearOf } from "#session/readings.ts";
import { shownYears } from "#session/sessionContext.ts";
import { lazy, memo, Suspense, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Guard } from "./Guard.tsx";
import { actorPick, firmId } from "./actorPlaces.ts";
import { FIRST_KINDS } from "./actorKinds.ts";
import { MapControls } from "./MapControls.tsx";
import { MapLayers, type MapLayersState } from "./MapLayers.tsx";
import { mapLinks } from "./mapLinks.ts";
import { type MapTipHandle, MapTip } from "./MapTip.tsx";
import { type Graphics, MapTools } from "./MapTools.tsx";
import { kindsOf, marksOf, readMap } from "./mapReading.ts";
import { useFormats, useLanguage, useSelectedRegion, useSend, useSession, useStudy } from "./useSession.tsx";
import { useMedia } from "./useMedia.ts";
import { useTheme } from "./useTheme.ts";
import { useToggleRegion } from "./useToggleRegion.ts";
import { YearEventsStrip } from "./YearEventsStrip.tsx";

const RegionScene = lazy(() => import("#scene/RegionScene.tsx").then((module) => ({ default: module.RegionScene })));
const FlatMap = lazy(() => import("#scene/FlatMap.tsx").then((module) => ({ default: module.FlatMap })));

const FIRST_LAYERS: MapLayersState = { kinds: new Set(FIRST_KINDS), withFrontier: false };

type MapStageProps = {
  /** The measure that takes the clicks while its regions are being chosen. */
  readonly aiming: number | null;
};

/** The map with its choosers, legend and credit; nothing is drawn before the first year has arrived. */
export const MapStage = memo(function MapStage({ aiming }: MapStageProps) {
  const { t } = useTranslation();
  const years = useSession(shownYears);
  const study = useSession((context) => context.study);
  const language = useLanguage();
  return (
    <section className="stage" aria-label={t("map.label")}>
      {study && years.length > 0 ? (
        <MapOfYears aiming={aiming} />
      ) : (
        <div className="map-room">
          <p className="map-wait">{t("map.loading")}</p>
        </div>
      )}
      <p className="credit">
        {t("map.dots")} {BOUNDARIES_CREDIT[language]}
      </p>
    </section>
  );
});

function MapOfYears({ aiming }: MapStageProps) {
  const { t } = useTranslation();
  const { data, boundaries } = useStudy();
  const language = useLanguage();
  const formats = useFormats();
  const send = useSend();
  const toggleRegion = useToggleRegion();
  const view = useSession((context) => context.view);
  const years = useSession(shownYears);
  const baseline = useSession((context) => context.baseline);
  const simulated = useSession((context) => context.simulated);
  const selectedRegion = useSelectedRegion();
  const reducedMotion = useMedia("(prefers-reduced-motion: reduce)");
  const [graphics, setGraphics] = useState<Graphics>(() => ("WebGL2RenderingContext" in window ? "there" : "missing"));
  const [layers, setLayers] = useState<MapLayersState>(FIRST_LAYERS);
  const tip = useRef<MapTipHandle>(null);
  const camera = useRef<MapHandle>(null);
  const isPrinted = useMedia("print"); // paper is light and has no third dimension
  const screenTheme = useTheme();
  const theme = isPrinted ? "light" : screenTheme;
  const flat = view.map === "2d" || graphics !== "there" || isPrinted;

  const shapes = useMemo(
    () => parseBoundaries(flat ? boundaries.detailed : boundaries.light, data.regions, flat ? 0 : RELIEF_TOLERANCE),
    [flat, boundaries, data],
  );
  const { height, colour, colourAs, year, links: choice, actor } = view;
  const withFrontier = layers.withFrontier && (flat || height === "digital_output");
  const reading = useMemo(
    () =>
      readMap({
        plan: years,
        baseline: baseline?.years ?? years,
        regions: data.regions.length,
        year,
        height,
        colour,
        colourAs,
        theme,
        withFrontier,
      }),
    [years, baseline, data, year, height, colour, colourAs, theme, withFrontier],
  );
  const now = yearOf(years, year) ?? years.at(-1)!;
  const summary = (simulated ?? baseline)?.summary;
  const agentRegion = summary?.agentRegion;
  const labelled = indicatorById(flat ? colour : height);
  const agents = useMemo(() => (agentRegion ? { region: agentRegion, now: now.agents } : null), [agentRegion, now]);

  const before = yearOf(years, now.year - 1) ?? null;
  const events = useMemo(
    () => (summary && before ? yearEvents(summary, before, now, selectedRegion) : null),
    [summary, before, now, selectedRegion],
  );
  const roster = summary?.roster;
  const present = useMemo(() => kindsOf(roster ?? []), [roster]);
  const marks = useMemo(() => {
    const news = new Set(events?.changes.map(({ id }) => id));
    return roster ? marksOf(roster, now, layers.kinds, selectedRegion, actor, news) : [];
  }, [roster, now, layers, selectedRegion, actor, events]);
  const selectedActor = useMemo(
    () => (actor && agentRegion ? actorPick(actor, data.regions, agentRegion, now.agents) : null),
    [actor, agentRegion, data, now],
  );
  const links = useMemo(
    () =>
      summary &&
      mapLinks({ choice, summary, now, before: before ?? now, marks, region: selectedRegion, actor: selectedActor }),
    [choice, summary, now, before, marks, selectedRegion, selectedActor],
  );

  const props: MapProps = {
    regions: data.regions,
    boundaries: shapes,
    language,
    theme,
    heights: reading.heights,
    colours: reading.colours,
    regionLabels: data.regions.map(({ shortName }, region) => ({
      title: shortName[language],
      value: formats.value(
        { ...labelled, decimals: labelled.unit === "share" ? 0 : labelled.decimals },
        regionalValue(now, labelled.id as typeof colour, region),
      ),
    })),
    description: t("map.describe", {
      indicator: indicatorById(colour).name[language],
      year: now.year,
      plan: t("answer.plan", { name: simulated?.scenario.name[language] ?? t("chart.noPlan") }),
    }),
    agents,
    marks,
    links: links ?? null,
    frontier: reading.frontier,
    selectedActor,
    onSelectActor:
      aiming !== null || !agentRegion
        ? undefined
        : (pick) => {
            const id = "mark" in pick ? pick.mark : firmId(pick.firm, data.regions, agentRegion, now.agents);
            send({ type: "VIEW_CHANGED", change: { actor: id, part: "actor" } });
          },
    selectedRegion,
    onSelectRegion: (region) => {
      const isChosen = aiming !== null && region !== null && toggleRegion(aiming, data.regions[region].id);
      if (!isChosen)
        send({
          type: "VIEW_CHANGED",
          change: { region: region === null ? null : data.regions[region].id, actor: null },
        });
    },
    onHoverRegion: (region, at) => tip.current?.show(region === null || at === null ? null : { region, at }),
    reducedMotion,
  };

  return (
    <>
      <MapControls reading={reading} flat={flat} />
      <div className="map-frame">
        <MapTools
          flat={flat}
          graphics={graphics}
          onRestart={() => setGraphics("there")}
          camera={camera}
          region={selectedRegion}
          hasLinks={links?.chosen.includes(1) ?? false}
        />
        <MapLayers layers={layers} onChange={setLayers} present={present} flat={flat} theme={theme} />
        <div className="map-room" data-testid="map" data-mode={flat ? "2d" : "3d"}>
          <Suspense fallback={<p className="map-wait">{t("map.loading")}</p>}>
            {flat ? (
              <FlatMap {...props} />
            ) : (
              <Guard onError={() => setGraphics("lost")}>
                <RegionScene {...props} ref={camera} onContextLost={(had) => setGraphics(had ? "lost" : "missing")} />
              </Guard>
            )}
          </Suspense>
          <MapTip ref={tip} now={now} baseline={yearOf(baseline?.years ?? years, now.year) ?? now} />
        </div>
        <YearEventsStrip year={now.year} events={events} />
      </div>
    </>
  );
}
