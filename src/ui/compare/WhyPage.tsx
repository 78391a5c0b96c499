import { useState } from "react";
import { useLanguage } from "#ui/useSession.tsx";
import { AttributionPanel } from "./AttributionPanel.tsx";
import { PlanChoice, RegionChoice } from "./ComparePage.tsx";
import { COMPARE_WORDS } from "./compareQuestion.ts";
import { DivergencePanel } from "./DivergencePanel.tsx";
import { useComparedPlans } from "./useComparedPlans.ts";
import "#ui/styles/compare.css";

/** Why plans differ: what each measure adds, and the first steps that another plan makes different. */
export function WhyPage() {
  const words = COMPARE_WORDS[useLanguage()];
  const plans = useComparedPlans();
  const [letter, setLetter] = useState<string | null>(null);
  const [againstLetter, setAgainstLetter] = useState<string | null>(null);
  const byLetter = (wanted: string | null) => plans.find((plan) => plan.letter === wanted) ?? null;
  const plan = byLetter(letter) ?? plans.find(({ scenario }) => scenario.measures.length > 0) ?? plans[0];
  if (!plan) return <p className="compare-note">{words.futures.one}</p>;
  const against = againstLetter === plan.letter ? null : byLetter(againstLetter);
  return (
    <div className="compare why">
      <div className="compare-choice">
        <PlanChoice name={words.plan} plans={plans} value={plan} onChoose={setLetter} />
        <PlanChoice
          name={words.against}
          plans={plans.filter((other) => other !== plan)}
          value={against}
          onChoose={setAgainstLetter}
          withNone
        />
        <RegionChoice name={words.region} country={words.country} />
      </div>
      <AttributionPanel plan={plan} plans={plans} words={words} />
      <DivergencePanel plan={plan} against={against} plans={plans} words={words} />
    </div>
  );
}
