import type { Measure, RegionChoice, Shock } from "#domain/scenario.ts";

/** What the choice of regions of a measure or shock can depend on, at the start of a year. */
export type RegionState = {
  readonly ids: readonly string[];
  readonly firms: Float64Array;
  readonly digitalShare: Float64Array;
  readonly nationalShare: number;
};

/** Part of its size that a measure or shock has reached: equal steps over its ramp, then all of it. */
export function partReached({ ramp, from }: Measure | Shock, year: number): number {
  return ramp === 0 ? 1 : Math.min(1, (year - from + 1) / (ramp + 1));
}

export function chosenRegions(choice: RegionChoice, state: RegionState): boolean[] {
  if (choice === "all") return state.ids.map(() => true);
  if (!("rule" in choice)) return state.ids.map((id) => choice.includes(id));
  switch (choice.rule) {
    case "belowNationalShare":
      return state.ids.map((_, r) => state.digitalShare[r] < state.nationalShare);
    case "outsideAstanaAndAlmaty":
      return state.ids.map((id) => id !== "astana" && id !== "almaty");
  }
}
