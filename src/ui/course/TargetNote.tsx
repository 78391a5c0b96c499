import { isNoPlan } from "#domain/noPlan.ts";
import { LAST_YEAR } from "#domain/scenario.ts";
import { enoughForABand } from "#session/futures.ts";
import { reachOfTarget } from "#session/targetReach.ts";
import { useShownFutures } from "#ui/FuturesInterval.tsx";
import { TargetField, useTarget } from "#ui/TargetField.tsx";
import { useFormats, useLanguage, useSelectedRegion, useSession, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

/** In how many futures the country, and the selected region, reach a share of digital users by the shown year. */
export function TargetNote() {
  const t = useWords();
  const language = useLanguage();
  const { number } = useFormats();
  const { regions } = useStudy().data;
  const region = useSelectedRegion();
  const year = useSession((context) => context.view.year);
  const futures = useShownFutures();
  const { target, written } = useTarget();
  const until = Math.min(futures?.scenario.until ?? LAST_YEAR, LAST_YEAR);

  const answerFor = (place: number | null) => {
    const { plan, baseline, scenario } = futures!;
    const when = { by: year, until, region: place };
    const { reached, futures: all, halfBy } = reachOfTarget(plan, target, when);
    const first = t(isNoPlan(scenario) ? "target.alone" : "target.withPlan", {
      place: place === null ? t("region.country") : regions[place].name[language],
      target: written,
      year,
      futures: t("counted.futuresOf", { count: all, k: number(reached), n: number(all) }),
      without: number(reachOfTarget(baseline, target, when).reached),
    });
    return `${first} ${halfBy === null ? t("target.fewer", { year: until }) : t("target.half", { year: halfBy })}`;
  };

  return (
    <div className="chart-note target-note" data-testid="target">
      <TargetField />
      <output>
        {enoughForABand(futures)
          ? [null, ...(region === null ? [] : [region])].map((place) => <p key={place}>{answerFor(place)}</p>)
          : t("target.coming")}
      </output>
    </div>
  );
}
