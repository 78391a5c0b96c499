import type { FrontierModel } from "#domain/runResult.ts";
import { analyseRegionsOnce } from "#session/regionAnalysisWorker.ts";
import { useReading } from "#ui/useReading.ts";
import { ownAnswer, useWorkerAnswer, type WorkerAnswer } from "#ui/useWorkerAnswer.ts";

export const MODELS: readonly FrontierModel[] = ["M1", "M2"];
export const REPLICATES = 199;
/** Above this chance a list of efficiencies is no finding (Coelli 1995 warns of the mixed chi-square in small samples). */
export const TOO_LIKELY = 0.1;

/**
 * In how many samples chance alone gives as much inefficiency as the shown year, by model; "running" until this year has its
 * own answer.
 */
export function useNoInefficiency(restMs?: number | null): WorkerAnswer<readonly (number | null)[]> {
  const { now, run } = useReading();
  const { regional, year } = now!;
  const key = `${run?.summary.receipt.outputDigest} ${year}`;
  const given = useWorkerAnswer(
    key,
    () =>
      analyseRegionsOnce(key, (service) =>
        Promise.all(MODELS.map((model) => service.noInefficiencyChance(regional, model, REPLICATES))),
      ),
    restMs,
  );
  return ownAnswer(key, given);
}
