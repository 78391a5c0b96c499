import type { ComparePartProps } from "#ui/compare/compareQuestion.ts";
import { summarise, summariseDifference } from "#engine/summaries.ts";
import { hasIntervals, placeOfYear } from "#ui/compare/compareQuestion.ts";
import { PlanSign } from "#ui/compare/PlanSign.tsx";
import { useDifferenceWords } from "#ui/compare/useDifferenceWords.ts";
import { fill } from "#ui/fill.ts";
import { useFormats, useLanguage, useStudy } from "#ui/useSession.tsx";

/** Users by region under every plan, with the difference to no plan and its interval. */
export function RegionTable({ question, words }: ComparePartProps) {
  const language = useLanguage();
  const { number } = useFormats();
  const { data } = useStudy();
  const { bare, interval } = useDifferenceWords("digital_users");
  const t = placeOfYear(question.year);
  const bands = hasIntervals(question);
  return (
    <table className="report-regions">
      <thead>
        <tr>
          <th scope="col">{words.region}</th>
          {question.plans.map(({ letter, scenario }) => (
            <th key={letter} scope="col">
              <PlanSign letter={letter} /> {scenario.name[language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {data.regions.map(({ id, name }, region) => (
          <tr key={id}>
            <th scope="row">{name[language]}</th>
            {question.plans.map(({ letter, results, without }) => {
              const difference = summariseDifference(results, without, "digital_users", t, region)!;
              return (
                <td key={letter}>
                  {fill(words.table.kOfN, {
                    k: number(summarise(results, "digital_users", t, region)!.p50),
                    n: number(summarise(results, "firms", t, region)!.p50),
                  })}
                  <span className="guidance">
                    {bare(difference.p50)}
                    {bands && ` (${interval(difference)})`}
                  </span>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
