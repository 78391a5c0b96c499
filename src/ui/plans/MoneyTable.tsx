import type { MoneyLine } from "#domain/runResult.ts";
import { LEVERS } from "#domain/levers.ts";
import { PAYERS } from "#domain/payers.ts";
import { spendingOf } from "#session/planMoney.ts";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { Title } from "#ui/Title.tsx";
import { useFormats, useLanguage, useSession } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

/** What the plan spends, by measure, payer and year. */
export function MoneyTable() {
  const t = useWords();
  const language = useLanguage();
  const { number, percent } = useFormats();
  const money = useSession((context) => context.simulated?.summary.money) ?? [];
  const spent = money.filter(({ line }) => line !== "unspent");
  if (!spent.some(({ value }) => value > 0)) return <p className="guidance table-part">{t("money.none")}</p>;

  const years = [...new Set(money.map(({ year }) => year))].sort();
  const lines = [
    ...new Map(spent.filter(({ value }) => value > 0).map((entry) => [`${entry.line}/${entry.payer}`, entry] as const)),
  ];
  const payers = PAYERS.filter(({ id }) => lines.some(([, { payer }]) => payer === id));
  const nameOf = (line: string) => LEVERS.find(({ id }) => id === line)?.name[language] ?? line;
  const payerOf = (payer: MoneyLine["payer"]) => PAYERS.find(({ id }) => id === payer)?.name[language];
  const sum = (isWanted: (entry: MoneyLine) => boolean, year: number | null) =>
    money
      .filter((entry) => isWanted(entry) && (year === null || entry.year === year))
      .reduce((total, { value }) => total + value, 0);
  const { total, largest, most } = spendingOf(spent);
  const row = (key: string, name: string, isWanted: (entry: MoneyLine) => boolean, payer?: string) => (
    <tr key={key}>
      <th scope="row">
        {name}
        {payer && <span className="guidance">{payer}</span>}
      </th>
      {years.map((year) => (
        <td key={year}>{number(sum(isWanted, year), 2)}</td>
      ))}
      <td>{number(sum(isWanted, null), 2)}</td>
    </tr>
  );

  return (
    <div className="table-part">
      <header className="table-head">
        <Title id="money-title">
          {t("money.title", {
            year: years.at(-1),
            spent: t("units.billions", { number: number(total, 2) }),
            measure: nameOf(largest),
            share: percent(most / total, 0),
          })}
        </Title>
        <p className="guidance">{t("money.subtitle")}</p>
      </header>
      <ScrollArea titleId="money-title">
        <table className="money-table by-year">
          <thead>
            <tr>
              <th scope="col">{t("money.line")}</th>
              {years.map((year) => (
                <th key={year} scope="col">
                  {year}
                </th>
              ))}
              <th scope="col">{t("money.sum")}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(([key, { line, payer }]) =>
              row(key, nameOf(line), (entry) => entry.line === line && entry.payer === payer, payerOf(payer)),
            )}
          </tbody>
          <tfoot>
            {row("total", t("money.total"), ({ line }) => line !== "unspent")}
            {payers.length > 1 && payers.map(({ id, name }) => row(id, name[language], ({ payer }) => payer === id))}
            {money.some(({ line }) => line === "unspent") &&
              row("unspent", t("money.unspent"), ({ line }) => line === "unspent")}
          </tfoot>
        </table>
      </ScrollArea>
    </div>
  );
}
