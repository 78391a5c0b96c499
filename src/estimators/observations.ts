/** A table of numbers: `values[row * columns + column]`. */
export type Observations = { readonly rows: number; readonly columns: number; readonly values: Float64Array };

/** Columns of equal length side by side as one table. */
export function observationsFromColumns(columns: readonly ArrayLike<number>[]): Observations {
  const rows = columns[0]?.length ?? 0;
  const values = new Float64Array(rows * columns.length);
  columns.forEach((column, j) => {
    if (column.length !== rows)
      throw new RangeError(`column ${j + 1} has ${column.length} rows, the first has ${rows}`);
    for (let i = 0; i < rows; i++) values[i * columns.length + j] = column[i];
  });
  return { rows, columns: columns.length, values };
}

export function rowsOf({ rows, columns, values }: Observations): number[][] {
  return Array.from({ length: rows }, (_, i) => Array.from(values.subarray(i * columns, (i + 1) * columns)));
}

export function squaredDistance(a: Float64Array, atA: number, b: Float64Array, atB: number, columns: number): number {
  let sum = 0;
  for (let j = 0; j < columns; j++) {
    const difference = a[atA + j] - b[atB + j];
    sum += difference * difference;
  }
  return sum;
}

/** How many different rows there are; counting stops at `enough`. */
export function countDistinctRows({ rows, columns, values }: Observations, enough: number): number {
  const seen = new Set<string>();
  for (let i = 0; i < rows && seen.size < enough; i++) seen.add(values.subarray(i * columns, (i + 1) * columns).join());
  return seen.size;
}
