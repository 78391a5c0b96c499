import type { FrontierTruth } from "./fixtures/simulateFrontier.ts";
import type { FrontierEstimate, FrontierFit } from "#estimators/frontier.ts";
import type { FrontierData, FrontierSpec } from "#estimators/frontierVariables.ts";
import { describe, expect, test, vi } from "vitest";
import { fixedFrontierEfficiencies } from "#estimators/fixedFrontier.ts";
import { estimateFrontier } from "#estimators/frontier.ts";
import { bootstrapFrontier } from "#estimators/frontierBootstrap.ts";
import { profileGamma } from "#estimators/frontierGammaProfile.ts";
import { jackknifeFrontier } from "#estimators/frontierJackknife.ts";
import { simulateFrontier } from "./fixtures/simulateFrontier.ts";

// estimates with a location are slow where the machine is shared
vi.setConfig({ testTimeout: 30_000 });

const halfNormal: FrontierSpec = {
  frontier: "production",
  functionalForm: "cobb-douglas",
  distribution: "half-normal",
};
const truth: FrontierTruth = { n: 300, inputs: 2, sigmaV: 0.2, sigmaU: 0.4, distribution: "half-normal" };

function fitOf(estimate: FrontierEstimate): FrontierFit {
  if (!("logLik" in estimate)) throw new Error(`${estimate.status}: ${estimate.warnings[0].message}`);
  return estimate;
}

const estimated = (data: FrontierData, spec: FrontierSpec = halfNormal) => fitOf(estimateFrontier(data, spec));
const estimates = (result: FrontierFit) => result.coefficients.map(({ estimate }) => estimate);
const codes = (estimate: FrontierEstimate) => estimate.warnings.map(({ code }) => code);

function expectSame(a: FrontierFit, b: FrontierFit, tolerance = 1e-9) {
  expect(a.status).toBe(b.status);
  expect(Math.abs(a.logLik - b.logLik)).toBeLessThan(tolerance * a.n);
  expect(Math.abs(a.gamma - b.gamma)).toBeLessThan(tolerance);
  expect(Math.abs(a.sigmaSquared - b.sigmaSquared)).toBeLessThan(tolerance);
  a.efficiency.te.forEach((te, i) => {
    expect(Math.abs(te - b.efficiency.te[i])).toBeLessThan(tolerance);
  });
}

describe("what must not change a result beyond rounding", () => {
  const samples: [string, FrontierData, FrontierSpec][] = [
    ["half-normal", simulateFrontier("metamorphic", truth), halfNormal],
    ["gamma at one", simulateFrontier("hn-25", { ...truth, n: 25 }), halfNormal],
    ["exponential", simulateFrontier("metamorphic", truth), { ...halfNormal, distribution: "exponential" }],
    ["translog", simulateFrontier("metamorphic", truth), { ...halfNormal, functionalForm: "translog" }],
    [
      "effects",
      simulateFrontier("bc-260", {
        ...truth,
        n: 100,
        sigmaU: 0.3,
        location: -0.3,
        effect: 0.3,
        distribution: "inefficiency-effects",
      }),
      { ...halfNormal, distribution: "inefficiency-effects" },
    ],
  ];

  test.each(samples)("%s: the order of the inputs", (_, data, spec) => {
    const swapped = { ...data, inputs: [...data.inputs].reverse(), inputNames: [...data.inputNames].reverse() };
    expectSame(estimated(data, spec), estimated(swapped, spec), 1e-7);
    const byName = new Map(estimated(swapped, spec).coefficients.map(({ name, estimate }) => [name, estimate]));
    for (const { name, estimate } of estimated(data, spec).coefficients.slice(0, 3)) {
      expect(byName.get(name)).toBeCloseTo(estimate, 6);
    }
  });

  test.each(samples)("%s: the order of the rows", (_, data, spec) => {
    const backwards = (column: Float64Array) => column.slice().reverse();
    const turned = {
      ...data,
      output: backwards(data.output),
      inputs: data.inputs.map(backwards),
      ...(data.z ? { z: data.z.map(backwards) } : {}),
    };
    const result = estimated(turned, spec);
    expectSame(
      estimated(data, spec),
      { ...result, efficiency: { ...result.efficiency, te: backwards(result.efficiency.te) } },
      1e-7,
    );
  });

  test.each(samples)("%s: the units of the variables", (_, data, spec) => {
    const scaled = {
      ...data,
      output: data.output.map((value) => value * 1e6),
      inputs: data.inputs.map((column, j) => column.map((value) => value * [1e-4, 1e5][j])),
      ...(data.z ? { z: data.z.map((column) => column.map((value) => 1000 * value)) } : {}),
    };
    expectSame(estimated(data, spec), estimated(scaled, spec), 1e-7);
    expect(estimates(estimated(scaled, spec))[1]).toBeCloseTo(estimates(estimated(data, spec))[1], 6);
  });

  test("a cost frontier is the production frontier of the reciprocal", () => {
    const data = simulateFrontier("mirror", { ...truth, cost: true });
    const mirrored = { ...data, output: data.output.map((value) => 1 / value) };
    const cost = estimated(data, { ...halfNormal, frontier: "cost" });
    expectSame(cost, estimated(mirrored), 1e-9);
    expect(estimates(cost)[1]).toBeCloseTo(-estimates(estimated(mirrored))[1], 9);
  });

  test("columns in logs give what their levels give", () => {
    const data = simulateFrontier("logs", truth);
    const logs = {
      ...data,
      output: data.output.map(Math.log),
      inputs: data.inputs.map((column) => column.map(Math.log)),
    };
    const result = estimated(logs, { ...halfNormal, columnsAlreadyInLogs: true });
    expectSame(result, estimated(data));
    expect(result.coefficients.map(({ name }) => name)).toEqual(["(Intercept)", "ln_x1", "ln_x2"]);
  });
});

