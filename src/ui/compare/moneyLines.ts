import type { MoneyLine } from "#domain/runResult.ts";
import type { ReplicateResult } from "#engine/replicate.ts";

/** Money of a plan by line and who pays, mean over its futures; billion KZT of 2023 by year. Lines that stay empty are left out. */
export function moneyLines(results: readonly ReplicateResult[]) {
  const lines = new Map<string, Pick<MoneyLine, "line" | "payer"> & { readonly byYear: Map<number, number> }>();
  for (const { money } of results) {
    for (const { line, payer, year, value } of money) {
      const key = `${line}/${payer}`;
      const { byYear } = lines.get(key) ?? { byYear: new Map<number, number>() };
      byYear.set(year, (byYear.get(year) ?? 0) + value / results.length);
      lines.set(key, { line, payer, byYear });
    }
  }
  return [...lines.values()].filter(({ byYear }) => [...byYear.values()].some((value) => value > 0));
}
