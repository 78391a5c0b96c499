import type { RegionalIndicatorId } from "#domain/indicators.ts";
import { differenceStops } from "#scene/colourScales.ts";
import { useFigureTheme } from "./PlanSign.tsx";
import { useDifferenceWords } from "./useDifferenceWords.ts";

type DifferenceScaleProps = { readonly indicator: RegionalIndicatorId; readonly reach: number };

/** What the colours of a map of differences stand for, in the unit of the map; zero in the middle. */
export function DifferenceScale({ indicator, reach }: DifferenceScaleProps) {
  const { bare, withUnit } = useDifferenceWords(indicator);
  const stops = differenceStops(useFigureTheme());
  return (
    <span className="difference-scale">
      <span className="legend-bar" style={{ background: `linear-gradient(90deg, ${stops.join(", ")})` }} />
      <span className="legend-ends">
        <span>{bare(-reach)}</span>
        <span>0</span>
        <span>{withUnit(reach)}</span>
      </span>
    </span>
  );
}
