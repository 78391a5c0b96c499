import type { PlanKey } from "#session/plans.ts";
import { usePlanStyle } from "#ui/compare/PlanSign.tsx";

/** Letter of a plan over its line, for narrow places; PlanSign has them side by side. */
export function PlanMark({ plan }: { readonly plan: PlanKey }) {
  const { colour, dash } = usePlanStyle()(plan);
  return (
    <span className="plan-mark" style={{ color: colour }}>
      <b>{plan}</b>
      <svg viewBox="0 0 20 4" aria-hidden="true">
        <line x1="0" x2="20" y1="2" y2="2" stroke="currentColor" strokeWidth="2.5" strokeDasharray={dash} />
      </svg>
    </span>
  );
}
