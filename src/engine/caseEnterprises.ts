import type { CaseEnterprise } from "#domain/caseEnterprises.ts";
import type { ParameterValues } from "#domain/parameters.ts";
import type { StudyData } from "#domain/studyData.ts";
import type { Agents } from "./agents.ts";
import { ln, logistic } from "#domain/portableMath.ts";
import { declaredRule, estimateReadiness } from "#estimators/readiness.ts";
import { BLOCKS, blockWeights, MODEL_SCALE_SHIFT, refreshReadiness, startBlock } from "./blocks.ts";

/** The candidates for a core, in the order in which a plan supports them (study, section 3.4). */
export const CORE_CANDIDATES = ["kazatomprom", "altynalmas", "kazakhmys"] as const;

/** Row of a case enterprise: the place of its region that its number says; -1 where the region has fewer agents. */
export function rowOfCase({ region, place }: CaseEnterprise, data: StudyData, agents: Agents): number {
  const r = data.regions.findIndex(({ id }) => id === region);
  const row = agents.largeStart[r] + place;
  return row < agents.largeStart[r + 1] ? row : -1;
}

/**
 * Puts the enterprises that the study names into their places: blocks of readiness from their 115 scores where published
 * (declared scales, floor 0.01), for the other candidates of a core at the readiness assumed for them; everyone else keeps
 * what was drawn for the place. A candidate changes size and project cost with the largest firm of its region, so that
 * totals stay. They stand among manufacturers, although some of them mine.
 */
export function placeCaseEnterprises(agents: Agents, data: StudyData, p: ParameterValues): void {
  const weights = blockWeights(data);
  for (const enterprise of data.caseEnterprises) {
    const row = rowOfCase(enterprise, data, agents);
    if (row < 0) continue;
    const isCandidate = CORE_CANDIDATES.some((id) => id === enterprise.id);
    if (isCandidate) takeLargestSize(agents, row);
    const values = blockValues(enterprise, isCandidate, data, p);
    if (values === null) continue;
    for (let j = 0; j < BLOCKS.length; j++) startBlock(agents, row, j, values[j], p);
    refreshReadiness(agents, row, weights);
  }
}

function blockValues(
  { scores }: CaseEnterprise,
  isCandidate: boolean,
  data: StudyData,
  p: ParameterValues,
): number[] | null {
  if (scores !== null) {
    const { blocks } = estimateReadiness(
      data.subparameters,
      data.subparameters.map((row) => row[scores]),
      declaredRule,
    );
    return BLOCKS.map((code) => blocks.find(({ block }) => block === code)!.value);
  }
  if (!isCandidate) return null;
  const raw = logistic(ln(p.coreReadiness / (1 - p.coreReadiness)) - MODEL_SCALE_SHIFT);
  return BLOCKS.map(() => raw);
}

function takeLargestSize({ largeStart, region, outputStart, output, projectCost }: Agents, row: number): void {
  const r = region[row];
  let largest = largeStart[r];
  for (let i = largeStart[r]; i < largeStart[r + 1]; i++) if (outputStart[i] > outputStart[largest]) largest = i;
  for (const column of [outputStart, output, projectCost]) {
    [column[row], column[largest]] = [column[largest], column[row]];
  }
}
