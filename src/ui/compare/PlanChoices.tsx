import type { PlanKey } from "#session/plans.ts";
import { SelectField } from "#ui/SelectField.tsx";
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
  const named = plans.map((plan) => [plan.letter, nameOfPlan(plan, [plan, plan], language, words)] as const);
  return (
    <SelectField
      name={name}
      options={[...(withNone ? [["", words.noPlan] as const] : []), ...named]}
      value={value ?? ""}
      onChoose={(letter) => onChoose(letter || null)}
    />
  );
}
