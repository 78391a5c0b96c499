import type { Ref } from "react";
import type { YearSnapshot } from "#domain/runResult.ts";
import { indicatorById } from "#domain/indicators.ts";
import { answerOf, valueIn } from "#session/readings.ts";
import { useImperativeHandle, useState } from "react";
import { useFormats, useLanguage, useSession, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

type TipPlace = { readonly region: number; readonly at: { readonly x: number; readonly y: number } };

/** The tip keeps its own place, so that a moving pointer draws the tip again and not the map. */
export type MapTipHandle = { readonly show: (place: TipPlace | null) => void };

type MapTipProps = {
  readonly ref: Ref<MapTipHandle>;
  readonly now: YearSnapshot;
  readonly baseline: YearSnapshot;
};

/** What the region under the pointer says; the region panel says the same and more after a click. */
export function MapTip({ ref, now, baseline }: MapTipProps) {
  const t = useWords();
  const language = useLanguage();
  const formats = useFormats();
  const { data } = useStudy();
  const { height, colour } = useSession((context) => context.view);
  const [place, setPlace] = useState<TipPlace | null>(null);
  useImperativeHandle(ref, () => ({ show: setPlace }), []);
  if (!place) return null;
  const { region, at } = place;
  const { users, firms, difference } = answerOf(now, baseline, region);
  const more = [...new Set([height, colour])].filter((id) => id !== "digital_users" && id !== "firms");
  const left = Math.min(at.x + 14, window.innerWidth - 268);
  const top = at.y > window.innerHeight - 160 ? at.y - 120 : at.y + 14;
  return (
    <div className="map-tip" style={{ left, top }} aria-hidden="true">
      <strong>{data.regions[region].name[language]}</strong>
      <span>
        {t("counted.kOfN", { count: firms, k: formats.number(users), n: formats.number(firms) })}
        {difference !== 0 && ` (${formats.signed(difference)})`}
      </span>
      {more.map((id) => {
        const indicator = indicatorById(id);
        return (
          <span key={id}>
            {indicator.name[language]}: {formats.value(indicator, valueIn(now, id, region))}
            {indicator.unit !== "share" && ` ${t(`units.${indicator.unit}`)}`}
          </span>
        );
      })}
    </div>
  );
}
