/** CSS pixels along each axis of a cell in which marks are counted. */
const CELL = 2;

/** Counts marks, by their weights, in rectangles of a view; CSS pixels. */
export type MarkCount = {
  readonly add: (x: number, y: number, weight: number) => void;
  /** Call once all are added. */
  readonly sum: () => void;
  readonly within: (left: number, top: number, right: number, bottom: number) => number;
};

/** Once summed, each cell holds all that is above and left of it, so that a rectangle of any size is four look-ups. */
export function createMarkCount(width: number, height: number): MarkCount {
  const columns = Math.ceil(width / CELL) + 1;
  const rows = Math.ceil(height / CELL) + 1;
  const sums = new Float32Array(columns * rows);
  const upTo = (x: number, y: number) => {
    const column = Math.max(0, Math.min(columns - 1, Math.round(x / CELL)));
    const row = Math.max(0, Math.min(rows - 1, Math.round(y / CELL)));
    return sums[row * columns + column]!;
  };
  return {
    add(x, y, weight) {
      const [column, row] = [Math.ceil(x / CELL), Math.ceil(y / CELL)];
      if (column > 0 && column < columns && row > 0 && row < rows) sums[row * columns + column]! += weight;
    },
    sum() {
      for (let row = 1; row < rows; row++)
        for (let column = 1, left = 0; column < columns; column++) {
          left += sums[row * columns + column]!;
          sums[row * columns + column] = left + sums[(row - 1) * columns + column]!;
        }
    },
    within: (left, top, right, bottom) => upTo(right, bottom) - upTo(left, bottom) - upTo(right, top) + upTo(left, top),
  };
}
