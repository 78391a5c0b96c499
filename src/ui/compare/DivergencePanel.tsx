import type { Divergence } from "#engine/divergence.ts";
import type { ComparedPlan } from "#session/comparedPlans.ts";
import type { CompareWords } from "#ui/words/compare/en.ts";
import { startDivergence } from "#session/divergenceWorker.ts";
import { useEffect, useId, useState } from "react";
import { fill } from "#ui/fill.ts";
import { useLanguage, useSession, useStudy } from "#ui/useSession.tsx";
import { planInText } from "./compareQuestion.ts";
import { describeDivergenceInWords } from "./divergenceWords.ts";
import { FaultReason } from "#ui/FaultReason.tsx";

type DivergencePanelProps = {
  readonly plan: ComparedPlan;
  readonly against: ComparedPlan | null;
  readonly plans: readonly ComparedPlan[];
  readonly words: CompareWords;
};

type State =
  | { readonly status: "running" }
  | { readonly status: "failed"; readonly message: string }
  | { readonly status: "done"; readonly divergence: Divergence | null };

/** The first year in which the two runs of the shown future part, with the transitions behind it. */
export function DivergencePanel({ plan, against, plans, words }: DivergencePanelProps) {
  const { divergence: own } = words.why;
  const language = useLanguage();
  const { data } = useStudy();
  const seed = useSession((context) => context.seed);
  const titleId = useId();
  const [state, setState] = useState<State>({ status: "running" });
  const { scenario } = plan;
  const other = against?.scenario ?? null;

  useEffect(() => {
    let isCurrent = true;
    setState({ status: "running" });
    const started = startDivergence(data, scenario, other ?? { ...scenario, measures: [] }, seed);
    started.result.then(
      (divergence) => isCurrent && setState({ status: "done", divergence }),
      (error: unknown) =>
        isCurrent && setState({ status: "failed", message: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isCurrent = false;
      started.stop();
    };
  }, [data, scenario, other, seed]);

  const names = {
    plan: planInText(plan, plans, language, words),
    against: planInText(against, plans, language, words),
  };
  if (state.status === "running") return <p role="status">{own.running}</p>;
  if (state.status === "failed")
    return (
      <p role="alert">
        {own.failed} <FaultReason message={state.message} />
      </p>
    );
  if (state.divergence === null) return <p className="compare-table">{fill(own.never, names)}</p>;
  const { year, count, steps, first } = describeDivergenceInWords(state.divergence, names, data, language, words);
  return (
    <section className="compare-table divergence" aria-labelledby={titleId} data-testid="divergence">
      <h3 id={titleId}>{fill(own.title, { ...names, year })}</h3>
      <p className="guidance">{fill(own.about, { seed })}</p>
      <p>{fill(own.counts, { year, count })}</p>
      <ul>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <h4>{own.first}</h4>
      <ol>
        {first.map((sentences) => (
          <li key={sentences}>{sentences}</li>
        ))}
      </ol>
    </section>
  );
}
