import type { Agents } from "./agents.ts";
import type { Ecosystem } from "./ecosystem.ts";
import type { YearPlan } from "./yearPlan.ts";
import { ADOPTION_STAGES, isDigitalUser } from "#domain/adoptionStage.ts";
import { apportion, sum, weightedSumByRegion } from "./agents.ts";
import { projectOfficeMachine } from "./machines/projectOffice.ts";
import { phaseKey, uniform } from "./randomNumbers.ts";
import { rowsInOrderOf } from "./rowsInOrderOf.ts";

const PILOTING = ADOPTION_STAGES.indexOf("piloting");
const INTEGRATED = ADOPTION_STAGES.indexOf("integrated");
const ABANDONED = ADOPTION_STAGES.indexOf("abandoned");
const LEAVES = Object.keys(projectOfficeMachine.states);
const SCALED = LEAVES.indexOf("scaled");
const REFORMED = LEAVES.indexOf("reformed");
const CLOSED = LEAVES.indexOf("closed");
/** A scaled office advises up to so many times the firms, as far as the budget of its measures goes (assumption). */
const SCALED_CAPACITY = 1.5;
/** Order of a reformed office: firms that are not ready come after all that are. */
const AFTER_THE_READY = 1;

/** SM-7: the office looks at what it achieved, takes its step, and advises its firms (ID-15: no more than its places). */
export function advanceOffice(ecosystem: Ecosystem, plan: YearPlan): void {
  const { institutions, parameters: p } = ecosystem;
  const { office, review } = institutions;
  reviewLastYear(ecosystem);
  const { additionalUsers, spent, pilotsDecided, pilotsIntegrated } = review;
  const places = sum(plan.levers.advice);
  const yearsAhead = yearsUntilAdvice(ecosystem);
  const target = p.officeTarget;
  const work = { places, yearsAhead, pilotsDecided, pilotsIntegrated, additionalUsers, spent, target };
  office.send(0, { type: "YEAR_PASSED", ...work });
  if (office.states[0] === CLOSED) plan.levers.advice.fill(0);
  if (office.states[0] === SCALED) scaleUp(ecosystem, plan, places);
  serveFirms(ecosystem, plan);
  review.spent += p.adviceCost * sum(servedByRegion(ecosystem.agents));
}

/**
 * Outcomes of the pilots of advised firms, and users among them beyond what the other firms make expect. This flatters an
 * office that advises ready firms first (SPEC.md, SM-7).
 */
function reviewLastYear({ agents, digital, institutions }: Ecosystem): void {
  const { stageBefore, everServed, review } = institutions;
  const exposed = [0, 0];
  const integrated = [0, 0];
  let abandoned = 0;
  for (let i = 0; i < agents.large; i++) {
    const before = stageBefore[i];
    if (isDigitalUser(before)) continue;
    const group = everServed[i];
    const now = digital.states[i];
    exposed[group] += agents.weight[i];
    if (now === INTEGRATED) integrated[group] += agents.weight[i];
    if (group === 1 && before === PILOTING && now === ABANDONED) abandoned += agents.weight[i];
  }
  review.pilotsDecided += integrated[1] + abandoned;
  review.pilotsIntegrated += integrated[1];
  if (exposed[0] > 0) review.additionalUsers += integrated[1] - (exposed[1] * integrated[0]) / exposed[0];
}

/** 0: a measure for advice runs this year; -1: none will. */
function yearsUntilAdvice({ scenario, year }: Ecosystem): number {
  let ahead = -1;
  for (const { lever, from, to } of scenario.measures) {
    if (lever !== "advice" || to < year) continue;
    const years = Math.max(0, from - year);
    if (ahead < 0 || years < ahead) ahead = years;
  }
  return ahead;
}

/** More places in proportion, as far as budgets allow: a measure without a budget has the money for its places and no more. */
function scaleUp({ parameters: p }: Ecosystem, plan: YearPlan, places: number): void {
  let room = 0;
  for (const { measure, added } of plan.measures) {
    if (measure.lever !== "advice") continue;
    room +=
      measure.budget === null ? sum(added) : Math.max(sum(added), Math.floor(measure.budget / p.adviceCost + 1e-9));
  }
  const total = Math.floor(Math.min(room, SCALED_CAPACITY * places));
  if (total > places) plan.levers.advice.set(apportion(plan.levers.advice, total));
}

/** Firms that do not use digital technology yet, in an order drawn anew each year; a reformed office takes the ready first. */
function serveFirms(ecosystem: Ecosystem, plan: YearPlan): void {
  const { agents, digital, institutions, parameters: p, run, year } = ecosystem;
  const places = plan.levers.advice;
  agents.served.fill(0);
  if (sum(places) < 1) return;
  const draws = phaseKey(run, "office", year);
  const readyFirst = institutions.office.states[0] === REFORMED;
  for (let r = 0; r + 1 < agents.largeStart.length; r++) {
    let left = places[r];
    if (left < 1) continue;
    for (const i of rowsInOrderOf(agents.largeStart[r], agents.largeStart[r + 1], (row) => {
      const wait = readyFirst && !(agents.readiness[row] > p.threshold) ? AFTER_THE_READY : 0;
      return isDigitalUser(digital.states[row]) ? Number.POSITIVE_INFINITY : wait + uniform(draws, agents.id[row]);
    })) {
      if (left < agents.weight[i]) break;
      agents.served[i] = 1;
      institutions.everServed[i] = 1;
      left -= agents.weight[i];
    }
  }
}

export function servedByRegion(agents: Agents): Float64Array {
  return weightedSumByRegion(agents, agents.served);
}
