import type { PlanKey } from "#session/plans.ts";
import { useLanguage, useSend } from "#ui/useSession.tsx";
import { COMPARE_WORDS, nameOfPlan } from "./compareQuestion.ts";
import { useComparison } from "./useComparison.ts";

/** Which plan is compared, and with what. */
export function PlanChoices() {
  const words = COMPARE_WORDS[useLanguage()];
  const send = useSend();
  const { plans, plan, against } = useComparison();
  return (
    <>
      <PlanChoice
        name={words.plan}
        plans={plans}
        value={plan?.letter ?? null}
        onChoose={(compared) => send({ type: "VIEW_CHANGED", change: { compared } })}
      />
      <PlanChoice
        name={words.against}
        plans={plans.filter((other) => other !== plan)}
        value={against?.letter ?? null}
        onChoose={(letter) => send({ type: "VIEW_CHANGED", change: { against: letter } })}
        withNone
      />
    </>
  );
}

type PlanChoiceProps = {
  readonly name: string;
  readonly plans: ReturnType<typeof useComparison>["plans"];
  readonly value: PlanKey | null;
  readonly onChoose: (letter: PlanKey | null) => void;
  readonly withNone?: boolean;
};

function PlanChoice({ name, plans, value, onChoose, withNone = false }: PlanChoiceProps) {
  const language = useLanguage();
  const words = COMPARE_WORDS[language];
  return (
    <label className="field">
      <span className="field-name">{name}</span>
      <select value={value ?? ""} onChange={(event) => onChoose((event.target.value as PlanKey) || null)}>
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
