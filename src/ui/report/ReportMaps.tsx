import type { CompareQuestion } from "#ui/compare/compareQuestion.ts";
import type { CompareWords } from "#ui/words/compare/en.ts";
import type { ReportWords } from "#ui/words/report/en.ts";
import { BOUNDARIES_CREDIT } from "#domain/boundaries.ts";
import { CompareRegions } from "#ui/compare/CompareRegions.tsx";
import { hasIntervals } from "#ui/compare/compareQuestion.ts";
import { DifferenceMap, mapNote } from "#ui/compare/DifferenceMap.tsx";
import { DifferenceScale } from "#ui/compare/DifferenceScale.tsx";
import { PlanSign } from "#ui/compare/PlanSign.tsx";
import { reachOf, verdictCounts } from "#ui/compare/regionDifferences.ts";
import { fill } from "#ui/fill.ts";
import { Title } from "#ui/Title.tsx";
import { useFormats, useLanguage, useStudy } from "#ui/useSession.tsx";

type ReportMapsProps = {
  readonly question: CompareQuestion;
  readonly words: ReportWords;
  readonly compare: CompareWords;
};

/** Who gains and who loses under every plan, on one scale of colours; under a single plan with intervals too. */
export function ReportMaps({ question, words, compare }: ReportMapsProps) {
  const language = useLanguage();
  const { number } = useFormats();
  const { data } = useStudy();
  const questions = question.plans
    .filter(({ results, without }) => results[0].digest !== without[0].digest)
    .map((plan) => ({ ...question, plan }));
  if (questions.length === 0) return null;
  const reach = reachOf(questions, data.regions.length);
  const text = (asked: CompareQuestion) => {
    const { gain, lose, open } = verdictCounts(asked, data.regions.length);
    return fill(compare.regions.title.some, { gain: number(gain), lose: number(lose), open: number(open) });
  };
  return (
    <section>
      <Title level={2}>{words.map}</Title>
      <p className="guidance">
        {fill(words.mapHint, { year: String(question.year) })} {mapNote(question, compare)}
      </p>
      <DifferenceScale indicator={question.indicator} reach={reach} />
      <div className="report-maps">
        {questions.map((asked) => (
          <figure key={asked.plan.letter}>
            <figcaption>
              <PlanSign letter={asked.plan.letter} /> <b>{asked.plan.scenario.name[language]}</b>
              {hasIntervals(asked) && <span className="guidance">{text(asked)}</span>}
            </figcaption>
            <div className="report-map">
              <DifferenceMap question={asked} words={compare} reach={reach} everyName />
            </div>
          </figure>
        ))}
      </div>
      <p className="guidance">{BOUNDARIES_CREDIT[language]}</p>
      {questions.length === 1 && <CompareRegions question={questions[0]} words={compare} />}
    </section>
  );
}
