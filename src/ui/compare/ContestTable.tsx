import type { ComparedPlan } from "#session/comparedPlans.ts";
import { indicatorById } from "#domain/indicators.ts";
import { contest } from "#engine/comparison.ts";
import { useId } from "react";
import { fill } from "#ui/fill.ts";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { Title } from "#ui/Title.tsx";
import { useFormats, useLanguage } from "#ui/useSession.tsx";
import { type ComparePartProps, hasIntervals, pairInText, placeOfYear } from "./compareQuestion.ts";
import { PlanSign } from "./PlanSign.tsx";
import { useFuturesOf } from "./useFuturesOf.ts";
import { usePlaceName } from "./usePlaceName.ts";

/**
 * Every plan against every other: in how many shared futures the row is higher. The title names the plan that wins most often
 * against the rival that is closest to it. One future leaves nothing to count.
 */
export function ContestTable({ question, words }: ComparePartProps) {
  const language = useLanguage();
  const { number } = useFormats();
  const futuresOf = useFuturesOf();
  const titleId = useId();
  const place = usePlaceName(question.region);
  if (question.plans.length < 2 || !hasIntervals(question)) return null;
  const { plans, indicator, region, year } = question;
  const t = placeOfYear(year);
  const futures = number(plans[0].results.length);
  const winsOver = (plan: ComparedPlan, rival: ComparedPlan) =>
    contest(plan.results, rival.results, indicator, t, region).higher;
  const closest = plans.map((plan) => {
    const rivals = plans.filter((other) => other !== plan);
    const against = rivals.reduce((one, other) => (winsOver(plan, other) < winsOver(plan, one) ? other : one));
    return { plan, against, wins: winsOver(plan, against) };
  });
  const first = closest.reduce((one, other) => (other.wins > one.wins ? other : one));
  return (
    <section className="compare-table contests" aria-labelledby={titleId}>
      <Title id={titleId}>
        {fill(first.wins > 0 ? words.contests.title : words.contests.titleNone, {
          ...pairInText({ ...first, plans }, language, words),
          wins: futuresOf(first.wins, plans[0].results.length),
          futures,
        })}
      </Title>
      <p className="guidance">
        {fill(words.contests.subtitle, {
          indicator: indicatorById(indicator).name[language],
          place,
          year: String(year),
          futures,
        })}
      </p>
      <ScrollArea titleId={titleId}>
        <table>
          <thead>
            <tr>
              <td />
              {plans.map(({ letter }) => (
                <th key={letter} scope="col">
                  <PlanSign letter={letter} />
                </th>
              ))}
              <th scope="col">{words.noPlan}</th>
            </tr>
          </thead>
          <tbody>
            {plans.map((plan) => (
              <tr key={plan.letter}>
                <th scope="row">
                  <PlanSign letter={plan.letter} /> {plan.scenario.name[language]}
                </th>
                {[...plans, null].map((against) => {
                  if (against === plan) return <td key={plan.letter}>—</td>;
                  const counts = contest(plan.results, against?.results ?? plan.without, indicator, t, region);
                  const label = fill(words.contests.cellLabel, {
                    ...pairInText({ plan, against, plans }, language, words),
                    wins: futuresOf(counts.higher, counts.futures),
                    equal: number(counts.equal),
                  });
                  return (
                    <td
                      key={against?.letter ?? "none"}
                      title={label}
                      style={{ "--won": counts.higher / counts.futures } as React.CSSProperties}
                    >
                      <span aria-hidden="true">{number(counts.higher)}</span>
                      <span className="hidden">{label}</span>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </section>
  );
}
