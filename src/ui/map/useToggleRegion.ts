import { changeMeasure } from "#session/planEdits.ts";
import { ofActivePlan } from "#session/sessionContext.ts";
import { isListed, withRegion } from "#ui/RegionChooser.tsx";
import { useSessionActor } from "#ui/useSession.tsx";

/**
 * Adds a region to the list of a measure or takes it away; false when the measure has no list. The plan is read when it is
 * needed, so that a map is not drawn again for every step of a slider.
 */
export function useToggleRegion(): (measure: number, regionId: string) => boolean {
  const session = useSessionActor();
  return (measure, regionId) => {
    const { plan, study } = ofActivePlan(session.getSnapshot().context);
    const regions = plan.measures[measure]?.regions;
    if (!study || regions === undefined || !isListed(regions)) return false;
    const regionIds = study.data.regions.map(({ id }) => id);
    // Who points at one region while all are chosen means that one.
    const chosen = regions.length === regionIds.length ? [regionId] : withRegion(regions, regionId);
    const edited = changeMeasure(plan, measure, { regions: chosen }, regionIds);
    if (edited.status === "accepted") session.send({ type: "PLAN_CHANGED", plan: edited.plan });
    return true;
  };
}
