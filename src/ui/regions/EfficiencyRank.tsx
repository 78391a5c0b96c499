import { START_YEAR } from "#domain/scenario.ts";
import { enoughForABand } from "#session/futures.ts";
import { rankOverFutures } from "#session/rankings.ts";
import { useShownFutures } from "#ui/FuturesInterval.tsx";
import { unbroken } from "#ui/unbroken.ts";
import { useFormats, useFuturesPhase, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

type EfficiencyRankProps = { readonly year: number; readonly region: number };

/** From which to which place a region comes by its efficiency: a single rank would tell more than the futures do. */
export function EfficiencyRank({ year, region }: EfficiencyRankProps) {
  const t = useWords();
  const { number } = useFormats();
  const phase = useFuturesPhase();
  const futures = enoughForABand(useShownFutures());
  const { length: all } = useStudy().data.regions;
  if (!futures) return phase === "stopped" ? null : <dd className="guidance">{t("region.rankComing")}</dd>;
  const ranked = rankOverFutures(futures.plan, "efficiency_fixed", year - START_YEAR, all);
  const { best, worst } = ranked.find((one) => one.region === region)!;
  const count = futures.plan.length;
  return (
    <dd className="guidance">
      {unbroken(
        t(best === worst ? "region.rankSure" : "region.rankCould", {
          futures: t("counted.overFutures", { count, number: number(count) }),
          best: number(best),
          worst: number(worst),
          all: number(all),
        }),
      )}
    </dd>
  );
}
