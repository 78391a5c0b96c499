import type { FrontierData, FrontierSpec } from "./frontierVariables.ts";
import { estimateFrontier } from "./frontier.ts";

/** What depends on the zero shift, for one value of it; null where the status leaves it undefined. */
export type ShiftedEstimate = {
  readonly zeroShift: number;
  readonly status: string;
  readonly logLik: number | null;
  readonly gamma: number | null;
  readonly meanEfficiency: number | null;
};

const shifts = [1e-9, 1e-6, 1e-3];

/**
 * The same estimate with other numbers added before the logarithms. Where the data contain zeros, the logarithm of a zero is
 * whatever the shift makes it, and a result that moves with the shift says nothing about the data.
 */
export function estimateWithOtherShifts(data: FrontierData, spec: FrontierSpec): ShiftedEstimate[] {
  return shifts.flatMap((zeroShift): ShiftedEstimate[] => {
    if (![data.output, ...data.inputs].every((column) => column.every((value) => value + zeroShift > 0))) return [];
    const estimate = estimateFrontier(data, { ...spec, zeroShift });
    if (!("logLik" in estimate)) {
      return [{ zeroShift, status: estimate.status, logLik: null, gamma: null, meanEfficiency: null }];
    }
    const { status, logLik, gamma, meanEfficiency } = estimate;
    return [{ zeroShift, status, logLik, gamma, meanEfficiency }];
  });
}
