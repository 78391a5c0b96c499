import { FUTURES_FOR_A_BAND, FUTURES_STEPS, type Futures } from "#session/futures.ts";
import { isRunOf } from "#session/sessionContext.ts";
import { isNoPlan } from "#domain/noPlan.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { contest } from "#engine/comparison.ts";
import { type Summary, summarise, summariseDifference } from "#engine/summaries.ts";
import { decimalsOfMedian } from "./formats.ts";
import { Emphasised } from "./Emphasised.tsx";
import { FuturesFailure } from "./FuturesFailure.tsx";
import { IconButton } from "./IconButton.tsx";
import { useFormats, useFuturesPhase, useSend, useSession } from "./useSession.tsx";
import { useWords } from "./useWords.tsx";

type FuturesIntervalProps = {
  readonly year: number;
  /** To no plan in the one future of the page; null where that has no plan. */
  readonly difference: number | null;
};

/**
 * The 80 % interval over many futures, and how far their simulation has come. From the start it has the lines that the
 * interval will take, so that nothing below moves when it comes; in the observed year these stay empty.
 */
export function FuturesInterval({ year, difference }: FuturesIntervalProps) {
  const t = useWords();
  const { number, signed } = useFormats();
  const send = useSend();
  const phase = useFuturesPhase();
  const futures = useShownFutures();
  const wanted = useSession((session) => session.futuresWanted);
  const done = futures?.plan.length ?? 0;

  return (
    <div className="futures" data-testid="futures" data-place={phase === "stopped" ? "" : placeOfInterval()}>
      {year !== START_YEAR && (
        <p>
          {futures && done >= FUTURES_FOR_A_BAND ? (
            <span>
              <Emphasised text={intervalOf(futures)} />
            </span>
          ) : (
            phase !== "stopped" && <span>{t("futures.coming")}</span>
          )}
          <FuturesFailure />
          <MoreFutures />
          {phase === "stopped" ? (
            <button type="button" className="quiet" onClick={() => send({ type: "FUTURES_WANTED" })}>
              {t("futures.again")}
            </button>
          ) : (
            phase !== "done" && (
              <span className="futures-progress">
                <progress
                  max={wanted}
                  value={done}
                  aria-label={t("futures.progress", { done: number(done), wanted: number(wanted) })}
                />
                <IconButton
                  icon="stop"
                  name={t("futures.stop")}
                  title={t("futures.stop")}
                  onClick={() => send({ type: "FUTURES_STOPPED" })}
                />
              </span>
            )
          )}
        </p>
      )}
    </div>
  );

  function intervalOf({ scenario, plan, baseline }: Futures): string {
    const t0 = year - START_YEAR;
    if (isNoPlan(scenario)) return aloneWords(plan.length, summarise(baseline, "digital_users", t0, null)!);
    const wins = contest(plan, baseline, "digital_users", t0, null).higher;
    return differenceWords(plan.length, summariseDifference(plan, baseline, "digital_users", t0, null)!, wins);
  }

  /** An interval of numbers that are hardly shorter than those that come, and the button after it. */
  function placeOfInterval(): string {
    const most = difference === null ? 999 : Math.max(99.5, 2 * Math.abs(difference));
    const spread = { p10: -most, p50: -most, p90: most };
    const button = t("counted.runFutures", { count: wanted, number: number(wanted) });
    const interval = difference === null ? aloneWords(wanted, spread) : differenceWords(wanted, spread, wanted);
    return `${interval.replaceAll(/<\/?b>/g, "")} ${button.replaceAll(" ", "\u00A0")}`;
  }

  function aloneWords(count: number, users: Spread): string {
    const over = t("counted.overFutures", { count, number: number(count) });
    return t("futures.alone", { futures: over, range: rangeOf(users, number) });
  }

  function differenceWords(count: number, spread: Spread, wins: number): string {
    return t("futures.difference", {
      futures: t("counted.differenceOver", { count, number: number(count) }),
      range: rangeOf(spread, signed),
      median: signed(spread.p50, decimalsOfMedian(spread.p50)),
      wins: number(wins),
      count: number(count),
    });
  }

  function rangeOf({ p10, p90 }: Spread, inWords: (value: number) => string): string {
    const count = Number(Math.abs(p90).toFixed(0));
    return t("counted.firmsRange", { count, low: inWords(p10), high: inWords(p90) });
  }
}

type Spread = Pick<Summary, "p10" | "p50" | "p90">;

/** Asks for the next larger number of futures, once those that were asked for are simulated. */
export function MoreFutures() {
  const t = useWords();
  const { number } = useFormats();
  const send = useSend();
  const phase = useFuturesPhase();
  const wanted = useSession((session) => session.futuresWanted);
  const more = FUTURES_STEPS.find((step) => step > wanted);
  if (phase !== "done" || more === undefined) return null;
  return (
    <button type="button" className="quiet" onClick={() => send({ type: "FUTURES_WANTED", count: more })}>
      {t("counted.runFutures", { count: more, number: number(more) })}
    </button>
  );
}

/** The futures of the plan on the screen; null while those of an older plan are all there is. */
export function useShownFutures(): Futures | null {
  return useSession(({ futures, active, simulated, seed }) => {
    const own = futures[active];
    return own && own.seed === seed && isRunOf(simulated, own.scenario, seed) ? own : null;
  });
}
