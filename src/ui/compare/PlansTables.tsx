import type { ComparedPlan } from "#session/comparedPlans.ts";
import type { Summary } from "#engine/summaries.ts";
import { type Effect, effectOf, idleFutures, type SpreadId, SPREADS, spreadOf } from "#engine/comparison.ts";
import { type Difference, differenceOf, summarise, summariseDifference, summariseValues } from "#engine/summaries.ts";
import { isOpenVerdict, verdictOf } from "#session/comparisonFinding.ts";
import { useId } from "react";
import { fill } from "#ui/fill.ts";
import { decimalsOfMoney } from "#ui/formats.ts";
import { ScrollArea } from "#ui/ScrollArea.tsx";
import { sentence } from "#ui/sentence.ts";
import { Title } from "#ui/Title.tsx";
import { unbroken } from "#ui/unbroken.ts";
import { useFormats, useLanguage } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import {
  type ComparePartProps,
  type CompareQuestion,
  futuresAgainst,
  hasIntervals,
  placeOfYear,
  pairInText,
} from "./compareQuestion.ts";
import { PlanSign } from "./PlanSign.tsx";
import { useDifferenceWords } from "./useDifferenceWords.ts";
import { usePlaceName } from "./usePlaceName.ts";

/** Users, their difference, money, and what a billion brings, plan by plan. */
export function EffectTable({ question, words }: ComparePartProps) {
  const language = useLanguage();
  const { number, signed } = useFormats();
  const { bare, interval } = useDifferenceWords("digital_users");
  const { plans, against, region, year } = question;
  const t = placeOfYear(year);
  const bands = hasIntervals(question);
  const years = { ...pairInText(question, language, words), place: usePlaceName(region), year: String(year) };
  const effects = new Map(plans.map((plan) => [plan, effectOf(plan.results, plan.without, t, region)]));
  const users = ({ results }: ComparedPlan) =>
    fill(words.table.kOfN, {
      k: number(summarise(results, "digital_users", t, region)!.p50),
      n: number(summarise(results, "firms", t, region)!.p50),
    });
  const perBillion = (plan: ComparedPlan) => signed(effects.get(plan)!.firmsPerBillion!.p50, 2);
  const spenders = plans.filter((plan) => effects.get(plan)!.firmsPerBillion);
  const listed = (some: readonly ComparedPlan[], text: (plan: ComparedPlan) => string) =>
    some.map((plan) => (plans.length > 1 ? `${plan.letter}\u00A0${text(plan)}` : text(plan))).join("; ");
  const verdictWords = (difference: Difference) =>
    bands && verdictOf(difference) === "tie" ? <span className="not-apart">{words.table.notApart}</span> : null;
  return (
    <PlansTable
      title={
        spenders.length > 0
          ? fill(words.table.title, { ...years, values: listed(spenders, perBillion) })
          : fill(words.table.titleUnspent, { ...years, values: listed(plans, users) })
      }
      subtitle={bands ? words.table.subtitle : words.futures.one}
      note={fill(words.table.perBillionNote, years)}
      columns={[
        words.table.users,
        fill(words.table.difference, years),
        fill(words.table.spent, years),
        words.table.perBillion,
      ]}
      question={question}
      row={(plan) => {
        const difference = summariseDifference(
          plan.results,
          futuresAgainst(plan, against),
          "digital_users",
          t,
          region,
        )!;
        const effect: Effect = effects.get(plan)!;
        const idle = idleFutures(plan.results, t, region);
        const money = (value: number) => number(value, decimalsOfMoney(effect.spent.p90));
        return [
          users(plan),
          plan === against ? (
            "—"
          ) : (
            <Spanned
              key="difference"
              value={bare(difference.p50)}
              band={bands ? interval(difference) : null}
              note={verdictWords(difference)}
            />
          ),
          <Spanned
            key="spent"
            value={money(effect.spent.p50)}
            band={bands && idle < plan.results.length ? rangeOf(effect.spent, money, words) : null}
          />,
          effect.firmsPerBillion ? (
            <Spanned
              key="perBillion"
              value={perBillion(plan)}
              band={bands ? rangeOf(effect.firmsPerBillion, (value) => signed(value, 2), words) : null}
            />
          ) : idle === plan.results.length ? (
            words.table.noMoney
          ) : (
            fill(words.table.noMoneyInSome, { idle: number(idle), futures: number(plan.results.length) })
          ),
        ];
      }}
    />
  );
}

