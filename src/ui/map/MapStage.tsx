import type { PlanKey } from "#session/plans.ts";
import type { MapHandle } from "#scene/RegionScene.tsx";
import { createCameraLink } from "#scene/cameraLink.ts";
import { useNextTask } from "#scene/useNextTask.ts";
import { yearEvents } from "#session/happenings.ts";
import { yearOf } from "#session/readings.ts";
import { baselineOf, shownYears } from "#session/sessionContext.ts";
import { memo, useEffect, useMemo, useRef, useState } from "react";
import { TourOffer } from "#ui/help/TourOffer.tsx";
import { useMedia } from "#ui/useMedia.ts";
import { useLanguage, useSelectedRegion, useSession, useStudy } from "#ui/useSession.tsx";
import { useTheme } from "#ui/useTheme.ts";
import { useWords } from "#ui/useWords.tsx";
import { FIRST_KINDS } from "./actorKinds.ts";
import { MapControls } from "./MapControls.tsx";
import { type IncidentCount, MapFoot, type MapFootHandle } from "./MapFoot.tsx";
import { MapLayers, type MapLayersState } from "./MapLayers.tsx";
import { MapPane, preloadMap, type ShownRun } from "./MapPane.tsx";
import { MapWaits } from "./MapWaits.tsx";
import { kindsOf, readMap } from "./mapReading.ts";
import { type Graphics, MapTools } from "./MapTools.tsx";
import { YearEventsStrip } from "./YearEventsStrip.tsx";

type MapStageProps = {
  /** The measure that takes the clicks while its regions are being chosen. */
  readonly aiming: number | null;
};

/** The map with its choosers, legend and credit; nothing is drawn before the first year has arrived. */
export const MapStage = memo(function MapStage({ aiming }: MapStageProps) {
  const t = useWords();
  const years = useSession(shownYears);
  const study = useSession((context) => context.study);
  const map = useSession((context) => context.view.map);
  useEffect(() => preloadMap(map), [map]);
  return (
    <section className="stage" aria-label={t("map.label")}>
      {study && years.length > 0 ? (
        <MapOfYears aiming={aiming} />
      ) : (
        <div className="map-room">
          <MapWaits />
        </div>
      )}
    </section>
  );
});

/** What stands beside the active plan: another plan, or no plan. */
export type Beside = PlanKey | "noPlan";

