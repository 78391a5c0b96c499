import type { AdoptionPopulation, Ecosystem } from "./ecosystem.ts";
import { BUYERS_PER_FIRM } from "#domain/runResult.ts";
import { ADOPTION_STAGES, isDigitalUser } from "#domain/adoptionStage.ts";
import { ln } from "#domain/portableMath.ts";
import { START_YEAR } from "#domain/scenario.ts";
import { nationalSeriesValue } from "#domain/studyData.ts";
import { apportion, sum } from "./agents.ts";
import { rowOfCase } from "./caseEnterprises.ts";
import { hazard, neutralLogHazard } from "./hazard.ts";
import { setInitialIctMoney } from "./ictMoney.ts";
import { phaseKey, uniform } from "./randomNumbers.ts";
import { sortByKey } from "./rowsInOrderOf.ts";

const [UNAWARE, AWARE, EVALUATING, PILOTING, INTEGRATED, SCALED] = ADOPTION_STAGES.map((_, code) => code);
/** Part of users that have scaled by 2023, and parts of other firms that are aware, ready or not (assumptions). */
const SCALED_SHARE = 0.4;
const AWARE_IF_READY = 0.7;
const AWARE_OTHERWISE = 0.5;

/** Puts every actor of 2023 into a state of SM-1: observed users first, then a pipeline matched to the hazard (EQ-4). */
export function placeInitialUsers(ecosystem: Ecosystem): void {
  const { data, parameters: p, agents } = ecosystem;
  const start = data.start;
  const knownUsers = new Set(
    data.caseEnterprises.filter(({ usesDigital }) => usesDigital).map((known) => rowOfCase(known, data, agents)),
  );
  const national = sum(start.digitalUsers) / sum(start.firms);
  const cloudUsers = usersByRegion(ecosystem, "industrial enterprises using cloud computing", data.t18.cloud_use_share);
  const bigDataUsers = usersByRegion(
    ecosystem,
    "industrial enterprises analysing big data",
    data.t18.bigdata_ai_digitaltwins_share,
  );
  for (let r = 0; r < data.regions.length; r++) {
    const share = start.digitalUsers[r] / start.firms[r];
    const h = hazard(neutralLogHazard(p.hazardLevel, start.regionalEffect[r], p, share, national));
    const rows = range(agents.largeStart[r], agents.largeStart[r + 1]);
    place(ecosystem, ecosystem.digital, "digital", p.threshold, rows, start.digitalUsers[r], h, knownUsers);
    const others = range(agents.otherStart[r], agents.otherStart[r + 1]);
    const all = new Int32Array(rows.length + others.length);
    all.set(rows);
    all.set(others, rows.length);
    const enterprises = start.industrialEnterprises[r];
    const cloudHazard = hazard(neutralLogHazard(p.cloudHazardLevel, 0, p, cloudUsers[r] / enterprises, 0));
    place(ecosystem, ecosystem.cloud, "cloud", p.cloudThreshold, all, cloudUsers[r], cloudHazard);
    const bigDataHazard = hazard(neutralLogHazard(p.bigDataHazardLevel, 0, p, bigDataUsers[r] / enterprises, 0));
    place(ecosystem, ecosystem.bigData, "bigData", p.bigDataThreshold, all, bigDataUsers[r], bigDataHazard);
  }
  rememberReference(ecosystem, national);
  setInitialIctMoney(ecosystem);
}

/** T15 users of 2023 shared out over regions by the pattern of T18 (two bases that must not be mixed: pattern only). */
function usersByRegion({ data }: Ecosystem, series: string, patternPercent: Float64Array): number[] {
  const enterprises = data.start.industrialEnterprises;
  const pattern = patternPercent.map((percent, r) => percent * enterprises[r]);
  return apportion(pattern, nationalSeriesValue(data, series, START_YEAR));
}

const NOBODY: ReadonlySet<number> = new Set();

