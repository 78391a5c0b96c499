import type { Observations } from "./observations.ts";
import { Matrix } from "ml-matrix";
import { PCA } from "ml-pca";
import { rowsOf } from "./observations.ts";

export type PrincipalComponents = {
  /** Share of the total variance, one per component, falling. */
  readonly explainedVariance: readonly number[];
  /** `loadings[variable][component]`: the unit vectors that R's prcomp calls rotation. */
  readonly loadings: readonly (readonly number[])[];
  /** `scores[row][component]`. */
  readonly scores: readonly (readonly number[])[];
};

/**
 * Principal components of the observations about their column means, by singular value decomposition (ml-pca). As in
 * R's prcomp there are min(rows, columns) components. Signs are arbitrary in theory: here the loading that is largest
 * in absolute value is positive, the first of them where several are equally large.
 * @throws RangeError with fewer than two rows or where no column varies.
 */
export function principalComponents(observations: Observations): PrincipalComponents {
  if (!(observations.rows >= 2)) throw new RangeError(`components need at least 2 rows, got ${observations.rows}`);
  const rows = rowsOf(observations);
  const analysis = new PCA(rows, { center: true, scale: false });
  const directions = analysis.getEigenvectors();
  const count = Math.min(observations.rows, observations.columns);
  const explainedVariance = analysis.getExplainedVariance().slice(0, count);
  if (!explainedVariance.every(Number.isFinite)) throw new RangeError("no column varies");

  for (let component = 0; component < count; component++) {
    const direction = directions.getColumn(component);
    const largest = Math.max(...direction.map(Math.abs));
    const leading = direction.find((loading) => Math.abs(loading) >= largest * (1 - 1e-9))!;
    if (leading < 0) directions.mulColumn(component, -1);
  }
  return {
    explainedVariance,
    loadings: directions.subMatrix(0, directions.rows - 1, 0, count - 1).to2DArray(),
    scores: analysis.predict(new Matrix(rows), { nComponents: count }).to2DArray(),
  };
}