describe("a sample of known parameters", () => {
  test("gives them back without bias and covers them in 95 of 100 intervals", () => {
    const samples = 150;
    const sigmaSquared = 0.2 ** 2 + 0.4 ** 2;
    const expected = [1, 0.2, 0.2, sigmaSquared, 0.4 ** 2 / sigmaSquared];
    const sums = [0, 0, 0, 0, 0];
    const covered = [0, 0, 0, 0, 0];
    for (let sample = 0; sample < samples; sample++) {
      const result = estimated(simulateFrontier(`recovery/${sample}`, { ...truth, n: 500 }));
      expect(result.status).toBe("converged");
      [...result.coefficients, ...result.varianceParameters].forEach(({ estimate, standardError }, j) => {
        sums[j] += estimate / samples;
        if (Math.abs(estimate - expected[j]) <= 1.96 * standardError!) covered[j]++;
      });
    }
    // the standard error of a mean of 150 is below 0.005 for each; of a coverage of 95 percent 1.8 points
    sums.forEach((mean, j) => {
      expect(Math.abs(mean - expected[j])).toBeLessThan(j === 4 ? 0.02 : 0.012);
    });
    for (const count of covered) expect(count / samples).toBeGreaterThan(0.9);
  });

  test.each([
    ["exponential", { ...truth, n: 4000, distribution: "exponential" }, [0.2, 0.2], 0.8],
    ["truncated-normal", { ...truth, n: 2000, distribution: "truncated-normal", location: 0.4 }, [0.2, 0.2], 0.8],
    ["half-normal", { ...truth, n: 20_000 }, [0.2, 0.2], 0.8],
  ] as [FrontierSpec["distribution"], FrontierTruth, number[], number][])(
    "%s: slopes and gamma of a large one",
    (distribution, parameters, slopes, gamma) => {
      const result = estimated(simulateFrontier("large", parameters), { ...halfNormal, distribution });
      slopes.forEach((slope, j) => {
        expect(Math.abs(estimates(result)[1 + j] - slope)).toBeLessThan(0.015);
      });
      const { standardError } = result.varianceParameters[1];
      expect(Math.abs(result.gamma - gamma)).toBeLessThan(3 * standardError!);
    },
  );

  test("effects on inefficiency have their sign and size", () => {
    const parameters: FrontierTruth = {
      ...truth,
      n: 3000,
      location: -0.2,
      effect: 0.4,
      distribution: "inefficiency-effects",
    };
    const result = estimated(simulateFrontier("effects", parameters), {
      ...halfNormal,
      distribution: "inefficiency-effects",
    });
    const [intercept, effect] = result.delta!;
    expect([intercept.name, effect.name]).toEqual(["(Intercept)", "z1"]);
    expect(Math.abs(effect.estimate - 0.4)).toBeLessThan(3 * effect.standardError!);
    expect(Math.abs(intercept.estimate + 0.2)).toBeLessThan(3 * intercept.standardError!);
  });

  test("efficiencies follow the true ones", () => {
    const result = estimated(simulateFrontier("ranks", { ...truth, n: 2000, sigmaV: 0.05 }));
    expect(result.meanEfficiency).toBeCloseTo(0.7389, 1);
    expect(Math.min(...result.efficiency.te)).toBeGreaterThan(0);
    expect(Math.max(...result.efficiency.te)).toBeLessThanOrEqual(1);
    result.efficiency.te.forEach((te, i) => {
      expect(result.efficiency.lower![i]).toBeLessThan(te);
      expect(result.efficiency.upper![i]).toBeGreaterThan(te);
    });
  });
});

