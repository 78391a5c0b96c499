import type { Ecosystem } from "./ecosystem.ts";
import type { YearPlan } from "./yearPlan.ts";
import type { YearShocks } from "./yearShocks.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { nationalSeriesValue } from "#domain/studyData.ts";
import { SECTORS } from "./agents.ts";

/** ICT spending relative to a firm that does nothing, by adoption stage code (EQ-1; abandoned as aware, assumption). */
const STAGE_MULTIPLIER = [1, 1, 1.3, 2, 2.5, 2, 1];
/** Depreciation 0.25 plus the growth of 0.10 a year before 2023 (EQ-1). */
const INITIAL_CAPITAL_RATE = 0.35;
const DEPRECIATION = 0.25;

const T16_SERIES: Record<(typeof SECTORS)[number], readonly string[]> = {
  mining: ["ICT spending: mining and quarrying"],
  manufacturing: ["ICT spending: manufacturing"],
  energy: ["ICT spending: electricity, gas, steam, air conditioning"],
  water: [
    "ICT spending: water supply",
    "ICT spending: sewerage",
    "ICT spending: waste collection and recovery",
    "ICT spending: remediation and other waste services",
  ],
};

/** EQ-1 in 2023: spending by output and stage, rescaled to the totals of T16 by sector (million KZT there). */
export function setInitialIctMoney(ecosystem: Ecosystem): void {
  const { agents, data, digital } = ecosystem;
  const raw = SECTORS.map(() => 0);
  for (let i = 0; i < agents.count; i++) {
    agents.ictSpendingStart[i] = agents.outputStart[i] * multiplierOf(digital.states, i);
    raw[agents.sector[i]] += agents.ictSpendingStart[i];
  }
  const totals = SECTORS.map((sector) =>
    T16_SERIES[sector].reduce((sum, name) => sum + nationalSeriesValue(data, name, START_YEAR) / 1000, 0),
  );
  for (let i = 0; i < agents.count; i++) {
    const s = agents.sector[i];
    agents.ictSpendingStart[i] *= totals[s] / raw[s];
    agents.ictSpending[i] = agents.ictSpendingStart[i];
    agents.ictCapital[i] = agents.ictSpending[i] / INITIAL_CAPITAL_RATE;
    agents.ictCapitalStart[i] = agents.ictCapital[i];
    for (const past of agents.ictCapitalPast) past[i] = agents.ictCapital[i];
    agents.ictMultiplierStart[i] = multiplierOf(digital.states, i);
  }
}

/**
 * EQ-1 of a year: I = ι Y m(stage), KI' = 0.75 KI + I. Training and security that a measure adds come on top, half paid by the
 * plan. A shock of a sector's ICT money scales it; dearer licences and hardware leave less for the same money, in prices of
 * 2023.
 */
export function spendOnIct(ecosystem: Ecosystem, { levers, shocks }: YearPlan): void {
  const { agents, digital } = ecosystem;
  const { large, output, outputStart, ictMultiplierStart, ictEffort, ictSpending, ictSpendingStart, ictCapital } =
    agents;
  const { trainingShare, securityShare } = levers;
  const moneyOf = [shocks.miningInvestment, shocks.manufacturingInvestment];
  const price = ictPrice(shocks);
  const [last, twoAgo, threeAgo] = agents.ictCapitalPast;
  for (let i = 0; i < output.length; i++) {
    const growth = output[i] / outputStart[i];
    const stage = multiplierOf(digital.states, i) / ictMultiplierStart[i];
    const r = agents.region[i];
    const added = i < large ? trainingShare[r] + securityShare[r] : 0;
    const sector = agents.sector[i];
    const money = sector < moneyOf.length ? moneyOf[sector][r] : 1;
    ictEffort[i] = (stage * (1 + added) * money) / price;
    ictSpending[i] = ictSpendingStart[i] * growth * ictEffort[i];
    threeAgo[i] = twoAgo[i];
    twoAgo[i] = last[i];
    last[i] = ictCapital[i];
    ictCapital[i] = (1 - DEPRECIATION) * ictCapital[i] + ictSpending[i];
  }
}

/** Part of ICT spending that buys licences and hardware: 19.5 % and the 19.6 % left over (T17, manufacturing). */
const BOUGHT_GOODS = 0.391;

/** Price of what ICT money buys relative to 2023, before the price of services (EQ-6). */
export function ictPrice({ importPrice }: YearShocks): number {
  return 1 + BOUGHT_GOODS * (importPrice[0] - 1);
}

/** `stages` are those of the large firms. */
function multiplierOf(stages: Uint8Array, row: number): number {
  return row < stages.length ? STAGE_MULTIPLIER[stages[row]] : 1;
}
