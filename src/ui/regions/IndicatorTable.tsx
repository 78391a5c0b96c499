import type { YearSnapshot } from "#domain/runResult.ts";
import { MAP_INDICATORS, sourceOf } from "#domain/indicators.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { valueIn } from "#session/readings.ts";
import { useState } from "react";
import { Title } from "#ui/Title.tsx";
import { unitBesideName } from "#ui/unitBesideName.ts";
import { useFormats, useLanguage } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

type IndicatorTableProps = {
  readonly first: YearSnapshot;
  readonly now: YearSnapshot;
  readonly without: YearSnapshot;
  readonly region: number | null;
};

/** Every indicator of the region: start, now, difference to no plan; its name opens the definition and the source. */
export function IndicatorTable({ first, now, without, region }: IndicatorTableProps) {
  const t = useWords();
  const language = useLanguage();
  const formats = useFormats();
  const [explained, setExplained] = useState<string | null>(null);
  const atStart = now.year === START_YEAR;
  const columns = atStart ? 2 : 4;

  return (
    <section className="indicators" aria-labelledby="indicators-title">
      <Title id="indicators-title">{t("region.table")}</Title>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("region.indicator")}</th>
            <th scope="col">{START_YEAR}</th>
            {!atStart && <th scope="col">{now.year}</th>}
            {!atStart && <th scope="col">{t("region.againstNoPlan")}</th>}
          </tr>
        </thead>
        {MAP_INDICATORS.map((indicator) => {
          const { id, name, definition } = indicator;
          const value = valueIn(now, id, region);
          const difference = value - valueIn(without, id, region);
          const open = explained === id;
          const unit = unitBesideName(indicator.unit);
          return (
            <tbody key={id}>
              <tr>
                <th scope="rowgroup" colSpan={columns}>
                  <button
                    type="button"
                    className="explain"
                    aria-expanded={open}
                    onClick={() => setExplained(open ? null : id)}
                  >
                    {name[language]}
                  </button>
                </th>
              </tr>
              <tr>
                <td className="unit">{unit && t(`units.${unit}`)}</td>
                <td>{formats.value(indicator, valueIn(first, id, region))}</td>
                {!atStart && <td>{formats.value(indicator, value)}</td>}
                {!atStart && (
                  <td className="difference">
                    {formats.difference(indicator, difference)}
                    {indicator.unit === "share" && <span className="unit"> {t("units.points")}</span>}
                  </td>
                )}
              </tr>
              {open && (
                <tr className="explanation">
                  <td colSpan={columns}>
                    {definition[language]}. {t("region.source", { source: sourceOf(indicator, language) })}
                  </td>
                </tr>
              )}
            </tbody>
          );
        })}
      </table>
    </section>
  );
}
