import type { ComparedPlan } from "#session/comparedPlans.ts";
import type { CompareWords } from "#ui/words/compare/en.ts";
import { startDivergence } from "#session/divergenceWorker.ts";
import { runKey } from "#session/runKey.ts";
import { useId } from "react";
import { fill } from "#ui/fill.ts";
import { Title } from "#ui/Title.tsx";
import { useLanguage, useSession, useStudy } from "#ui/useSession.tsx";
import { ownAnswer, useWorkerAnswer } from "#ui/useWorkerAnswer.ts";
import { pairInText } from "./compareQuestion.ts";
import { describeDivergenceInWords } from "./divergenceWords.ts";
import { FaultNote } from "#ui/FaultNote.tsx";

type DivergencePanelProps = {
  readonly plan: ComparedPlan;
  readonly against: ComparedPlan | null;
  readonly plans: readonly ComparedPlan[];
  readonly words: CompareWords;
};

/** The first year in which the two runs of the shown future part, with the transitions behind it. */
export function DivergencePanel({ plan, against, plans, words }: DivergencePanelProps) {
  const { divergence: own } = words.why;
  const language = useLanguage();
  const { data } = useStudy();
  const seed = useSession((context) => context.seed);
  const titleId = useId();
  const { scenario } = plan;
  const other = against?.scenario ?? null;

  const key = JSON.stringify([seed, runKey(scenario), other && runKey(other)]);
  const start = () => startDivergence(data, scenario, other ?? { ...scenario, measures: [] }, seed);
  const state = ownAnswer(key, useWorkerAnswer(key, start, 0));

  const names = pairInText({ plan, against, plans }, language, words);
  if (state.status === "running") return <p role="status">{own.running}</p>;
  if (state.status === "failed") return <FaultNote what={own.failed} message={state.message} />;
  if (state.answer === null) return <p className="compare-table">{fill(own.never, names)}</p>;
  const { year, count, steps, first } = describeDivergenceInWords(state.answer, names, data, language, words);
  return (
    <section className="compare-table divergence" aria-labelledby={titleId} data-testid="divergence">
      <Title id={titleId}>{fill(own.title, { ...names, year })}</Title>
      <p className="guidance">{fill(own.about, { seed })}</p>
      <p>{fill(own.counts, { year, count })}</p>
      <ul>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <Title level={4}>{own.first}</Title>
      <ol>
        {first.map((sentences) => (
          <li key={sentences}>{sentences}</li>
        ))}
      </ol>
    </section>
  );
}
