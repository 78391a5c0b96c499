import type { Language } from "#domain/language.ts";
import type { ComparedPlan } from "#session/comparedPlans.ts";
import { indicatorById } from "#domain/indicators.ts";
import { summariseDifference } from "#engine/summaries.ts";
import { ChartFrame } from "#ui/charts/ChartFrame.tsx";
import { termsOf } from "#ui/charts/termsOf.ts";
import { fill } from "#ui/fill.ts";
import { useFormats, useLanguage, useSend } from "#ui/useSession.tsx";
import {
  type ComparePartProps,
  type CompareQuestion,
  futuresAgainst,
  hasIntervals,
  nameOfPlan,
  pairInText,
  yearsOfAll,
} from "./compareQuestion.ts";
import { DifferenceChart } from "./DifferenceChart.tsx";
import { useDifferenceWords } from "./useDifferenceWords.ts";
import { usePlaceName } from "./usePlaceName.ts";

/** Differences over the years with their bands; the line at zero is the plan or no plan that all are compared with. */
export function CompareCourse({ question, words }: ComparePartProps) {
  const language = useLanguage();
  const send = useSend();
  const { number } = useFormats();
  const { bare, unit } = useDifferenceWords(question.indicator);
  const { plans, against, indicator, region, year } = question;
  const place = usePlaceName(region);
  const isShare = indicatorById(indicator).unit === "share";
  const isIndex = indicatorById(indicator).unit === "index";
  const bands = hasIntervals(question);
  const shown = plans.filter((plan) => plan !== against);
  const lines = shown.map((plan) => ({
    letter: plan.letter,
    label: nameOfPlan(plan, plans, language, words),
    hasBand: bands,
    points: courseOf(plan, against, indicator, region, yearsOfAll(plans)),
  }));
  const title = titleOf(question, words, lines.find(({ letter }) => letter === question.plan.letter)!.points, language);
  const name = (plan: ComparedPlan) => nameOfPlan(plan, plans, language, words);
  return (
    <div className="compare-chart">
      <ChartFrame
        title={title}
        subtitle={[
          fill(words.course.subtitle, {
            indicator: indicatorById(indicator).name[language],
            unit,
            place,
            ...pairInText(question, language, words),
          }),
          ...(bands ? [words.course.futures] : []),
        ].join(" ")}
        terms={termsOf(indicator, true)}
        fileName={`differences-${indicator.replaceAll("_", "-")}`}
        table={{
          columns: [
            words.year,
            ...shown.flatMap((plan) => [
              name(plan),
              ...(bands
                ? [fill(words.course.low, { plan: name(plan) }), fill(words.course.high, { plan: name(plan) })]
                : []),
            ]),
          ],
          rows: yearsOfAll(plans).map((at, t) => [
            at,
            ...lines.flatMap(({ points, hasBand }) => [
              points[t].value,
              ...(hasBand ? [points[t].low, points[t].high] : []),
            ]),
          ]),
          show: (cell, column) => (column === 0 ? String(cell) : bare(Number(cell))),
        }}
      >
        {(width, height) => (
          <DifferenceChart
            title={title}
            lines={lines}
            zero={nameOfPlan(against, plans, language, words)}
            year={year}
            onYear={(to) => send({ type: "VIEW_CHANGED", change: { year: to } })}
            width={width}
            height={height}
            tick={(value) => number(isShare ? 100 * value : value, isShare ? 1 : 0)}
            unit={isIndex ? null : unit}
            value={bare}
          />
        )}
      </ChartFrame>
    </div>
  );
}

function courseOf(
  plan: ComparedPlan,
  against: ComparedPlan | null,
  indicator: string,
  region: number | null,
  years: readonly number[],
) {
  const reference = futuresAgainst(plan, against);
  return years.map((year, t) => {
    const { p10, p50, p90 } = summariseDifference(plan.results, reference, indicator, t, region)!;
    return { year, value: p50, low: p10, high: p90 };
  });
}

/** From which year on the interval of the chosen plan leaves zero for good. */
function titleOf(
  question: CompareQuestion,
  words: ComparePartProps["words"],
  points: ReturnType<typeof courseOf>,
  language: Language,
): string {
  const values = {
    ...pairInText(question, language, words),
    last: String(points.at(-1)!.year),
  };
  if (!hasIntervals(question)) return fill(words.course.title.oneFuture, values);
  const isClear = ({ low, high }: { low: number; high: number }) => low > 0 || high < 0;
  const open = points.findLastIndex((point) => !isClear(point));
  if (open === points.length - 1) return fill(words.course.title.never, values);
  return fill(words.course.title.since, { ...values, year: String(points[open + 1].year) });
}
