import { describe, expect, it } from "vitest";
import {
  meanOneShock,
  normalQuantile,
  phaseKey,
  runKey,
  standardNormal,
  uniform,
  uniform53,
} from "#engine/randomNumbers.ts";
import { namedStream } from "#engine/namedStream.ts";

const run = runKey("seed", 0);
const key = phaseKey(run, "purpose", 2024);
const ACTORS = 100_000;

const column = (draw: (actor: number) => number, count = ACTORS) =>
  Float64Array.from({ length: count }, (_, k) => draw(k));
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Pearson's statistic of counts in equal bins of [0, 1); mean `bins` - 1, variance about twice that if uniform. */
function chiSquare(values: Float64Array, bins: number): number {
  const counts = new Float64Array(bins);
  for (const value of values) counts[Math.floor(value * bins)] += 1;
  const expected = values.length / bins;
  return counts.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
}

/** Within five standard deviations of the mean of a chi-square statistic: one failure in about a million seeds. */
function expectUniform(values: Float64Array, bins = 256): void {
  const statistic = (chiSquare(values, bins) - (bins - 1)) / Math.sqrt(2 * (bins - 1));
  expect(Math.abs(statistic)).toBeLessThan(5);
}

function correlation(x: Float64Array, y: Float64Array): number {
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (let k = 0; k < x.length; k += 1) {
    xy += (x[k] - meanX) * (y[k] - meanY);
    xx += (x[k] - meanX) ** 2;
    yy += (y[k] - meanY) ** 2;
  }
  return xy / Math.sqrt(xx * yy);
}

/** The correlation of n independent pairs has standard deviation 1 / sqrt(n). */
function expectUnrelated(x: Float64Array, y: Float64Array): void {
  expect(Math.abs(correlation(x, y)) * Math.sqrt(x.length)).toBeLessThan(5);
}

describe("a value of chance", () => {
  it("is a function of seed, replicate, purpose, year and actor, and of nothing else", () => {
    const again = phaseKey(runKey("seed", 0), "purpose", 2024);
    expect(column((actor) => uniform(again, actor), 100)).toEqual(column((actor) => uniform(key, actor), 100));
    const others = [
      phaseKey(runKey("Seed", 0), "purpose", 2024),
      phaseKey(runKey("seed", 1), "purpose", 2024),
      phaseKey(run, "purposf", 2024),
      phaseKey(run, "purpose", 2025),
    ];
    const values = [key, ...others].map((each) => uniform(each, 7));
    expect(new Set(values).size).toBe(5);
    expect(uniform(key, 8)).not.toBe(uniform(key, 7));
  });

  it("does not move when an actor, a purpose or a year is added", () => {
    const few = column((actor) => uniform(key, actor), 984);
    phaseKey(run, "new purpose", 2024);
    phaseKey(run, "purpose", 2036);
    const many = column((actor) => uniform(key, actor), 20_000);
    expect(many.subarray(0, 984)).toEqual(few);
  });

  it("has the same bits for ever (golden: a change makes every published run irreproducible)", () => {
    expect([0, 1, 2].map((actor) => uniform(key, actor))).toMatchInlineSnapshot(`
      [
        0.6125733817461878,
        0.31866133911535144,
        0.2256203000433743,
      ]
    `);
    expect([0, 1, 2].map((actor) => uniform53(key, actor))).toMatchInlineSnapshot(`
      [
        0.6125733819752754,
        0.3186613393039456,
        0.22562030026634317,
      ]
    `);
    expect([0, 1, 2].map((actor) => standardNormal(key, actor))).toMatchInlineSnapshot(`
      [
        0.2860324915318304,
        -0.4714454322592795,
        -0.7533483682466953,
      ]
    `);
    const stream = namedStream("seed", 0, "parameters");
    expect([stream(), stream(), stream()]).toMatchInlineSnapshot(`
      [
        0.06255876109935343,
        0.18658664589747787,
        0.46486984682269394,
      ]
    `);
  });

  it("lies in [0, 1) at 2^-32 or 2^-53, and the two agree in their leading bits", () => {
    for (let actor = 0; actor < 10_000; actor += 1) {
      const [short, long] = [uniform(key, actor), uniform53(key, actor)];
      expect(short >= 0 && short < 1 && long >= short && long < short + 2 ** -32).toBe(true);
      expect(Number.isInteger(short * 2 ** 32) && Number.isInteger(long * 2 ** 53)).toBe(true);
    }
  });
});

