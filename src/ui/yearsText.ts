/** Years in their order, those in a row as one: "2026, 2028–2030". */
export function yearsText(years: readonly number[]): string {
  const starts = years.filter((year) => !years.includes(year - 1));
  const ends = years.filter((year) => !years.includes(year + 1));
  return starts.map((from, k) => yearRange({ from, to: ends[k] })).join(", ");
}

/** "2028–2030", or "2028" where it is one year. */
export function yearRange({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? `${from}` : `${from}–${to}`;
}
