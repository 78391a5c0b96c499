import { LAST_YEAR, START_YEAR } from "#domain/scenario.ts";
import { IconButton } from "./IconButton.tsx";
import { usePlaying, useSend, useSession } from "./useSession.tsx";
import { useWords } from "./useWords.tsx";

/** The year that everything on the page shows: play, step, scrub. */
export function YearBar() {
  const t = useWords();
  const send = useSend();
  const playing = usePlaying();
  const year = useSession((context) => context.view.year);
  const until = useSession((context) => context.plan.until);
  const years = Array.from({ length: LAST_YEAR - START_YEAR + 1 }, (_, place) => START_YEAR + place);

  return (
    <fieldset className="year-bar">
      <legend className="hidden">{t("year.label")}</legend>
      <IconButton
        icon={playing ? "pause" : "play"}
        className="icon play"
        name={t(playing ? "year.pause" : "year.play")}
        onClick={() => send({ type: "PLAY_TOGGLED" })}
      />
      <IconButton
        icon="back"
        name={t("year.back")}
        disabled={year <= START_YEAR}
        onClick={() => send({ type: "YEAR_STEPPED", by: -1 })}
      />
      <IconButton
        icon="forward"
        name={t("year.forward")}
        disabled={year >= until}
        onClick={() => send({ type: "YEAR_STEPPED", by: 1 })}
      />
      <div className="year-track">
        <input
          type="range"
          aria-label={t("year.label")}
          aria-valuetext={String(year)}
          min={START_YEAR}
          max={LAST_YEAR}
          step={1}
          value={year}
          style={{ "--fill": (year - START_YEAR) / (LAST_YEAR - START_YEAR) }}
          onChange={(event) => send({ type: "VIEW_CHANGED", change: { year: Number(event.target.value) } })}
        />
        <div className="year-ticks" aria-hidden="true">
          {years.map((at) => (
            <span key={at} data-now={at === year}>
              {at}
            </span>
          ))}
        </div>
      </div>
      <p className="year-now">
        <strong>{year}</strong>
        <span>{t(year === START_YEAR ? "year.observed" : "year.simulated")}</span>
      </p>
    </fieldset>
  );
}
