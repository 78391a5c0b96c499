import type { ComparedPlan } from "#session/comparedPlans.ts";
import { comparedPlans } from "#session/comparedPlans.ts";
import { useMemo } from "react";
import { useSession } from "#ui/useSession.tsx";

/** The plans of the page with their futures, as far as they have come. */
export function useComparedPlans(): readonly ComparedPlan[] {
  const context = useSession((session) => session);
  const { futures, simulated, baseline, seed } = context;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only these parts of the session matter
  return useMemo(() => comparedPlans(context), [futures, simulated, baseline, seed]);
}
