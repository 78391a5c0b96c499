import type { FrontierModel, FrontierYear, YearSnapshot } from "#domain/runResult.ts";
import { nationalValue } from "#domain/runResult.ts";
import { yearOf } from "#session/readings.ts";
import { shownYears } from "#session/sessionContext.ts";
import { useTranslation } from "react-i18next";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { useFormats, useSession } from "#ui/useSession.tsx";

const MODELS = ["M1", "M2"] as const;

/** The frontier of every simulated year: the fixed one and both that are estimated anew, with their status in words. */
export function EstimatesTable() {
  const { t } = useTranslation();
  const { number, percent } = useFormats();
  const years = useSession(shownYears);
  const wanted = useSession((context) => context.view.year);
  const now = yearOf(years, wanted) ?? years.at(-1);
  const meanOf = ({ estimates }: YearSnapshot, model: FrontierModel) => {
    const estimate = estimates.find((one) => one.model === model);
    return shown(estimate?.status === "wrongSkew" ? null : estimate?.meanEfficiency, percent);
  };
  const shown = (value: number | null | undefined, format: (value: number) => string) =>
    value === null || value === undefined ? "–" : format(value);

  return (
    <div className="table-part">
      <header className="table-head">
        <h3 id="estimates-title">
          {now &&
            t("estimates.title", {
              year: now.year,
              fixed: percent(nationalValue(now, "efficiency_fixed")),
              M1: meanOf(now, "M1"),
              M2: meanOf(now, "M2"),
            })}
        </h3>
        <p className="guidance">{t("estimates.subtitle")}</p>
      </header>
      <ScrollArea titleId="estimates-title">
        <table className="estimates-table">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                {t("estimates.year")}
              </th>
              <th scope="col" rowSpan={2}>
                {t("estimates.fixed")}
              </th>
              {MODELS.map((model) => (
                <th key={model} scope="colgroup" colSpan={4}>
                  {model}
                </th>
              ))}
            </tr>
            <tr>
              {MODELS.map((model) => [
                <th key={`${model} mean`} scope="col">
                  {t("estimates.mean")}
                </th>,
                <th key={`${model} gamma`} scope="col">
                  γ
                </th>,
                <th key={`${model} logLik`} scope="col">
                  {t("estimates.logLik")}
                </th>,
                <th key={`${model} status`} scope="col" className="text">
                  {t("estimates.status")}
                </th>,
              ])}
            </tr>
          </thead>
          <tbody>
            {years.map((snapshot) => (
              <tr key={snapshot.year}>
                <th scope="row">{snapshot.year}</th>
                <td>{percent(nationalValue(snapshot, "efficiency_fixed"))}</td>
                {MODELS.map((model) => {
                  const estimate: FrontierYear | undefined = snapshot.estimates.find((one) => one.model === model);
                  return [
                    <td key={`${model} mean`}>{meanOf(snapshot, model)}</td>,
                    <td key={`${model} gamma`}>{shown(estimate?.gamma, (value) => number(value, 3))}</td>,
                    <td key={`${model} logLik`}>{shown(estimate?.logLik, (value) => number(value, 2))}</td>,
                    <td key={`${model} status`} className="text">
                      {estimate ? t(`frontier.${estimate.status}`) : "–"}
                    </td>,
                  ];
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </div>
  );
}
