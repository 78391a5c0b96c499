import { fc, test } from "@fast-check/vitest";
import stdlibExp from "@stdlib/math-base-special-exp";
import { describe, expect, it } from "vitest";
import { exp } from "#domain/exponential.ts";

describe("the exponential", () => {
  test.prop([fc.double({ min: -760, max: 760, noNaN: true })], { numRuns: 5000 })(
    "has the bits of the library's over its whole range",
    (x) => {
      expect(exp(x)).toBe(stdlibExp(x));
    },
  );

  test.prop([fc.double({ min: -3, max: 3, noNaN: true })], { numRuns: 5000 })("has them near zero", (x) => {
    expect(exp(x)).toBe(stdlibExp(x));
    expect(exp(x * 2 ** -26)).toBe(stdlibExp(x * 2 ** -26));
  });

  it("has them at the ends and where the power of two changes", () => {
    const halves = Array.from({ length: 2001 }, (_, k) => ((k - 1000) / 2) * Math.LN2);
    for (const x of [0, -0, 700, -700, 709.79, -745.2, Number.NaN, Infinity, -Infinity, 2 ** -28, ...halves]) {
      expect(Object.is(exp(x), stdlibExp(x)), `exp(${x})`).toBe(true);
    }
  });
});
