/** Years in their order, those in a row as one: "2026, 2028–2030". */
export function yearsText(years: readonly number[]): string {
  return years
    .filter((year) => !years.includes(year - 1))
    .map((first) => {
      let last = first;
      while (years.includes(last + 1)) last++;
      return first === last ? `${first}` : `${first}–${last}`;
    })
    .join(", ");
}
