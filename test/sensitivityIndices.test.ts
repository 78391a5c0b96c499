import { describe, expect, it } from "vitest";
import { namedStream } from "#engine/namedStream.ts";
import { elementaryEffects, morrisTrajectories } from "#estimators/morris.ts";
import { sobolDesign, sobolIndices } from "#estimators/sobol.ts";

const randomOf = (name: string) => {
  const stream = namedStream("1", 0, name);
  return () => stream.double();
};

function morris(count: number, factors: number, f: (x: Float64Array) => number) {
  const trajectories = morrisTrajectories(count, factors, randomOf("morris"));
  const outputs = trajectories.map(({ points }) => points.map(f));
  return { trajectories, effects: elementaryEffects(trajectories, outputs, randomOf("bootstrap")) };
}

describe("Morris' trajectories", () => {
  const { trajectories } = morris(40, 5, () => 0);

  it("move every factor once, by two thirds of its range, and stay in it", () => {
    for (const { points, moved } of trajectories) {
      expect(points).toHaveLength(6);
      expect(Array.from(moved).sort()).toEqual([0, 1, 2, 3, 4]);
      points.slice(1).forEach((point, step) => {
        point.forEach((value, j) => {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
          expect(Math.abs(value - points[step][j])).toBeCloseTo(j === moved[step] ? 2 / 3 : 0, 12);
        });
      });
    }
  });

  it("visit all four levels and go up as often as down", () => {
    const starts = trajectories.flatMap(({ points }) => Array.from(points[0]));
    for (const level of [0, 1 / 3, 2 / 3, 1]) {
      const count = starts.filter((value) => Math.abs(value - level) < 1e-9).length;
      expect(count).toBeGreaterThan(30); // 50 of 200 expected
      expect(count).toBeLessThan(75);
    }
  });
});

describe("elementary effects", () => {
  it("of a linear function are its coefficients, without spread", () => {
    const { effects } = morris(10, 3, ([x, y, z]) => 2 * x - 5 * y + 0 * z);
    expect(effects.map(({ mu }) => mu)).toEqual([2, -5, 0].map((value) => expect.closeTo(value, 10)));
    expect(effects.map(({ muStar }) => muStar)).toEqual([2, 5, 0].map((value) => expect.closeTo(value, 10)));
    for (const { sigma, low, high, muStar } of effects) {
      expect(sigma).toBeCloseTo(0, 10);
      expect(high - low).toBeCloseTo(0, 10);
      expect(low).toBeCloseTo(muStar, 10);
    }
  });

  it("of Morris' own function set its ten factors that matter apart from the ten that do not", () => {
    const { effects } = morris(60, 20, morrisFunction);
    const sizes = effects.map(({ muStar }) => muStar);
    expect(Math.min(...sizes.slice(0, 10))).toBeGreaterThan(3 * Math.max(...sizes.slice(10)));
    // factors 8 to 10 act alone (a slope of 20 on 2x - 1), 1 to 6 through products with each other
    for (const j of [7, 8, 9]) expect(effects[j].muStar).toBeCloseTo(40, -1);
    for (const j of [7, 8, 9]) expect(effects[j].sigma).toBeLessThan(0.3 * effects[j].muStar);
    for (const j of [0, 1, 2, 3]) expect(effects[j].sigma).toBeGreaterThan(0.5 * effects[j].muStar);
  });

  it("need two trajectories and finite outputs", () => {
    const trajectories = morrisTrajectories(2, 2, randomOf("few"));
    expect(() => elementaryEffects(trajectories.slice(1), [[1, 2, 3]], randomOf("x"))).toThrow(RangeError);
    const outputs = [
      [1, 2, 3],
      [1, Number.NaN, 3],
    ];
    expect(() => elementaryEffects(trajectories, outputs, randomOf("x"))).toThrow("finite");
  });
});

describe("Sobol indices", () => {
  const indicesOf = (n: number, factors: number, f: (x: Float64Array) => number) => {
    const { a, b, mixed } = sobolDesign(n, factors, randomOf("sobol"));
    return sobolIndices({ a: a.map(f), b: b.map(f), mixed: mixed.map((rows) => rows.map(f)) }, randomOf("bootstrap"));
  };

  it("of Ishigami's function are the analytic ones, inside their intervals", () => {
    const indices = indicesOf(4000, 3, ishigami)!;
    // a = 7, b = 0.1: Ishigami and Homma 1990
    const [first, total] = [
      [0.3139, 0.4424, 0],
      [0.5576, 0.4424, 0.2437],
    ];
    indices.forEach((index, j) => {
      expect(index.first.estimate).toBeCloseTo(first[j], 1);
      expect(index.total.estimate).toBeCloseTo(total[j], 1);
      expect(Math.abs(index.first.estimate - first[j])).toBeLessThan(0.05);
      expect(Math.abs(index.total.estimate - total[j])).toBeLessThan(0.03);
      expect(index.first.low).toBeLessThan(first[j] + 0.01);
      expect(index.first.high).toBeGreaterThan(first[j] - 0.01);
      expect(index.total.low).toBeLessThan(total[j] + 0.01);
      expect(index.total.high).toBeGreaterThan(total[j] - 0.01);
    });
  });

  it("of a sum are shares of its variance, first and total alike", () => {
    const [one, two] = indicesOf(3000, 2, ([x, y]) => x + 2 * y)!; // variances 1/12 and 4/12
    for (const order of ["first", "total"] as const) {
      expect(one[order].estimate).toBeCloseTo(0.2, 1);
      expect(two[order].estimate).toBeCloseTo(0.8, 1);
    }
  });

  it("do not exist where the output does not vary", () => {
    expect(indicesOf(20, 2, () => 3)).toBeNull();
  });
});

function ishigami(x: Float64Array): number {
  const [one, two, three] = x.map((value) => Math.PI * (2 * value - 1));
  return Math.sin(one) + 7 * Math.sin(two) ** 2 + 0.1 * three ** 4 * Math.sin(one);
}

/** Morris 1991, section 4, with the small coefficients as signs instead of random numbers (as in the R package sensitivity). */
function morrisFunction(x: Float64Array): number {
  const w = Array.from(x, (value, i) =>
    i === 2 || i === 4 || i === 6 ? 2 * ((1.1 * value) / (value + 0.1) - 0.5) : 2 * (value - 0.5),
  );
  let y = 0;
  for (let i = 0; i < 20; i++) {
    y += (i < 10 ? 20 : (-1) ** (i + 1)) * w[i];
    for (let j = i + 1; j < 20; j++) {
      y += (j < 6 ? -15 : (-1) ** (i + j)) * w[i] * w[j];
      for (let l = j + 1; l < 5; l++) {
        y += -10 * w[i] * w[j] * w[l];
        for (let s = l + 1; s < 4; s++) y += 5 * w[i] * w[j] * w[l] * w[s];
      }
    }
  }
  return y;
}