describe("every outcome has its status", () => {
  const sample = simulateFrontier("hn-25", { ...truth, n: 25 });

  test("gammaAtOne: the limit, without standard errors and intervals", () => {
    const result = estimated(sample);
    expect(result.status).toBe("gammaAtOne");
    expect(result.gamma).toBe(1);
    expect(
      result.coefficients.every(
        ({ standardError, z, pValue }) => standardError === null && z === null && pValue === null,
      ),
    ).toBe(true);
    expect([result.efficiency.lower, result.efficiency.upper]).toEqual([null, null]);
    expect(result.efficiency.te.filter((te) => te === 1).length).toBeGreaterThan(1);
    expect(codes(result)).toContain("gammaAtOne");
  });

  test("wrongSkew: the coefficients of least squares and efficiency 1", () => {
    const result = estimated(simulateFrontier("hn-25/2", { ...truth, n: 25 }));
    expect(result.status).toBe("wrongSkew");
    expect(result.ols.residualSkewness).toBeGreaterThan(0);
    expect(result.logLik).toBe(result.ols.logLik);
    expect(estimates(result)).toEqual(result.ols.coefficients.map(({ estimate }) => estimate));
    expect(new Set(result.efficiency.te)).toEqual(new Set([1]));
    expect(result.gamma).toBe(0);
    expect(result.likelihoodRatio).toEqual({ statistic: 0, df: 1, pValue: 1 });
  });

  test("converged beside a higher boundary: both log-likelihoods are told", () => {
    const result = estimated(simulateFrontier("hn-25/3", { ...truth, n: 25 }));
    expect(result.status).toBe("converged");
    const warning = result.warnings.find(({ code }) => code === "boundaryHasHigherLikelihood")!;
    const [boundary, interior] = warning.message.match(/-?\d+\.\d{7}/g)!.map(Number);
    expect(interior).toBeCloseTo(result.logLik, 6);
    expect(boundary).toBeGreaterThan(interior);
  });

  test("tooFewObservations: as many parameters as observations", () => {
    const few = (n: number) => simulateFrontier("few", { ...truth, n });
    expect(estimateFrontier(few(5), halfNormal).status).toBe("tooFewObservations");
    expect(estimateFrontier(few(1), halfNormal).status).toBe("tooFewObservations");
    expect(estimateFrontier(few(6), halfNormal).status).not.toBe("tooFewObservations");
  });

  test.each([
    ["constant", (data: FrontierData) => [data.inputs[0], new Float64Array(25).fill(3)], "ln_b"],
    ["one, whose logarithm is zero", (data: FrontierData) => [data.inputs[0], new Float64Array(25).fill(1)], "ln_b"],
    ["the other in other units", (data: FrontierData) => [data.inputs[0], data.inputs[0].map((x) => 7 * x)], "ln_b"],
  ])("singular: an input is %s", (_, inputs, named) => {
    const estimate = estimateFrontier(
      { output: sample.output, inputs: inputs(sample), inputNames: ["a", "b"] },
      halfNormal,
    );
    expect(estimate.status).toBe("singular");
    expect(estimate.warnings[0].message).toContain(named);
  });

  test("singular: an exact relation leaves no error", () => {
    const output = sample.inputs[0].map((x, i) => 2 * x ** 0.5 * sample.inputs[1][i] ** 0.3);
    expect(estimateFrontier({ ...sample, output }, halfNormal).status).toBe("singular");
  });

  test("singular: a z variable is constant", () => {
    const data = { ...simulateFrontier("z", truth), z: [new Float64Array(300).fill(2)], zNames: ["same"] };
    const estimate = estimateFrontier(data, { ...halfNormal, distribution: "inefficiency-effects" });
    expect(estimate.status).toBe("singular");
    expect(estimate.warnings[0].message).toContain("same");
  });

  test("notConverged: a truncated normal without optimum shows the exponential it tends to", () => {
    const data = simulateFrontier("ridge/0", { ...truth, n: 150, distribution: "exponential" });
    const estimate = estimateFrontier(data, { ...halfNormal, distribution: "truncated-normal" });
    if (estimate.status !== "notConverged") throw new Error(`the sample ended as ${estimate.status}`);
    expect(codes(estimate)).toEqual(["weaklyIdentified"]);
    expect(estimate.limit!.logLik).toBe(estimated(data, { ...halfNormal, distribution: "exponential" }).logLik);
  });

  test("nothing is NaN or infinite, whatever the sample", () => {
    const numbers = (value: unknown): number[] => {
      if (typeof value === "number") return [value];
      if (value instanceof Float64Array) return [...value];
      return value !== null && typeof value === "object" ? Object.values(value).flatMap(numbers) : [];
    };
    for (const distribution of ["half-normal", "exponential", "truncated-normal"] as const) {
      for (let sampleNumber = 0; sampleNumber < (distribution === "truncated-normal" ? 5 : 15); sampleNumber++) {
        const data = simulateFrontier(`wild/${sampleNumber}`, { ...truth, n: 20, sigmaU: sampleNumber / 10 });
        data.output[3] *= sampleNumber % 3 === 0 ? 1e4 : 1;
        expect(
          numbers(estimateFrontier(data, { ...halfNormal, distribution })).filter((x) => !Number.isFinite(x)),
        ).toEqual([]);
      }
    }
  });

  test("a number without a finite logarithm is misuse and throws", () => {
    const output = sample.output.slice();
    output[4] = 0;
    expect(() => estimateFrontier({ ...sample, output }, halfNormal)).toThrow("output[4]");
    expect(() => estimateFrontier({ ...sample, inputs: [sample.inputs[0], new Float64Array(3)] }, halfNormal)).toThrow(
      "x2",
    );
  });
});

