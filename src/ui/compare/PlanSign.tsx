import type { MapTheme } from "#scene/mapProps.ts";
import { PLAN_STYLES } from "#scene/colourScales.ts";
import { createContext, use } from "react";
import { themed } from "#ui/themed.ts";
import { useTheme } from "#ui/useTheme.ts";

/** Paper is light whatever the page is. */
export const FigureTheme = createContext<MapTheme | null>(null);

export function useFigureTheme(): MapTheme {
  const pageTheme = useTheme();
  return use(FigureTheme) ?? pageTheme;
}

/** Colour of a plan, of no plan for null; each plan has its dash and letter besides. */
export function usePlanStyle(): (letter: string | null) => { readonly colour: string; readonly dash: string } {
  const paper = use(FigureTheme);
  return (letter) => {
    const style = PLAN_STYLES.find((candidate) => candidate.letter === letter);
    return style
      ? { colour: paper ? style[paper] : themed(style.light, style.dark), dash: style.dash }
      : { colour: "var(--muted-ink)", dash: "1 3" };
  };
}

/** Letter and line of a plan, as it is drawn in the charts. */
export function PlanSign({ letter }: { readonly letter: string }) {
  const { colour, dash } = usePlanStyle()(letter);
  return (
    <span className="plan-sign" style={{ color: colour }}>
      <svg width="22" height="8" aria-hidden="true">
        <line x1="0" x2="22" y1="4" y2="4" stroke={colour} strokeWidth="2.5" strokeDasharray={dash} />
      </svg>
      <b>{letter}</b>
    </span>
  );
}
