import { BOUNDARIES_CREDIT } from "#domain/boundaries.ts";
import { indicatorById } from "#domain/indicators.ts";
import { useId } from "react";
import { fill } from "#ui/fill.ts";
import { useLanguage, useStudy } from "#ui/useSession.tsx";
import { type ComparePartProps, hasIntervals, planInText } from "./compareQuestion.ts";
import { DifferenceMap } from "./DifferenceMap.tsx";
import { DifferenceScale } from "./DifferenceScale.tsx";
import { reachOf } from "./regionDifferences.ts";
import { useDifferenceWords } from "./useDifferenceWords.ts";

/** The map of differences with its title and scale, which stays the same whichever plan is chosen. */
export function CompareMap({ question, words }: ComparePartProps) {
  const language = useLanguage();
  const { data } = useStudy();
  const titleId = useId();
  const { plan, plans, against, indicator, year } = question;
  const { unit } = useDifferenceWords(indicator);
  const reach = reachOf(
    plans.map((one) => ({ ...question, plan: one })),
    data.regions.length,
  );
  return (
    <figure className="compare-map" aria-labelledby={titleId}>
      <h3 id={titleId}>
        {fill(words.regions.mapTitle, {
          plan: planInText(plan, plans, language, words),
          against: planInText(against, plans, language, words),
          year: String(year),
        })}
      </h3>
      <p className="guidance">
        {fill(words.regions.mapSubtitle, { indicator: indicatorById(indicator).name[language], unit })}{" "}
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
