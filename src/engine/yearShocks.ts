import type { Scenario } from "#domain/scenario.ts";
import type { ShockId } from "#domain/shocks.ts";
import type { RegionState } from "./whereAndWhen.ts";
import { SHOCKS, shockById } from "#domain/shocks.ts";
import { chosenRegions, partReached } from "./whereAndWhen.ts";

/** What the shocks stand at in one year, by region. */
export type YearShocks = Readonly<Record<ShockId, Float64Array>>;

/** Shocks of a year [P5]: departures from neutral add up within the range of the shock, as those of measures do [P2]. */
export function shocksOf(scenario: Scenario, year: number, state: RegionState): YearShocks {
  const values = {} as Record<ShockId, Float64Array>;
  for (const { id, neutral } of SHOCKS) values[id] = new Float64Array(state.ids.length).fill(neutral);
  for (const shock of scenario.shocks) {
    if (year < shock.from || shock.to < year) continue;
    const { neutral } = shockById(shock.shock);
    const chosen = chosenRegions(shock.regions, state);
    const departure = partReached(shock, year) * (shock.size - neutral);
    const of = values[shock.shock];
    for (let r = 0; r < of.length; r++) {
      if (chosen[r]) of[r] += departure;
    }
  }
  for (const { id, minimum, maximum } of SHOCKS) {
    const of = values[id];
    for (let r = 0; r < of.length; r++) of[r] = Math.min(maximum, Math.max(minimum, of[r]));
  }
  return values;
}
