import type { RegionalIndicatorId } from "./indicators.ts";
import { REGIONAL_INDICATORS } from "./indicators.ts";

export type FrontierModel = "M1" | "M2";

/** The frontier re-estimated from one year's observed values; what cannot be said is null, and `reason` says why. */
export type FrontierYear = {
  readonly model: FrontierModel;
  readonly status: "converged" | "gammaAtOne" | "wrongSkew" | "notConverged" | "singular" | "tooFewObservations";
  /** English sentence for logs and files; the page words it from `status`. Null when the estimate converged. */
  readonly reason: string | null;
  readonly logLik: number | null;
  readonly gamma: number | null;
  readonly sigmaSquared: number | null;
  readonly coefficients: readonly { readonly name: string; readonly estimate: number }[];
  readonly meanEfficiency: number | null;
  /** By region, in region order; null where the status leaves it undefined. */
  readonly efficiency: readonly (number | null)[];
};

/** Bytes an agent takes in `YearSnapshot.agents`: stage of D (255: not in that population), stage of C, readiness x 255, flags. */
export const BYTES_PER_AGENT = 4;
export const NOT_IN_POPULATION = 255;
export const FLAG_MEMBER = 1;
export const FLAG_SERVED = 2;

/** One year as it crosses from the worker to the page: typed arrays by transfer, no object per actor. */
export type YearSnapshot = {
  readonly year: number;
  /** REGIONAL_INDICATORS x regions, one indicator after the other; read with `regionalValue`. */
  readonly regional: Float64Array;
  /** One value per indicator: sums, shares of sums, `readiness` weighted by firms, efficiencies as plain means. */
  readonly national: Float64Array;
  readonly agents: Uint8Array;
  readonly estimates: readonly FrontierYear[];
  readonly actors: ActorsYear;
};

/** The single live actors in a year, by the state of their machines. */
export type ActorsYear = {
  readonly cores: readonly {
    readonly id: string;
    readonly state: string;
    readonly region: number;
    readonly members: number;
  }[];
  /** State name to number of actors. */
  readonly complementors: Readonly<Record<string, number>>;
  readonly ictServices: Readonly<Record<string, number>>;
  readonly suppliers: Readonly<Record<string, number>>;
};

export type EventRecord = {
  readonly year: number;
  /** `enterprise/akmola/7`, `core/kazakhmys`, … */
  readonly actor: string;
  readonly region: number | null;
  readonly machine: string;
  readonly from: string;
  readonly to: string;
  /** What the deciding guard saw, as `draw 0.12 < 0.30`. */
  readonly because: string;
};

export type IdentityCheck = { readonly id: string; readonly holds: boolean; readonly residual: number };

export type Receipt = {
  readonly engineVersion: string;
  readonly dataDigest: string;
  readonly scenarioDigest: string;
  readonly seed: string;
  readonly replicates: number;
  readonly years: readonly [number, number];
  readonly identities: readonly IdentityCheck[];
  readonly outputDigest: string;
};

export type MoneyLine = { readonly year: number; readonly line: string; readonly value: number };

/** What the page gets besides the years of a run. */
export type RunSummary = {
  readonly receipt: Receipt;
  /** Region index of every agent, fixed over the run. */
  readonly agentRegion: Uint8Array;
  /** Money of the plan by year and line (lever id or "unspent"), billion KZT. */
  readonly money: readonly MoneyLine[];
};

export function indicatorIndex(id: RegionalIndicatorId): number {
  return REGIONAL_INDICATORS.findIndex((indicator) => indicator.id === id);
}

export function regionalValue(snapshot: YearSnapshot, id: RegionalIndicatorId, region: number): number {
  const regions = snapshot.regional.length / REGIONAL_INDICATORS.length;
  return snapshot.regional[indicatorIndex(id) * regions + region]!;
}

export function nationalValue(snapshot: YearSnapshot, id: RegionalIndicatorId): number {
  return snapshot.national[indicatorIndex(id)]!;
}
