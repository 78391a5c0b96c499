import type { ComparedPlan } from "#session/comparedPlans.ts";
import { isNoPlan } from "#domain/noPlan.ts";
import { useSession } from "#ui/useSession.tsx";
import { useComparedPlans } from "./useComparedPlans.ts";

/** The plans of the page, which of them is compared and with what; no plan to compare while none is simulated. */
export function useComparison(): {
  readonly plans: readonly ComparedPlan[];
  readonly plan: ComparedPlan | undefined;
  readonly against: ComparedPlan | null;
} {
  const plans = useComparedPlans();
  const compared = useSession((context) => context.view.compared);
  const against = useSession((context) => context.view.against);
  const shown = useSession((context) => context.active);
  const plan =
    plans.find(({ letter }) => letter === compared) ??
    plans.find(({ letter, scenario }) => letter === shown && !isNoPlan(scenario)) ??
    plans.find(({ scenario }) => scenario.measures.length > 0) ??
    plans[0];
  return { plans, plan, against: plans.find((other) => other.letter === against && other !== plan) ?? null };
}
