import { BOUNDARIES_CREDIT } from "#domain/boundaries.ts";
import { indicatorById } from "#domain/indicators.ts";
import { useId } from "react";
import { fill } from "#ui/fill.ts";
import { Title } from "#ui/Title.tsx";
import { useFormats, useLanguage, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { type ComparePartProps, hasIntervals, pairInText } from "./compareQuestion.ts";
import { DifferenceMap } from "./DifferenceMap.tsx";
import { DifferenceScale } from "./DifferenceScale.tsx";
import { reachOf, regionDifferences } from "./regionDifferences.ts";
import { useDifferenceWords } from "./useDifferenceWords.ts";

/** Regions that a title names one by one. */
const MOST_NAMES = 3;

/** The map of differences with its title and scale, which stays the same whichever plan is chosen. */
export function CompareMap({ question, words }: ComparePartProps) {
  const language = useLanguage();
  const { data } = useStudy();
  const titleId = useId();
  const t = useWords();
  const { plans, indicator, year } = question;
  const { unit, withUnit } = useDifferenceWords(indicator);
  const { number } = useFormats();
  const reach = reachOf(
    plans.map((one) => ({ ...question, plan: one })),
    data.regions.length,
  );
  const rows = regionDifferences(question, data.regions.length);
  const largest = rows.reduce((most, row) => (Math.abs(row.p50) > Math.abs(most.p50) ? row : most));
  const alike = rows.filter(({ p50 }) => p50 === largest.p50);
  const names = {
    ...pairInText(question, language, words),
    year: String(year),
    difference: withUnit(largest.p50),
    regions:
      alike.length <= MOST_NAMES
        ? alike.map(({ region }) => data.regions[region].shortName[language]).join(", ")
        : fill(words.regions.mapSome, {
            some: t("counted.regionsChosen", { count: alike.length, number: number(alike.length) }),
            all: number(rows.length),
          }),
  };
  return (
    <figure className="compare-map" aria-labelledby={titleId}>
      <Title id={titleId}>{fill(largest.p50 === 0 ? words.regions.mapTitleNone : words.regions.mapTitle, names)}</Title>
      <p className="guidance">
        {fill(words.regions.mapSubtitle, { ...names, indicator: indicatorById(indicator).name[language], unit })}{" "}
        {hasIntervals(question) && words.regions.brackets}
      </p>
      <div className="compare-map-room">
        <DifferenceMap question={question} words={words} reach={reach} />
      </div>
      <figcaption className="guidance">
        <DifferenceScale indicator={indicator} reach={reach} />
        {BOUNDARIES_CREDIT[language]}
      </figcaption>
    </figure>
  );
}
