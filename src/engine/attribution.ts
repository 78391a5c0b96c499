import type { RegionalIndicatorId } from "#domain/indicators.ts";
import type { Scenario } from "#domain/scenario.ts";
import type { ReplicateResult, ReplicateTask } from "./replicate.ts";
import { sampleStandardDeviation } from "simple-statistics";
import { START_YEAR } from "#domain/scenario.ts";
import { phaseKey, runKey, uniform } from "./randomNumbers.ts";
import { antitheticOrders, shapleyInteraction, shapleyValues } from "./shapley.ts";
import { columnValue, type Summary, summariseValues } from "./summaries.ts";

/** What a plan's effect is attributed on: users, digital output, and manufacturing output, whose change is the caused gain. */
export const ATTRIBUTED = ["digital_users", "digital_output", "manuf_output"] as const satisfies RegionalIndicatorId[];
export type Attributed = (typeof ATTRIBUTED)[number];

/** Up to so many measures every subset is run (2^8 runs a future); beyond, orders are sampled. */
export const MOST_MEASURES_EXACT = 8;
/** Pairs of an order and its reverse, where orders are sampled. */
export const ORDER_PAIRS = 16;

export type Part = Summary & {
  /** Of the mean over the futures; null with one future. */
  readonly standardError: number | null;
  /** Standard error of the mean from sampling orders; null where all subsets were run. */
  readonly samplingError: number | null;
};

export type Interaction = Summary & { readonly first: number; readonly second: number };

/** The effect of a plan in one place and year. Means of the parts add up to the mean of the total. */
export type AttributionAt = {
  readonly total: Summary;
  /** By measure, in the order of the plan. */
  readonly parts: readonly Part[];
  /** By pair of measures; null where orders are sampled, which does not give them. */
  readonly interactions: readonly Interaction[] | null;
};

export type Attribution = {
  readonly method: "exact" | "sampled";
  /** Sampled orders, 0 if every subset is run. */
  readonly orders: number;
  readonly tasks: readonly ReplicateTask[];
  /** Takes the result of a task; all of them are needed before `at`. Only the attributed values are kept. */
  readonly keep: (task: number, result: ReplicateResult) => void;
  readonly at: (indicator: Attributed, region: number | null, t: number) => AttributionAt;
};

/**
 * Attribution of what a plan changes to its measures by Shapley values: subsets of the measures are run on the same futures
 * and the same assumptions; the game is played within each future, then summarised over them.
 */
export function createAttribution(
  scenario: Scenario,
  seed: string,
  replicates: number,
  orderPairs: number = ORDER_PAIRS,
): Attribution {
  const players = scenario.measures.length;
  const isExact = players <= MOST_MEASURES_EXACT;
  const draw = (pair: number, place: number) => uniform(phaseKey(runKey(seed, 0), "attribution", pair), place);
  const orders = isExact ? [] : antitheticOrders(players, orderPairs, draw);
  const subsets = isExact ? allSubsets(players) : subsetsOf(orders);
  const years = scenario.until - START_YEAR + 1;
  const tasks = subsets.flatMap((subset) =>
    Array.from({ length: replicates }, (_, replicate) => ({
      scenario: { ...scenario, measures: scenario.measures.filter((_, player) => subset.has(player)) },
      seed,
      replicate,
      isRecorded: false,
    })),
  );
  /** Of a task: places (the country, then regions) x years x ATTRIBUTED. */
  const kept: Float64Array[] = [];
  const placeOf = (region: number | null) => (region === null ? 0 : region + 1);
  const valueIn = (subset: number, replicate: number, cell: number) => kept[subset * replicates + replicate][cell];

  const keep = (task: number, result: ReplicateResult) => {
    const regions = result.regional.length / result.national.length;
    const values = new Float64Array((regions + 1) * years * ATTRIBUTED.length);
    for (let place = 0; place <= regions; place++) {
      for (let t = 0; t < years; t++) {
        ATTRIBUTED.forEach((indicator, i) => {
          const value = columnValue(result, indicator, t, place === 0 ? null : place - 1)!;
          values[(place * years + t) * ATTRIBUTED.length + i] = value;
        });
      }
    }
    kept[task] = values;
  };

  const at = (indicator: Attributed, region: number | null, t: number): AttributionAt => {
    const cell = (placeOf(region) * years + t) * ATTRIBUTED.length + ATTRIBUTED.indexOf(indicator);
    const futures = Array.from({ length: replicates }, (_, replicate) =>
      Float64Array.from(subsets, (_, subset) => valueIn(subset, replicate, cell)),
    );
    const whole = subsets.findIndex((subset) => subset.size === players);
    const none = subsets.findIndex((subset) => subset.size === 0);
    const total = summariseValues(futures.map((game) => game[whole] - game[none]))!;
    return isExact ? { total, ...playExactly(players, futures) } : { total, ...playSampled(players, futures, chains) };
  };
  const indexOf = new Map(subsets.map((subset, index) => [keyOf(subset), index]));
  const chains = orders.map((order) => ({ order, steps: chainOf(order).map((subset) => indexOf.get(keyOf(subset))!) }));
  return { method: isExact ? "exact" : "sampled", orders: orders.length, tasks, keep, at };
}

