/**
 * Cholesky factor of a symmetric positive definite matrix, in place: of the n by n row-major matrix only the lower
 * triangle is read and overwritten. Returns false, with the matrix half overwritten, if it is not positive definite.
 */
export function factorCholesky(matrix: Float64Array, n: number): boolean {
  for (let j = 0; j < n; j++) {
    let pivot = matrix[j * n + j];
    for (let k = 0; k < j; k++) pivot -= matrix[j * n + k] * matrix[j * n + k];
    if (!(pivot > 0)) return false;
    const root = Math.sqrt(pivot);
    matrix[j * n + j] = root;
    for (let i = j + 1; i < n; i++) {
      let sum = matrix[i * n + j];
      for (let k = 0; k < j; k++) sum -= matrix[i * n + k] * matrix[j * n + k];
      matrix[i * n + j] = sum / root;
    }
  }
  return true;
}

/** Solves L L' x = right side with the factor of `factorCholesky`; x overwrites the first n numbers of `rightSide`. */
export function solveCholesky(factor: Float64Array, n: number, rightSide: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = rightSide[i];
    for (let k = 0; k < i; k++) sum -= factor[i * n + k] * rightSide[k];
    rightSide[i] = sum / factor[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = rightSide[i];
    for (let k = i + 1; k < n; k++) sum -= factor[k * n + i] * rightSide[k];
    rightSide[i] = sum / factor[i * n + i];
  }
}

/**
 * Inverse of a symmetric positive definite n by n row-major matrix (lower triangle read), as a new full matrix; null if
 * it is not positive definite. Scaled to a unit diagonal first, so that units of variables cost no digits.
 */
export function invertPositiveDefinite(matrix: Float64Array, n: number): Float64Array | null {
  const scale = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    if (!(matrix[i * n + i] > 0)) return null;
    scale[i] = 1 / Math.sqrt(matrix[i * n + i]);
  }
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) factor[i * n + j] = matrix[i * n + j] * scale[i] * scale[j];
  }
  if (!factorCholesky(factor, n)) return null;
  const inverse = new Float64Array(n * n);
  const column = new Float64Array(n);
  for (let j = 0; j < n; j++) {
    column.fill(0);
    column[j] = scale[j];
    solveCholesky(factor, n, column);
    for (let i = 0; i < n; i++) inverse[i * n + j] = column[i] * scale[i];
  }
  return inverse;
}
