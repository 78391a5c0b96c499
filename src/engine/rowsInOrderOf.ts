/** Rows first … end - 1 sorted by a key, without those whose key is infinite; ties by row. */
export function rowsInOrderOf(first: number, end: number, key: (row: number) => number): Int32Array {
  const keys = new Float64Array(end - first);
  const rows = new Int32Array(end - first);
  let count = 0;
  for (let row = first; row < end; row++) {
    keys[row - first] = key(row);
    if (keys[row - first] < Number.POSITIVE_INFINITY) rows[count++] = row - first;
  }
  const sorted = sortByKey(rows.subarray(0, count), keys);
  for (let k = 0; k < count; k++) sorted[k] += first;
  return sorted;
}

/**
 * Indices sorted by `keys[index]`, equal keys in the order given. Merge sort from runs of one upwards: a sort that calls back
 * for every comparison takes several times as long, and phases sort whole regions every year. May overwrite what it is given.
 */
export function sortByKey(indices: Int32Array, keys: Float64Array): Int32Array {
  const count = indices.length;
  let from = indices;
  let to: Int32Array = new Int32Array(count);
  for (let width = 1; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width) {
      const middle = Math.min(start + width, count);
      const end = Math.min(start + 2 * width, count);
      let left = start;
      let right = middle;
      for (let k = start; k < end; k++) {
        const takesLeft = left < middle && (right >= end || keys[from[left]] <= keys[from[right]]);
        to[k] = takesLeft ? from[left++] : from[right++];
      }
    }
    [from, to] = [to, from];
  }
  return from;
}
