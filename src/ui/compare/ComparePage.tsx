import { REGIONAL_INDICATORS } from "#domain/indicators.ts";
import { SelectField } from "#ui/SelectField.tsx";
import { useOrderedRegions } from "#ui/useOrderedRegions.ts";
import { useLanguage, useSelectedRegion, useSend, useSession } from "#ui/useSession.tsx";
import { COMPARE_WORDS, type CompareQuestion, yearsOfAll } from "./compareQuestion.ts";
import { CompareCourse } from "./CompareCourse.tsx";
import { CompareFinding } from "./CompareFinding.tsx";
import { CompareMap } from "./CompareMap.tsx";
import { CompareMoney } from "./CompareMoney.tsx";
import { CompareRegions } from "./CompareRegions.tsx";
import { ContestTable } from "./ContestTable.tsx";
import { FuturesProgress } from "./FuturesProgress.tsx";
import { IndicatorDifferences } from "./IndicatorDifferences.tsx";
import { PlanChoices } from "./PlanChoices.tsx";
import { EffectTable, SpreadTable, ThreeNumbers } from "./PlansTables.tsx";
import { TargetTable } from "./TargetTable.tsx";
import { useComparison } from "./useComparison.ts";
import "#ui/styles/compare.css";

/** The plans of the page on the same futures: differences with intervals, contests, money, regions. */
export function ComparePage() {
  const language = useLanguage();
  const words = COMPARE_WORDS[language];
  const send = useSend();
  const { plans, plan, against } = useComparison();
  const indicator = useSession((context) => context.view.comparedBy);
  const wantedYear = useSession((context) => context.view.year);
  const region = useSelectedRegion();
  if (!plan) return <p className="compare-note">{words.futures.one}</p>;
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
        <PlanChoices />
        <SelectField
          name={words.indicator}
          options={REGIONAL_INDICATORS.filter(({ id }) => id !== "firms").map(({ id, name }) => [id, name[language]])}
          value={indicator}
          onChoose={(comparedBy) => send({ type: "VIEW_CHANGED", change: { comparedBy } })}
        />
        <RegionChoice name={words.region} country={words.country} />
        <FuturesProgress plans={plans} words={words} />
      </div>
      <CompareFinding question={question} words={words} />
      <div className="compare-column">
        <EffectTable question={question} words={words} />
        <ContestTable question={question} words={words} />
        <ThreeNumbers question={question} words={words} />
      </div>
      <div className="compare-column">
        <CompareCourse question={question} words={words} />
        <TargetTable question={question} words={words} />
      </div>
      <CompareRegions question={question} words={words} />
      <CompareMap question={question} words={words} />
      <IndicatorDifferences question={question} words={words} />
      <SpreadTable question={question} words={words} />
      <CompareMoney question={question} words={words} />
      {plans.length < 2 && <p className="compare-note guidance">{words.addPlan}</p>}
    </div>
  );
}

/** The region that the whole page shows. */
export function RegionChoice({ name, country }: { readonly name: string; readonly country: string }) {
  const send = useSend();
  const ordered = useOrderedRegions("shortName");
  const region = useSession((context) => context.view.region);
  return (
    <SelectField
      name={name}
      options={[["", country], ...ordered.map(({ id, text }) => [id, text] as const)]}
      value={region ?? ""}
      onChoose={(chosen) => send({ type: "VIEW_CHANGED", change: { region: chosen || null } })}
    />
  );
}
