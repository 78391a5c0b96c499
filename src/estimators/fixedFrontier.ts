import { ln } from "#domain/portableMath.ts";
import { expectedEfficiency } from "./technicalEfficiency.ts";

/**
 * The frontier against which plans are compared: ln output = intercept + Σ elasticity · ln input + v - u. Its elasticities are not negative, so more inputs at equal output can never
 * raise an efficiency, and it does not move when other regions change, as a frontier estimated each year does. Half-normal,
 * estimated once on the source study's 20 regions of 2023.
 */
const planningFrontier = {
  intercept: 4.179,
  ictStaffElasticity: 0.567,
  fixedCapitalElasticity: 0.284,
  sigmaSquared: 2.294,
  gamma: 0.999,
};

/**
 * Efficiency E[exp(-u) | e] in (0, 1] of each region against the planning frontier (Battese and Coelli 1988). Arrays of
 * n positive numbers: digital output and fixed capital of industry in billion KZT, ICT staff per 1,000 employees. A region
 * without digital output has efficiency 0. Throws `RangeError` for anything else that is not positive.
 */
export function fixedFrontierEfficiencies(
  digitalOutput: Float64Array,
  ictStaffPerThousand: Float64Array,
  fixedCapital: Float64Array,
): Float64Array {
  const { intercept, ictStaffElasticity, fixedCapitalElasticity, gamma, sigmaSquared } = planningFrontier;
  const spread = Math.sqrt(gamma * (1 - gamma) * sigmaSquared);
  return digitalOutput.map((output, i) => {
    if (output === 0) return 0;
    const expected =
      intercept +
      ictStaffElasticity * positiveLn(ictStaffPerThousand[i], "ictStaffPerThousand", i) +
      fixedCapitalElasticity * positiveLn(fixedCapital[i], "fixedCapital", i);
    return expectedEfficiency(-gamma * (positiveLn(output, "digitalOutput", i) - expected), spread);
  });
}

function positiveLn(value: number, name: string, index: number): number {
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`${name}[${index}] must be a positive number, got ${value}`);
  }
  return ln(value);
}
