import type { Provenance } from "./provenance.ts";
import { BOUNDARIES_CREDIT } from "#domain/boundaries.ts";
import { indicatorById, sourceOf } from "#domain/indicators.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { FlatMap } from "#scene/FlatMap.tsx";
import { yearOf, valueIn } from "#session/readings.ts";
import { shownYears } from "#session/sessionContext.ts";
import { useEffect, useRef } from "react";
import { inText } from "#ui/inText.ts";
import { indicatorMeaning } from "#ui/indicatorMeaning.ts";
import { readMap } from "#ui/map/mapReading.ts";
import { useFormats, useLanguage, useSession, useStudy } from "#ui/useSession.tsx";
import { saveFigure } from "./saveFigure.ts";
import { mapNames } from "#ui/map/mapNames.ts";
import { useWords } from "#ui/useWords.tsx";

type MapPictureProps = {
  readonly provenance: Provenance;
  readonly onDone: () => void;
};

/** The map of the page, light and flat, drawn out of sight and saved as a picture. */
export function MapPicture({ provenance, onDone }: MapPictureProps) {
  const t = useWords();
  const language = useLanguage();
  const formats = useFormats();
  const { data, boundaries } = useStudy();
  const room = useRef<HTMLDivElement>(null);
  const view = useSession((session) => session.view);
  const years = useSession(shownYears);
  const baseline = useSession((session) => session.baseline?.years) ?? years;
  const seed = useSession((session) => session.seed);
  const name = useSession((session) => (session.simulated?.scenario ?? session.plan).name[language]);
  const now = yearOf(years, view.year) ?? years.at(-1)!;
  const indicator = indicatorById(view.colour);
  const reading = readMap({
    plan: years,
    baseline,
    regions: data.regions.length,
    year: now.year,
    height: view.height,
    colour: view.colour,
    colourAs: view.colourAs,
    theme: "light",
  });
  const without = yearOf(baseline, now.year) ?? now;
  const isDifference = view.colourAs === "difference";
  const title = `${indicator.name[language]}, ${now.year}${isDifference ? `: ${inText(t("map.difference"))}` : ""}`;
  const subtitle = [
    `${t("answer.plan", { name })}.`,
    indicatorMeaning(indicator, language, t),
    t("region.source", { source: sourceOf(indicator, language) }),
    ...(now.year === START_YEAR ? [] : [t("map.oneFuture", { seed })]),
  ].join(" ");

  useEffect(() => {
    let isCurrent = true;
    const save = async () => {
      await document.fonts.ready;
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const svg = room.current?.querySelector("svg");
      if (!isCurrent || !svg) return;
      await saveFigure([svg], "png", {
        title,
        subtitle,
        fileName: `map-${view.colour.replaceAll("_", "-")}-${now.year}`,
        language,
        provenance,
        moreCredit: BOUNDARIES_CREDIT[language],
      });
      onDone();
    };
    save();
    return () => {
      isCurrent = false;
    };
  }, [title, subtitle, language, provenance, onDone, view.colour, now.year]);

  return (
    <div className="map-picture" ref={room} aria-hidden="true" inert>
      <FlatMap
        regions={data.regions}
        boundaries={boundaries.detailed}
        language={language}
        theme="light"
        heights={reading.heights}
        colours={reading.colours}
        regionLabels={data.regions.map((own, region) => {
          const value = valueIn(now, view.colour, region);
          return {
            ...mapNames(own, language),
            value: isDifference
              ? formats.difference(indicator, value - valueIn(without, view.colour, region))
              : formats.value(indicator, value),
          };
        })}
        description={title}
        agents={null}
        selectedRegion={null}
        onSelectRegion={() => {}}
        reducedMotion
      />
    </div>
  );
}
