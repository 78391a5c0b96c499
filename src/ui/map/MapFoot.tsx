import type { Ref } from "react";
import { BOUNDARIES_CREDIT } from "#domain/boundaries.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { sum } from "d3-array";
import { useImperativeHandle, useState } from "react";
import { NARROW, useMedia } from "#ui/useMedia.ts";
import { useFormats, useLanguage, useSession } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

/** In how many regions a year had incidents, and how many of them are marked in view. */
export type IncidentCount = { readonly shown: number; readonly regions: number };

/** The foot keeps the counts of the maps, so that a camera that moves draws the foot again and not the maps. */
export type MapFootHandle = { readonly count: (pane: number, count: IncidentCount) => void };

type MapFootProps = { readonly ref: Ref<MapFootHandle>; readonly withNews: boolean; readonly panes: number };

/** What the map is and is not, what its triangles are and, if some are not in view, how many are, and whose boundaries it draws. */
export function MapFoot({ ref, withNews, panes }: MapFootProps) {
  const t = useWords();
  const language = useLanguage();
  const { number } = useFormats();
  const seed = useSession((context) => context.seed);
  const isSimulated = useSession((context) => context.view.year !== START_YEAR);
  // Beside the credit the rest of the sentence has no room: there it is heard and not seen.
  const hasRoom = useMedia(NARROW);
  const [counts, setCounts] = useState<readonly IncidentCount[]>([]);
  useImperativeHandle(
    ref,
    () => ({ count: (pane, count) => setCounts((before) => Object.assign([...before], { [pane]: count })) }),
    [],
  );
  const counted = counts.slice(0, panes);
  const regions = sum(counted, (count) => count.regions);
  const shown = sum(counted, (count) => count.shown);
  // None are in view before they are placed.
  const isPartInView = shown > 0 && shown < regions;
  return (
    <div className="map-foot">
      {isSimulated && (
        <p>
          {t("map.oneFuture", { seed })} {withNews && t("map.newsKey")}
          {isPartInView && (
            <>
              {t("map.newsShown", { shown: number(shown), number: number(regions) })}
              <span className={hasRoom ? undefined : "hidden"}>{t("map.newsRest")}</span>
            </>
          )}
        </p>
      )}
      <details className="credit">
        <summary>{t("map.credit")}</summary>
        <p>{BOUNDARIES_CREDIT[language]}</p>
      </details>
    </div>
  );
}
