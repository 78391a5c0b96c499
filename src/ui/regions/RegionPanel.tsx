import { START_YEAR } from "#domain/scenario.ts";
import { summarise } from "#engine/summaries.ts";
import { enoughForABand } from "#session/futures.ts";
import { answerOf, publishedShare, stageCounts, yearOf } from "#session/readings.ts";
import { shownYears } from "#session/sessionContext.ts";
import { useShownFutures } from "#ui/FuturesInterval.tsx";
import { Title } from "#ui/Title.tsx";
import { unbroken } from "#ui/unbroken.ts";
import { useOrderedRegions } from "#ui/useOrderedRegions.ts";
import {
  useFormats,
  useFuturesPhase,
  useLanguage,
  useSelectedRegion,
  useSend,
  useSession,
  useStudy,
} from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";
import { EfficiencyList } from "./EfficiencyList.tsx";
import { IndicatorTable } from "./IndicatorTable.tsx";
import { StageBars } from "./StageBars.tsx";

/** One region, or the whole country: users, indicators, efficiencies, stages of adoption. */
export function RegionPanel() {
  const t = useWords();
  const language = useLanguage();
  const send = useSend();
  const { data } = useStudy();
  const region = useSelectedRegion();
  const ordered = useOrderedRegions("name");

  return (
    <section className="panel region-panel" aria-labelledby="region-title" data-testid="region-panel">
      <Title level={2} id="region-title" className="hidden">
        {region === null ? t("region.country") : data.regions[region].name[language]}
      </Title>
      <select
        className="region-title"
        aria-label={t("region.choose")}
        value={region === null ? "" : data.regions[region].id}
        onChange={(event) => send({ type: "VIEW_CHANGED", change: { region: event.target.value || null } })}
      >
        <option value="">{t("region.country")}</option>
        {ordered.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
      <RegionReadings region={region} />
    </section>
  );
}

function RegionReadings({ region }: { readonly region: number | null }) {
  const t = useWords();
  const { number, percent } = useFormats();
  const { digitalShare } = useStudy().data;
  const years = useSession(shownYears);
  const baseline = useSession((context) => context.baseline);
  const simulated = useSession((context) => context.simulated);
  const wantedYear = useSession((context) => context.view.year);
  const now = yearOf(years, wantedYear) ?? years.at(-1);
  const first = yearOf(years, START_YEAR);
  if (!now || !first) return null;
  const without = yearOf(baseline?.years ?? years, now.year) ?? now;
  const { users, firms, share, difference } = answerOf(now, without, region);
  const published = now.year === START_YEAR ? null : publishedShare(digitalShare, now.year, region);
  const agentRegion = (simulated ?? baseline)?.summary.agentRegion;

  return (
    <>
      <p className="region-users">
        <strong className="big">{t("counted.kOfN", { count: firms, k: number(users), n: number(firms) })}</strong>
        <span>
          {percent(share)} {t("region.users", { year: now.year })}
        </span>
        {now.year !== START_YEAR && (
          <span className="difference" data-sign={Math.sign(difference)}>
            {difference === 0
              ? t("region.same")
              : t(difference > 0 ? "region.more" : "region.fewer", { number: number(Math.abs(difference)) })}
          </span>
        )}
        {now.year !== START_YEAR && <ShareOverFutures year={now.year} region={region} />}
        {published !== null && (
          <span className="guidance">
            {unbroken(t("region.published", { year: now.year, share: percent(published) }))}
          </span>
        )}
      </p>
      {agentRegion && <StageBars year={now.year} counts={stageCounts(now.agents, agentRegion, region)} />}
      <EfficiencyList now={now} region={region} />
      <IndicatorTable first={first} now={now} without={without} region={region} />
    </>
  );
}

/** The share again, over the futures: parameters are uncertain, and the run on the map has them at their defaults. */
function ShareOverFutures({ year, region }: { readonly year: number; readonly region: number | null }) {
  const t = useWords();
  const { number, percent } = useFormats();
  const phase = useFuturesPhase();
  const futures = enoughForABand(useShownFutures());
  if (!futures) return phase === "stopped" ? null : <span className="guidance">{t("futures.coming")}</span>;
  const { p10, p90 } = summarise(futures.plan, "digital_share", year - START_YEAR, region)!;
  const count = futures.plan.length;
  return (
    <span className="guidance">
      {t("region.overFutures", {
        futures: t("counted.overFutures", { count, number: number(count) }),
        low: percent(p10),
        high: percent(p90),
      })}
    </span>
  );
}
