import { useLanguage } from "#ui/useSession.tsx";
import { AttributionPanel } from "./AttributionPanel.tsx";
import { RegionChoice } from "./ComparePage.tsx";
import { COMPARE_WORDS } from "./compareQuestion.ts";
import { DivergencePanel } from "./DivergencePanel.tsx";
import { PlanChoices } from "./PlanChoices.tsx";
import { useComparison } from "./useComparison.ts";
import "#ui/styles/compare.css";

/** Why plans differ: what each measure adds, and the first steps that another plan makes different. */
export function WhyPage() {
  const words = COMPARE_WORDS[useLanguage()];
  const { plans, plan, against } = useComparison();
  if (!plan) return <p className="compare-note">{words.futures.one}</p>;
  return (
    <div className="compare why">
      <div className="compare-choice">
        <PlanChoices />
        <RegionChoice name={words.region} country={words.country} />
      </div>
      <AttributionPanel plan={plan} plans={plans} words={words} />
      <DivergencePanel plan={plan} against={against} plans={plans} words={words} />
    </div>
  );
}
