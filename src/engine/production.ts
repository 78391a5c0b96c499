import type { Ecosystem } from "./ecosystem.ts";
import { ADOPTION_STAGES } from "#domain/adoptionStage.ts";
import { exp, ln, pow } from "#domain/portableMath.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { BLOCK } from "./blocks.ts";
import { REALISED_BY_TWIN } from "./digitalTwins.ts";
import { EFFECT_OF_SET, TWIN_EFFECT } from "./technologySets.ts";

const INTEGRATED = ADOPTION_STAGES.indexOf("integrated");
/** EQ-7: ICT capital acts with these weights of the last four years. */
const LAGS = [0.2, 0.3, 0.3, 0.2];
/** EQ-7: the most that technologies add to the output of a firm. */
const LARGEST_GAIN = 0.15;

/**
 * EQ-7 of a year, relative to 2023 (capital and labour of a firm stay, so A K^0.30 L^0.60 is its output of 2023):
 * Y = Y_2023 (1 + g)^t (KI_eff / KI_eff,2023)^β' (1 + gain) (1 - integration loss), β' = β (1 + (B5 - 0.5) + (B3 - 0.5)).
 * A shock of demand scales it. Gains that were there in 2023 are in the output of 2023.
 */
export function produce(
  { agents, digital, technologies, digitalTwins, twinStart, platforms, cyber, parameters: p, year, off }: Ecosystem,
  demand: Float64Array,
): void {
  const { large, region, weight, readiness, output: outputs, outputStart, ictCapital, ictCapitalStart } = agents;
  const [organisation, people] = [agents.blocks[BLOCK.ORGSTRPROC], agents.blocks[BLOCK.PERS]];
  const { lost, ownLoss, partnerLoss } = cyber;
  const { ictCapitalElasticity } = p;
  const [now, lastYear, twoAgo, threeAgo] = LAGS;
  const hasGains = !off.has("technologyGains");
  const losesWhileIntegrating = !off.has("integrationLoss");
  const growth = pow(1 + p.outputGrowth, year - START_YEAR);
  const [capitalLastYear, capitalTwoAgo, capitalThreeAgo] = agents.ictCapitalPast;
  for (let i = 0; i < outputs.length; i++) {
    const effective =
      now * ictCapital[i] + lastYear * capitalLastYear[i] + twoAgo * capitalTwoAgo[i] + threeAgo * capitalThreeAgo[i];
    const elasticity = ictCapitalElasticity * (1 + (people[i] - 0.5) + (organisation[i] - 0.5));
    let output = outputStart[i] * growth * exp(elasticity * ln(effective / ictCapitalStart[i]));
    if (i < large) {
      const stage = digital.states[i];
      const realised = p.coverage * p.realisedGain * Math.min(1, readiness[i] / 0.8);
      if (hasGains) {
        const gain = gainOf(technologies.sets[i], digitalTwins.states[i], realised);
        output *= (1 + gain) / (1 + gainOf(technologies.setsStart[i], twinStart[i], realised));
      }
      if (stage === INTEGRATED && losesWhileIntegrating) {
        const years = digital.columns.yearsInState[i];
        output *= 1 - (years === 0 ? p.integrationLoss : years === 1 ? p.integrationLossNext : 0);
      }
    }
    output *= demand[region[i]];
    if (i < large) {
      output *= platforms.outputFactor[i];
      lost[i] = output * (ownLoss[i] + partnerLoss[i]); // EQ-10
      output -= lost[i];
    }
    outputs[i] = weight[i] > 0 ? output : 0; // a vacant place makes nothing
  }
}

/** What the technologies of a firm add to its output; `realised` is coverage x realisation x min(1, R / 0.8). */
export function gainOf(set: number, twinState: number, realised: number): number {
  return Math.min(LARGEST_GAIN, (EFFECT_OF_SET[set] + TWIN_EFFECT * REALISED_BY_TWIN[twinState]) * realised);
}
