import type { PlanKey } from "#session/plans.ts";
import { PLAN_STYLES } from "#scene/colourScales.ts";
import { useTheme } from "#ui/useTheme.ts";

/** Letter, colour and dash of a plan, as its lines have them. */
export function PlanMark({ plan }: { readonly plan: PlanKey }) {
  const theme = useTheme();
  const style = PLAN_STYLES.find(({ letter }) => letter === plan)!;
  return (
    <span className="plan-mark" style={{ color: style[theme] }}>
      <b>{plan}</b>
      <svg viewBox="0 0 20 4" aria-hidden="true">
        <line x1="0" x2="20" y1="2" y2="2" stroke="currentColor" strokeWidth="2.5" strokeDasharray={style.dash} />
      </svg>
    </span>
  );
}