describe("a translog", () => {
  const data = simulateFrontier("translog", { ...truth, inputs: 3 });
  const result = estimated(data, { ...halfNormal, functionalForm: "translog" });

  test("names its terms", () => {
    expect(result.coefficients.map(({ name }) => name)).toEqual([
      "(Intercept)",
      "ln_x1",
      "ln_x2",
      "ln_x3",
      "0.5*ln_x1*ln_x1",
      "0.5*ln_x2*ln_x2",
      "0.5*ln_x3*ln_x3",
      "ln_x1*ln_x2",
      "ln_x1*ln_x3",
      "ln_x2*ln_x3",
    ]);
  });

  test("has as mean elasticity the derivative of its frontier by each log input", () => {
    const logs = data.inputs.map((column) => {
      const mean = column.reduce((sum, x) => sum + x) / column.length;
      return column.map((x) => Math.log(x / mean));
    });
    const b = new Map(result.coefficients.map(({ name, estimate }) => [name, estimate]));
    const frontier = (x: number[]) => {
      let sum = 0;
      for (const [name, estimate] of b) {
        const factors = name.match(/x\d/g)?.map((input) => x[Number(input[1]) - 1]) ?? [];
        sum += estimate * factors.reduce((product, factor) => product * factor, name.startsWith("0.5") ? 0.5 : 1);
      }
      return sum;
    };
    result.elasticities.forEach(({ mean, negativeCount }, j) => {
      const slopes = Array.from({ length: 300 }, (_, i) => {
        const at = (step: number) => frontier(logs.map((column, l) => column[i] + (l === j ? step : 0)));
        return (at(1e-5) - at(-1e-5)) / 2e-5;
      });
      expect(mean).toBeCloseTo(slopes.reduce((sum, slope) => sum + slope) / 300, 7);
      expect(negativeCount).toBe(slopes.filter((slope) => slope < 0).length);
    });
  });
});

