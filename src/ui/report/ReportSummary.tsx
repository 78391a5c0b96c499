import type { ComparedPlan } from "#session/comparedPlans.ts";
import type { CompareWords } from "#ui/words/compare/en.ts";
import type { ReportWords } from "#ui/words/report/en.ts";
import { contest, effectOf, idleFutures } from "#engine/comparison.ts";
import { summarise, summariseDifference } from "#engine/summaries.ts";
import { verdictOf } from "#session/comparisonFinding.ts";
import { type CompareQuestion, hasIntervals, placeOfYear, planInText } from "#ui/compare/compareQuestion.ts";
import { useFuturesOf } from "#ui/compare/useFuturesOf.ts";
import { fill } from "#ui/fill.ts";
import { decimalsOfMedian, decimalsOfMoney } from "#ui/formats.ts";
import { useFormats, useLanguage } from "#ui/useSession.tsx";

type ReportSummaryProps = {
  readonly question: CompareQuestion;
  readonly words: ReportWords;
  readonly compare: CompareWords;
};

/** Every plan against no plan, then every pair, in sentences. */
export function ReportSummary({ question, words, compare }: ReportSummaryProps) {
  const language = useLanguage();
  const { number, signed } = useFormats();
  const futuresOf = useFuturesOf();
  const { plans, year } = question;
  const t = placeOfYear(year);
  const bands = hasIntervals(question);
  const name = (plan: ComparedPlan | null) => planInText(plan, plans, language, compare, "quoted");

  const aboutPlan = (plan: ComparedPlan) => {
    const { additionalUsers, spent, firmsPerBillion } = effectOf(plan.results, plan.without, t, null);
    const idle = idleFutures(plan.results, t, null);
    const users = fill(bands ? words.summaryPlan : words.summaryPlanOne, {
      plan: name(plan),
      year: String(year),
      k: number(summarise(plan.results, "digital_users", t, null)!.p50),
      n: number(summarise(plan.results, "firms", t, null)!.p50),
      difference: signed(additionalUsers.p50, decimalsOfMedian(additionalUsers.p50)),
      low: signed(additionalUsers.p10),
      high: signed(additionalUsers.p90),
      wins: futuresOf(contest(plan.results, plan.without, "digital_users", t, null).higher, plan.results.length),
    });
    const money = firmsPerBillion
      ? fill(bands ? words.summaryMoney : words.summaryMoneyOne, {
          spent: number(spent.p50, decimalsOfMoney(spent.p90)),
          perBillion: signed(firmsPerBillion.p50, 2),
          low: signed(firmsPerBillion.p10, 2),
          high: signed(firmsPerBillion.p90, 2),
        })
      : idle === plan.results.length
        ? words.summaryNoMoney
        : fill(words.summaryMoneyInSome, { idle: number(idle), futures: number(plan.results.length) });
    return `${users} ${money}`;
  };
  const aboutPair = (plan: ComparedPlan, against: ComparedPlan) => {
    const difference = summariseDifference(plan.results, against.results, "digital_users", t, null)!;
    const { higher, lower, futures } = contest(plan.results, against.results, "digital_users", t, null);
    const verdict = verdictOf(difference);
    if (verdict === "same")
      return fill(words.summarySame, { plan: name(plan), against: name(against), futures: number(futures) });
    if (verdict === "tie")
      return fill(words.summaryTie, {
        plan: name(plan),
        against: name(against),
        low: signed(difference.p10),
        high: signed(difference.p90),
      });
    const isHigher = verdict === "higher";
    return fill(words.summaryBeats, {
      plan: name(isHigher ? plan : against),
      against: name(isHigher ? against : plan),
      wins: futuresOf(isHigher ? higher : lower, futures),
      difference: signed(Math.abs(difference.p50), decimalsOfMedian(difference.p50)),
      low: signed(isHigher ? difference.p10 : -difference.p90),
      high: signed(isHigher ? difference.p90 : -difference.p10),
    });
  };

  return (
    <ul className="report-summary">
      {plans.map((plan) => (
        <li key={plan.letter}>{aboutPlan(plan)}</li>
      ))}
      {bands &&
        plans.flatMap((plan, p) =>
          plans
            .slice(0, p)
            .map((against) => <li key={`${plan.letter} ${against.letter}`}>{aboutPair(plan, against)}</li>),
        )}
    </ul>
  );
}
