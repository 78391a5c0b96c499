import type { Language } from "#domain/language.ts";
import type { TimelineWords } from "#ui/words/timeline/en.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { spanAt, timelinesOf } from "#session/timelines.ts";
import { ACTOR_WORDS, actorName, stateName } from "#ui/actor/actorWording.ts";
import { ChartFrame } from "#ui/charts/ChartFrame.tsx";
import { fill } from "#ui/fill.ts";
import { useReading } from "#ui/useReading.ts";
import { useFormats, useLanguage, useSend, useStudy } from "#ui/useSession.tsx";
import { timelineWords as en } from "#ui/words/timeline/en.ts";
import { timelineWords as kk } from "#ui/words/timeline/kk.ts";
import { timelineWords as ru } from "#ui/words/timeline/ru.ts";
import { TimelineBands } from "./TimelineBands.tsx";
import { TimelineReasons } from "./TimelineReasons.tsx";
import { useHistories } from "./useHistories.ts";
import "#ui/styles/timeline.css";

const WORDS: Readonly<Record<Language, TimelineWords>> = { en, ru, kk };

/** Life cycle of the ecosystem (SM-14), its mechanism (SM-15), the office, cores and platforms: states by year, and why. */
export function TimelineView() {
  const language = useLanguage();
  const words = WORDS[language];
  const actorWords = ACTOR_WORDS[language];
  const { number } = useFormats();
  const send = useSend();
  const { data } = useStudy();
  const { run, years, now, region, showYear } = useReading();
  const timelines = run && now ? timelinesOf(run.summary.roster, years) : [];
  const histories = useHistories(
    timelines.filter(({ id, spans }) => spans.length > 1 || id === "ecosystem").map(({ id }) => id),
  );
  if (!now || timelines.length === 0) return <p className="guidance part-note">{words.missing}</p>;

  const rows = timelines.map((timeline) => ({
    ...timeline,
    name: actorName(timeline.id, actorWords, data, language),
    isOfRegion: timeline.region !== null && timeline.region === region,
    spans: timeline.spans.map((span) => ({ ...span, name: stateName(actorWords, timeline.machine, span.state) })),
  }));
  const stage = spanAt(timelines[0], now.year);
  const platforms = timelines.filter(({ machine }) => machine === "platformProvider");
  const running = platforms.filter((platform) => spanAt(platform, now.year).state === "operating");
  const title = fill(stage.from === START_YEAR ? words.still : words.since, {
    year: String(now.year),
    since: String(stage.from),
    stage: stateName(actorWords, "ecosystem", stage.state),
    running: number(running.length),
    platforms: number(platforms.length),
  });
  const stateIn = (row: (typeof rows)[number], year: number) =>
    row.spans.find(({ from, to }) => from <= year && year <= to)!.name;
  return (
    <div className="charts timeline">
      <ChartFrame
        title={title}
        subtitle={words.subtitle}
        terms={["ecosystem", "mechanism", "projectOffice", "coreEnterprise", "platformProvider", "stateMachine"]}
        fileName="states-by-year"
        table={{
          columns: [words.year, ...rows.map(({ name }) => name)],
          rows: years.map(({ year }) => [year, ...rows.map((row) => stateIn(row, year))]),
          show: String,
        }}
      >
        {(width, height) => (
          <TimelineBands
            title={title}
            rows={rows}
            years={years.map(({ year }) => year)}
            year={now.year}
            onYear={showYear}
            onActor={(actor) => send({ type: "VIEW_CHANGED", change: { part: "actor", actor } })}
            width={width}
            height={height}
          />
        )}
      </ChartFrame>
      <TimelineReasons histories={histories} timelines={timelines} year={now.year} words={words} />
    </div>
  );
}
