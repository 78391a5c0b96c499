import type { StudyData } from "#domain/studyData.ts";
import type { AdoptionObservation } from "./adoptionFit.ts";
import type { DigitalCounts } from "./digitalCounts.ts";
import { PARENT_REGION } from "./digitalCounts.ts";

/** T14 as the back-test reads it: percentages with the dashes resolved, and the counts behind them. */
export type AdoptionPanel = {
  readonly years: readonly number[];
  readonly ids: readonly string[];
  /** Percent by region, then year: 0 where a dash means no user, null where the region did not exist. */
  readonly percent: readonly (readonly (number | null)[])[];
  /** The same, but with the parent's value where the region did not exist. */
  readonly percentOrParent: readonly (readonly number[])[];
  readonly national: readonly number[];
  readonly counts: DigitalCounts;
};

/** The panel of T14 from parsed study data and its reconstructed counts. */
export function createAdoptionPanel(data: StudyData, counts: DigitalCounts): AdoptionPanel {
  const ids = data.regions.map(({ id }) => id);
  const percent = data.digitalShare.regional.map((series, r) =>
    series.map((value, t) => (value === null && counts.regional[r][t] !== null ? 0 : value)),
  );
  const percentOrParent = percent.map((series, r) =>
    series.map((value, t) => value ?? parentValue(percent, ids, r, t)),
  );
  return { years: counts.years, ids, percent, percentOrParent, national: data.digitalShare.national, counts };
}

/** Every region and year that the calibration may see: those after the first year, up to `lastYear`. */
export function adoptionObservations(panel: AdoptionPanel, lastYear: number): AdoptionObservation[] {
  return panel.ids.flatMap((_, region) =>
    panel.years.flatMap((year, t): AdoptionObservation[] => {
      const count = panel.counts.regional[region][t];
      if (t === 0 || year > lastYear || count === null) return [];
      const lagShare = panel.percentOrParent[region][t - 1] / 100;
      return [{ region, ...count, lagShare, lagNationalShare: panel.national[t - 1] / 100 }];
    }),
  );
}

function parentValue(percent: AdoptionPanel["percent"], ids: readonly string[], r: number, t: number): number {
  const value = percent[ids.indexOf(PARENT_REGION[ids[r]])]?.[t];
  if (value === null || value === undefined) throw new Error(`${ids[r]} has neither a share nor a parent in T14`);
  return value;
}
