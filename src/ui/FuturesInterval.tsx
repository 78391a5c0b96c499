import { FUTURES_FOR_A_BAND, FUTURES_STEPS, type Futures } from "#session/futures.ts";
import { isRunOf } from "#session/sessionContext.ts";
import { isNoPlan } from "#domain/noPlan.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { contest } from "#engine/comparison.ts";
import { type Summary, summarise, summariseDifference } from "#engine/summaries.ts";
import { decimalsOfMedian } from "./formats.ts";
import { FuturesFailure } from "./FuturesFailure.tsx";
import { IconButton } from "./IconButton.tsx";
import { useFormats, useFuturesPhase, useSend, useSession } from "./useSession.tsx";
import { useWords } from "./useWords.tsx";

/** The 80 % interval over many futures, and how far their simulation has come. */
export function FuturesInterval({ year }: { readonly year: number }) {
  const t = useWords();
  const { number, signed } = useFormats();
  const send = useSend();
  const phase = useFuturesPhase();
  const futures = useShownFutures();
  const wanted = useSession((session) => session.futuresWanted);
  const done = futures?.plan.length ?? 0;

  return (
    <>
      {futures && done >= FUTURES_FOR_A_BAND ? (
        <span>{intervalOf(futures)}</span>
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
          <>
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
          </>
        )
      )}
    </>
  );

  function intervalOf({ scenario, plan, baseline }: Futures): string {
    const t0 = year - START_YEAR;
    const count = number(plan.length);
    if (isNoPlan(scenario)) {
      const users = summarise(baseline, "digital_users", t0, null)!;
      const over = t("counted.overFutures", { count: plan.length, number: count });
      return t("futures.alone", { futures: over, range: rangeOf(users, number) });
    }
    const difference = summariseDifference(plan, baseline, "digital_users", t0, null)!;
    return t("futures.difference", {
      futures: t("counted.differenceOver", { count: plan.length, number: count }),
      range: rangeOf(difference, signed),
      median: signed(difference.p50, decimalsOfMedian(difference.p50)),
      wins: number(contest(plan, baseline, "digital_users", t0, null).higher),
      count,
    });
  }

  function rangeOf({ p10, p90 }: Pick<Summary, "p10" | "p90">, inWords: (value: number) => string): string {
    const count = Number(Math.abs(p90).toFixed(0));
    return t("counted.firmsRange", { count, low: inWords(p10), high: inWords(p90) });
  }
}

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
