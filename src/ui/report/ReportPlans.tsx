import type { LeverUnit } from "#domain/levers.ts";
import type { ComparedPlan } from "#session/comparedPlans.ts";
import type { DownloadWords } from "#ui/words/downloads/en.ts";
import type { ReportWords } from "#ui/words/report/en.ts";
import { leverById } from "#domain/levers.ts";
import { PAYERS } from "#domain/payers.ts";
import { PlanSign } from "#ui/compare/PlanSign.tsx";
import { regionsOf } from "#ui/downloads/tables.ts";
import { decimalsOf } from "#ui/formats.ts";
import { Title } from "#ui/Title.tsx";
import { useFormats, useLanguage, useStudy } from "#ui/useSession.tsx";
import { ReportAssumptions } from "./ReportAssumptions.tsx";

type ReportPlansProps = {
  readonly plans: readonly ComparedPlan[];
  readonly words: ReportWords;
  readonly downloads: DownloadWords;
};

/** Units that the name of a measure says already. */
const SAID_BY_NAME: readonly LeverUnit[] = ["index", "cores"];

/** What each plan does, measure by measure, and which assumptions it changes. */
export function ReportPlans({ plans, words, downloads }: ReportPlansProps) {
  const language = useLanguage();
  const { number } = useFormats();
  const { data } = useStudy();
  const columns = Object.entries(words.columns);
  return plans.map((plan) => {
    const { letter, scenario } = plan;
    return (
      <div key={letter} className="report-plan">
        <Title>
          <PlanSign letter={letter} /> {scenario.name[language]}
        </Title>
        {scenario.measures.length === 0 ? (
          <p>{words.noMeasures}</p>
        ) : (
          <table>
            <thead>
              <tr>
                {columns.map(([id, column]) => (
                  <th key={id} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {scenario.measures.map((measure, index) => {
                const lever = leverById(measure.lever);
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: measures have no id of their own, and a report does not change
                  <tr key={index}>
                    <th scope="row">{lever.name[language]}</th>
                    <td>{regionsOf(measure, { data, language, words: downloads })}</td>
                    <td>{`${measure.from}–${measure.to}`}</td>
                    <td>
                      {lever.unit === "share"
                        ? `${number(100 * measure.size, decimalsOf(Number((100 * measure.size).toFixed(3))))} %`
                        : [
                            number(measure.size, decimalsOf(measure.size)),
                            ...(SAID_BY_NAME.includes(lever.unit) ? [] : [downloads.units[lever.unit]]),
                          ].join(" ")}
                    </td>
                    <td>{measure.ramp === 0 ? words.atOnce : number(measure.ramp)}</td>
                    <td>
                      {!lever.costs
                        ? ""
                        : measure.budget === null
                          ? downloads.noCap
                          : number(measure.budget, decimalsOf(measure.budget))}
                    </td>
                    <td>{lever.costs ? PAYERS.find(({ id }) => id === measure.payer)!.name[language] : ""}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        )}
        <ReportAssumptions plan={plan} words={words} downloads={downloads} />
      </div>
    );
  });
}
