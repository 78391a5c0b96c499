import { moneyByYear, type PlanMoney, totalMoney } from "#session/planMoney.ts";
import { fill } from "#ui/fill.ts";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { Title } from "#ui/Title.tsx";
import { useFormats, useLanguage, useSession } from "#ui/useSession.tsx";
import { SCHEDULE_WORDS } from "./SchedulePage.tsx";

/** What the plan spends, may spend and has left, by year and in total. */
export function ScheduleMoney() {
  const words = SCHEDULE_WORDS[useLanguage()];
  const { number } = useFormats();
  const simulated = useSession((session) => session.simulated);
  const seed = useSession((session) => session.seed);
  if (!simulated) return null;
  const byYear = moneyByYear(simulated.scenario, simulated.summary.money);
  const columns = [...byYear, totalMoney(byYear)];
  const isCapped = byYear.some(({ allowed }) => allowed !== null && allowed > 0);
  const left = ({ spent, allowed }: PlanMoney) => (allowed === null ? "–" : number(Math.max(0, allowed - spent), 2));
  const rows = [
    { name: words.spentRow, value: ({ spent }: PlanMoney) => number(spent, 2) },
    {
      name: words.allowedRow,
      value: ({ allowed }: PlanMoney) => (allowed === null ? words.noCap : number(allowed, 2)),
    },
    { name: words.leftRow, value: left },
  ].slice(0, isCapped ? 3 : 1);
  return (
    <section>
      <Title level={4} id="schedule-money">
        {words.moneyTitle}
      </Title>
      <p className="guidance">{fill(words.moneySubtitle, { seed })}</p>
      <ScrollArea titleId="schedule-money">
        <table className="by-year">
          <thead>
            <tr>
              <td />
              {byYear.map(({ year }) => (
                <th key={year} scope="col">
                  {year}
                </th>
              ))}
              <th scope="col">{words.total}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, value }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                {columns.map((column, k) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: columns are years in order, then the total
                  <td key={k}>{value(column)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      <p className="guidance">{isCapped ? words.totalNote : `${words.allowedRow}: ${words.noCap}`}</p>
    </section>
  );
}
