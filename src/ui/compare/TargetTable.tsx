import type { ComparedPlan } from "#session/comparedPlans.ts";
import { reachOfTarget, type TargetReach } from "#session/targetReach.ts";
import { fill } from "#ui/fill.ts";
import { TargetField, useTarget } from "#ui/TargetField.tsx";
import { useFormats } from "#ui/useSession.tsx";
import { type ComparePartProps, hasIntervals, yearsOfAll } from "./compareQuestion.ts";
import { PlansTable } from "./PlansTables.tsx";
import { usePlaceName } from "./usePlaceName.ts";

/**
 * In how many of the shared futures each plan, and no plan, reach the target by the shown year. One future leaves nothing to
 * count.
 */
export function TargetTable({ question, words }: ComparePartProps) {
  const { number } = useFormats();
  const { target, written } = useTarget();
  const place = usePlaceName(question.region);
  if (!hasIntervals(question)) return null;
  const { plans, region, year } = question;
  const until = yearsOfAll(plans).at(-1)!;
  const reachOf = (results: ComparedPlan["results"]) => reachOfTarget(results, target, { by: year, until, region });
  const counted = ({ reached, futures }: TargetReach) =>
    fill(words.table.kOfN, { k: number(reached), n: number(futures) });
  const rows = new Map(
    plans.map((plan) => [plan, { own: reachOf(plan.results), without: counted(reachOf(plan.without)) }]),
  );
  // Plans with assumptions of their own are compared with no plan under these.
  const withoutPlan = new Set([...rows.values()].map(({ without }) => without));
  const said = [...rows].map(([{ letter }, { own }]) =>
    plans.length > 1 ? `${letter}\u00A0${counted(own)}` : counted(own),
  );
  if (withoutPlan.size === 1) said.push(`${words.inText.under.none} ${[...withoutPlan][0]}`);
  return (
    <PlansTable
      title={fill(words.target.title, { target: written, year: String(year), place, values: said.join("; ") })}
      subtitle={words.target.subtitle}
      tools={<TargetField />}
      columns={[
        fill(words.target.withPlan, { year: String(year) }),
        fill(words.target.withoutPlan, { year: String(year) }),
        words.target.half,
      ]}
      question={question}
      row={(plan) => {
        const { own, without } = rows.get(plan)!;
        return [
          counted(own),
          without,
          own.halfBy === null ? fill(words.target.notYet, { year: String(until) }) : String(own.halfBy),
        ];
      }}
    />
  );
}
