import type { FrontierModel, YearSnapshot } from "#domain/runResult.ts";
import { nationalValue } from "#domain/runResult.ts";
import { yearOf } from "#session/readings.ts";
import { shownYears } from "#session/sessionContext.ts";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { Title } from "#ui/Title.tsx";
import { PHONE, useScreenMedia } from "#ui/useMedia.ts";
import { useFormats, useSession } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

const MODELS = ["M1", "M2"] as const;

/**
 * The frontier of every simulated year: the fixed one and both that are estimated anew, with their status; what a status
 * means stands once above. On a phone the frontiers stand one below the other.
 */
export function EstimatesTable() {
  const t = useWords();
  const { number, percent } = useFormats();
  const isPhone = useScreenMedia(PHONE);
  const years = useSession(shownYears);
  const wanted = useSession((context) => context.view.year);
  const now = yearOf(years, wanted) ?? years.at(-1);
  const meanOf = (snapshot: YearSnapshot, model: FrontierModel) => {
    const estimate = estimateOf(snapshot, model);
    return shown(estimate?.status === "wrongSkew" ? null : estimate?.meanEfficiency, percent);
  };
  const estimateOf = ({ estimates }: YearSnapshot, model: FrontierModel) =>
    estimates.find((one) => one.model === model);
  const shown = (value: number | null | undefined, format: (value: number) => string) =>
    value === null || value === undefined ? "–" : format(value);
  const statuses = [...new Set(years.flatMap(({ estimates }) => estimates.map(({ status }) => status)))].filter(
    (status) => status !== "converged",
  );
  const ownHeads = (model: string) => [
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
  ];
  const ownCells = (snapshot: YearSnapshot, model: FrontierModel) => {
    const estimate = estimateOf(snapshot, model);
    return [
      <td key={`${model} mean`}>{meanOf(snapshot, model)}</td>,
      <td key={`${model} gamma`}>{shown(estimate?.gamma, (value) => number(value, 3))}</td>,
      <td key={`${model} logLik`}>{shown(estimate?.logLik, (value) => number(value, 2))}</td>,
      <td key={`${model} status`} className="text">
        {estimate ? t(`estimates.statuses.${estimate.status}`) : "–"}
      </td>,
    ];
  };

  return (
    <div className="table-part">
      <header className="table-head">
        <Title id="estimates-title">
          {now &&
            t("estimates.title", {
              year: now.year,
              fixed: percent(nationalValue(now, "efficiency_fixed")),
              M1: meanOf(now, "M1"),
              M2: meanOf(now, "M2"),
            })}
        </Title>
        <p className="guidance">{t("estimates.subtitle")}</p>
        {statuses.map((status) => (
          <p key={status} className="guidance">
            {t(`frontier.${status}`)}.
          </p>
        ))}
      </header>
      <ScrollArea titleId="estimates-title">
        {isPhone ? (
          <table className="estimates-table">
            <thead>
              <tr>
                <th scope="col">{t("estimates.year")}</th>
                {ownHeads("")}
              </tr>
            </thead>
            {[null, ...MODELS].map((model) => (
              <tbody key={model}>
                <tr>
                  <th scope="rowgroup" colSpan={5}>
                    {model ?? t("region.fixed")}
                  </th>
                </tr>
                {years.map((snapshot) => (
                  <tr key={snapshot.year}>
                    <th scope="row">{snapshot.year}</th>
                    {model ? (
                      ownCells(snapshot, model)
                    ) : (
                      <>
                        <td>{percent(nationalValue(snapshot, "efficiency_fixed"))}</td>
                        <td colSpan={3} />
                      </>
                    )}
                  </tr>
                ))}
              </tbody>
            ))}
          </table>
        ) : (
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
              <tr>{MODELS.map(ownHeads)}</tr>
            </thead>
            <tbody>
              {years.map((snapshot) => (
                <tr key={snapshot.year}>
                  <th scope="row">{snapshot.year}</th>
                  <td>{percent(nationalValue(snapshot, "efficiency_fixed"))}</td>
                  {MODELS.map((model) => ownCells(snapshot, model))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </ScrollArea>
    </div>
  );
}
