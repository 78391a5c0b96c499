import type { YearEvents } from "#session/happenings.ts";
import { useActorWording } from "#ui/useActorWording.ts";
import { useFormats, useLanguage, useSelectedRegion, useSend, useStudy } from "#ui/useSession.tsx";
import { useWords } from "#ui/useWords.tsx";

type YearEventsStripProps = {
  readonly year: number;
  /** null: the first year, before which nothing is known. */
  readonly events: YearEvents | null;
};

/** Up to this many actors of a machine are named one by one. */
const MOST_NAMED = 4;

/** What happened in the shown year, in the chosen region or the country: one line that opens to a list. */
export function YearEventsStrip({ year, events }: YearEventsStripProps) {
  const t = useWords();
  const { number } = useFormats();
  const language = useLanguage();
  const send = useSend();
  const { data } = useStudy();
  const region = useSelectedRegion();
  const place = region === null ? "" : `, ${data.regions[region].name[language]}`;
  const wording = useActorWording();
  const counts = events
    ? (["began", "ceased", "joined", "left", "closed", "opened"] as const)
        .filter((what) => events[what] > 0)
        .map((what) => t(`scene.${what}`, { number: number(events[what]) }))
    : [];
  const changes = events?.changes ?? [];
  const named: { readonly id: string | null; readonly text: string }[] = [];
  if (wording) {
    const words = wording.ACTOR_WORDS[language];
    for (const machine of new Set(changes.map((change) => change.machine))) {
      const own = changes.filter((change) => change.machine === machine);
      const state = (name: string) => wording.stateName(words, machine, name);
      if (own.length <= MOST_NAMED)
        for (const { id, from, to } of own) {
          const actor = wording.actorName(id, words, data, language);
          named.push({ id, text: `${actor}: ${state(from)} → ${state(to)}` });
        }
      else {
        const parts = [...new Set(own.map((change) => change.to))].map(
          (to) => `${state(to)} ${number(own.filter((change) => change.to === to).length)}`,
        );
        named.push({ id: null, text: `${wording.machineName(words, machine)}: ${parts.join(", ")}` });
      }
    }
  }
  // Single actors first, then firms, then kinds of which many changed.
  named.sort((a, b) => Number(a.id === null) - Number(b.id === null));
  const all = [
    ...named.filter(({ id }) => id !== null).map(({ text }) => text),
    ...counts,
    ...named.filter(({ id }) => id === null).map(({ text }) => text),
  ];
  const line = !events
    ? t("scene.observedYear", { year })
    : all.length === 0
      ? t("scene.noEvents", { year })
      : all.join("\u00A0· "); // a dot ends a line rather than beginning one
  if (all.length === 0) return <p className="year-events">{line}</p>;
  return (
    <details className="year-events" data-testid="year-events">
      <summary>
        <span>
          <strong>
            {t("scene.events", { year })}
            {place}:
          </strong>{" "}
          {line}
        </span>
      </summary>
      <ul>
        {named.map(({ id, text }) => (
          <li key={text}>
            {id === null ? (
              text
            ) : (
              <button
                type="button"
                className="link"
                onClick={() => send({ type: "VIEW_CHANGED", change: { actor: id, part: "actor" } })}
              >
                {text}
              </button>
            )}
          </li>
        ))}
        {counts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </details>
  );
}
