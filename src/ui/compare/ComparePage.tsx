import type { RegionalIndicatorId } from "#domain/indicators.ts";
import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { useState } from "react";
import { useLanguage, useSelectedRegion, useSend, useSession, useStudy } from "#ui/useSession.tsx";
import { COMPARE_WORDS, type CompareQuestion, nameOfPlan, yearsOfAll } from "./compareQuestion.ts";
import { CompareCourse } from "./CompareCourse.tsx";
import { CompareFinding } from "./CompareFinding.tsx";
import { CompareMap } from "./CompareMap.tsx";
import { CompareMoney } from "./CompareMoney.tsx";
import { CompareRegions } from "./CompareRegions.tsx";
import { ContestTable } from "./ContestTable.tsx";
import { FuturesProgress } from "./FuturesProgress.tsx";
import { IndicatorDifferences } from "./IndicatorDifferences.tsx";
import { EffectTable, SpreadTable, ThreeNumbers } from "./PlansTables.tsx";
import { useComparedPlans } from "./useComparedPlans.ts";
import "#ui/styles/compare.css";

/** The plans of the page on the same futures: differences with intervals, contests, money, regions. */
export function ComparePage() {
  const language = useLanguage();
  const words = COMPARE_WORDS[language];
  const plans = useComparedPlans();
  const [letter, setLetter] = useState<string | null>(null);
  const [againstLetter, setAgainstLetter] = useState<string | null>(null);
  const [indicator, setIndicator] = useState<RegionalIndicatorId>("digital_users");
  const wantedYear = useSession((context) => context.view.year);
  const region = useSelectedRegion();
  const byLetter = (wanted: string | null) => plans.find((plan) => plan.letter === wanted) ?? null;
  const plan = byLetter(letter) ?? plans.find(({ scenario }) => scenario.measures.length > 0) ?? plans[0];
  if (!plan) return <p className="compare-note">{words.futures.one}</p>;
  const against = againstLetter === plan.letter ? null : byLetter(againstLetter);
  const question: CompareQuestion = {
    plans,
    plan,
    against,
    indicator,
    region,
    year: Math.min(wantedYear, yearsOfAll(plans).at(-1)!),
  };

  return (
    <div className="compare">
      <div className="compare-choice">
        <PlanChoice name={words.plan} plans={plans} value={plan} onChoose={(chosen) => setLetter(chosen)} />
        <PlanChoice
          name={words.against}
          plans={plans.filter((other) => other !== plan)}
          value={against}
          onChoose={setAgainstLetter}
          withNone
        />
        <label className="field">
          <span className="field-name">{words.indicator}</span>
          <select value={indicator} onChange={(event) => setIndicator(event.target.value as RegionalIndicatorId)}>
            {REGIONAL_INDICATORS.filter(({ id }) => id !== "firms").map(({ id, name }) => (
              <option key={id} value={id}>
                {name[language]}
              </option>
            ))}
          </select>
        </label>
        <RegionChoice name={words.region} country={words.country} />
        <FuturesProgress plans={plans} words={words} />
      </div>
      <CompareFinding question={question} words={words} />
      <div className="compare-column">
        <EffectTable question={question} words={words} />
        <ContestTable question={question} words={words} />
        <ThreeNumbers question={question} words={words} />
      </div>
      <CompareCourse question={question} words={words} />
      <CompareRegions question={question} words={words} />
      <CompareMap question={question} words={words} />
      <IndicatorDifferences question={question} words={words} />
      <SpreadTable question={question} words={words} />
      <CompareMoney question={question} words={words} />
      {plans.length < 2 && <p className="compare-note guidance">{words.addPlan}</p>}
    </div>
  );
}

type PlanChoiceProps = {
  readonly name: string;
  readonly plans: readonly CompareQuestion["plan"][];
  readonly value: CompareQuestion["plan"] | null;
  readonly onChoose: (letter: string | null) => void;
  readonly withNone?: boolean;
};

export function PlanChoice({ name, plans, value, onChoose, withNone = false }: PlanChoiceProps) {
  const language = useLanguage();
  const words = COMPARE_WORDS[language];
  return (
    <label className="field">
      <span className="field-name">{name}</span>
      <select value={value?.letter ?? ""} onChange={(event) => onChoose(event.target.value || null)}>
        {withNone && <option value="">{words.noPlan}</option>}
        {plans.map((plan) => (
          <option key={plan.letter} value={plan.letter}>
            {nameOfPlan(plan, [plan, plan], language, words)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** The region that the whole page shows. */
export function RegionChoice({ name, country }: { readonly name: string; readonly country: string }) {
  const language = useLanguage();
  const send = useSend();
  const { data } = useStudy();
  const region = useSession((context) => context.view.region);
  return (
    <label className="field">
      <span className="field-name">{name}</span>
      <select
        value={region ?? ""}
        onChange={(event) => send({ type: "VIEW_CHANGED", change: { region: event.target.value || null } })}
      >
        <option value="">{country}</option>
        {data.regions.map(({ id, shortName }) => (
          <option key={id} value={id}>
            {shortName[language]}
          </option>
        ))}
      </select>
    </label>
  );
}
