import { LEVERS } from "#domain/levers.ts";
import { spendingOf } from "#session/planMoney.ts";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { Title } from "#ui/Title.tsx";
import { useFormats, useLanguage, useSession } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

/** What the plan spends, by measure and year. */
export function MoneyTable() {
  const t = useWords();
  const language = useLanguage();
  const { number, percent } = useFormats();
  const money = useSession((context) => context.simulated?.summary.money) ?? [];
  const spent = money.filter(({ line }) => line !== "unspent");
  if (!spent.some(({ value }) => value > 0)) return <p className="guidance table-part">{t("money.none")}</p>;

  const years = [...new Set(money.map(({ year }) => year))].sort();
  const lines = [...new Set(spent.filter(({ value }) => value > 0).map(({ line }) => line))];
  const nameOf = (line: string) => LEVERS.find(({ id }) => id === line)?.name[language] ?? line;
  const sum = (lineWanted: (line: string) => boolean, year: number | null) =>
    money
      .filter(({ line, year: at }) => lineWanted(line) && (year === null || at === year))
      .reduce((total, { value }) => total + value, 0);
  const { total, largest, most } = spendingOf(spent);
  const row = (name: string, lineWanted: (line: string) => boolean) => (
    <tr key={name}>
      <th scope="row">{name}</th>
      {years.map((year) => (
        <td key={year}>{number(sum(lineWanted, year), 2)}</td>
      ))}
      <td>{number(sum(lineWanted, null), 2)}</td>
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
          <tbody>{lines.map((line) => row(nameOf(line), (candidate) => candidate === line))}</tbody>
          <tfoot>
            {row(t("money.total"), (line) => line !== "unspent")}
            {money.some(({ line }) => line === "unspent") && row(t("money.unspent"), (line) => line === "unspent")}
          </tfoot>
        </table>
      </ScrollArea>
    </div>
  );
}
