import type { FrontierTruth } from "./fixtures/simulateFrontier.ts";
import type { FrontierFit } from "#estimators/frontier.ts";
import type { FrontierData, FrontierSpec } from "#estimators/frontierVariables.ts";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { numericColumn, parseDataTable, textColumn } from "#domain/dataTable.ts";
import { estimateFrontier } from "#estimators/frontier.ts";
import { bootstrapFrontier } from "#estimators/frontierBootstrap.ts";
import { profileGamma } from "#estimators/frontierGammaProfile.ts";
import { jackknifeFrontier } from "#estimators/frontierJackknife.ts";
import references from "./fixtures/frontier-references.json" with { type: "json" };
import { simulateFrontier } from "./fixtures/simulateFrontier.ts";

const file = (path: string) => readFileSync(new URL(path, import.meta.url), "utf8");
const studySpec: FrontierSpec = {
  frontier: "production",
  functionalForm: "cobb-douglas",
  distribution: "half-normal",
  zeroShift: 1e-6,
};
const plainSpec: FrontierSpec = { ...studySpec, zeroShift: 0 };

function fitted(data: FrontierData, spec: FrontierSpec): FrontierFit {
  const estimate = estimateFrontier(data, spec);
  if (!("logLik" in estimate)) throw new Error(`${estimate.status}: ${estimate.warnings[0].message}`);
  return estimate;
}

describe("the source study's frontier", () => {
  const table = parseDataTable(file("../public/data/regions-2023.csv"), "regions-2023.csv");
  const ids = textColumn(table, "id");
  const published = JSON.parse(file("../public/data/published-results.json")).sfa;
  const share = numericColumn(table, "digital_tech_use_share");
  const studyData = (model: "M1" | "M2"): FrontierData => ({
    output: numericColumn(table, "manuf_output").map((output, i) => (output * share[i]) / 100),
    inputs: published[model].regressors.map((name: string) => numericColumn(table, name)),
    inputNames: published[model].regressors,
  });

  // log-likelihood and gamma: own maximum likelihood in scipy and R, whose sources agree to the digits shown
  test("M2 has an interior optimum at -20.2228629 with gamma 0.557 (standard error 0.621)", () => {
    const fit = fitted(studyData("M2"), studySpec);
    expect(fit.status).toBe("converged");
    expect(fit.logLik).toBeCloseTo(-20.2228629, 7);
    expect(fit.gamma).toBeCloseTo(0.557, 3);
    expect(fit.varianceParameters[1].standardError).toBeCloseTo(0.621, 3);
    expect(fit.meanEfficiency).toBeCloseTo(0.64975, 5);
    expect(fit.likelihoodRatio.statistic).toBeCloseTo(0.131, 3);
    expect(fit.likelihoodRatio.pValue).toBeCloseTo(0.359, 3);
    expect(fit.aic).toBeCloseTo(56.4457, 4);
  });

  test("M2 gives all 20 published efficiencies to a tenth of a point", () => {
    const { te } = fitted(studyData("M2"), studySpec).efficiency;
    ids.forEach((id, i) => {
      expect(Math.abs(100 * te[i] - published.M2.TE_percent[id])).toBeLessThan(0.05001);
    });
  });

  test("M1 rises to gamma = 1: the limit is -22.18907, not the published -22.3505", () => {
    const fit = fitted(studyData("M1"), studySpec);
    expect(fit.status).toBe("gammaAtOne");
    expect(fit.logLik).toBeCloseTo(-22.18907, 5);
    const limit = [3.8, -0.322, 0.187, 0.663, 0.348];
    fit.coefficients.forEach(({ estimate, standardError }, j) => {
      expect(estimate).toBeCloseTo(limit[j], 3);
      expect(standardError).toBeNull();
    });
    expect(fit.sigmaSquared).toBeCloseTo(2.154, 3);
    expect(fit.meanEfficiency).toBeCloseTo(0.4275, 4);
    expect(fit.ols.logLik).toBeCloseTo(-24.354, 3);
    expect(ids.filter((_, i) => fit.efficiency.te[i] === 1)).toEqual(["almaty-region", "kostanay"]);
    expect(fit.warnings.map(({ code }) => code)).toContain("negativeElasticity");
  });

  test("without Jetisu M1 has gamma 0.006 and a mean efficiency of 0.956", () => {
    const { without } = jackknifeFrontier(studyData("M1"), studySpec);
    const { gamma, meanEfficiency } = without[ids.indexOf("jetisu")];
    expect(gamma).toBeCloseTo(0.006, 3);
    expect(meanEfficiency).toBeCloseTo(0.956, 3);
  });

  test("the 95 % sets of mean efficiency are 0.41 to 0.53 (M1) and about 0.45 to 1 (M2)", () => {
    const m1 = profileGamma(studyData("M1"), studySpec)!;
    expect(m1.meanEfficiency.lower).toBeCloseTo(0.41, 2);
    expect(m1.meanEfficiency.upper).toBeCloseTo(0.53, 2);
    const m2 = profileGamma(studyData("M2"), studySpec)!;
    expect(Math.abs(m2.meanEfficiency.lower - 0.45)).toBeLessThan(0.01);
    expect(m2.meanEfficiency.upper).toBe(1);
  });

  // R and own code with 1,999 samples: 0.29 to 0.41 and 0.46 to 0.79 depending on which optimum counts in a sample
  test("with 20 regions inefficiency cannot be told from noise: bootstrap p-values are above 0.2", () => {
    for (const model of ["M1", "M2"] as const) {
      expect(bootstrapFrontier(studyData(model), studySpec, 199, "1")!.likelihoodRatioPValue).toBeGreaterThan(0.2);
    }
  });
});

