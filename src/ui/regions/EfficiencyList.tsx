import type { YearSnapshot } from "#domain/runResult.ts";
import { valueIn } from "#session/readings.ts";
import { Title } from "#ui/Title.tsx";
import { useFormats } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { EfficiencyRank } from "./EfficiencyRank.tsx";
import { EfficiencyVerdict } from "./EfficiencyVerdict.tsx";

type EfficiencyListProps = { readonly now: YearSnapshot; readonly region: number | null };

/** Efficiencies by the fixed frontier and by the two that are estimated anew each year, or why an estimate is missing. */
export function EfficiencyList({ now, region }: EfficiencyListProps) {
  const t = useWords();
  const { percent } = useFormats();
  return (
    <section className="efficiencies" aria-labelledby="efficiency-title">
      <Title id="efficiency-title">{t("region.efficiency", { year: now.year })}</Title>
      <p className="guidance">
        {t("region.efficiencyHint")}
        {region === null && ` ${t("region.mean")}`}
      </p>
      <dl>
        <div>
          <dt>{t("region.fixed")}</dt>
          <dd>{percent(valueIn(now, "efficiency_fixed", region))}</dd>
          {region !== null && <EfficiencyRank year={now.year} region={region} />}
        </div>
        {now.estimates.map(({ model, status, meanEfficiency, efficiency }) => {
          const value = region === null ? meanEfficiency : efficiency[region];
          // Skewed the wrong way every region is called fully efficient, which says nothing: the status is said instead.
          const isSaid = value !== null && status !== "wrongSkew";
          return (
            <div key={model}>
              <dt>{t("region.estimated", { model })}</dt>
              <dd>{isSaid ? percent(value) : "–"}</dd>
              {status !== "converged" && <dd className="guidance">{t(`frontier.${status}`)}</dd>}
            </div>
          );
        })}
      </dl>
      <EfficiencyVerdict />
    </section>
  );
}
