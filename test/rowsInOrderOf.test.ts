import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { rowsInOrderOf, sortByKey } from "#engine/rowsInOrderOf.ts";

describe("rows in the order of a key", () => {
  test.prop([fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 300 })])(
    "are those of a stable sort, whatever the ties",
    (keys) => {
      const order = sortByKey(Int32Array.from(keys.keys()), Float64Array.from(keys));
      expect(Array.from(order)).toEqual([...keys.keys()].sort((a, b) => keys[a] - keys[b] || a - b));
    },
  );

  it("leave out those whose key is infinite", () => {
    const keys = [0, 0, 3, Number.POSITIVE_INFINITY, 1, 2];
    expect(Array.from(rowsInOrderOf(2, 6, (row) => keys[row]))).toEqual([4, 5, 2]);
  });
});