describe("the example of FRONTIER 4.1", () => {
  // Coelli (1996), A Guide to FRONTIER Version 4.1, example 1: data and output (EG1.OUT) as printed there.
  // The program stops at seven digits and takes pi in single precision, hence the tolerances.
  const table = parseDataTable(file("./fixtures/front41.csv"), "front41.csv");
  const data: FrontierData = {
    output: numericColumn(table, "output"),
    inputs: [numericColumn(table, "capital"), numericColumn(table, "labour")],
    inputNames: ["capital", "labour"],
  };

  test("has the log-likelihood -17.0272 and its coefficients", () => {
    const fit = fitted(data, plainSpec);
    expect(Math.abs(fit.logLik + 17.027229)).toBeLessThan(5e-6);
    const printed = [0.56161963, 0.28110205, 0.53647981];
    fit.coefficients.forEach(({ estimate }, j) => {
      expect(Math.abs(estimate - printed[j])).toBeLessThan(5e-6);
    });
    expect(Math.abs(fit.sigmaSquared - 0.21700046)).toBeLessThan(1e-6);
    expect(Math.abs(fit.gamma - 0.7972073)).toBeLessThan(2e-6);
    expect(fit.ols.logLik).toBeCloseTo(-18.446849, 4);
    expect(fit.likelihoodRatio.statistic).toBeCloseTo(2.8392402, 4);
  });

  test("has its efficiencies", () => {
    const { efficiency, meanEfficiency } = fitted(data, plainSpec);
    const printed = { 0: 0.6506888, 11: 0.9373952, 34: 0.35126244, 56: 0.87350729, 59: 0.70842786 };
    for (const [row, te] of Object.entries(printed))
      expect(Math.abs(efficiency.te[Number(row)] - te)).toBeLessThan(1e-5);
    expect(meanEfficiency).toBeCloseTo(0.74056772, 5);
  });

  test("has ordinary least squares and their standard errors", () => {
    const { coefficients } = fitted(data, plainSpec).ols;
    expect(coefficients.map(({ estimate }) => estimate.toFixed(6))).toEqual(["0.244898", "0.280493", "0.533306"]);
    expect(coefficients.map(({ standardError }) => standardError!.toFixed(6))).toEqual([
      "0.213603",
      "0.048067",
      "0.051499",
    ]);
  });
});

describe("maximum likelihood by scipy", () => {
  test.each(references.cases.map((reference) => [`${reference.seed} ${reference.functionalForm}`, reference] as const))(
    "%s has the same optimum, standard errors, efficiency and interval",
    (_, reference) => {
      const truth = reference.truth as FrontierTruth;
      const fit = fitted(simulateFrontier(reference.seed, truth), {
        frontier: truth.cost ? "cost" : "production",
        functionalForm: reference.functionalForm as FrontierSpec["functionalForm"],
        distribution: truth.distribution,
      });
      expect(fit.status).toBe("converged");
      expect(fit.logLik).toBeCloseTo(reference.logLik, 6);
      const location = fit.delta ?? fit.varianceParameters.slice(2);
      const estimates = [...fit.coefficients, ...fit.varianceParameters.slice(0, 2), ...location];
      const expected = [...reference.coefficients, reference.sigmaSquared, reference.gamma, ...reference.location];
      estimates.forEach(({ estimate, standardError }, j) => {
        // BFGS stops at about 1e-6, differences of second order at about 1e-4
        expect(Math.abs(estimate - expected[j])).toBeLessThan(3e-6);
        expect(Math.abs(standardError! / reference.standardErrors[j] - 1)).toBeLessThan(5e-4);
      });
      expect(fit.efficiency.te[0]).toBeCloseTo(reference.te, 5);
      expect(fit.efficiency.lower![0]).toBeCloseTo(reference.lower, 5);
      expect(fit.efficiency.upper![0]).toBeCloseTo(reference.upper, 5);
      expect(fit.meanEfficiency).toBeCloseTo(reference.meanEfficiency, 5);
    },
  );
});
