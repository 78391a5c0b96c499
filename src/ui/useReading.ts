import { isNoPlan } from "#domain/noPlan.ts";
import { yearOf } from "#session/readings.ts";
import { shownYears } from "#session/sessionContext.ts";
import { useLanguage, useSelectedRegion, useSend, useSession, useStudy } from "./useSession.tsx";
import { useWords } from "./useWords.tsx";

/** What most views read: the years of the shown run, the shown year of it and of no plan, the selected region by name. */
export function useReading() {
  const t = useWords();
  const language = useLanguage();
  const send = useSend();
  const { data } = useStudy();
  const region = useSelectedRegion();
  const years = useSession(shownYears);
  const baseline = useSession((context) => context.baseline);
  const simulated = useSession((context) => context.simulated);
  const wanted = useSession((context) => context.view.year);
  const now = yearOf(years, wanted) ?? years.at(-1);
  const names = data.regions.map(({ name }) => name[language]);
  return {
    years,
    now,
    without: now && (yearOf(baseline?.years ?? years, now.year) ?? now),
    withoutYears: baseline?.years ?? years,
    run: simulated ?? baseline,
    hasPlan: simulated !== null && !isNoPlan(simulated.scenario),
    region,
    names,
    /** Names where space is short. */
    shortNames: data.regions.map(({ shortName }) => shortName[language]),
    place: region === null ? t("region.country") : names[region],
    select: (chosen: number | null) =>
      send({
        type: "VIEW_CHANGED",
        change: { region: chosen === null || chosen === region ? null : data.regions[chosen].id },
      }),
    showYear: (year: number) => send({ type: "VIEW_CHANGED", change: { year } }),
  };
}
