import type { LeverId } from "#domain/levers.ts";
import type { Measure, RegionChoice, Scenario } from "#domain/scenario.ts";
import { leverById } from "#domain/levers.ts";
import { partReached } from "#engine/whereAndWhen.ts";

/** Two measures on the same lever at the same time and place: their departures from neutral add up [P2]. */
export type Conflict = {
  readonly lever: LeverId;
  /** Places of the two in the plan. */
  readonly first: number;
  readonly second: number;
  readonly from: number;
  readonly to: number;
  /** Ids of the regions that both reach; null where a rule decides it during the run. */
  readonly regions: readonly string[] | null;
  /** The sum leaves the range of the lever in some year and is cut at its end. */
  readonly isCut: boolean;
};

/** Why a measure changes nothing, as far as it can be said before a run. */
export type IdleReason =
  /** It begins after the last simulated year. */
  | "afterUntil"
  /** Its size is the lever's neutral value. */
  | "sizeNeutral"
  /** Less than one firm, person or rack a year. */
  | "belowOne"
  | "noBudget"
  /** The lever acts on running platforms, and no measure selects a core that could run one. */
  | "needsPlatform"
  /** Other measures already hold the lever at the end of its range wherever and whenever this one acts. */
  | "rangeFull";

/** Levers that act only where a core runs a platform (EQ-9); the digital code costs everybody compliance without one, too. */
const ON_PLATFORMS: ReadonlySet<string> = new Set(["openness", "superApp", "buildingStrategy"]);

export function conflictsOf(plan: Scenario, regionIds: readonly string[]): Conflict[] {
  return plan.measures.flatMap((one, first) =>
    plan.measures.flatMap((other, second) => {
      if (second <= first || one.lever !== other.lever) return [];
      const from = Math.max(one.from, other.from);
      const to = Math.min(one.to, other.to, plan.until);
      const regions = shared(one.regions, other.regions, regionIds);
      if (from > to || regions?.length === 0 || isNeutral(one) || isNeutral(other)) return [];
      const years = yearsBetween(from, to);
      const isCut = (regions ?? regionIds).some((region) =>
        years.some((year) => isBeyond(plan, one.lever, region, year)),
      );
      return [{ lever: one.lever, first, second, from, to, regions, isCut: isCut && regions !== null }];
    }),
  );
}

/** The reason of each measure in the order of the plan; null where only a run can tell. */
export function idleReasons(plan: Scenario, regionIds: readonly string[]): (IdleReason | null)[] {
  return plan.measures.map((measure) => {
    const lever = leverById(measure.lever);
    if (measure.from > plan.until) return "afterUntil";
    if (isNeutral(measure)) return "sizeNeutral";
    if (lever.reach === "shared" && Math.abs(measure.size) < 1) return "belowOne";
    if (lever.costs && measure.budget === 0) return "noBudget";
    if (ON_PLATFORMS.has(measure.lever) && !hasPlatformBy(plan, measure.to)) return "needsPlatform";
    return isRangeFull(plan, measure, regionIds) ? "rangeFull" : null;
  });
}

/** Regions that both choices are sure to reach; null where a rule decides it during the run. */
function shared(a: RegionChoice, b: RegionChoice, regionIds: readonly string[]): readonly string[] | null {
  const [ours, theirs] = [fixedRegions(a, regionIds), fixedRegions(b, regionIds)];
  return ours === null || theirs === null ? null : ours.filter((id) => theirs.includes(id));
}

/** The regions of a choice that no run can change; null for a rule on shares. */
function fixedRegions(choice: RegionChoice, regionIds: readonly string[]): readonly string[] | null {
  if (choice === "all") return regionIds;
  if (!("rule" in choice)) return choice;
  return choice.rule === "outsideAstanaAndAlmaty" ? regionIds.filter((id) => id !== "astana" && id !== "almaty") : null;
}

/** Only levers that every region gets in full have a range that sums can leave [P2]. */
function isBeyond(plan: Scenario, lever: LeverId, region: string, year: number, without?: Measure): boolean {
  const { neutral, minimum, maximum, reach } = leverById(lever);
  if (reach === "shared") return false;
  const value = neutral + sumOfDepartures(plan, lever, region, year, without);
  return value > maximum + 1e-9 || value < minimum - 1e-9;
}

function sumOfDepartures(plan: Scenario, lever: LeverId, region: string, year: number, without?: Measure): number {
  const acting = plan.measures.filter(
    (measure) =>
      measure !== without &&
      measure.lever === lever &&
      measure.from <= year &&
      year <= measure.to &&
      (fixedRegions(measure.regions, [region])?.includes(region) ?? false),
  );
  return acting.reduce((sum, measure) => sum + departureIn(measure, year), 0);
}

function isRangeFull(plan: Scenario, measure: Measure, regionIds: readonly string[]): boolean {
  const { neutral, minimum, maximum, reach } = leverById(measure.lever);
  const regions = fixedRegions(measure.regions, regionIds);
  if (reach === "shared" || regions === null) return false;
  const years = yearsBetween(measure.from, Math.min(measure.to, plan.until));
  return regions.every((region) =>
    years.every((year) => {
      const others = neutral + sumOfDepartures(plan, measure.lever, region, year, measure);
      return measure.size > neutral ? others >= maximum - 1e-9 : others <= minimum + 1e-9;
    }),
  );
}

/** What a measure adds to its lever in a year, before its budget cuts it. */
export function departureIn(measure: Measure, year: number): number {
  return partReached(measure, year) * (measure.size - leverById(measure.lever).neutral);
}

function hasPlatformBy(plan: Scenario, year: number): boolean {
  return plan.measures.some(
    ({ lever, from, size, budget }) => lever === "cores" && size >= 1 && from <= year && budget !== 0,
  );
}

function isNeutral({ lever, size }: Measure): boolean {
  return size === leverById(lever).neutral;
}

function yearsBetween(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, k) => from + k);
}
