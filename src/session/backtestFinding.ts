import type { Backtest } from "#engine/backtest.ts";

/** A difference of mean absolute errors whose interval contains zero tells the two methods apart in neither direction. */
export function findingOf({ low, high }: Backtest["againstPersistence"]): "tie" | "modelCloser" | "persistenceCloser" {
  if (high < 0) return "modelCloser";
  if (low > 0) return "persistenceCloser";
  return "tie";
}

/** What a back-test is beside the one before it: the answer to another wish, or to the same with the same numbers or not. */
export function besideFormer(former: Backtest, now: Backtest): "another" | "same" | "different" {
  const wishOf = ({ origin, seed, replicates }: Backtest) => JSON.stringify([origin, seed, replicates]);
  if (wishOf(former) !== wishOf(now)) return "another";
  return JSON.stringify(former) === JSON.stringify(now) ? "same" : "different";
}
