import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chiSquareUpperTail, mixedChiSquarePValue } from "#estimators/numerics/chiSquare.ts";
import { factorCholesky, invertPositiveDefinite, solveCholesky } from "#estimators/numerics/choleskySolve.ts";
import { closestPoint } from "#estimators/numerics/leastDistance.ts";
import { lowestEnvelope } from "#estimators/numerics/lowestEnvelope.ts";
import {
  evaluateMills,
  inverseMillsRatio,
  logNormalCdf,
  logNormalQuantile,
  millsExcess,
  twoSidedNormalPValue,
} from "#estimators/numerics/normalDistribution.ts";
import { invertUpperTriangular, orthogonalBasis } from "#estimators/numerics/orthogonalBasis.ts";
import { expectedEfficiency, inefficiencyQuantile } from "#estimators/technicalEfficiency.ts";

const relative = (actual: number, expected: number) => Math.abs(actual - expected) / Math.abs(expected);

describe("the normal distribution", () => {
  // scipy.special.log_ndtr
  test.each([
    [-40, -804.6084420137539],
    [-12, -75.41067300156881],
    [-5, -15.064998393988727],
    [-1, -1.8410216450092634],
    [0, -Math.LN2],
    [0.5, -0.36894641528865635],
    [3, -0.0013508099647481925],
    [9, -1.1285884059538324e-19],
  ])("ln Phi(%d) is exact", (z, expected) => {
    expect(relative(logNormalCdf(z), expected)).toBeLessThan(1e-14);
  });

  test("the logarithmic quantile inverts ln Phi from the far lower to the far upper tail", () => {
    for (const logProbability of [-1e5, -691, -689, -60, -24, -5, -2, -0.7, -0.3, -0.05, -1e-3, -1e-9]) {
      expect(relative(logNormalCdf(logNormalQuantile(logProbability)), logProbability)).toBeLessThan(1e-12);
    }
    expect(logNormalQuantile(Math.log(0.975))).toBeCloseTo(1.959963984540054, 14);
    expect(() => logNormalQuantile(0)).toThrow(RangeError);
  });

  test("ratio and excess are continuous where their formulas change", () => {
    for (const z of [-10, 0]) {
      expect(relative(inverseMillsRatio(z - 1e-12), inverseMillsRatio(z + 1e-12))).toBeLessThan(1e-11);
      expect(relative(millsExcess(z - 1e-12), millsExcess(z + 1e-12))).toBeLessThan(1e-10);
    }
  });

  test("the excess keeps its digits far below, where ratio and z cancel", () => {
    // asymptotic expansion 1/x - 2/x³ + 10/x⁵ - 74/x⁷
    const x = 1e4;
    expect(relative(millsExcess(-x), 1 / x - 2 / x ** 3 + 10 / x ** 5)).toBeLessThan(1e-15);
  });

  test("both in one evaluation are the same numbers to 1e-14, between the nodes of the table and outside it", () => {
    const both = new Float64Array(2);
    for (let z = -12; z < 12; z += 0.00317) {
      evaluateMills(z, both);
      expect(relative(both[0], inverseMillsRatio(z))).toBeLessThan(z < 0 ? 1e-14 : 1e-11);
      expect(relative(both[1], millsExcess(z))).toBeLessThan(2e-13);
    }
  });

  test("a two-sided p-value of 1.96 is 0.05", () => {
    expect(twoSidedNormalPValue(-1.959963984540054)).toBeCloseTo(0.05, 14);
    expect(twoSidedNormalPValue(0)).toBe(1);
  });
});