describe("uniform values", () => {
  it("fill [0, 1) evenly, in the leading and in the trailing bits", () => {
    expectUniform(column((actor) => uniform(key, actor)));
    expectUniform(column((actor) => (uniform(key, actor) * 2 ** 24) % 1));
    expectUniform(column((actor) => (uniform53(key, actor) * 2 ** 45) % 1));
  });

  it("fill the square evenly for neighbouring actors and for the two halves of 53 bits", () => {
    const cell = (x: number, y: number) => (Math.floor(16 * x) + y) / 16;
    expectUniform(column((actor) => cell(uniform(key, 2 * actor), uniform(key, 2 * actor + 1))));
    expectUniform(column((actor) => cell(uniform53(key, actor), (uniform53(key, actor) * 2 ** 32) % 1)));
  });

  it("fill [0, 1) evenly along years, replicates and seeds too", () => {
    expectUniform(column((year) => uniform(phaseKey(run, "purpose", year), 7), 20_000));
    expectUniform(column((replicate) => uniform(phaseKey(runKey("seed", replicate), "purpose", 2024), 7), 20_000));
    expectUniform(column((k) => uniform(phaseKey(runKey(`seed ${k}`, 0), "purpose", 2024), 7), 20_000));
  });

  it("are unrelated between purposes, years, replicates, seeds and actors", () => {
    const base = column((actor) => uniform(key, actor));
    const others = [
      phaseKey(run, "other", 2024),
      phaseKey(run, "purpose", 2025),
      phaseKey(runKey("seed", 1), "purpose", 2024),
      phaseKey(runKey("tree", 0), "purpose", 2024),
    ];
    for (const other of others)
      expectUnrelated(
        base,
        column((actor) => uniform(other, actor)),
      );
    for (const lag of [1, 2, 984, 4096])
      expectUnrelated(
        base,
        column((actor) => uniform(key, actor + lag)),
      );
    expectUnrelated(
      base,
      column((actor) => (uniform53(key, actor) * 2 ** 32) % 1),
    );
  });

  it("change half of their bits when one bit of actor, year or replicate changes", () => {
    const bits = (value: number) => value * 2 ** 32;
    const flips = new Float64Array(32);
    const trials = 4_000;
    let total = 0;
    for (let trial = 0; trial < trials; trial += 1) {
      const bit = trial % 16;
      const pairs = [
        [uniform(key, trial), uniform(key, trial ^ (1 << bit))],
        [uniform(phaseKey(run, "purpose", trial), 7), uniform(phaseKey(run, "purpose", trial ^ (1 << bit)), 7)],
        [
          uniform(phaseKey(runKey("seed", trial), "purpose", 2024), 7),
          uniform(phaseKey(runKey("seed", trial ^ (1 << bit)), "purpose", 2024), 7),
        ],
      ];
      for (const [before, after] of pairs) {
        const changed = (bits(before) ^ bits(after)) >>> 0;
        for (let k = 0; k < 32; k += 1) flips[k] += (changed >>> k) & 1;
        total += 1;
      }
    }
    // Five standard deviations of a fair coin thrown `total` times.
    for (const count of flips) expect(Math.abs(count / total - 0.5)).toBeLessThan(2.5 / Math.sqrt(total));
  });

  it("no two of a thousand replicates, nor of a thousand actors over a year, repeat a sequence", () => {
    const firstPair = (each: ReturnType<typeof runKey>) => `${uniform(each, 0)} ${uniform(each, 1)}`;
    const replicates = Array.from({ length: 1000 }, (_, k) => firstPair(phaseKey(runKey("seed", k), "purpose", 2024)));
    expect(new Set(replicates).size).toBe(1000);
    const actors = Array.from({ length: 1000 }, (_, actor) =>
      [2024, 2025].map((year) => uniform(phaseKey(run, "purpose", year), actor)).join(" "),
    );
    expect(new Set(actors).size).toBe(1000);
  });
});

