/** Readiness blocks B1 to B9 by their names in the study, in its order. */
export const READINESS_BLOCKS = [
  "STRSDE",
  "MTE",
  "ORGSTRPROC",
  "PROD",
  "PERS",
  "SCM",
  "CUST",
  "MONCONTR",
  "CYBSEC",
] as const;
/** No block value is higher (EQ-2). */
export const HIGHEST_BLOCK = 0.999;

/** Summands of the log hazard η of EQ-3, in the order of its formula. */
export const HAZARD_TERMS = [
  "level",
  "region",
  "regionalPeers",
  "nationalPeers",
  "subsidy",
  "loans",
  "racks",
  "scarcity",
  "partners",
  "platform",
  "cloud",
  "readiness",
] as const;
export type HazardTerm = (typeof HAZARD_TERMS)[number];

/** Years around the first integration of a firm that the path of adopters covers: from the year before it on. */
export const PATH_START = -1;
export const PATH_YEARS = 8;
/** What the path holds of each year: firms followed, and sums over them. Money is billion KZT. */
export const PATH_COLUMNS = ["firms", "relativeOutput", "cash"] as const;

/**
 * Why a year of the shown run came out as it did: means that no statistics office publishes, so no estimator reads them and no
 * digest holds them. Regions are in region order; where there is no firm to average over, counts are 0 and means are 0.
 */
export type YearExplanation = {
  /** READINESS_BLOCKS x regions: mean of the large and medium manufacturers. */
  readonly blocks: Float64Array;
  /** Firms by region that could start: ready, not yet users, at the start of the year. 2023 has none: it is not simulated. */
  readonly candidates: Float64Array;
  /** HAZARD_TERMS x regions: sums over these firms. */
  readonly hazardTerms: Float64Array;
  /**
   * PATH_YEARS x PATH_COLUMNS, by years since the first integration, from PATH_START: firms that integrated after 2023 so far.
   * `relativeOutput` is output over output of the year before integration, general growth taken out; `cash` is the free-cash
   * share of the additional output less the project cost.
   */
  readonly path: Float64Array;
};
