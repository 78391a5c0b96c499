import { isNoPlan } from "#domain/noPlan.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { answerOf, yearOf } from "#session/readings.ts";
import { isAnswered, shownYears } from "#session/sessionContext.ts";
import { Emphasised } from "./Emphasised.tsx";
import { FaultReason } from "./FaultReason.tsx";
import { FuturesInterval } from "./FuturesInterval.tsx";
import { useFormats, useLanguage, usePhase, useSend, useSession } from "./useSession.tsx";
import { useWords } from "./useWords.tsx";

/** The sentence on top: plan, year, share, count and difference, or what keeps it from being said. */
export function Answer() {
  const t = useWords();
  const language = useLanguage();
  const { number, percent } = useFormats();
  const phase = usePhase();
  const answered = useSession(isAnswered);
  const years = useSession(shownYears);
  const baseline = useSession((context) => context.baseline);
  const simulated = useSession((context) => context.simulated);
  const isFailed = useSession((context) => context.failure !== null);
  const wantedYear = useSession((context) => context.view.year);
  const snapshot = yearOf(years, wantedYear);

  if (!snapshot) {
    return (
      <section className="answer" aria-label={t("answer.label")}>
        <p className="answer-plan">{t("product.title")}</p>
        {!isFailed && (
          <p className="answer-text">
            {years.length === 0
              ? t("status.loading")
              : t("counted.yearsArrived", { count: years.length, number: number(years.length) })}
          </p>
        )}
        <FailureNote />
      </section>
    );
  }
  const { year, users, firms, share, difference } = answerOf(
    snapshot,
    yearOf(baseline?.years ?? years, snapshot.year) ?? snapshot,
    null,
  );
  const hasPlan = simulated !== null && !isNoPlan(simulated.scenario);
  return (
    <section
      className="answer"
      aria-label={t("answer.label")}
      aria-live="polite"
      data-testid="answer"
      data-busy={phase === "running" && !answered}
    >
      <p className="answer-plan">
        {t("answer.plan", { name: (simulated?.scenario ?? baseline?.scenario)?.name[language] ?? t("status.running") })}
      </p>
      <p className="answer-text">
        <Emphasised
          text={t(`answer.${kindOf(year, hasPlan, difference)}`, {
            year,
            share: percent(share),
            k: number(users),
            n: number(firms),
            difference: number(Math.abs(difference)),
          })}
        />
      </p>
      <FuturesInterval year={year} difference={hasPlan ? difference : null} />
      <FailureNote />
    </section>
  );
}

function kindOf(year: number, hasPlan: boolean, difference: number) {
  if (year === START_YEAR) return "observed";
  if (!hasPlan) return "alone";
  return difference === 0 ? "same" : difference > 0 ? "more" : "fewer";
}

function FailureNote() {
  const t = useWords();
  const send = useSend();
  const failure = useSession((context) => context.failure);
  if (!failure) return null;
  return (
    <div className="failure" role="alert">
      <strong>{t(failure.stage === "loading" ? "status.notLoaded" : "status.failed")}</strong>
      <FaultReason message={failure.message} />
      {failure.stage === "running" && <span>{t("status.stillShown")}</span>}
      <button type="button" onClick={() => send({ type: "RUN_AGAIN" })}>
        {t("status.runAgain")}
      </button>
    </div>
  );
}