/** Digital output, output of adopters and the caused gain, each with what it means and does not mean. */
export function ThreeNumbers({ question, words }: ComparePartProps) {
  const language = useLanguage();
  const tr = useWords();
  const { signed } = useFormats();
  const { plan: shown, region, year } = question;
  const t = placeOfYear(year);
  const bands = hasIntervals(question);
  const { three } = words;
  const columns = [
    { id: "digital_output", name: three.digitalOutput, meaning: three.digitalOutputMeaning },
    { id: "output_of_adopters", name: three.ofAdopters, meaning: three.ofAdoptersMeaning },
    { id: "manuf_output", name: three.causedGain, meaning: three.causedGainMeaning },
  ] as const;
  const place = usePlaceName(region);
  const differenceIn = (plan: ComparedPlan, id: string) =>
    summariseDifference(plan.results, plan.without, id, t, region)!;
  const gain = differenceIn(shown, "manuf_output");
  const billions = (value: number) => tr("units.billions", { number: signed(value, 1) });
  return (
    <PlansTable
      title={fill(three.title[!bands ? "oneFuture" : isOpenVerdict(verdictOf(gain)) ? "open" : "apart"], {
        ...pairInText({ ...question, against: null }, language, words),
        year: String(year),
        gain: billions(gain.p50),
        low: signed(gain.p10, 1),
        high: signed(gain.p90, 1),
        digital: billions(differenceIn(shown, "digital_output").p50),
      })}
      subtitle={fill(three.subtitle, { place, year: String(year) })}
      columns={columns.map(({ name }) => name)}
      question={question}
      note={
        <dl className="meanings">
          {columns.map(({ id, name, meaning }) => (
            <div key={id}>
              <dt>{name}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
        </dl>
      }
      row={(plan) =>
        columns.map(({ id }) => {
          const difference = differenceIn(plan, id);
          return (
            <Spanned
              key={id}
              value={signed(difference.p50, 1)}
              band={bands ? rangeOf(difference, (value) => signed(value, 1), words) : null}
            />
          );
        })
      }
    />
  );
}

/** How far the regions are from each other, and how that differs. */
export function SpreadTable({ question, words }: ComparePartProps) {
  const tr = useWords();
  const language = useLanguage();
  const { number, signed } = useFormats();
  const { plan: shown, against, year } = question;
  const t = placeOfYear(year);
  const bands = hasIntervals(question);
  const { spread } = words;
  const names: Record<SpreadId, string> = { share_spread: spread.deviation, share_gap: spread.gap };
  const pair = pairInText(question, language, words);
  const change = fill(spread.change, pair);
  const points = (value: number) => number(100 * value, 1);
  const signedPoints = (value: number) => signed(100 * value, 1);
  const differenceIn = (plan: ComparedPlan, id: SpreadId) =>
    differenceOf(plan.results, futuresAgainst(plan, against), (result) => spreadOf(result, id, t))!;
  const main = differenceIn(shown, "share_spread");
  return (
    <PlansTable
      title={fill(spread.title[bands ? verdictOf(main) : "oneFuture"], {
        ...pair,
        year: String(year),
        difference: `${signedPoints(main.p50)}\u00A0${tr("units.points")}`,
        low: signedPoints(main.p10),
        high: signedPoints(main.p90),
      })}
      subtitle={spread.subtitle}
      columns={SPREADS.flatMap((id) => [names[id], change])}
      question={question}
      row={(plan) =>
        SPREADS.flatMap((id) => {
          const own = summariseValues(plan.results.map((result) => spreadOf(result, id, t)))!;
          const difference = differenceIn(plan, id);
          return [
            <Spanned key={id} value={points(own.p50)} band={bands ? rangeOf(own, points, words) : null} />,
            plan === against ? (
              "—"
            ) : (
              <Spanned
                key={`${id}-change`}
                value={signedPoints(difference.p50)}
                band={bands ? rangeOf(difference, signedPoints, words) : null}
              />
            ),
          ];
        })
      }
    />
  );
}

type PlansTableProps = {
  readonly title: string;
  readonly subtitle: string;
  /** Stands above the table. */
  readonly tools?: React.ReactNode;
  readonly note?: React.ReactNode;
  readonly columns: readonly string[];
  readonly question: CompareQuestion;
  readonly row: (plan: ComparedPlan) => readonly React.ReactNode[];
};

/** One row a plan. */
export function PlansTable({ title, subtitle, tools, note, columns, question: { plans }, row }: PlansTableProps) {
  const language = useLanguage();
  const titleId = useId();
  return (
    <section className="compare-table" aria-labelledby={titleId}>
      <Title id={titleId}>{title}</Title>
      <p className="guidance">{unbroken(subtitle)}</p>
      {tools}
      <ScrollArea titleId={titleId}>
        <table>
          <thead>
            <tr>
              <td />
              {columns.map((column, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may share a heading, and they never change places
                <th key={place} scope="col">
                  {unbroken(sentence(column))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plans.map((plan) => (
              <tr key={plan.letter}>
                <th scope="row">
                  <PlanSign letter={plan.letter} /> {plan.scenario.name[language]}
                </th>
                {row(plan).map((cell, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: as the headings
                  <td key={place}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
      {typeof note === "string" ? <p className="guidance">{note}</p> : note}
    </section>
  );
}

type SpannedProps = { readonly value: string; readonly band: string | null; readonly note?: React.ReactNode };

/** A number with its interval below. */
export function Spanned({ value, band, note }: SpannedProps) {
  return (
    <span className="spanned">
      {value}
      {band && <span className="guidance">{band}</span>}
      {note}
    </span>
  );
}

export function rangeOf(
  { p10, p90 }: Pick<Summary, "p10" | "p90">,
  format: (value: number) => string,
  words: ComparePartProps["words"],
): string {
  return fill(words.interval, { low: format(p10), high: format(p90) }).replaceAll(" ", "\u00A0");
}