/** Places `users` enterprises among the rows, then matched pilots and evaluations, then awareness. Users known by name come first. */
function place(
  { agents, run, parameters: p }: Ecosystem,
  population: AdoptionPopulation,
  purpose: string,
  threshold: number,
  rows: Int32Array,
  users: number,
  h: number,
  known: ReadonlySet<number> = NOBODY,
): void {
  const choice = phaseKey(run, `start/${purpose}/user`, START_YEAR);
  const scaled = phaseKey(run, `start/${purpose}/scaled`, START_YEAR);
  const aware = phaseKey(run, `start/${purpose}/aware`, START_YEAR);
  const years = phaseKey(run, `start/${purpose}/years`, START_YEAR);
  const isReady = (row: number) => agents.readiness[row] > threshold;
  // A race of exponential clocks: the readier a firm, the likelier it is among the users; firms below the threshold last.
  const clock = new Float64Array(rows.length);
  for (let k = 0; k < rows.length; k++) {
    clock[k] = -ln(1 - uniform(choice, agents.id[rows[k]])) / agents.readiness[rows[k]];
  }
  const inOrder = sortByKey(range(0, rows.length), clock);
  for (let k = 0; k < rows.length; k++) inOrder[k] = rows[inOrder[k]];
  const queue = inRankOrder(inOrder, (row) => (known.size > 0 && known.has(row) ? 0 : isReady(row) ? 1 : 2));
  let left = users;
  let next = 0;
  for (; next < queue.length && left > agents.weight[queue[next]] / 2; next++) {
    const row = queue[next];
    population.states[row] = uniform(scaled, agents.id[row]) < SCALED_SHARE ? SCALED : INTEGRATED;
    population.columns.yearsInState[row] = Math.floor(3 * uniform(years, agents.id[row]));
    left -= agents.weight[row];
  }
  let ready = 0;
  for (let k = next; k < queue.length; k++) if (isReady(queue[k])) ready += 1;
  const flow = h * ready;
  const piloting = Math.min(ready, Math.round(flow / p.pilotSuccess));
  const evaluating = Math.min(
    ready - piloting,
    Math.round((flow * (p.pilotSuccess + p.pilotFailure)) / (p.pilotSuccess * p.pilotStart)),
  );
  let readyBefore = 0;
  for (let k = next; k < queue.length; k++) {
    const row = queue[k];
    const place = isReady(row) ? readyBefore++ : Number.POSITIVE_INFINITY;
    if (place < piloting) population.states[row] = PILOTING;
    else if (place < piloting + evaluating) population.states[row] = EVALUATING;
    else {
      const chance = isReady(row) ? AWARE_IF_READY : AWARE_OTHERWISE;
      population.states[row] = uniform(aware, agents.id[row]) < chance ? AWARE : UNAWARE;
    }
  }
}

/** Rows of rank 0, then 1, then 2, in their order within each. */
function inRankOrder(rows: Int32Array, rankOf: (row: number) => number): Int32Array {
  const ordered = new Int32Array(rows.length);
  let filled = 0;
  for (let rank = 0; rank < 3; rank++) {
    for (let k = 0; k < rows.length; k++) if (rankOf(rows[k]) === rank) ordered[filled++] = rows[k];
  }
  return ordered;
}

function rememberReference({ agents, digital, reference, parameters: p }: Ecosystem, national: number): void {
  let readiness = 0;
  let susceptible = 0;
  let evaluating = 0;
  for (let i = 0; i < agents.large; i++) {
    const isUser = isDigitalUser(digital.states[i]);
    reference.partnerLead[i] = digitalBuyers(agents.buyers, digital.states, i) - national;
    if (digital.states[i] === EVALUATING) evaluating += agents.weight[i];
    if (isUser || !(agents.readiness[i] > p.threshold)) continue;
    readiness += agents.readiness[i];
    susceptible += 1;
  }
  reference.meanReadiness = susceptible > 0 ? readiness / susceptible : p.threshold;
  reference.pilotStarts = evaluating * p.pilotStart;
}

/** Share of a firm's buyers that use digital technology. */
export function digitalBuyers(buyers: Int32Array, states: Uint8Array, row: number): number {
  let digital = 0;
  for (let k = 0; k < BUYERS_PER_FIRM; k++) {
    if (isDigitalUser(states[buyers[BUYERS_PER_FIRM * row + k]])) digital += 1;
  }
  return digital / BUYERS_PER_FIRM;
}

function range(first: number, end: number): Int32Array {
  const rows = new Int32Array(end - first);
  for (let k = 0; k < rows.length; k++) rows[k] = first + k;
  return rows;
}
