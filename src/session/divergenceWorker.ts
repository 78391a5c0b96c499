import type { Scenario } from "#domain/scenario.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { Divergence } from "#engine/divergence.ts";
import type { DivergenceWorker } from "#workers/divergence.ts";
import { askWorker, type StartedAnswer } from "./askedWorker.ts";

/** Where two plans part; null: nowhere. */
export function startDivergence(
  data: StudyData,
  plan: Scenario,
  against: Scenario,
  seed: string,
): StartedAnswer<Divergence | null> {
  return askWorker<DivergenceWorker, Divergence | null>(
    () => new Worker(new URL("../../workers/divergence.ts", import.meta.url), { type: "module", name: "divergence" }),
    (service) => service.find(data, plan, against, seed),
  );
}
