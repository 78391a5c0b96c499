import type { Attributed } from "#engine/attribution.ts";
import type { ComparedPlan } from "#session/comparedPlans.ts";
import type { CompareWords } from "#ui/words/compare/en.ts";
import { leverById } from "#domain/levers.ts";
import { ATTRIBUTED, MOST_MEASURES_EXACT, ORDER_PAIRS } from "#engine/attribution.ts";
import { summariseDifference } from "#engine/summaries.ts";
import { FUTURES_FOR_A_BAND } from "#session/futures.ts";
import { type StartedAttribution, startAttribution } from "#session/attributionRun.ts";
import { useEffect, useId, useRef, useState } from "react";
import { fill } from "#ui/fill.ts";
import { SelectField } from "#ui/SelectField.tsx";
import { Title } from "#ui/Title.tsx";
import { useFormats, useLanguage, useSelectedRegion, useSend, useSession, useStudy } from "#ui/useSession.tsx";
import { placeOfYear, planInText } from "./compareQuestion.ts";
import { useDifferenceWords } from "./useDifferenceWords.ts";
import { AttributionResult } from "./AttributionResult.tsx";
import { FaultNote } from "#ui/FaultNote.tsx";

/** The first answer: few enough for some seconds with three measures, enough for an interval. */
const FIRST_FUTURES = 10;

type AttributionPanelProps = {
  readonly plan: ComparedPlan;
  readonly plans: readonly ComparedPlan[];
  readonly words: CompareWords;
};

type State =
  | { readonly status: "idle" }
  | { readonly status: "running"; readonly done: number; readonly all: number }
  | { readonly status: "failed"; readonly message: string };

/** The effect of a plan shared out among its measures, on request: it takes a run for every subset of them. */
export function AttributionPanel({ plan, plans, words }: AttributionPanelProps) {
  const { attribution: own } = words.why;
  const language = useLanguage();
  const { number } = useFormats();
  const { data } = useStudy();
  const seed = useSession((context) => context.seed);
  const region = useSelectedRegion();
  const wantedYear = useSession((context) => context.view.year);
  const titleId = useId();
  const [state, setState] = useState<State>({ status: "idle" });
  const send = useSend();
  const result = useSession((context) => context.sharedEffect); // outlives this view: it took long
  const [indicator, setIndicator] = useState<Attributed>("digital_users");
  const started = useRef<StartedAttribution | null>(null);
  useEffect(() => () => started.current?.stop(), []);

  const measures = plan.scenario.measures;
  const stop = () => {
    started.current?.stop();
    setState({ status: "idle" });
  };
  const isOfThisPlan = result !== null && result.scenario === plan.scenario && result.seed === seed;
  const run = (futures: number) => {
    started.current?.stop();
    if (!isOfThisPlan) send({ type: "EFFECT_SHARED", effect: null });
    const asked = startAttribution(data, plan.scenario, seed, futures, {
      progress: (done) => setState({ status: "running", done, all: asked.runs }),
      done: (attribution) => {
        setState({ status: "idle" });
        const { scenario, letter } = plan;
        send({ type: "EFFECT_SHARED", effect: { attribution, scenario, letter, seed, futures } });
      },
      failure: (message) => setState({ status: "failed", message }),
    });
    started.current = asked;
    setState({ status: "running", done: 0, all: asked.runs });
  };
  const year = Math.min(wantedYear, plan.scenario.until);
  const { withUnit, interval } = useDifferenceWords(indicator);
  const whole = summariseDifference(plan.results, plan.without, indicator, placeOfYear(year), region)!;
  const compared = plan.results.length;

  return (
    <section className="compare-table" aria-labelledby={titleId}>
      <Title id={titleId}>
        {measures.length === 0 || isOfThisPlan
          ? own.title
          : fill(own.whole, {
              indicator: own.indicators[indicator],
              year: String(year),
              plan: planInText(plan, plans, language, words),
              total:
                plan.results.length >= FUTURES_FOR_A_BAND
                  ? `${withUnit(whole.p50)} (80\u00A0%: ${interval(whole)})`
                  : withUnit(whole.p50),
            })}
      </Title>
      <p className="guidance">
        {measures.length > MOST_MEASURES_EXACT
          ? fill(own.aboutSampled, { orders: number(2 * ORDER_PAIRS), measures: number(measures.length) })
          : own.about}
      </p>
      {measures.length === 0 ? (
        <p>{words.noMeasures}</p>
      ) : (
        <div className="compare-choice">
          <SelectField
            name={words.indicator}
            options={ATTRIBUTED.map((id) => [id, own.indicators[id]])}
            value={indicator}
            onChoose={setIndicator}
          />
          {state.status === "running" ? (
            <div className="compare-progress">
              <progress
                max={state.all}
                value={state.done}
                aria-label={fill(own.progress, { done: number(state.done), all: number(state.all) })}
              />
              <span role="status">{fill(own.progress, { done: number(state.done), all: number(state.all) })}</span>
              <button type="button" className="quiet" onClick={stop}>
                {own.stop}
              </button>
            </div>
          ) : (
            !isOfThisPlan && (
              <button type="button" onClick={() => run(FIRST_FUTURES)}>
                {own.run}
              </button>
            )
          )}
          {state.status !== "running" && result && !isOfThisPlan && <span className="guidance">{own.changed}</span>}
          {state.status === "failed" && <FaultNote what={own.failed} message={state.message} />}
        </div>
      )}
      {isOfThisPlan && result.futures !== compared && (
        <div className="compare-progress">
          <span>{fill(own.fewer, { here: number(result.futures), compared: number(compared) })}</span>
          {compared > result.futures && state.status !== "running" && (
            <button type="button" onClick={() => run(compared)}>
              {fill(own.more, { compared: number(compared) })}
            </button>
          )}
        </div>
      )}
      {result && (
        <AttributionResult
          attribution={result.attribution}
          scenario={result.scenario}
          names={result.scenario.measures.map(({ lever }, index, all) =>
            all.filter((other) => other.lever === lever).length > 1
              ? `${leverById(lever).name[language]} (${index + 1})`
              : leverById(lever).name[language],
          )}
          letter={plans.length > 1 ? result.letter : "A"}
          indicator={indicator}
          region={region}
          year={Math.min(wantedYear, result.scenario.until)}
          futures={result.futures}
          words={words}
        />
      )}
    </section>
  );
}
