import type { YearExplanation } from "#domain/explanation.ts";
import type { Ecosystem } from "./ecosystem.ts";
import { ADOPTION_STAGES, isDigitalUser } from "#domain/adoptionStage.ts";
import { PATH_COLUMNS, PATH_START, PATH_YEARS } from "#domain/explanation.ts";
import { pow } from "#domain/portableMath.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { BLOCKS } from "./blocks.ts";

const INTEGRATED = ADOPTION_STAGES.indexOf("integrated");
const NOT_YET = 0;

/**
 * Reads, after each closed year, why it came out so. It only looks: the run is the same with and without it. The caller
 * calls it once a year, 2023 first.
 */
export function createExplainer(ecosystem: Ecosystem): () => YearExplanation {
  const followPath = createAdopterPath(ecosystem);
  return () => {
    const { candidates, sums } = ecosystem.hazardTerms!;
    return {
      blocks: meanBlocks(ecosystem),
      candidates: Float64Array.from(candidates),
      hazardTerms: Float64Array.from(sums),
      path: followPath(),
    };
  };
}

function meanBlocks({ agents, data }: Ecosystem): Float64Array {
  const regions = data.regions.length;
  const means = new Float64Array(BLOCKS.length * regions);
  const firms = new Float64Array(regions);
  for (let i = 0; i < agents.large; i++) {
    const r = agents.region[i];
    firms[r] += agents.weight[i];
    for (let j = 0; j < BLOCKS.length; j++) means[j * regions + r] += agents.weight[i] * agents.blocks[j][i];
  }
  for (let at = 0; at < means.length; at++) means[at] = firms[at % regions] > 0 ? means[at] / firms[at % regions] : 0;
  return means;
}

/**
 * EQ-7 of firms that first integrate after 2023, by years since. A firm is followed whether it stays a user or gives up;
 * what it is compared with is its own output of the year before, moved by the general growth of output.
 */
function createAdopterPath(ecosystem: Ecosystem): () => Float64Array {
  const { agents, digital, parameters: p } = ecosystem;
  const integratedIn = new Int16Array(agents.large).fill(NOT_YET);
  const before = new Float64Array(agents.large);
  const last = new Float64Array(agents.large);
  const path = new Float64Array(PATH_YEARS * PATH_COLUMNS.length);
  const note = (yearsSince: number, weight: number, relativeOutput: number, cash: number) => {
    const at = (yearsSince - PATH_START) * PATH_COLUMNS.length;
    path[at] += weight;
    path[at + 1] += weight * relativeOutput;
    path[at + 2] += weight * cash;
  };
  return () => {
    const { year } = ecosystem;
    for (let i = 0; i < agents.large; i++) {
      if (year === START_YEAR && isDigitalUser(digital.states[i])) integratedIn[i] = START_YEAR;
      if (integratedIn[i] === NOT_YET && digital.states[i] === INTEGRATED) {
        integratedIn[i] = year;
        before[i] = last[i];
        note(PATH_START, agents.weight[i], 1, 0);
      }
      last[i] = agents.output[i];
      const yearsSince = year - integratedIn[i];
      if (integratedIn[i] === NOT_YET || integratedIn[i] === START_YEAR || yearsSince >= PATH_YEARS + PATH_START)
        continue;
      const without = before[i] * pow(1 + p.outputGrowth, yearsSince + 1);
      const cost = yearsSince === 0 ? agents.projectCost[i] : 0;
      note(yearsSince, agents.weight[i], last[i] / without, p.freeCashShare * (last[i] - without) - cost);
    }
    return Float64Array.from(path);
  };
}
