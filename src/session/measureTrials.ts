import type { Scenario } from "#domain/scenario.ts";
import type { Simulated } from "./sessionContext.ts";
import type { SimulationRunner } from "./simulationWorker.ts";
import type { LoadedStudy } from "#engine/readStudy.ts";

/**
 * Runs the plan without each of its measures in turn. A measure without which every number stays the same changed nothing in
 * this future: the one answer that no rule can give beforehand. The call that is returned ends the work.
 */
export function tryMeasures(
  runner: SimulationRunner,
  study: LoadedStudy,
  { scenario, seed, summary }: Pick<Simulated, "scenario" | "seed" | "summary">,
  onResult: (measure: number, changesNothing: boolean) => void,
): () => void {
  let isStopped = false;
  const work = async () => {
    for (let measure = 0; measure < scenario.measures.length && !isStopped; measure++) {
      const request = { scenario: withoutMeasure(scenario, measure), seed, replicate: 0 };
      const { receipt } = await runner.run(study, request, () => {});
      if (!isStopped) onResult(measure, receipt.outputDigest === summary.receipt.outputDigest);
    }
  };
  work().catch(() => {}); // without an answer nothing is claimed of the measures that are left
  return () => {
    isStopped = true;
  };
}

function withoutMeasure(scenario: Scenario, measure: number): Scenario {
  return { ...scenario, measures: scenario.measures.filter((_, place) => place !== measure) };
}
