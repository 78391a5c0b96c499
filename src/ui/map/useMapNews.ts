import type { RunSummary, YearSnapshot } from "#domain/runResult.ts";
import type { MapNews } from "#scene/mapNews.ts";
import { indicatorById } from "#domain/indicators.ts";
import { regionalValue } from "#domain/runResult.ts";
import { stateChanges } from "#session/happenings.ts";
import { useMemo } from "react";
import { useActorWording } from "#ui/useActorWording.ts";
import { useFormats, useLanguage, useStudy } from "#ui/useSession.tsx";

/** `country`: what happened to the ecosystem as a whole, which has no place; null: nothing. */
type YearNews = { readonly places: readonly MapNews[]; readonly country: string | null };

const NO_NEWS: YearNews = { places: [], country: null };

/** What the map marks of a year: changes of cores and platforms, incidents by region, the stage of the ecosystem. */
export function useMapNews(summary: RunSummary | null, before: YearSnapshot, now: YearSnapshot): YearNews {
  const { data } = useStudy();
  const language = useLanguage();
  const { number } = useFormats();
  const wording = useActorWording();
  return useMemo(() => {
    if (summary === null || wording === null || before === now) return NO_NEWS;
    const words = wording.ACTOR_WORDS[language];
    const changes = stateChanges(summary.roster, before.actors, now.actors);
    const sentence = ({ machine, id, from, to }: (typeof changes)[number]) => {
      const [was, is] = [from, to].map((state) => wording.stateName(words, machine, state));
      return `${wording.actorName(id, words, data, language)}: ${was} → ${is}, ${now.year}`;
    };
    const moved = changes.filter(({ machine }) => machine === "coreEnterprise" || machine === "platformProvider");
    const cores = [...new Set(moved.map(({ id }) => id.split("/")[1]!))].map((core): MapNews => {
      const own = moved.filter(({ id }) => id.endsWith(`/${core}`));
      const text = own.map(sentence).join("; ");
      return { kind: "actor", region: own[0].region!, actor: own[0].id, count: 1, text };
    });
    const incidents = data.regions.flatMap(({ name }, region): MapNews[] => {
      const count = Math.round(regionalValue(now, "cyber_breaches", region));
      const text = `${name[language]}: ${indicatorById("cyber_breaches").name[language]}, ${now.year}: ${number(count)}`;
      return count > 0 ? [{ kind: "incidents", region, actor: null, count, text }] : [];
    });
    const life = changes.find(({ machine }) => machine === "ecosystem");
    return { places: [...cores, ...incidents], country: life ? sentence(life) : null };
  }, [summary, before, now, data, language, number, wording]);
}
