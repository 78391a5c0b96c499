import type { ReplicateResult } from "#engine/replicate.ts";

/** Money of a plan by line, mean over its futures; billion KZT of 2023 by year. Lines that stay empty are left out. */
export function moneyLines(results: readonly ReplicateResult[]) {
  const lines = new Map<string, Map<number, number>>();
  for (const { money } of results) {
    for (const { line, year, value } of money) {
      const byYear = lines.get(line) ?? new Map<number, number>();
      byYear.set(year, (byYear.get(year) ?? 0) + value / results.length);
      lines.set(line, byYear);
    }
  }
  return [...lines]
    .map(([line, byYear]) => ({ line, byYear }))
    .filter(({ byYear }) => [...byYear.values()].some((value) => value > 0));
}
