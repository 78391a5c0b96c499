import type { Indicator } from "#domain/indicators.ts";
import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { contest } from "#engine/comparison.ts";
import { type Difference, summarise, summariseDifference } from "#engine/summaries.ts";
import { isOpenVerdict, verdictOf } from "#session/comparisonFinding.ts";
import { useId } from "react";
import { fill } from "#ui/fill.ts";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { Title } from "#ui/Title.tsx";
import { useFormats, useLanguage } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import {
  type ComparePartProps,
  futuresAgainst,
  hasIntervals,
  nameOfPlan,
  pairInText,
  placeOfYear,
} from "./compareQuestion.ts";
import { NarrowFold } from "./NarrowFold.tsx";
import { usePlaceName } from "./usePlaceName.ts";

/**
 * The chosen plan in every indicator: its median, the difference with its interval, and how often it is higher; of one future
 * its value and difference.
 */
export function IndicatorDifferences({ question, words }: ComparePartProps) {
  const t = useWords();
  const language = useLanguage();
  const formats = useFormats();
  const titleId = useId();
  const { plan, plans, against, region, year } = question;
  const place = usePlaceName(region);
  const at = placeOfYear(year);
  const bands = hasIntervals(question);
  const reference = futuresAgainst(plan, against);
  const { indicators: own } = words;
  const rows = REGIONAL_INDICATORS.filter(({ id }) => id !== "firms").map((indicator) => {
    const difference = summariseDifference(plan.results, reference, indicator.id, at, region)!;
    const isApart = bands ? !isOpenVerdict(verdictOf(difference)) : difference.p50 !== 0;
    return { indicator, difference, isApart };
  });
  const unitOf = ({ unit }: Indicator) =>
    unit === "index" ? "" : t(unit === "share" ? "units.points" : `units.${unit}`);
  return (
    <section className="compare-table by-indicator" aria-labelledby={titleId}>
      <Title id={titleId}>
        {fill(bands ? own.title : own.titleOne, {
          ...pairInText(question, language, words),
          year: String(year),
          apart: formats.number(rows.filter(({ isApart }) => isApart).length),
          all: formats.number(rows.length),
        })}
      </Title>
      <p className="guidance">
        {place}.{bands && ` ${own.medians}`}
      </p>
      <NarrowFold>
        <ScrollArea titleId={titleId}>
          <table>
            <thead>
              <tr>
                <th scope="col">{words.indicator}</th>
                <th scope="col">{nameOfPlan(plan, plans, language, words)}</th>
                <th scope="col">{own.difference}</th>
                {bands && <th scope="col">{fill(own.higher, { futures: formats.number(plan.results.length) })}</th>}
              </tr>
            </thead>
            <tbody>
              {rows.map(({ indicator, difference }) => {
                const { id, name } = indicator;
                const value = summarise(plan.results, id, at, region)!;
                const decimals = decimalsThatShow(indicator, difference);
                const show = (number: number) => formats.difference({ ...indicator, decimals }, number);
                const isOpen = bands && verdictOf(difference) === "tie";
                return (
                  <tr key={id} data-open={isOpen}>
                    <th scope="row">{name[language]}</th>
                    <td>{formats.value(indicator, value.p50)}</td>
                    <td>
                      {show(difference.p50)} <span className="guidance">{unitOf(indicator)}</span>
                      {bands && (
                        <span className="guidance interval">
                          {" "}
                          ({fill(words.interval, { low: show(difference.p10), high: show(difference.p90) })})
                        </span>
                      )}
                    </td>
                    {bands && <td>{formats.number(contest(plan.results, reference, id, at, region).higher)}</td>}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </ScrollArea>
      </NarrowFold>
    </section>
  );
}

/** Small differences that differ from zero are not written as zeros: up to two decimals more than the indicator has. */
function decimalsThatShow({ unit, decimals }: Indicator, { p10, p90 }: Pick<Difference, "p10" | "p90">): number {
  const largest = Math.max(Math.abs(p10), Math.abs(p90)) * (unit === "share" ? 100 : 1);
  const isHidden = (places: number) => largest > 0 && Number(largest.toFixed(places)) === 0;
  return [decimals, decimals + 1].find((places) => !isHidden(places)) ?? decimals + 2;
}
