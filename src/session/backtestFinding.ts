import type { Backtest } from "#engine/backtest.ts";

/** A difference of mean absolute errors whose interval contains zero tells the two methods apart in neither direction. */
export function findingOf({ low, high }: Backtest["againstPersistence"]): "tie" | "modelCloser" | "persistenceCloser" {
  if (high < 0) return "modelCloser";
  if (low > 0) return "persistenceCloser";
  return "tie";
}
