import type { InputProblem } from "#domain/inputProblem.ts";
import type { Edited } from "#session/planEdits.ts";
import { useSend, useSession, useStudy } from "#ui/useSession.tsx";

/** The active plan and the way to change it: `keep` answers why an edit was refused, nothing when it was taken. */
export function usePlanEdit() {
  const send = useSend();
  const plan = useSession((session) => session.plan);
  const regionIds = useStudy().data.regions.map(({ id }) => id);
  const keep = (edited: Edited): readonly InputProblem[] => {
    if (edited.status === "refused") return edited.problems;
    send({ type: "PLAN_CHANGED", plan: edited.plan });
    return [];
  };
  return { plan, regionIds, keep };
}