describe("normal and lognormal values", () => {
  it("the quantile agrees with the distribution function inverted in 60 digits", () => {
    // Reference: mpmath, sqrt(2) * erfinv(2p - 1) at 60 digits of the double p. Tolerance: ten units in the last place,
    // and what a rounding of 2p - 1 (at most 2^-54) does to the quantile, whose slope is one over the density.
    const reference = [
      [2 ** -53, -8.209536151601387],
      [2 ** -30, -6.009353565530744],
      [1e-6, -4.753424308822899],
      [0.001, -3.0902323061678136],
      [0.025, -1.9599639845400543],
      [0.1, -1.2815515655446004],
      [0.3, -0.5244005127080408],
      [0.499, -0.002506630899571766],
      [0.6, 0.2533471031357997],
      [0.75, 0.6744897501960817],
      [0.9, 1.2815515655446006],
      [0.975, 1.9599639845400538],
      [0.999, 3.090232306167813],
      [1 - 2 ** -20, 4.7630010342678135],
    ];
    for (const [p, quantile] of reference) {
      const density = Math.exp(-0.5 * quantile ** 2) / Math.sqrt(2 * Math.PI);
      const isExact = 2 * p - 1 + 1 === 2 * p;
      const tolerance = 10 * 2 ** -53 * Math.abs(quantile) + (isExact ? 0 : 2 ** -55 / density);
      expect(Math.abs(normalQuantile(p) - quantile)).toBeLessThanOrEqual(tolerance);
    }
    expect(normalQuantile(0.5)).toBe(0);
  });

  it("standard normal values have mean 0, variance 1, no skew and normal tails", () => {
    const values = column((actor) => standardNormal(key, actor));
    const moment = (power: number) => mean(values.map((value) => value ** power));
    // Standard deviations of sample moments of a normal variable: 1, sqrt 2, sqrt 15, sqrt 96, each over sqrt n.
    const root = Math.sqrt(ACTORS);
    expect(Math.abs(moment(1)) * root).toBeLessThan(5);
    expect(Math.abs(moment(2) - 1) * root).toBeLessThan(5 * Math.sqrt(2));
    expect(Math.abs(moment(3)) * root).toBeLessThan(5 * Math.sqrt(15));
    expect(Math.abs(moment(4) - 3) * root).toBeLessThan(5 * Math.sqrt(96));
    expect(values.every(Number.isFinite)).toBe(true);
  });

  it("a shock has mean 1 and the given spread on the log scale; spread 0 is no shock", () => {
    const shocks = column((actor) => meanOneShock(key, actor, 0.8));
    // exp of a normal variable with variance v and mean -v / 2 has variance exp(v) - 1.
    const spread = Math.sqrt(Math.expm1(0.64) / ACTORS);
    expect(Math.abs(mean(shocks) - 1)).toBeLessThan(5 * spread);
    const logs = shocks.map(Math.log);
    expect(Math.abs(mean(logs) + 0.32) * Math.sqrt(ACTORS)).toBeLessThan(5 * 0.8);
    expect(meanOneShock(key, 7, 0)).toBe(1);
  });
});

describe("named streams", () => {
  it("repeat by seed, replicate and name and differ in each", () => {
    const first = (...of: Parameters<typeof namedStream>) => namedStream(...of)();
    expect(first("seed", 0, "a")).toBe(first("seed", 0, "a"));
    const values = [first("seed", 0, "a"), first("seed", 0, "b"), first("seed", 1, "a"), first("tree", 0, "a")];
    expect(new Set(values).size).toBe(4);
  });

  it("leave Math.random alone", () => {
    const before = Math.random;
    namedStream("seed", 0, "a");
    expect(Math.random).toBe(before);
  });
});

describe("misuse", () => {
  it("a replicate or year that is not an integer of 32 bits is refused", () => {
    for (const wrong of [Number.NaN, 0.5, -1, 2 ** 32]) {
      expect(() => runKey("seed", wrong)).toThrow(`a random key takes integers from 0 to 2^32 - 1, got ${wrong}`);
      expect(() => phaseKey(run, "purpose", wrong)).toThrow("a random key takes integers");
    }
  });
});
