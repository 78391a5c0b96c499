import type { ComparedPlan } from "#session/comparedPlans.ts";
import type { DownloadWords } from "#ui/words/downloads/en.ts";
import type { ReportWords } from "#ui/words/report/en.ts";
import { MECHANISMS } from "#domain/mechanisms.ts";
import { PARAMETERS } from "#domain/parameters.ts";
import { shockById } from "#domain/shocks.ts";
import { parameterMeaning, parameterUnit } from "#ui/assumptions/parameterMeaning.ts";
import { regionsOf } from "#ui/downloads/tables.ts";
import { fill } from "#ui/fill.ts";
import { decimalsOf } from "#ui/formats.ts";
import { sizeShown } from "#ui/plans/measureSize.ts";
import { useFormats, useLanguage, useStudy } from "#ui/useSession.tsx";
import { yearRange } from "#ui/yearsText.ts";

type ReportAssumptionsProps = {
  readonly plan: ComparedPlan;
  readonly words: ReportWords;
  readonly downloads: DownloadWords;
};

/** Where a plan departs from the default assumptions: shocks, parameters, parts of the model switched off. */
export function ReportAssumptions({ plan: { scenario }, words, downloads }: ReportAssumptionsProps) {
  const language = useLanguage();
  const { number } = useFormats();
  const { data } = useStudy();
  const plain = (value: number) => number(value, decimalsOf(value));
  const shocks = scenario.shocks.map((shock) => {
    const { name, unit } = shockById(shock.shock);
    const size = sizeShown({ unit: unit === "share" ? "share" : "index" }, shock.size);
    return fill(words.shock, {
      shock: name[language],
      size: unit === "share" ? `${plain(size)}\u00A0%` : `× ${plain(size)}`,
      regions: regionsOf(shock, { data, language, words: downloads }),
      years: yearRange(shock),
    });
  });
  const parameters = PARAMETERS.filter(({ id }) => id in scenario.parameters).map((parameter) =>
    fill(words.parameter, {
      symbol: parameter.symbol,
      meaning: `${parameterMeaning(parameter, language)}, ${parameterUnit(parameter.id, language)}`,
      value: plain(scenario.parameters[parameter.id]),
      usual: plain(parameter.default),
    }),
  );
  const off = MECHANISMS.filter(({ id }) => scenario.off.includes(id)).map(({ name }) => name[language]);
  const lists = [
    { title: words.shocks, items: shocks },
    { title: words.assumptions, items: parameters },
    { title: words.switchedOff, items: off },
  ].filter(({ items }) => items.length > 0);
  if (lists.length === 0) return null;
  return (
    <dl className="report-assumptions">
      {lists.map(({ title, items }) => (
        <div key={title}>
          <dt>{title}</dt>
          {items.map((item, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two shocks may read the same, and a report does not change
            <dd key={place}>{item}</dd>
          ))}
        </div>
      ))}
    </dl>
  );
}
