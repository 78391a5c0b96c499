import type { RegionalIndicatorId } from "./indicators.ts";
import type { PayerId } from "./payers.ts";
import type { YearExplanation } from "./explanation.ts";
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

/**
 * Bytes an agent takes in `YearSnapshot.agents`, by place: stage of D (255: not in that population), stage of C,
 * readiness x 255, flags; then for large and medium manufacturers the core it belongs to or was invited by (255: none),
 * state codes of its membership (SM-2) and of its supplier role (SM-6), and rung of the factory ladder (SM-12). A multiple of
 * four, so that a graphics card reads it as two words.
 */
export const BYTES_PER_AGENT = 8;
export const AGENT_BYTE = {
  stage: 0,
  cloud: 1,
  readiness: 2,
  flags: 3,
  core: 4,
  membership: 5,
  supplier: 6,
  ladder: 7,
} as const;
export const NO_CORE = 255;
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
  /** Of a run that is explained; null otherwise. */
  readonly explanation: YearExplanation | null;
};

/** Actors other than enterprises that run the same machine; who they are stays the same over a run. */
export type RosterGroup = {
  /** Id of the machine (engine/machines/machines.ts). */
  readonly machine: string;
  /** Leaf states of the machine; a state code is an index into it. */
  readonly leaves: readonly string[];
  /** `core/kazakhmys`, `complementor/17`, … */
  readonly ids: readonly string[];
  /** Region index of each actor; null: acts on the whole country. */
  readonly regions: readonly (number | null)[];
  /** What `ActorsYear.numbers` holds of each actor, by name with unit in its definition (SPEC.md). */
  readonly numberNames: readonly string[];
};

/** The actors of the roster in a year, group after group: typed arrays that cross threads by transfer. */
export type ActorsYear = {
  /** State code of each actor. */
  readonly states: Uint8Array;
  /** The numbers of each actor, one actor after the other within a group. */
  readonly numbers: Float64Array;
};

export type RosterActor = {
  readonly machine: string;
  readonly id: string;
  readonly region: number | null;
  readonly state: string;
  readonly numbers: Readonly<Record<string, number>>;
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
  /** Digest of the ensemble whose sets the futures from the second on have, or "default". */
  readonly parameters: string;
  readonly years: readonly [number, number];
  readonly identities: readonly IdentityCheck[];
  readonly outputDigest: string;
};

/** Money of the plan in a year: of a lever by who pays, or what budgets left over (no payer). */
export type MoneyLine = {
  readonly year: number;
  readonly line: string;
  readonly payer: PayerId | null;
  readonly value: number;
};

/** What the page gets besides the years of a run. */
export type RunSummary = {
  readonly receipt: Receipt;
  /** Region index of every agent, fixed over the run. */
  readonly agentRegion: Uint8Array;
  /** Rows of the buyers of every large or medium manufacturer, BUYERS_PER_FIRM each, fixed over the run. */
  readonly buyers: Int32Array;
  readonly roster: readonly RosterGroup[];
  /** Money of the plan by year and line (lever id or "unspent"), billion KZT. */
  readonly money: readonly MoneyLine[];
};

/** Buyers that every large or medium manufacturer has. */
export const BUYERS_PER_FIRM = 4;

/** How many of the agents are places of large and medium manufacturers; they come first. */
export function manufacturersOf({ buyers }: Pick<RunSummary, "buyers">): number {
  return buyers.length / BUYERS_PER_FIRM;
}

/** The actors of a machine in a year, with their states and numbers by name. */
export function actorsOf(
  roster: readonly RosterGroup[],
  { states, numbers }: ActorsYear,
  machine: string,
): RosterActor[] {
  let actor = 0;
  let number = 0;
  for (const group of roster) {
    const { ids, regions, leaves, numberNames } = group;
    if (group.machine === machine) {
      return ids.map((id, k) => ({
        machine,
        id,
        region: regions[k],
        state: leaves[states[actor + k]],
        numbers: Object.fromEntries(numberNames.map((name, n) => [name, numbers[number + k * numberNames.length + n]])),
      }));
    }
    actor += ids.length;
    number += ids.length * numberNames.length;
  }
  return [];
}

const INDICATOR_INDICES = Object.fromEntries(REGIONAL_INDICATORS.map(({ id }, index) => [id, index])) as Readonly<
  Record<RegionalIndicatorId, number>
>;

export function indicatorIndex(id: RegionalIndicatorId): number {
  return INDICATOR_INDICES[id];
}

/** The values of an indicator by region, a view of `regional` (indicators x regions). */
export function regionalColumn(regional: Float64Array, id: RegionalIndicatorId): Float64Array {
  const regions = regional.length / REGIONAL_INDICATORS.length;
  const first = indicatorIndex(id) * regions;
  return regional.subarray(first, first + regions);
}

export function regionalValue(snapshot: YearSnapshot, id: RegionalIndicatorId, region: number): number {
  const regions = snapshot.regional.length / REGIONAL_INDICATORS.length;
  return snapshot.regional[indicatorIndex(id) * regions + region]!;
}

export function nationalValue(snapshot: YearSnapshot, id: RegionalIndicatorId): number {
  return snapshot.national[indicatorIndex(id)]!;
}
