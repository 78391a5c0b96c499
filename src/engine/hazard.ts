import type { ParameterValues } from "#domain/parameters.ts";
import { exp, expm1 } from "#domain/portableMath.ts";

/** EQ-3 of one technology without the added terms: a + u_r + b_R s_r + b_N s. */
export function neutralLogHazard(
  level: number,
  regionalEffect: number,
  p: ParameterValues,
  regionalShare: number,
  nationalShare: number,
): number {
  return level + regionalEffect + p.regionalPeers * regionalShare + p.nationalPeers * nationalShare;
}

/** EQ-3: the yearly chance 1 - exp(-e^η) of a firm above the threshold. */
export function hazard(eta: number): number {
  return -expm1(-exp(eta));
}

/**
 * EQ-4: factor that turns hazards into chances of aware to evaluating, such that the flow into use is what the hazard of
 * all who could adopt says, although only pilotSuccess of (pilotSuccess + pilotFailure) pilots end in use. The expected
 * returns of firms that gave up are part of that flow.
 */
export function flowMatching(
  p: ParameterValues,
  neutralHazard: number,
  susceptible: number,
  returning: number,
  aware: number,
): number {
  if (!(aware > 0)) return 0;
  const intoEvaluation = neutralHazard * susceptible * ((p.pilotSuccess + p.pilotFailure) / p.pilotSuccess);
  return Math.max(0, intoEvaluation - p.returnRate * returning) / (neutralHazard * aware);
}

/** EQ-4: no chance of aware to evaluating exceeds this. */
export const HIGHEST_EVALUATION_CHANCE = 0.9;
