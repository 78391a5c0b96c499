import type { ComparePartProps } from "#ui/compare/compareQuestion.ts";
import { summarise, summariseDifference } from "#engine/summaries.ts";
import { hasIntervals, placeOfYear } from "#ui/compare/compareQuestion.ts";
import { PlanSign } from "#ui/compare/PlanSign.tsx";
import { useDifferenceWords } from "#ui/compare/useDifferenceWords.ts";
import { fill } from "#ui/fill.ts";
import { useFormats, useLanguage } from "#ui/useSession.tsx";

type UsersTableProps = ComparePartProps & {
  /** Of the first column. */
  readonly heading: string;
  /** Region null: the country. */
  readonly rows: readonly { readonly name: string; readonly year: number; readonly region: number | null }[];
};

/** Users under every plan, with the difference to no plan and its interval, by region or by year. */
export function UsersTable({ question, words, heading, rows }: UsersTableProps) {
  const language = useLanguage();
  const { number } = useFormats();
  const { bare, interval } = useDifferenceWords("digital_users");
  const bands = hasIntervals(question);
  return (
    <table className="report-users">
      <thead>
        <tr>
          <th scope="col">{heading}</th>
          {question.plans.map(({ letter, scenario }) => (
            <th key={letter} scope="col">
              <PlanSign letter={letter} /> {scenario.name[language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, year, region }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {question.plans.map(({ letter, results, without }) => {
              const t = placeOfYear(year);
              const difference = summariseDifference(results, without, "digital_users", t, region)!;
              return (
                <td key={letter}>
                  {fill(words.table.kOfN, {
                    k: number(summarise(results, "digital_users", t, region)!.p50),
                    n: number(summarise(results, "firms", t, region)!.p50),
                  })}{" "}
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
