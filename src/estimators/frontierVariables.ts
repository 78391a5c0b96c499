import type { FrontierDesign } from "./frontierDesign.ts";
import { ln } from "#domain/portableMath.ts";

/** What is estimated; the same words as the command line's spec file. */
export type FrontierSpec = {
  readonly frontier: "production" | "cost";
  readonly functionalForm: "cobb-douglas" | "translog";
  readonly distribution: "half-normal" | "truncated-normal" | "exponential" | "inefficiency-effects";
  /** The columns hold logarithms already and are used as they are. */
  readonly columnsAlreadyInLogs?: boolean;
  /** Added to every variable before its logarithm is taken; 0 if absent. */
  readonly zeroShift?: number;
};

/** Observations of one cross-section or pooled panel: columns of n finite numbers each, in any units. */
export type FrontierData = {
  /** Output of a production frontier, or cost of a cost frontier. */
  readonly output: Float64Array;
  /** Inputs; for a cost frontier its outputs and prices. */
  readonly inputs: readonly Float64Array[];
  readonly inputNames: readonly string[];
  /** Variables that explain inefficiency, never logged; only for inefficiency effects. */
  readonly z?: readonly Float64Array[];
  readonly zNames?: readonly string[];
};

/** Every variable in logs, with the zero shift, and for a translog in units of its sample mean. */
export type LogVariables = { readonly dependent: Float64Array; readonly inputs: readonly Float64Array[] };

/** Throws `RangeError` for a number whose logarithm is not finite; parsed tables are checked before. */
export function logVariables(data: FrontierData, spec: FrontierSpec): LogVariables {
  const n = data.output.length;
  const inputs = data.inputs.map((column, j) => {
    if (column.length !== n) {
      throw new RangeError(`input ${data.inputNames[j]} must have ${n} numbers like the output, got ${column.length}`);
    }
    return logColumn(column, data.inputNames[j], spec);
  });
  return { dependent: logColumn(data.output, "output", spec), inputs };
}

/**
 * The regression of a frontier: constant, first-order terms and for a translog 0.5 ln(xi)² and ln(xi) ln(xj) for i < j.
 * Names are `(Intercept)`, `ln_x1`, `0.5*ln_x1*ln_x1`, `ln_x1*ln_x2`.
 */
export function frontierDesign(data: FrontierData, spec: FrontierSpec): FrontierDesign {
  const { dependent, inputs } = logVariables(data, spec);
  const logNames = data.inputNames.map((name) =>
    spec.columnsAlreadyInLogs && name.startsWith("ln_") ? name : `ln_${name}`,
  );
  const regressors = [new Float64Array(dependent.length).fill(1), ...inputs];
  const names = ["(Intercept)", ...logNames];
  if (spec.functionalForm === "translog") {
    inputs.forEach((column, i) => {
      regressors.push(column.map((value) => 0.5 * value * value));
      names.push(`0.5*${logNames[i]}*${logNames[i]}`);
    });
    for (let i = 0; i < inputs.length; i++) {
      for (let j = i + 1; j < inputs.length; j++) {
        regressors.push(inputs[i].map((value, row) => value * inputs[j][row]));
        names.push(`${logNames[i]}*${logNames[j]}`);
      }
    }
  }
  return { sign: spec.frontier === "production" ? 1 : -1, dependent, regressors, names };
}

/**
 * Elasticity of output (or cost) to each input at each observation of a translog: the first-order coefficient plus the
 * second-order terms at the observation's own inputs, which are given in logs. One array of n per input.
 */
export function translogElasticities(inputs: readonly Float64Array[], coefficients: Float64Array): Float64Array[] {
  const m = inputs.length;
  return inputs.map((column, i) => {
    const elasticity = new Float64Array(column.length).fill(coefficients[1 + i]);
    for (let row = 0; row < column.length; row++) {
      elasticity[row] += coefficients[1 + m + i] * column[row];
      for (let j = 0; j < m; j++) {
        if (j !== i) elasticity[row] += coefficients[crossPosition(m, Math.min(i, j), Math.max(i, j))] * inputs[j][row];
      }
    }
    return elasticity;
  });
}

/** Position of ln(xi) ln(xj), i < j, among the coefficients of a translog with m inputs. */
function crossPosition(m: number, i: number, j: number): number {
  return 1 + 2 * m + i * m - (i * (i + 1)) / 2 + (j - i - 1);
}

function logColumn(column: Float64Array, name: string, spec: FrontierSpec): Float64Array {
  if (spec.columnsAlreadyInLogs) {
    requireFinite(column, name, column);
    return column;
  }
  const shift = spec.zeroShift ?? 0;
  let unit = 1;
  if (spec.functionalForm === "translog") {
    let sum = 0;
    for (let i = 0; i < column.length; i++) sum += column[i] + shift;
    unit = sum / column.length;
  }
  const logs = new Float64Array(column.length);
  for (let i = 0; i < column.length; i++) logs[i] = ln((column[i] + shift) / unit);
  requireFinite(logs, name, column);
  return logs;
}

function requireFinite(logs: Float64Array, name: string, values: Float64Array): void {
  for (let i = 0; i < logs.length; i++) {
    if (!(logs[i] - logs[i] === 0)) {
      throw new RangeError(
        `${name}[${i}] must be a number with a finite logarithm after the zero shift, got ${values[i]}`,
      );
    }
  }
}
