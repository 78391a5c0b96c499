import { fc, test } from "@fast-check/vitest";
import library from "@stdlib/math-base-special-erfcx";
import { describe, expect, it } from "vitest";
import { erfcx } from "#estimators/numerics/scaledErrorFunction.ts";

/** exp(x²) erfc(x) rounded once, by mpmath 1.3 with 30 digits. */
const REFERENCE: readonly (readonly [number, number])[] = [
  [0.1, 0.8964569799691267],
  [0.5, 0.6156903441929259],
  [0.84, 0.47560041951241155],
  [1, 0.427583576155807],
  [1.2, 0.37853741692923976],
  [2, 0.25539567631050575],
  [5, 0.11070463773306863],
  [10, 0.05614099274382259],
  [27, 0.02088160799042094],
  [30, 0.01879588886141675],
  [1000, 0.0005641893014533876],
];

describe("the scaled complementary error function", () => {
  it.each(REFERENCE)("erfcx(%d) is %d to 5e-16", (x, expected) => {
    expect(Math.abs(erfcx(x) / expected - 1)).toBeLessThan(5e-16);
  });

  test.prop([fc.double({ min: 0, max: 200, noNaN: true })], { numRuns: 2000 })("is the library's to 1.5e-15", (x) => {
    expect(Math.abs(erfcx(x) / library(x) - 1)).toBeLessThan(1.5e-15);
  });

  it("falls without a step where one approximation gives way to the next", () => {
    for (const seam of [0.25, 0.84375, 1.25, 1 / 0.35, 28]) {
      const [below, above] = [erfcx(seam * (1 - 2 ** -52)), erfcx(seam)];
      expect(Math.abs(below / above - 1)).toBeLessThan(1e-15);
    }
  });

  it("is 1 at zero, nothing at infinity, NaN of NaN, and refuses a negative number", () => {
    expect([erfcx(0), erfcx(Number.POSITIVE_INFINITY), erfcx(Number.NaN)]).toEqual([1, 0, Number.NaN]);
    expect(() => erfcx(-1)).toThrow("x must not be negative, got -1");
  });
});