describe("around an estimate", () => {
  const data = simulateFrontier("hn-25/3", { ...truth, n: 25 });

  test("the bootstrap is the same for the same seed and another for another", () => {
    const first = bootstrapFrontier(data, halfNormal, 30, "a");
    expect(bootstrapFrontier(data, halfNormal, 30, "a")).toEqual(first);
    expect(bootstrapFrontier(data, halfNormal, 30, "b")).not.toEqual(first);
  });

  test("the bootstrap counts every replicate and orders its intervals", () => {
    const { outcomes, efficiency, rank, meanEfficiency } = bootstrapFrontier(data, halfNormal, 60, "a")!;
    expect(Object.values(outcomes).reduce((sum, count) => sum + count)).toBe(60);
    for (const { lower, upper } of [...efficiency, meanEfficiency]) {
      expect(0 < lower && lower <= upper && upper <= 1).toBe(true);
    }
    for (const { lower, upper } of rank!) expect(1 <= lower && lower <= upper && upper <= 25).toBe(true);
  });

  test("the bootstrap of the likelihood ratio sees strong inefficiency and does not see none", () => {
    const strong = simulateFrontier("strong", { ...truth, n: 60, sigmaV: 0.05, sigmaU: 0.8 });
    expect(bootstrapFrontier(strong, halfNormal, 49, "a")!.likelihoodRatioPValue).toBe(0.02);
    const none = simulateFrontier("hn-25/2", { ...truth, n: 25 });
    expect(bootstrapFrontier(none, halfNormal, 49, "a")!.likelihoodRatioPValue).toBe(1);
  });

  test("the bootstrap refuses a number of replicates it cannot hold", () => {
    expect(() => bootstrapFrontier(data, halfNormal, 0, "a")).toThrow(RangeError);
    expect(() => bootstrapFrontier(data, halfNormal, 1e6, "a")).toThrow(RangeError);
  });

  test("the jackknife is the estimate of the data without one row", () => {
    const { without, rank } = jackknifeFrontier(data, halfNormal);
    const keep = (column: Float64Array) => column.filter((_, row) => row !== 7);
    const rest = estimated({ ...data, output: keep(data.output), inputs: data.inputs.map(keep) });
    expect(without[7].logLik).toBe(rest.logLik);
    for (const { best, worst } of rank) expect(1 <= best && best <= worst && worst <= 24).toBe(true);
  });

  test("the profile of gamma peaks at the optima and its set contains the higher of them", () => {
    const { points, confidenceSet } = profileGamma(data, halfNormal)!;
    const result = estimated(data);
    expect(points.some(({ gamma, logLik }) => gamma === result.gamma && Math.abs(logLik - result.logLik) < 1e-9)).toBe(
      true,
    );
    const highest = points.reduce((best, point) => (point.logLik > best.logLik ? point : best));
    expect(highest.gamma).toBe(1);
    expect(confidenceSet.some(({ lower, upper }) => lower <= 1 && upper >= 1)).toBe(true);
    expect(points[0].logLik).toBe(result.ols.logLik);
  });
});

describe("the fixed frontier of plans (model 11.1)", () => {
  const one = (output: number, staff = 6, capital = 400) =>
    fixedFrontierEfficiencies(Float64Array.of(output), Float64Array.of(staff), Float64Array.of(capital))[0];

  test("more output at equal inputs raises efficiency, more input at equal output never does", () => {
    expect(one(120)).toBeGreaterThan(one(100));
    expect(one(100, 7)).toBeLessThan(one(100));
    expect(one(100, 6, 500)).toBeLessThan(one(100));
  });

  test("is exp of the distance to the frontier where the distance is far above the noise", () => {
    const distance = 4.179 + 0.567 * Math.log(6) + 0.284 * Math.log(400) - Math.log(50);
    const spread = Math.sqrt(0.999 * 0.001 * 2.294);
    expect(one(50)).toBeCloseTo(Math.exp(-0.999 * distance + spread ** 2 / 2), 9);
  });

  test("a region without digital output has efficiency 0; an input that is not positive is misuse", () => {
    expect(one(0)).toBe(0);
    expect(() => one(100, 0)).toThrow("ictStaffPerThousand[0]");
    expect(() => one(-1)).toThrow("digitalOutput[0]");
  });
});
