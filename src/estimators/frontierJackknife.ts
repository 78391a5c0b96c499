import type { FrontierEstimate } from "./frontier.ts";
import type { FrontierData, FrontierSpec } from "./frontierVariables.ts";
import { estimateFrontier } from "./frontier.ts";
import { ranksOf } from "./frontierBootstrap.ts";

export type FrontierJackknife = {
  /** The estimate without observation i, for each i. */
  readonly without: readonly JackknifeEstimate[];
  /** Best and worst rank of each observation (1 is the most efficient) while any other one is left out. */
  readonly rank: readonly { readonly best: number; readonly worst: number }[];
};

/** What matters of an estimate from which one observation is left out; null where its status leaves it undefined. */
export type JackknifeEstimate = {
  readonly status: FrontierEstimate["status"];
  readonly logLik: number | null;
  readonly gamma: number | null;
  readonly meanEfficiency: number | null;
};

/**
 * Leaves out one observation at a time and estimates the rest: how far a single one can move gamma, the mean efficiency and
 * the ranks of the others. Ranks of the others are counted among them, so an observation left out at the top lifts all below.
 */
export function jackknifeFrontier(data: FrontierData, spec: FrontierSpec): FrontierJackknife {
  const n = data.output.length;
  const best = new Float64Array(n).fill(n);
  const worst = new Float64Array(n).fill(1);
  const without = Array.from({ length: n }, (_, left): JackknifeEstimate => {
    const estimate = estimateFrontier(leaveOut(data, left), spec);
    if (!("logLik" in estimate)) return { status: estimate.status, logLik: null, gamma: null, meanEfficiency: null };
    const ranks = ranksOf(estimate.efficiency.te);
    for (let row = 0; row < ranks.length; row++) {
      const i = row < left ? row : row + 1;
      best[i] = Math.min(best[i], ranks[row]);
      worst[i] = Math.max(worst[i], ranks[row]);
    }
    const { status, logLik, gamma, meanEfficiency } = estimate;
    return { status, logLik, gamma, meanEfficiency };
  });
  return { without, rank: Array.from({ length: n }, (_, i) => ({ best: best[i], worst: worst[i] })) };
}

function leaveOut(data: FrontierData, left: number): FrontierData {
  const shorten = (column: Float64Array) => column.filter((_, row) => row !== left);
  return { ...data, output: shorten(data.output), inputs: data.inputs.map(shorten), z: data.z?.map(shorten) };
}
