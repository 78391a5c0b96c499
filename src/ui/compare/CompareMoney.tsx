import type { LeverId } from "#domain/levers.ts";
import { leverById } from "#domain/levers.ts";
import { PAYERS } from "#domain/payers.ts";
import { spentUpTo } from "#engine/comparison.ts";
import { summariseValues } from "#engine/summaries.ts";
import { spendingOf } from "#session/planMoney.ts";
import { useId } from "react";
import { fill } from "#ui/fill.ts";
import { decimalsOfMoney } from "#ui/formats.ts";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { Title } from "#ui/Title.tsx";
import { useFormats, useLanguage } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { type ComparePartProps, hasIntervals, planInText, yearsOfAll } from "./compareQuestion.ts";
import { moneyLines } from "./moneyLines.ts";
import { NarrowFold } from "./NarrowFold.tsx";
import { PlanSign } from "./PlanSign.tsx";
import { rangeOf, Spanned } from "./PlansTables.tsx";

/** What every plan spends, line by line and year by year. */
export function CompareMoney({ question, words }: ComparePartProps) {
  const t = useWords();
  const { plan: asked, plans } = question;
  const language = useLanguage();
  const { number, percent } = useFormats();
  const titleId = useId();
  const bands = hasIntervals(question);
  const years = yearsOfAll(plans).slice(1); // nothing is spent in 2023
  const nameOf = (line: string) =>
    line === "unspent" ? words.money.unspent : leverById(line as LeverId).name[language];
  const spenders = plans
    .map((plan) => {
      const lines = moneyLines(plan.results);
      return { plan, lines, spent: lines.filter(({ payer }) => payer !== null) };
    })
    .filter(({ lines }) => lines.length > 0);
  if (spenders.length === 0) return null;
  const { plan: told, spent: spentOn } = spenders.find(({ plan }) => plan === asked) ?? spenders[0];
  const { total, largest, most } = spendingOf(spentOn.map(({ line, byYear }) => ({ line, value: sumOf(byYear) })));
  return (
    <section className="compare-table compare-wide compare-money" aria-labelledby={titleId}>
      <Title id={titleId}>
        {fill(bands ? words.money.title : words.money.titleOne, {
          year: String(told.scenario.until),
          plan: planInText(told, plans, language, words),
          underPlan: planInText(told, plans, language, words, "under"),
          spent: t("units.billions", { number: number(total, 2) }),
          line: nameOf(largest),
          share: percent(most / total, 0),
        })}
      </Title>
      <p className="guidance">{bands ? words.money.subtitle : words.money.subtitleOne}</p>
      <NarrowFold>
        <ScrollArea titleId={titleId}>
          <table className="by-year">
            <thead>
              <tr>
                <th scope="col">{words.money.line}</th>
                {years.map((year) => (
                  <th key={year} scope="col">
                    {year}
                  </th>
                ))}
                <th scope="col">{words.money.total}</th>
              </tr>
            </thead>
            <tbody>
              {spenders.flatMap(({ plan, lines, spent }) => {
                const total = summariseValues(plan.results.map((result) => spentUpTo(result, years.length, null)))!;
                const inTenths = (value: number) => number(value, decimalsOfMoney(total.p90));
                const row = ({ line, payer, byYear }: (typeof lines)[number]) => ({
                  key: `${line} ${payer}`,
                  name: nameOf(line),
                  payer: PAYERS.find(({ id }) => id === payer)?.name[language] ?? null,
                  byYear,
                  isTotal: false,
                });
                const rows = [
                  ...spent.map(row),
                  {
                    key: "total",
                    name: words.money.spent,
                    payer: null,
                    byYear: new Map(
                      years.map((year) => [year, spent.reduce((sum, line) => sum + (line.byYear.get(year) ?? 0), 0)]),
                    ),
                    isTotal: true,
                  },
                  ...lines.filter(({ payer }) => payer === null).map(row),
                ];
                return rows.map(({ key, name, payer, byYear, isTotal }, place) => (
                  <tr key={`${plan.letter} ${key}`} data-total={isTotal} data-last={place === rows.length - 1}>
                    <th scope="row">
                      <PlanSign letter={plan.letter} /> {name}
                      {payer && <span className="guidance">{payer}</span>}
                    </th>
                    {years.map((year) => (
                      <td key={year}>{number(byYear.get(year) ?? 0, 2)}</td>
                    ))}
                    <td>
                      <Spanned
                        value={number(sumOf(byYear), 2)}
                        band={
                          isTotal && bands
                            ? `${fill(words.money.median, { median: inTenths(total.p50) })} (${rangeOf(total, inTenths, words)})`
                            : null
                        }
                      />
                    </td>
                  </tr>
                ));
              })}
            </tbody>
          </table>
        </ScrollArea>
      </NarrowFold>
    </section>
  );
}

function sumOf(byYear: ReadonlyMap<number, number>): number {
  return [...byYear.values()].reduce((sum, value) => sum + value, 0);
}
