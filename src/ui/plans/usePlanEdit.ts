import type { InputProblem } from "#domain/inputProblem.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { Edited } from "#session/planEdits.ts";
import { ofActivePlan } from "#session/sessionContext.ts";
import { useSession, useSessionActor, useStudy } from "#ui/useSession.tsx";

/** The active plan and the way to change it: `keep` answers why an edit was refused, nothing when it was taken. */
export function usePlanEdit() {
  const change = usePlanChange();
  const plan = useSession((session) => session.plan);
  const regionIds = useStudy().data.regions.map(({ id }) => id);
  return { plan, regionIds, keep: (edited: Edited) => change(() => edited) };
}

/**
 * The way to change the active plan as it stands when the change comes, for parts of which there are many: unlike with
 * usePlanEdit, none is drawn anew when another changes the plan.
 */
export function usePlanChange() {
  const session = useSessionActor();
  const { regions } = useStudy().data;
  return (edit: (plan: Scenario, regionIds: readonly string[]) => Edited): readonly InputProblem[] => {
    const { plan } = ofActivePlan(session.getSnapshot().context);
    const edited = edit(
      plan,
      regions.map(({ id }) => id),
    );
    if (edited.status === "refused") return edited.problems;
    session.send({ type: "PLAN_CHANGED", plan: edited.plan });
    return [];
  };
}
