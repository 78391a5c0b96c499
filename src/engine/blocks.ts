import type { StudyData } from "#domain/studyData.ts";
import { exp, ln, logistic } from "#domain/portableMath.ts";

/** The nine readiness blocks B1 to B9, in the order of the study. */
export const BLOCKS = ["STRSDE", "MTE", "ORGSTRPROC", "PROD", "PERS", "SCM", "CUST", "MONCONTR", "CYBSEC"] as const;

/** Log odds between the raw index and the model scale, which puts the two case enterprises at 0.80 (EQ-2, assumption). */
export const MODEL_SCALE_SHIFT = 0.9;

/** Expert weights of the blocks (survey of 42), in block order; they add up to 1. */
export function blockWeights(data: StudyData): Float64Array {
  const weights = data.published.readiness.block_weights_expert_survey_n42;
  return Float64Array.from(BLOCKS, (block) => weights[block]);
}

/** EQ-2: nine block values in (0, 1) to readiness on the model scale, logistic(logit R_raw + 0.90). */
export function modelReadiness(blocks: ArrayLike<number>, weights: Float64Array): number {
  let logRaw = 0;
  for (let j = 0; j < weights.length; j++) logRaw += weights[j] * ln(blocks[j]);
  const raw = exp(logRaw);
  return logistic(logRaw - ln(1 - raw) + MODEL_SCALE_SHIFT);
}