function MapOfYears({ aiming }: MapStageProps) {
  const t = useWords();
  const { data, boundaries } = useStudy();
  const view = useSession((context) => context.view);
  const region = useSelectedRegion();
  const [graphics, setGraphics] = useState<Graphics>(() => ("WebGL2RenderingContext" in window ? "there" : "missing"));
  const [layers, setLayers] = useState<MapLayersState>({
    kinds: new Set(FIRST_KINDS),
    withFrontier: false,
    withNews: true,
  });
  const [beside, setBeside] = useState<Beside | null>(null);
  const camera = useRef<MapHandle>(null);
  const room = useRef<HTMLDivElement>(null);
  const foot = useRef<MapFootHandle>(null);
  const counting = useMemo(() => [0, 1].map((pane) => (count: IncidentCount) => foot.current?.count(pane, count)), []);
  const cameraLink = useMemo(createCameraLink, []);
  const isPrinted = useMedia("print"); // paper is light and has no third dimension
  const screenTheme = useTheme();
  const theme = isPrinted ? "light" : screenTheme;
  const flat = view.map === "2d" || graphics !== "there" || isPrinted;

  const isTimeForMap = useNextTask();
  const shapes = isTimeForMap ? (flat ? boundaries.detailed : boundaries.light) : null;
  const run = useShownRun();
  const other = useRunBeside(beside);
  const { height, colour, colourAs, year } = view;
  const withFrontier = layers.withFrontier && (flat || height === "digital_output");
  const question = { regions: data.regions.length, year, height, colour, colourAs, theme, withFrontier };
  const asked = JSON.stringify(question);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` says all that the question holds
  const readings = useMemo(
    () =>
      [run, other].map(
        (one) =>
          one && readMap({ ...question, plan: one.years, baseline: one.baseline, alongside: other && [run, other] }),
      ),
    [run, other, asked],
  );
  const now = yearOf(run.years, year) ?? run.years.at(-1)!;
  const events = [run, other].map((one) => one && eventsOf(one, now.year, region));
  const present = useMemo(() => kindsOf(run.summary?.roster ?? []), [run]);
  const panes = [run, other].flatMap((one, k) =>
    one && readings[k] ? [{ run: one, reading: readings[k], events: events[k] }] : [],
  );

  return (
    <>
      <MapControls reading={panes[0].reading} flat={flat} />
      <div className="map-frame" data-panes={panes.length}>
        <MapLayers
          layers={layers}
          onChange={setLayers}
          beside={beside}
          onBeside={setBeside}
          present={present}
          flat={flat}
          theme={theme}
        />
        <MapTools
          flat={flat}
          graphics={graphics}
          onRestart={() => setGraphics("there")}
          camera={camera}
          region={region}
          hasSelection={region !== null || view.actor !== null}
        />
        <TourOffer />
        <div ref={room} className="map-room" data-testid="map" data-mode={flat ? "2d" : "3d"}>
          {shapes === null && <MapWaits />}
          {panes.map((pane, k) => (
            <div key={k === 0 ? "own" : "beside"} className="map-pane">
              {panes.length > 1 && <p className="map-pane-name">{pane.run.name}</p>}
              {shapes && (
                <MapPane
                  {...pane}
                  shapes={shapes}
                  theme={theme}
                  flat={flat}
                  layers={layers}
                  aiming={aiming}
                  camera={k === 0 ? camera : null}
                  room={room}
                  cameraLink={panes.length > 1 ? cameraLink : null}
                  onIncidents={counting[k]}
                  onGraphicsLost={(had) => setGraphics(had ? "lost" : "missing")}
                />
              )}
            </div>
          ))}
        </div>
        <YearEventsStrip year={now.year} events={events[0]} />
      </div>
      <p className="hidden" role="status">
        {graphics === "lost" && t("scene.lost")}
      </p>
      <MapFoot ref={foot} withNews={layers.withNews} panes={panes.length} />
    </>
  );
}

/** The active plan's run; before its first run that of no plan, as far as it has come. */
function useShownRun(): ShownRun {
  const t = useWords();
  const language = useLanguage();
  const years = useSession(shownYears);
  const baseline = useSession((context) => context.baseline);
  const simulated = useSession((context) => context.simulated);
  const name = simulated?.scenario.name[language] ?? t("chart.noPlan");
  return useMemo(
    () => ({ name, years, baseline: baseline?.years ?? years, summary: (simulated ?? baseline)?.summary ?? null }),
    [name, years, baseline, simulated],
  );
}

/** The run that stands beside it; null while none is asked for or finished. */
function useRunBeside(beside: Beside | null): ShownRun | null {
  const t = useWords();
  const language = useLanguage();
  const simulated = useSession((context) => (beside && beside !== "noPlan" ? (context.runs[beside] ?? null) : null));
  const without = useSession((context) =>
    beside === "noPlan" ? context.baseline : simulated && baselineOf(context, simulated),
  );
  const shown = simulated ?? without;
  const noPlan = t("chart.noPlan");
  return useMemo(() => {
    if (beside === null || !shown) return null;
    return {
      name: beside === "noPlan" ? noPlan : `${beside}: ${shown.scenario.name[language]}`,
      years: shown.years,
      baseline: (without ?? shown).years,
      summary: shown.summary,
    };
  }, [beside, shown, without, noPlan, language]);
}

function eventsOf({ summary, years }: ShownRun, year: number, region: number | null) {
  const [now, before] = [yearOf(years, year), yearOf(years, year - 1)];
  return summary && now && before ? yearEvents(summary, before, now, region) : null;
}