function playExactly(players: number, futures: readonly Float64Array[]): Omit<AttributionAt, "total"> {
  const parts = futures.map((game) => shapleyValues(players, game));
  const pairs = Array.from({ length: players }, (_, second) =>
    Array.from({ length: second }, (_, first) => ({ first, second })),
  ).flat();
  return {
    parts: Array.from({ length: players }, (_, player) => ({
      ...summarisePart(parts.map((part) => part[player])),
      samplingError: null,
    })),
    interactions: pairs.map(({ first, second }) => ({
      first,
      second,
      ...summariseValues(futures.map((game) => shapleyInteraction(players, game, first, second)))!,
    })),
  };
}

type Chain = { readonly order: readonly number[]; readonly steps: readonly number[] };

/** What a player adds when it joins, averaged over the sampled orders; their pairs are independent of each other. */
function playSampled(
  players: number,
  futures: readonly Float64Array[],
  chains: readonly Chain[],
): Omit<AttributionAt, "total"> {
  /** By player and order: what the player adds in each future. */
  const added = Array.from({ length: players }, () => chains.map(() => new Float64Array(futures.length)));
  chains.forEach(({ order, steps }, o) => {
    order.forEach((player, place) => {
      futures.forEach((game, future) => {
        added[player][o][future] = game[steps[place + 1]] - game[steps[place]];
      });
    });
  });
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0) / values.length;
  return {
    parts: added.map((byOrder) => {
      const byFuture = futures.map((_, future) => mean(byOrder.map((values) => values[future])));
      const byPair = Array.from({ length: chains.length / 2 }, (_, pair) =>
        mean([mean(byOrder[2 * pair]), mean(byOrder[2 * pair + 1])]),
      );
      return {
        ...summarisePart(byFuture),
        samplingError: byPair.length > 1 ? sampleStandardDeviation(byPair) / Math.sqrt(byPair.length) : null,
      };
    }),
    interactions: null,
  };
}

function summarisePart(values: readonly number[]): Omit<Part, "samplingError"> {
  return {
    ...summariseValues(values)!,
    standardError: values.length > 1 ? sampleStandardDeviation([...values]) / Math.sqrt(values.length) : null,
  };
}

type Subset = ReadonlySet<number>;

/** By bit mask, as shapley.ts reads them. */
function allSubsets(players: number): Subset[] {
  const all = Array.from({ length: players }, (_, player) => player);
  return Array.from(
    { length: 1 << players },
    (_, mask) => new Set(all.filter((player) => (mask & (1 << player)) !== 0)),
  );
}

/** Every subset that the orders pass through, once: they share their runs. */
function subsetsOf(orders: readonly (readonly number[])[]): Subset[] {
  const subsets = orders.flatMap(chainOf);
  return [...new Map(subsets.map((subset) => [keyOf(subset), subset])).values()];
}

/** Nobody, then one player more each time. */
function chainOf(order: readonly number[]): Subset[] {
  return Array.from({ length: order.length + 1 }, (_, size) => new Set(order.slice(0, size)));
}

function keyOf(subset: Subset): string {
  return [...subset].sort((a, b) => a - b).join(",");
}
