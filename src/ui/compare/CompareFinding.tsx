import { indicatorById } from "#domain/indicators.ts";
import { contest } from "#engine/comparison.ts";
import { summariseDifference } from "#engine/summaries.ts";
import { verdictOf } from "#session/comparisonFinding.ts";
import { fill } from "#ui/fill.ts";
import { Title } from "#ui/Title.tsx";
import { unbroken } from "#ui/unbroken.ts";
import { useLanguage } from "#ui/useSession.tsx";
import {
  type CompareQuestion,
  type ComparePartProps,
  futuresAgainst,
  hasIntervals,
  placeOfYear,
  pairInText,
} from "./compareQuestion.ts";
import { useDifferenceWords } from "./useDifferenceWords.ts";
import { useFuturesOf } from "./useFuturesOf.ts";
import { usePlaceName } from "./usePlaceName.ts";

/** The answer of the comparison in one sentence, and the interval that it rests on. */
export function CompareFinding({ question, words }: ComparePartProps) {
  const { title, text } = useFindingOf(question, words);
  return (
    <section className="compare-finding" aria-live="polite">
      <Title>{title}</Title>
      {text && <p>{unbroken(text)}</p>}
    </section>
  );
}

function useFindingOf(question: CompareQuestion, words: ComparePartProps["words"]) {
  const language = useLanguage();
  const futuresOf = useFuturesOf();
  const { withUnit, bare } = useDifferenceWords(question.indicator);
  const { plan, against, indicator, region, year } = question;
  const place = usePlaceName(region);
  const t = placeOfYear(year);
  const reference = futuresAgainst(plan, against);
  const difference = summariseDifference(plan.results, reference, indicator, t, region)!;
  const { higher, lower, futures } = contest(plan.results, reference, indicator, t, region);
  const verdict = verdictOf(difference);
  const values = {
    indicator: indicatorById(indicator).name[language],
    place,
    year: String(year),
    ...pairInText(question, language, words),
    futures: String(futures),
    difference: withUnit(difference.p50),
    low: bare(difference.p10),
    high: bare(difference.p90),
    wins: futuresOf(verdict === "lower" ? lower : higher, futures),
  };
  if (!hasIntervals(question)) return { title: fill(words.finding.oneFuture, values), text: null };
  switch (verdict) {
    case "higher":
      return { title: fill(words.finding.beats, values), text: fill(words.finding.apart, values) };
    case "lower":
      return { title: fill(words.finding.loses, values), text: fill(words.finding.apart, values) };
    case "same":
      return { title: fill(words.finding.same, values), text: null };
    case "tie":
      return { title: fill(words.finding.tie, values), text: fill(words.finding.tieWhy, values) };
  }
}
