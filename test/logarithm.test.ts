import { fc, test } from "@fast-check/vitest";
import stdlibLn from "@stdlib/math-base-special-ln";
import { describe, expect, it } from "vitest";
import { ln } from "#domain/logarithm.ts";

describe("the natural logarithm", () => {
  test.prop([fc.double({ min: 0, noNaN: true })], { numRuns: 5000 })(
    "has the bits of the library's over its whole range",
    (x) => {
      expect(ln(x)).toBe(stdlibLn(x));
    },
  );

  test.prop([fc.double({ min: 0.1, max: 10, noNaN: true })], { numRuns: 5000 })("has them around one", (x) => {
    expect(ln(x)).toBe(stdlibLn(x));
  });

  it("has them at the ends and next to every power of two", () => {
    const powers = Array.from({ length: 2098 }, (_, k) => 2 ** (k - 1074));
    const around = [1, 1 + 2 ** -52, 1 - 2 ** -53, 1 + 2 ** -20, 1 - 2 ** -20, 1.5, Math.SQRT2];
    for (const x of [0, -0, -1, Number.NaN, Infinity, ...powers.flatMap((power) => around.map((by) => by * power))]) {
      expect(Object.is(ln(x), stdlibLn(x)), `ln(${x})`).toBe(true);
    }
  });
});
