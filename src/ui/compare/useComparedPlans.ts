import { type ComparedPlan, comparedPlans } from "#session/comparedPlans.ts";
import { useMemo } from "react";
import { useSession } from "#ui/useSession.tsx";

/** The plans of the page with their futures, as far as they have come. */
export function useComparedPlans(): readonly ComparedPlan[] {
  const plans = useSession((session) => session.plans);
  const runs = useSession((session) => session.runs);
  const baselines = useSession((session) => session.baselines);
  const futures = useSession((session) => session.futures);
  const futuresWanted = useSession((session) => session.futuresWanted);
  const seed = useSession((session) => session.seed);
  return useMemo(
    () => comparedPlans({ plans, runs, baselines, futures, futuresWanted, seed }),
    [plans, runs, baselines, futures, futuresWanted, seed],
  );
}
