import type { BenchCase } from "./benchCase.ts";
import type { FrontierData, FrontierSpec } from "#estimators/frontierVariables.ts";
import seedrandom from "seedrandom";
import { Bench } from "tinybench";
import { numericColumn, parseDataTable } from "#domain/dataTable.ts";
import { estimateFrontier } from "#estimators/frontier.ts";
import { fitByOls } from "#estimators/frontierDesign.ts";
import { halfNormal, searchFrontier } from "#estimators/frontierSearch.ts";
import { frontierDesign } from "#estimators/frontierVariables.ts";

const spec: FrontierSpec = {
  frontier: "production",
  functionalForm: "cobb-douglas",
  distribution: "half-normal",
  zeroShift: 1e-6,
};

/**
 * `frontier-…`: one half-normal fit, from columns in levels to every optimum and both boundaries of the likelihood, which is
 * what other programs' times are of. `frontier-…-estimate`: with all that follows, standard errors, efficiencies with
 * intervals, elasticities and warnings. The study's model M2 (20 regions, from the text of regions-2023.csv), and 1,000 and 20,000 simulated observations of
 * four inputs with lambda = 2 from the seed "frontier-bench".
 */
export async function frontierCases(regionsTable: string): Promise<BenchCase[]> {
  const samples: [name: string, data: FrontierData][] = [
    ["frontier-m2", studyData(regionsTable)],
    ["frontier-1000", simulatedData(1000)],
    ["frontier-20000", simulatedData(20_000)],
  ];
  const bench = new Bench({ time: 1000, iterations: 10, warmupTime: 300 });
  for (const [name, data] of samples) {
    bench.add(name, () => fitOnce(data));
    bench.add(`${name}-estimate`, () => void estimateFrontier(data, spec));
  }
  await bench.run();
  return bench.tasks.map(({ name, result }) => {
    if (!("latency" in result)) throw new Error(`${name} did not run: ${result.state}`);
    const { p50, min, max, samplesCount } = result.latency;
    return { name, unit: "ms", median: p50, min, max, runs: samplesCount };
  });
}

function fitOnce(data: FrontierData): void {
  const ols = fitByOls(frontierDesign(data, spec));
  if ("unfit" in ols) throw new Error("the sample of a benchmark should be estimable");
  searchFrontier(ols, halfNormal);
}

function studyData(regionsTable: string): FrontierData {
  const table = parseDataTable(regionsTable, "regions-2023.csv");
  const share = numericColumn(table, "digital_tech_use_share");
  const inputNames = [
    "ict_investments",
    "innovation_expenditure",
    "ict_specialists_per1000",
    "fixed_capital_industry",
    "cloud_use_share",
  ];
  return {
    output: numericColumn(table, "manuf_output").map((output, i) => (output * share[i]) / 100),
    inputs: inputNames.map((name) => numericColumn(table, name)),
    inputNames,
  };
}

function simulatedData(n: number): FrontierData {
  const random = seedrandom.alea("frontier-bench");
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const inputs = Array.from({ length: 4 }, () => Float64Array.from({ length: n }, () => Math.exp(normal())));
  const output = Float64Array.from({ length: n }, (_, i) => {
    const frontier = 1 + 0.25 * inputs.reduce((sum, column) => sum + Math.log(column[i]), 0);
    return Math.exp(frontier + 0.2 * normal() - 0.4 * Math.abs(normal()));
  });
  return { output, inputs, inputNames: ["x1", "x2", "x3", "x4"] };
}
