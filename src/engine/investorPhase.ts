import type { Ecosystem } from "./ecosystem.ts";
import type { YearPlan } from "./yearPlan.ts";
import { ADOPTION_STAGES } from "#domain/adoptionStage.ts";
import { BANK, BY_BANK, BY_FUND, FUND, NOT_FINANCED, VENTURE } from "./institutions.ts";
import { investorMachine } from "./machines/investor.ts";

const PILOTING = ADOPTION_STAGES.indexOf("piloting");
const INTEGRATED = ADOPTION_STAGES.indexOf("integrated");
const WRITTEN_OFF = Object.keys(investorMachine.states).indexOf("writtenOff");
/** Part of the decided projects that must succeed for each investor to go on (assumptions). */
const HURDLES = [0.5, 0.3, 0.4];

/**
 * SM-9 of a year, on what was given and decided in the year before. A bank that wrote off its projects lends nothing for a
 * year; the commitments of the innovation fund are the plan's and go on.
 */
export function advanceInvestors({ agents, digital, institutions }: Ecosystem, plan: YearPlan): void {
  const { investors, stageBefore, financedBy, given, ventures } = institutions;
  const succeeded = [0, ventures.growing, 0];
  const failed = [0, ventures.gone, 0];
  for (let i = 0; i < agents.large; i++) {
    if (financedBy[i] === NOT_FINANCED || stageBefore[i] !== PILOTING || digital.states[i] === PILOTING) continue;
    const investor = financedBy[i] === BY_BANK ? BANK : FUND;
    if (digital.states[i] === INTEGRATED) succeeded[investor] += agents.weight[i];
    else failed[investor] += agents.weight[i];
    financedBy[i] = NOT_FINANCED;
  }
  const event = { type: "YEAR_PASSED" as const, demand: 0, succeeded: 0, failed: 0, hurdle: 0 };
  investors.sendAll(event, (e, k) => {
    e.demand = given[k];
    e.succeeded = succeeded[k];
    e.failed = failed[k];
    e.hurdle = HURDLES[k];
  });
  given.fill(0);
  if (investors.states[BANK] === WRITTEN_OFF) plan.levers.loanPoints.fill(0);
}

/** Remembers who pays for a project that began: the bank if the loan is made cheaper, else the fund if it pays a subsidy. */
export function noteFinancing(
  { institutions }: Ecosystem,
  plan: YearPlan,
  row: number,
  region: number,
  cost: number,
): void {
  const { financedBy, given } = institutions;
  if (plan.levers.loanPoints[region] > 0) {
    financedBy[row] = BY_BANK;
    given[BANK] += cost;
  } else if (
    plan.measures.some(
      ({ measure, added }) => measure.lever === "subsidy" && measure.payer === "fund" && added[region] > 0,
    )
  ) {
    financedBy[row] = BY_FUND;
    given[FUND] += plan.levers.subsidy[region] * cost;
  }
}

/** Billion KZT that a venture fund puts into a complementor that starts (assumption). */
const VENTURE_STAKE = 0.05;

/** Counts complementors by what became of them since `before`, and what the venture fund paid for new ones. */
export function noteVentures({ complementors, institutions }: Ecosystem, before: Uint8Array): void {
  const { leaves } = complementors.table;
  const [onboarding, growing, exit] = ["onboarding", "growing", "exit"].map((leaf) => leaves.indexOf(leaf));
  const entered = (state: number) =>
    complementors.states.reduce((n, now, k) => n + Number(now === state && before[k] !== state), 0);
  institutions.ventures = { growing: entered(growing), gone: entered(exit) };
  institutions.given[VENTURE] = VENTURE_STAKE * entered(onboarding);
}
