/** Columns rewritten as orthogonal ones of unit mean square: X = Q R with Q'Q = n I and R upper triangular. */
export type OrthogonalBasis = {
  /** The k columns of Q, n numbers each. */
  readonly q: readonly Float64Array[];
  /** k by k, row-major, upper triangular with a positive diagonal. */
  readonly r: Float64Array;
};

/** A column that the columns before it explain up to rounding. */
export type DependentColumn = { readonly dependentColumn: number };

const TOLERANCE = 1e-9;

/**
 * Gram-Schmidt orthogonalisation, repeated for a column of which much cancels, so that Q is orthogonal to machine precision.
 * `columns` are k arrays of n numbers; the first is usually the constant. Returns the index of the first column of which less
 * than `TOLERANCE` of its own spread (its length after the first column is taken out) is left, if there is one.
 */
export function orthogonalBasis(columns: readonly Float64Array[]): OrthogonalBasis | DependentColumn {
  const k = columns.length;
  const n = columns[0].length;
  const q: Float64Array[] = [];
  const r = new Float64Array(k * k);
  for (let j = 0; j < k; j++) {
    const work = columns[j].slice();
    const ownLength = rootMeanSquare(work);
    let before = ownLength;
    let length = ownLength;
    let spread = ownLength;
    for (let pass = 0; pass < 3 && j > 0; pass++) {
      for (let earlier = 0; earlier < j; earlier++) {
        r[earlier * k + j] += removeProjection(work, q[earlier]);
        if (pass === 0 && earlier === 0) spread = rootMeanSquare(work);
      }
      length = rootMeanSquare(work);
      if (length > 0.5 * before) break;
      before = length;
    }
    // a constant column leaves rounding errors of its own size as spread, so the spread needs a floor as well
    if (!(length > TOLERANCE * spread && length > 1e-14 * ownLength && length > 0)) return { dependentColumn: j };
    r[j * k + j] = length;
    for (let i = 0; i < n; i++) work[i] /= length;
    q.push(work);
  }
  return { q, r };
}

/** Takes out of a column what a column of unit mean square explains of it; returns how much that was. */
export function removeProjection(column: Float64Array, unit: Float64Array): number {
  let projection = 0;
  for (let i = 0; i < column.length; i++) projection += column[i] * unit[i];
  projection /= column.length;
  for (let i = 0; i < column.length; i++) column[i] -= projection * unit[i];
  return projection;
}

/** Solves R x = v for upper triangular R (k by k, row-major); x overwrites v. */
export function solveUpperTriangular(r: Float64Array, k: number, v: Float64Array): void {
  for (let i = k - 1; i >= 0; i--) {
    let sum = v[i];
    for (let j = i + 1; j < k; j++) sum -= r[i * k + j] * v[j];
    v[i] = sum / r[i * k + i];
  }
}

/** Inverse of an upper triangular matrix (k by k, row-major). */
export function invertUpperTriangular(r: Float64Array, k: number): Float64Array {
  const inverse = new Float64Array(k * k);
  const column = new Float64Array(k);
  for (let j = 0; j < k; j++) {
    column.fill(0);
    column[j] = 1;
    solveUpperTriangular(r, k, column);
    for (let i = 0; i <= j; i++) inverse[i * k + j] = column[i];
  }
  return inverse;
}

export function rootMeanSquare(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] * values[i];
  return Math.sqrt(sum / values.length);
}
