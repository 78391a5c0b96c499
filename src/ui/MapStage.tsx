import type { MapProps } from "#scene/mapProps.ts";
import type { MapHandle } from "#scene/RegionScene.tsx";
import { BOUNDARIES_CREDIT, parseBoundaries } from "#domain/boundaries.ts";
import { indicatorById } from "#domain/indicators.ts";
import { regionalValue } from "#domain/runResult.ts";
import { RELIEF_TOLERANCE } from "#scene/mapProps.ts";
import { yearOf } from "#session/readings.ts";
import { shownYears } from "#session/sessionContext.ts";
import { lazy, memo, Suspense, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Guard } from "./Guard.tsx";
import { MapControls } from "./MapControls.tsx";
import { type MapTipHandle, MapTip } from "./MapTip.tsx";
import { MapTools } from "./MapTools.tsx";
import { marksOf, readMap } from "./mapReading.ts";
import { useFormats, useLanguage, useSelectedRegion, useSend, useSession, useStudy } from "./useSession.tsx";
import { useMedia } from "./useMedia.ts";
import { useTheme } from "./useTheme.ts";
import { useToggleRegion } from "./useToggleRegion.ts";

const RegionScene = lazy(() => import("#scene/RegionScene.tsx").then((module) => ({ default: module.RegionScene })));
const FlatMap = lazy(() => import("#scene/FlatMap.tsx").then((module) => ({ default: module.FlatMap })));

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
  const [can3d, setCan3d] = useState(() => "WebGL2RenderingContext" in window);
  const tip = useRef<MapTipHandle>(null);
  const camera = useRef<MapHandle>(null);
  const isPrinted = useMedia("print"); // paper is light and has no third dimension
  const screenTheme = useTheme();
  const theme = isPrinted ? "light" : screenTheme;
  const flat = view.map === "2d" || !can3d || isPrinted;

  const shapes = useMemo(
    () => parseBoundaries(flat ? boundaries.detailed : boundaries.light, data.regions, flat ? 0 : RELIEF_TOLERANCE),
    [flat, boundaries, data],
  );
  const { height, colour, colourAs, year } = view;
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
      }),
    [years, baseline, data, year, height, colour, colourAs, theme],
  );
  const now = yearOf(years, year) ?? years.at(-1)!;
  const summary = (simulated ?? baseline)?.summary;
  const agentRegion = summary?.agentRegion;
  const labelled = indicatorById(flat ? colour : height);
  const agents = useMemo(() => (agentRegion ? { region: agentRegion, now: now.agents } : null), [agentRegion, now]);

  const roster = summary?.roster;
  const marks = useMemo(() => (roster ? marksOf(roster, now) : []), [roster, now]);

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
    selectedRegion,
    onSelectRegion: (region) => {
      const isChosen = aiming !== null && region !== null && toggleRegion(aiming, data.regions[region].id);
      if (!isChosen)
        send({ type: "VIEW_CHANGED", change: { region: region === null ? null : data.regions[region].id } });
    },
    onHoverRegion: (region, at) => tip.current?.show(region === null || at === null ? null : { region, at }),
    reducedMotion,
  };

  return (
    <>
      <MapControls reading={reading} flat={flat} />
      <div className="map-frame">
        <MapTools flat={flat} can3d={can3d} camera={camera} />
        <div className="map-room" data-testid="map" data-mode={flat ? "2d" : "3d"}>
          <Suspense fallback={<p className="map-wait">{t("map.loading")}</p>}>
            {flat ? (
              <FlatMap {...props} />
            ) : (
              <Guard onError={() => setCan3d(false)}>
                <RegionScene {...props} ref={camera} onContextLost={() => setCan3d(false)} />
              </Guard>
            )}
          </Suspense>
          <MapTip ref={tip} now={now} baseline={yearOf(baseline?.years ?? years, now.year) ?? now} />
        </div>
      </div>
    </>
  );
}