describe("chi-square p-values", () => {
  // scipy.stats.chi2.sf
  test.each([
    [2.7055, 1, 0.10000272469997755],
    [3.3, 2, 0.19204990862075405],
    [7, 3, 0.07189777249646509],
    [40, 4, 4.328422607120966e-8],
    [12.5, 5, 0.028543123326167485],
  ])("P(chi-square > %d) with %d degrees of freedom", (statistic, df, expected) => {
    expect(relative(chiSquareUpperTail(statistic, df), expected)).toBeLessThan(1e-12);
  });

  test("the mixture has the critical values of Kodde and Palm (1986) at 5 percent: 2.706, 5.138, 7.045", () => {
    [2.706, 5.138, 7.045].forEach((critical, i) => {
      expect(mixedChiSquarePValue(critical, i + 1)).toBeCloseTo(0.05, 4);
    });
  });

  test("no gain in likelihood has p-value 1", () => {
    expect(mixedChiSquarePValue(0, 1)).toBe(1);
  });
});

describe("linear algebra", () => {
  const matrix = Float64Array.of(4, 0, 0, 2, 5, 0, -1, 1.5, 3);

  test("a Cholesky factor solves its system, and the inverse is full", () => {
    const full = [4, 2, -1, 2, 5, 1.5, -1, 1.5, 3];
    const inverse = invertPositiveDefinite(matrix, 3)!;
    for (let i = 0; i < 3; i++) {
      for (let j = 0; j < 3; j++) {
        let product = 0;
        for (let l = 0; l < 3; l++) product += full[i * 3 + l] * inverse[l * 3 + j];
        expect(product).toBeCloseTo(i === j ? 1 : 0, 13);
      }
    }
    const factor = matrix.slice();
    expect(factorCholesky(factor, 3)).toBe(true);
    const solution = Float64Array.of(5, 8.5, 3.5);
    solveCholesky(factor, 3, solution);
    for (const value of solution) expect(value).toBeCloseTo(1, 13);
  });

  test("a matrix that is not positive definite has neither factor nor inverse", () => {
    expect(factorCholesky(Float64Array.of(1, 0, 2, 1), 2)).toBe(false);
    expect(invertPositiveDefinite(Float64Array.of(1, 0, 2, 1), 2)).toBeNull();
  });

  test("an orthogonal basis spans nearly collinear columns to machine precision", () => {
    const n = 50;
    const first = Float64Array.from({ length: n }, (_, i) => Math.sin(i));
    const second = first.map((value, i) => value + 1e-6 * Math.cos(3 * i));
    const columns = [new Float64Array(n).fill(1), first, second];
    const basis = orthogonalBasis(columns);
    if ("dependentColumn" in basis) throw new Error("independent columns were refused");
    const inverse = invertUpperTriangular(basis.r, 3);
    for (let a = 0; a < 3; a++) {
      for (let b = 0; b < 3; b++) {
        let product = 0;
        for (let i = 0; i < n; i++) product += (basis.q[a][i] * basis.q[b][i]) / n;
        expect(Math.abs(product - (a === b ? 1 : 0))).toBeLessThan(1e-14);
        let unit = 0;
        for (let l = 0; l < 3; l++) unit += basis.r[a * 3 + l] * inverse[l * 3 + b];
        expect(unit).toBeCloseTo(a === b ? 1 : 0, 9);
      }
    }
  });

  test.each([
    ["constant", (i: number) => 7.3 + 0 * i],
    ["zero", (i: number) => 0 * i],
    ["a combination of others", (i: number) => 3 - 2 * Math.sin(i)],
  ])("a column that is %s is named", (_, column) => {
    const n = 30;
    const sine = Float64Array.from({ length: n }, (_, i) => Math.sin(i));
    const basis = orthogonalBasis([
      new Float64Array(n).fill(1),
      sine,
      Float64Array.from({ length: n }, (_, i) => column(i)),
    ]);
    expect(basis).toEqual({ dependentColumn: 2 });
  });
});

