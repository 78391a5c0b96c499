import { isNoPlan } from "#domain/noPlan.ts";
import { LAST_YEAR } from "#domain/scenario.ts";
import { enoughForABand } from "#session/futures.ts";
import { reachOfTarget } from "#session/targetReach.ts";
import { useState } from "react";
import { decimalsOf } from "#ui/formats.ts";
import { useShownFutures } from "#ui/FuturesInterval.tsx";
import { NumberField } from "#ui/NumberField.tsx";
import { useFormats, useLanguage, useSelectedRegion, useSession, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

/** Percent; the target of the question "How likely are 30 %". */
const FIRST_TARGET = 30;

/** In how many futures the country, and the selected region, reach a share of digital users by the shown year. */
export function TargetNote() {
  const t = useWords();
  const language = useLanguage();
  const { number, percent } = useFormats();
  const { regions } = useStudy().data;
  const region = useSelectedRegion();
  const year = useSession((context) => context.view.year);
  const futures = useShownFutures();
  const [given, setGiven] = useState(FIRST_TARGET);
  // Shares are published to a tenth of a percent, and so are those that they are compared with.
  const target = Math.round(10 * given) / 1000;
  const until = Math.min(futures?.scenario.until ?? LAST_YEAR, LAST_YEAR);

  const answerFor = (place: number | null) => {
    const { plan, baseline, scenario } = futures!;
    const when = { by: year, until, region: place };
    const { reached, futures: all, halfBy } = reachOfTarget(plan, target, when);
    const first = t(isNoPlan(scenario) ? "target.alone" : "target.withPlan", {
      place: place === null ? t("region.country") : regions[place].name[language],
      target: percent(target, decimalsOf(Math.round(10 * given) / 10)),
      year,
      futures: t("counted.futuresOf", { count: all, k: number(reached), n: number(all) }),
      without: number(reachOfTarget(baseline, target, when).reached),
    });
    return `${first} ${halfBy === null ? t("target.fewer", { year: until }) : t("target.half", { year: halfBy })}`;
  };

  return (
    <div className="chart-note target-note" data-testid="target">
      <NumberField
        name={t("target.field")}
        value={given}
        step={1}
        minimum={1}
        maximum={100}
        onEdit={(target) => {
          setGiven(target!);
          return [];
        }}
      />
      <output>
        {enoughForABand(futures)
          ? [null, ...(region === null ? [] : [region])].map((place) => <p key={place}>{answerFor(place)}</p>)
          : t("target.coming")}
      </output>
    </div>
  );
}