describe("the frontier without noise", () => {
  const cloud = fc.array(
    fc.tuple(fc.double({ min: -2, max: 2, noNaN: true }), fc.double({ min: -2, max: 2, noNaN: true })),
    {
      minLength: 3,
      maxLength: 40,
    },
  );
  const rowsOf = (points: readonly (readonly [number, number])[]) => Float64Array.from(points.flatMap(([x]) => [1, x]));

  test("the closest point is feasible and no feasible point is closer", () => {
    fc.assert(
      fc.property(cloud, (points) => {
        const bounds = Float64Array.from(points, ([, y]) => y);
        const { point } = closestPoint(rowsOf(points), bounds, 2)!;
        const slack = (w: ArrayLike<number>) => Math.min(...points.map(([x, y]) => w[0] + w[1] * x - y));
        expect(slack(point)).toBeGreaterThan(-1e-7);
        // the distance to the origin cannot be shortened in any direction that stays feasible
        const square = (w: ArrayLike<number>) => w[0] * w[0] + w[1] * w[1];
        for (let angle = 0; angle < 24; angle++) {
          const moved = [point[0] + 1e-3 * Math.cos(angle), point[1] + 1e-3 * Math.sin(angle)];
          if (slack(moved) >= 0) expect(square(moved)).toBeGreaterThan(square(point) - 1e-9);
        }
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test("the lowest envelope is feasible and no feasible point is lower at the origin", () => {
    fc.assert(
      fc.property(cloud, (points) => {
        const bounds = Float64Array.from(points, ([, y]) => y);
        const solution = lowestEnvelope(rowsOf(points), bounds, 2);
        const xs = points.map(([x]) => x);
        // with all points on one side of the origin the envelope can tilt without end
        if (Math.min(...xs) > -1e-3 || Math.max(...xs) < 1e-3) return;
        for (const [x, y] of points) expect(solution!.point[0] + solution!.point[1] * x - y).toBeGreaterThan(-1e-7);
        // the upper hull at 0, by trying every pair
        let hull = Number.NEGATIVE_INFINITY;
        for (const [x1, y1] of points) {
          for (const [x2, y2] of points)
            if (x1 <= 0 && x2 > 0) hull = Math.max(hull, y1 + ((y2 - y1) * -x1) / (x2 - x1));
        }
        expect(solution!.point[0]).toBeCloseTo(hull, 6);
      }),
      { numRuns: 200, seed: 1 },
    );
  });
});

describe("efficiency given an error", () => {
  test("is the integral of exp(-u) over the truncated normal", () => {
    for (const [centre, spread] of [
      [0.5, 0.3],
      [-0.4, 0.2],
      [2, 0.1],
      [0.05, 0.4],
      [-3, 0.5],
    ]) {
      let weight = 0;
      let sum = 0;
      const step = spread / 2000;
      for (let u = step / 2; u < Math.max(0, centre) + 12 * spread; u += step) {
        // scaled by the density at its largest, which may be anywhere
        const density = Math.exp(-0.5 * ((u - centre) / spread) ** 2 + 0.5 * (Math.min(0, centre) / spread) ** 2);
        weight += density;
        sum += density * Math.exp(-u);
      }
      expect(expectedEfficiency(centre, spread)).toBeCloseTo(sum / weight, 6);
    }
  });

  test("stays in (0, 1] and keeps its digits as the spread vanishes", () => {
    for (const spread of [1e-1, 1e-4, 1e-8]) {
      expect(expectedEfficiency(0.7, spread)).toBeCloseTo(Math.exp(-0.7 + spread ** 2 / 2), 11);
      const far = expectedEfficiency(-2, spread);
      // u | e is then exponential with mean spread²/2
      // 1 - far has the absolute rounding error of a number next to 1
      expect(Math.abs(1 - far - spread ** 2 / 2)).toBeLessThan(Math.max(1e-15, spread ** 4));
      expect(far).toBeLessThanOrEqual(1);
    }
  });

  test("quantiles of the inefficiency leave the stated probability above", () => {
    for (const [centre, spread] of [
      [1, 0.5],
      [-1, 0.5],
      [-30, 1],
    ]) {
      for (const tail of [0.025, 0.5, 0.975]) {
        const u = inefficiencyQuantile(centre, spread, tail);
        const above = logNormalCdf((centre - u) / spread) - logNormalCdf(centre / spread);
        expect(Math.exp(above)).toBeCloseTo(tail, 9);
      }
    }
  });
});
